import { clauseAround, placeAt } from "../passages.ts";
import type { Reading } from "./reading.ts";

/** The noun phrase behind a number, six words at most: "13 new trademark and brand guidance stations". */
const phrase = /^(?:\s*\S+){0,6}/;

/**
 * Reads the nouns behind a number in its clause: one of them must fit its unit, if there is any that fits a unit at all.
 * 349人次 is not 349 officers. Reports `wrong-noun`.
 */
export const checkNouns = ({ passage, numbers, language, vocabulary, deviate }: Reading): void => {
  for (const [index, number] of numbers.entries()) {
    const { figure } = number;
    if (figure.kind !== "count" || (language.units[figure.unit]?.nouns.length ?? 0) === 0) continue;
    const [, end] = clauseAround(passage, number.start, number.end);
    const to = Math.min(end, numbers[index + 1]?.start ?? end);
    const words = phrase.exec(passage.text.slice(number.end, to))?.[0] ?? "";
    const nouns = vocabulary.nouns(words);
    const [noun] = nouns;
    if (!noun || nouns.some(({ meanings }) => meanings.includes(figure.unit))) continue;
    deviate({
      severity: "error",
      rule: "wrong-noun",
      message: `"${noun.word}" names ${noun.meanings.slice(0, 4).join(", ")}; ${figure.key} counts ${figure.unit}`,
      place: placeAt(passage, number.end + noun.start),
      hint: `name what is counted, or list the noun under units.${figure.unit}.nouns of the language`,
      related: [{ message: `${figure.key} is stated here`, place: figure.place }],
      about: figure.key,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
