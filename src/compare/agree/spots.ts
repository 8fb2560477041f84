import { markAt, type TextMark } from "../../model/finished.ts";
import type { Place } from "../../model/place.ts";
import type { Numeral, Reading } from "./numeral.ts";
import { type Passage, type Side, sentenceOf } from "./passages.ts";

/** A numeral where it stands: its passage, and its rank among the numerals of its unit. */
export type Spot = {
  readonly passage: Passage;
  readonly numeral: Numeral;
  /** 0-based, in the order in which they are read. */
  readonly order: number;
};

export const spotsOf = (passages: readonly Passage[]): readonly Spot[] =>
  passages
    .flatMap((passage) => passage.numerals.map((numeral) => ({ passage, numeral })))
    .map((spot, order) => ({ ...spot, order }));

/** Kinds whose unit is no counter: 2018年. */
const dated: ReadonlySet<string> = new Set(["year", "month", "day"]);

/** The text of a numeral as printed, with its unit and approximation and the counter that follows it. */
export const printedAt = ({ passage, numeral }: Spot): string => {
  const { text } = passage.block;
  const counter = dated.has(numeral.readings[0].kind) ? "" : (numeral.counter ?? "");
  const rest = text.slice(numeral.end);
  const space = rest.startsWith(" ") ? 1 : 0;
  const counted = counter !== "" && rest.slice(space).toLowerCase().startsWith(counter);
  const printed = text.slice(numeral.start, counted ? numeral.end + space + counter.length : numeral.end).trim();
  // One file sets a space beside ideographs, another a gap.
  return printed.replace(/(?<=[\u2E80-\u9FFF]) | (?=[\u2E80-\u9FFF])/g, "");
};

/** What the reader's eye finds: line 1 where the file has no lines. */
const placeOf = (file: string, { page, label, line = 1, column = 1 }: TextMark): Place => ({
  file,
  ...(page !== undefined && { page }),
  ...(label !== undefined && { label }),
  line,
  column,
});

export const placeOfSpot = (side: Side, { passage, numeral }: Spot): Place =>
  placeOf(side.file, markAt(passage.block, numeral.start));

/** Characters of context on either side of a numeral. */
const around = 36;

/** The words around a numeral, with … where the sentence goes on. */
export const quoteOf = ({ passage, numeral }: Spot): string => {
  const { text } = passage.block;
  const sentence = sentenceOf(passage, numeral.start);
  const begin = passage.sentenceEnds[sentence - 1] ?? 0;
  const end = passage.sentenceEnds[sentence] ?? text.length;
  const words = (at: number, by: -1 | 1): number => {
    let to = at;
    while (to > begin && to < end && /[\p{Script=Latin}\d]/u.test(text[by < 0 ? to - 1 : to] ?? "")) to += by;
    return to;
  };
  const from = numeral.start - begin > around ? words(numeral.start - around, -1) : begin;
  const to = end - numeral.end > around ? words(numeral.end + around, 1) : end;
  return `${from > begin ? "…" : ""}${text.slice(from, to).trim()}${to < end ? "…" : ""}`;
};

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** A number for people: 1,472,600; CNY 3,000,000; 820,000 W; 19:54. */
export const plainValue = ({ kind, value, currency, unit }: Reading): string => {
  const [whole = "", fraction] = value.split(".");
  const grouped = kind === "year" ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const number = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (kind === "percent") return `${number}%`;
  if (kind === "points") return `${number} percentage points`;
  if (kind === "time") return clock(Number(value));
  if (kind === "period") return `months ${value}`;
  if (kind === "decade") return `the ${value}s`;
  if (kind === "multiple" || kind === "level") return `${number} times`;
  if (unit !== undefined) return `${number} ${unit}`;
  return currency === undefined ? number : `${currency} ${number}`;
};
