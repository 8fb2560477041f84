import type { Reading } from "../numeral.ts";
import { isBoundary, isUnspaced, type Line } from "./characters.ts";
import type { Draft } from "./draft.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { readOut } from "./words.ts";

/** A month that is named: "April". */
export type MonthName = { readonly start: number; readonly end: number; readonly month: number };

/** Month names as CLDR writes them, so that "may" is none. */
export const monthsIn = (text: string, { months }: Vocabulary): readonly MonthName[] => {
  const found: MonthName[] = [];
  for (const [name, month] of months)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (isBoundary(text, at) && isBoundary(text, end)) found.push({ start: at, end, month });
    }
  // "May" is both the long and the short name; "March" holds "Mar" only before a boundary.
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((name, index, all) => index === 0 || name.start >= (all[index - 1] as MonthName).end);
};

/** Nothing but punctuation and spaces, or one short word ("of", "de"). */
const joins = (between: string): boolean => /^[\s.,]*(?:\p{L}{1,3}[\s.]+)?$/u.test(between) && between.length <= 6;

/** The month whose day or year a number between two offsets is, if one stands directly beside it. */
export const monthBeside = (
  text: string,
  start: number,
  end: number,
  months: readonly MonthName[],
): MonthName | undefined =>
  months.find(
    (month) =>
      (month.end <= start && joins(text.slice(month.end, start))) ||
      (end <= month.start && joins(text.slice(end, month.start))),
  );

const part = (start: number, end: number, kind: "year" | "month" | "day", value: number, listed = false): Draft => {
  const reading: Reading = { kind, value: String(value) };
  const strength = "stated" as const;
  return {
    numeral: {
      start,
      end,
      readings: [reading],
      strength,
      distributive: false,
      digits: 1,
      ...(listed && { listed: true }),
    },
    unit: true,
  };
};

/** Dates in digits with the year first (ISO 8601): 2020-04-26, 2020/4/26, 2020.4.26. */
const numeric = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/y;

const dateAt = ({ text }: Line, at: number): readonly Draft[] => {
  numeric.lastIndex = at;
  const [match, year = "", , month = "", day = ""] = numeric.exec(text) ?? [];
  if (match === undefined || Number(month) > 12 || Number(day) > 31) return [];
  const middle = at + 5 + month.length;
  return [
    part(at, at + 4, "year", Number(year)),
    part(at + 5, middle, "month", Number(month)),
    part(middle + 1, at + match.length, "day", Number(day)),
  ];
};

/** A year and what may run on from it: 2019-20. */
const span = /([12]\d{3})( ?[^\d\s,.;，。]{1,3} ?)(\d{2})(?![\d%‰]|[-/.]\d)/y;

type Span = {
  readonly first: number;
  readonly second: number;
  readonly joint: string;
  readonly middle: number;
  readonly end: number;
};

/** A year in digits and the two digits behind it, or both read out: 二零一九/二零年度. */
const spanOf = (line: Line, at: number, vocabulary: Vocabulary): Span | undefined => {
  span.lastIndex = at;
  const [match, from = "", joint = "", to = ""] = span.exec(line.text) ?? [];
  if (match !== undefined)
    return { first: Number(from), second: Number(to), joint: joint.trim(), middle: at + 4, end: at + match.length };
  if (!isUnspaced(line.small[at])) return undefined;
  const year = readOut(line, at, 4, vocabulary);
  if (year.digits.length !== 4) return undefined;
  const next = readOut(line, year.end + 1, 3, vocabulary);
  if (next.digits.length !== 2) return undefined;
  const joint2 = line.small[year.end] ?? "";
  return { first: Number(year.digits), second: Number(next.digits), joint: joint2, middle: year.end, end: next.end };
};

/** A year that runs on into the next ones: 2019-20, 2019/20. */
const spanAt = (line: Line, at: number, vocabulary: Vocabulary): readonly Draft[] => {
  const found = spanOf(line, at, vocabulary);
  if (!found) return [];
  const { first, second, joint, middle, end } = found;
  if (joint !== "/" && !vocabulary.ranges.has(joint.toLowerCase())) return [];
  const last = first % 100;
  const follows = second === (last + 1) % 100;
  // 2019-12 is a month.
  if (!follows && (second <= last || second <= 12 || joint === "/")) return [];
  const century = Math.floor(first / 100) + (second < last ? 1 : 0);
  return [part(at, middle, "year", first, true), part(end - 2, end, "year", century * 100 + second, true)];
};

/** Dates and spans of years that begin at an offset; none where a number stands alone. */
export const datesAt = (line: Line, at: number, vocabulary: Vocabulary): readonly Draft[] => {
  if (/\d/.test(line.text[at - 1] ?? "")) return [];
  const date = dateAt(line, at);
  return date.length > 0 ? date : spanAt(line, at, vocabulary);
};

/** Months that are named, as numerals of their own. */
export const monthDrafts = (months: readonly MonthName[], drafts: readonly Draft[], text: string): readonly Draft[] =>
  months.map((name) => {
    const dated = drafts.some(({ numeral }) => monthBeside(text, numeral.start, numeral.end, [name]));
    const reading: Reading = { kind: "month", value: String(name.month) };
    const { start, end } = name;
    const strength = dated ? "stated" : "idle";
    return { numeral: { start, end, readings: [reading], strength, distributive: false, digits: 1 }, unit: true };
  });
