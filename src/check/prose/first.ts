import type { Figure, Figures } from "../../model/figure.ts";
import { clauseAround, type PrintedNumber, placeAt, sentenceAt } from "../passages.ts";
import type { Reading } from "./reading.ts";

/** The rank that a number says or that its figure has. */
const rankOf = (figure: Figure, figures: Figures): Figure | undefined =>
  figure.key.endsWith(".rank") ? figures.get(figure.key) : figure.rank;

/** The numbers of a sentence whose rank it does not print: a clause without numbers speaks of them. */
const unrankedIn = ({ passage, numbers }: Reading, offset: number): readonly PrintedNumber[] => {
  const [from, to] = sentenceAt(passage, offset);
  const printed = new Set(numbers.map(({ figure }) => figure.key));
  return numbers.filter(
    ({ start, figure: { key } }) =>
      start >= from && start < to && !printed.has(`${key}.rank`) && !key.endsWith(".rank"),
  );
};

/**
 * Finds words that claim the first place (首位, highest) of a figure that has another: an ordinal right before the word
 * puts it right ("second highest"). Reports `rank-contradicts`.
 */
export const checkFirst = (reading: Reading): void => {
  const { passage, numbers, figures, vocabulary, deviate } = reading;
  for (const word of vocabulary.first(passage.text)) {
    const [from, to] = clauseAround(passage, word.start, word.end);
    const ranked = numbers.some(
      ({ end, figure }) =>
        figure.kind === "ordinal" && end <= word.start && passage.text.slice(end, word.start).trim() === "",
    );
    if (ranked) continue;
    const inClause = numbers.filter(({ start, end }) => start >= from && end <= to);
    const figure = (inClause.length > 0 ? inClause : unrankedIn(reading, word.start))
      .map((number) => rankOf(number.figure, figures))
      .find((rank) => rank !== undefined && rank.value !== null && rank.value !== "1");
    if (!figure) continue;
    deviate({
      severity: "error",
      rule: "rank-contradicts",
      message: `"${word.word}" claims the first place, but ${figure.key} is ${figure.value}`,
      place: placeAt(passage, word.start),
      hint: "print the rank from the data",
      related: [{ message: `${figure.key} is stated here`, place: figure.place }],
      about: figure.key,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
