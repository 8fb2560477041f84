import Big from "big.js";
import type { Figure } from "../../model/figure.ts";
import type { Found } from "../lexicon.ts";
import { clauseAround, type PrintedNumber, placeAt, sentenceAt } from "../passages.ts";
import type { Direction } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";

const directionOf = (change: Figure): Direction => {
  const sign = new Big(change.value ?? 0).cmp(0);
  return sign > 0 ? "up" : sign < 0 ? "down" : "flat";
};
const isChange = ({ figure, node }: PrintedNumber): boolean =>
  figure.key.endsWith(".growth") || (node.said ?? []).includes("sign") || new Big(figure.value ?? 0).lt(0);

/** Most characters and words between a direction word and the number that it leads to: "rose to 173,600". */
const near = { characters: 16, words: 3 };
const isNear = (between: string): boolean =>
  between.length <= near.characters && between.trim().split(/\s+/).length <= near.words;

/** The word that says which way a number went: the last before it in its clause, else the first after it, else the last in its sentence. */
const wordFor = (reading: Reading, number: PrintedNumber): Found<Direction> | undefined => {
  const { passage, numbers, vocabulary } = reading;
  const words = vocabulary.directions(passage.text);
  const [from, to] = clauseAround(passage, number.start, number.end);
  const [start] = sentenceAt(passage, number.start);
  const next = numbers.find((other) => other.start >= number.end)?.start ?? to;
  return (
    words.findLast((word) => word.start >= from && word.end <= number.start) ??
    words.find((word) => word.start >= number.end && word.end <= Math.min(to, next)) ??
    words.findLast((word) => word.start >= start && word.end <= number.start)
  );
};

/** A change beside a word: both must say the same, and one of them must say it. */
const checkChange = (reading: Reading, number: PrintedNumber): void => {
  const { passage, deviate } = reading;
  const { figure, node } = number;
  const actual = directionOf(figure);
  const word = wordFor(reading, number);
  const printed = passage.text.slice(number.start, number.end);
  const common = {
    severity: "error",
    about: figure.key,
    lang: passage.lang,
    unit: passage.unit,
    related: [{ message: `${figure.key} is ${figure.value}`, place: figure.place }],
  } as const;
  if (!word) {
    if ((node.said ?? []).includes("sign"))
      deviate({
        ...common,
        rule: "sign-not-said",
        message: `sign="said" prints ${printed} without its sign, but no word beside it says the direction`,
        place: node.place,
        hint: 'write {{direction …}} beside it, or take sign="said" away',
      });
    return;
  }
  const signShown = actual === "down" && !(node.said ?? []).includes("sign");
  if (word.meanings.includes(actual) && !signShown) return;
  deviate({
    ...common,
    rule: "direction-contradicts",
    message:
      signShown && word.meanings.includes(actual)
        ? `"${word.word}" says the direction, and ${printed} shows its sign as well`
        : `"${word.word}" contradicts ${figure.key}, which is ${figure.value}: “${passage.text.slice(word.start, number.end).slice(-40)}”`,
    place: placeAt(passage, word.start),
    hint: signShown ? 'print the number with sign="said"' : "write {{direction …}} in its stead: it follows the data",
  });
};

/** "rose to 173,600": the word leads to the figure whose change is known. */
const checkLevel = (reading: Reading, number: PrintedNumber): void => {
  const { passage, vocabulary, deviate } = reading;
  const { figure } = number;
  const { growth, prior } = figure;
  const change =
    growth?.value != null
      ? growth
      : prior?.value != null && figure.value !== null
        ? { ...figure, value: new Big(figure.value).minus(prior.value).toFixed() }
        : undefined;
  if (!change) return;
  const [from] = clauseAround(passage, number.start, number.end);
  const word = vocabulary.directions(passage.text).findLast(({ start, end }) => start >= from && end <= number.start);
  if (!word || word.meanings.includes(directionOf(change))) return;
  // "fell from 150 to 120": the earlier value may stand in between, and nothing else.
  const inside = reading.numbers.filter((other) => other.start >= word.end && other.end <= number.start);
  const [earlier] = inside;
  if (inside.some((other) => other.figure.key !== prior?.key)) return;
  const gaps = [
    passage.text.slice(word.end, earlier?.start ?? number.start),
    passage.text.slice(earlier?.end ?? number.start, number.start),
  ];
  if (!gaps.every(isNear)) return;
  deviate({
    severity: "error",
    rule: "direction-contradicts",
    message: `"${word.word}" contradicts ${growth?.value != null ? `${growth.key}, which is ${growth.value}` : `${figure.key}, which was ${prior?.value}`}`,
    place: placeAt(passage, word.start),
    hint: "write {{direction …}} in its stead: it follows the data",
    related: [{ message: `${change.key} stands here`, place: change.place }],
    about: figure.key,
    lang: passage.lang,
    unit: passage.unit,
  });
};

/**
 * Compares words such as up, decrease, 增长 with the sign of the figure beside them.
 *
 * Reports `direction-contradicts` and `sign-not-said`.
 */
export const checkDirections = (reading: Reading): void => {
  for (const number of reading.numbers) {
    if (isChange(number)) checkChange(reading, number);
    else checkLevel(reading, number);
  }
};
