import { isBoundary } from "./characters.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A month that is named: "April". */
export type MonthName = { readonly start: number; readonly end: number; readonly month: number };

/** Month names as CLDR writes them, so that "may" is none. */
export const monthNames = (text: string, vocabulary: Vocabulary): readonly MonthName[] => {
  const found: MonthName[] = [];
  for (const [name, month] of vocabulary.months)
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
