import { type PrintedNumber, placeAt } from "../passages.ts";
import type { Reading } from "./reading.ts";

/** No counter, with what stands between, is longer. */
const farthest = 48;
const uncounted = new Set(["percent", "year"]);

/** The counter that stands inside the printed number, or right behind it. */
const counterOf = (reading: Reading, number: PrintedNumber) => {
  const { passage, vocabulary } = reading;
  const printed = passage.text.slice(number.start, number.end);
  if (vocabulary.counters(printed).some(({ end }) => end === printed.length)) return undefined;
  const behind = passage.text.slice(number.end, number.end + farthest);
  return vocabulary.counters(behind).find(({ start }) => behind.slice(0, start).trim() === "");
};

/** Finds typed counters that count something else: 349名 of 人次. Reports `wrong-counter`. */
export const checkCounters = (reading: Reading): void => {
  const { passage, numbers, deviate } = reading;
  for (const number of numbers) {
    const { figure } = number;
    if (uncounted.has(figure.kind)) continue;
    const counter = counterOf(reading, number);
    if (!counter || counter.meanings.includes(figure.unit)) continue;
    deviate({
      severity: "error",
      rule: "wrong-counter",
      message: `"${counter.word}" counts ${counter.meanings.slice(0, 4).join(", ")}; ${figure.key} counts ${figure.unit}`,
      place: placeAt(passage, number.end + counter.start),
      hint: `print the counter with the number, or list it under units.${figure.unit} of the language`,
      related: [{ message: `${figure.key} is stated here`, place: figure.place }],
      about: figure.key,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
