import type { Language } from "../../model/language.ts";
import type { Pair } from "./matching.ts";
import { sentenceOf } from "./passages.ts";
import { isBoundary } from "./read/characters.ts";
import type { Spot } from "./spots.ts";

/** Which way a change goes, and the word or sign that says so. */
export type Direction = { readonly way: "up" | "down"; readonly word: string };

/** A word so far before a number still governs it: 同比分别增长15.54%和8.79%. One behind it stands closer. In characters. */
const reach = { before: 80, after: 24 };

type Found = {
  readonly at: number;
  readonly end: number;
  readonly way: "up" | "down" | undefined;
  readonly word: string;
};

const occurrences = (text: string, word: string, way: Found["way"]): readonly Found[] => {
  const found: Found[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (isBoundary(text, at) && isBoundary(text, end)) found.push({ at, end, way, word });
  }
  return found;
};

/** The direction words of a text, without those that are part of a phrase that says no direction: "shut down". */
const wordsIn = (text: string, { directions, claims }: Language): readonly Found[] => {
  const small = text.toLowerCase();
  const list = (words: readonly string[], way: Found["way"]): readonly Found[] =>
    words.filter((word) => word !== "").flatMap((word) => occurrences(small, word.toLowerCase(), way));
  const plain = list(claims.plain, undefined);
  return [...list([directions.up, ...claims.up], "up"), ...list([directions.down, ...claims.down], "down")].filter(
    ({ at, end }) => !plain.some((phrase) => phrase.at <= at && end <= phrase.end),
  );
};

/** The direction that a sentence gives a number: the sign before it, the nearest word before it, else one close behind it. */
const directionOf = ({ passage, numeral }: Spot, language: Language): Direction | undefined => {
  const { text } = passage.block;
  const sentence = sentenceOf(passage, numeral.start);
  const begin = Math.max(passage.sentenceEnds[sentence - 1] ?? 0, numeral.start - reach.before);
  const end = Math.min(passage.sentenceEnds[sentence] ?? text.length, numeral.end + reach.after);
  const words = wordsIn(text.slice(begin, end), language).map((word) => ({
    ...word,
    at: begin + word.at,
    end: begin + word.end,
  }));
  const before = words.filter((word) => word.end <= numeral.start).toSorted((a, b) => b.end - a.end)[0];
  const after = words.filter((word) => word.at >= numeral.end).toSorted((a, b) => a.at - b.at)[0];
  const next = passage.numerals.find((other) => other.start >= numeral.end);
  const near = before ?? (after && (!next || after.at < next.start) ? after : undefined);
  // 增长-3% is a fall.
  if (numeral.sign === "-") return { way: "down", word: "−" };
  if (near?.way) return { way: near.way, word: near.word };
  return numeral.sign === "+" ? { way: "up", word: "+" } : undefined;
};

/** The words by which two languages give a change opposite directions; undefined where they agree or one says none. */
export const directionsDisagree = (
  { a, b, readingA, readingB }: Pair,
  languages: readonly [Language, Language],
): readonly [string, string] | undefined => {
  const changes = [readingA, readingB].every(({ kind }) => kind === "percent" || kind === "points");
  const [one, other] = [directionOf(a, languages[0]), directionOf(b, languages[1])];
  const signs = [a.numeral.sign === "-", b.numeral.sign === "-"];
  if (signs[0] !== signs[1] && (!one || !other)) return [one?.word ?? "no sign", other?.word ?? "no sign"];
  if (!changes || !one || !other || one.way === other.way) return undefined;
  return [one.word, other.word];
};
