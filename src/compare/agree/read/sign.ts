import type { Numeral } from "../numeral.ts";
import { wordBefore } from "./affix.ts";
import { isInWord, isUnspaced, type Line } from "./characters.ts";

/** Minus signs, and hyphens and dashes that are used for one; plus signs. */
const minus = /[\u2212\uFF0D\uFE63]/;
const hyphen = /[-\u2010\u2011\u2013]/;
const plus = /[+\uFF0B\uFE62]/;

/** Letters stand before it and no unit behind: it is part of a name, 卡-52. */
const isName = (text: string, start: number, hasUnit: boolean): boolean =>
  isInWord(text[start - 2]) || (isUnspaced(text[start - 2]) && !hasUnit);

/**
 * The sign that stands directly before a number. A hyphen behind another number makes a range (2019年-2020年), one behind a
 * letter a word (G-20).
 */
export const signBefore = (
  { text, small }: Line,
  start: number,
  previous: Numeral | undefined,
  words: readonly string[],
  hasUnit: boolean,
): "+" | "-" | undefined => {
  if (words.some((word) => wordBefore(small, start, word) !== undefined)) return "-";
  const sign = text[start - 1] ?? "";
  const isMinus = minus.test(sign);
  if (!isMinus && !hyphen.test(sign) && !plus.test(sign)) return undefined;
  if (isInWord(text[start - 2]) || (!isMinus && isName(text, start, hasUnit))) return undefined;
  // A dash between words divides a sentence.
  if (/\u2013/.test(sign) && !/[\s(（\p{L}]/u.test(text[start - 2] ?? " ")) return undefined;
  const since = previous ? text.slice(previous.end, start - 1).trim() : undefined;
  if (since !== undefined && (since === "" || since === previous?.counter)) return undefined;
  return plus.test(sign) ? "+" : "-";
};
