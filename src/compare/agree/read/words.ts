import Big from "big.js";
import type { BareNumber } from "./bare.ts";
import { isInWord, isUnspaced, type Line, skipSpace } from "./characters.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The digit that one word says, of one character where words are not divided by spaces. */
export const digitWordAt = (
  { small }: Line,
  at: number,
  { cardinals }: Vocabulary,
): { readonly end: number; readonly value: number } | undefined => {
  // The longest word is not wanted here but the shortest: 二〇一九 and not 十九.
  const text = isUnspaced(small[at]) ? small.slice(0, at + 1) : small;
  const found = longestWord(cardinals, text, at);
  return found && found.meaning.value <= 9 && Number.isInteger(found.meaning.value)
    ? { end: found.end, value: found.meaning.value }
    : undefined;
};

/** Digits that are read out one by one from an offset: 二〇一九; at most `most`. */
export const readOut = (
  line: Line,
  at: number,
  most: number,
  vocabulary: Vocabulary,
): { readonly end: number; readonly digits: string } => {
  let end = at;
  let digits = "";
  while (digits.length < most && isUnspaced(line.small[end])) {
    const digit = digitWordAt(line, end, vocabulary);
    if (!digit) break;
    digits += String(digit.value);
    end = digit.end;
  }
  return { end, digits };
};

/** A year whose digits are read out: 二〇一九. */
const readYear = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const { end, digits } = readOut(line, at, 5, vocabulary);
  if (digits.length !== 4 || !/^(?:1\d|2[01])/.test(digits) || isInWord(line.text[at])) return undefined;
  const value = new Big(digits);
  return { end, value, mantissa: value, form: "words", digits: 4, step: 1, period: true, scale: 1, spelt: true };
};

/** The decimals of a number in words: 二十三点三, "twenty-three point three". */
const withDecimals = (line: Line, number: BareNumber, vocabulary: Vocabulary): BareNumber => {
  for (const word of vocabulary.decimalWords) {
    const start = skipSpace(line.small, number.end);
    if (!line.small.startsWith(word, start)) continue;
    let end = skipSpace(line.small, start + word.length);
    let digits = "";
    for (let digit = digitWordAt(line, end, vocabulary); digit; digit = digitWordAt(line, end, vocabulary)) {
      digits += String(digit.value);
      ({ end } = digit);
      const next = skipSpace(line.small, end);
      if (!digitWordAt(line, next, vocabulary)) break;
      end = next;
    }
    if (digits === "") continue;
    const value = number.value.plus(new Big(`0.${digits}`));
    return {
      ...number,
      end,
      value,
      mantissa: value,
      digits: number.digits + digits.length,
      step: 10 ** -digits.length,
    };
  }
  return number;
};

/** The number in words, the place in an order, or the year that begins at an offset, without scale words behind it. */
export const readWords = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const year = readYear(line, at, vocabulary);
  if (year) return year;
  const cardinal = longestWord(vocabulary.cardinals, line.small, at);
  const ordinal = longestWord(vocabulary.ordinals, line.small, at);
  const found = ordinal && ordinal.end > (cardinal?.end ?? 0) ? ordinal : cardinal;
  if (!found) return undefined;
  const { spelt } = found.meaning;
  const value = new Big(found.meaning.value);
  const digits = value.toFixed().replace(/\D|0+$/g, "").length || 1;
  const form = found === ordinal ? "ordinal" : "words";
  const number: BareNumber = {
    end: found.end,
    value,
    mantissa: value,
    form,
    digits,
    step: 1,
    period: false,
    scale: 1,
    spelt,
  };
  return form === "words" ? withDecimals(line, number, vocabulary) : number;
};
