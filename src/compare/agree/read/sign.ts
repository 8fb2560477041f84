import type { Numeral } from "../numeral.ts";
import { wordBefore } from "./affix.ts";
import { isInWord } from "./characters.ts";
import type { Line } from "./number.ts";

/** Hyphen-minus, minus sign, and their full-width and small forms. */
const minus = /[-\u2212\uFF0D\uFE63]/;
const plus = /[+\uFF0B\uFE62]/;

/**
 * The sign that stands directly before a number. A hyphen behind another number makes a range (2019年-2020年), one behind a
 * letter a word (G-20).
 */
export const signBefore = (
  { text, small }: Line,
  start: number,
  previous: Numeral | undefined,
  words: readonly string[],
): "+" | "-" | undefined => {
  if (words.some((word) => wordBefore(small, start, word) !== undefined)) return "-";
  const sign = text[start - 1] ?? "";
  if (!minus.test(sign) && !plus.test(sign)) return undefined;
  if (isInWord(text[start - 2])) return undefined;
  const since = previous ? text.slice(previous.end, start - 1).trim() : undefined;
  if (since !== undefined && (since === "" || since === previous?.counter)) return undefined;
  return plus.test(sign) ? "+" : "-";
};
