import Big from "big.js";
import type { Stance } from "../../../model/reading.ts";
import { wordAfter } from "./affix.ts";
import { isBoundary, isInWord } from "./characters.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A text in the two forms in which it is read; both have the length of the original. */
export type Line = { readonly text: string; readonly small: string };

/** A number with its scale words, without what stands around it. */
export type BareNumber = {
  readonly end: number;
  readonly value: Big;
  /** Before the scale words were applied. */
  readonly mantissa: Big;
  readonly form: "digits" | "words" | "ordinal" | "scale";
  /** Significant digits as printed. */
  readonly digits: number;
  /** Four digits without grouping or decimals. */
  readonly period: boolean;
  readonly scale: number;
  /** In words that a rule set made, not in one of the words that a language lists apart. */
  readonly spelt: boolean;
  /** Said inside the number: 20余万. */
  readonly stance?: Stance;
};

const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const patterns = new WeakMap<Vocabulary, RegExp>();
const digitPattern = (vocabulary: Vocabulary): RegExp => {
  const known = patterns.get(vocabulary);
  if (known) return known;
  const group = escaped(vocabulary.group);
  const decimal = escaped(vocabulary.decimal);
  const pattern = new RegExp(`(\\d{1,3}(?:${group}\\d{3})+(?!\\d)|\\d+)(?:${decimal}(\\d+))?`, "y");
  patterns.set(vocabulary, pattern);
  return pattern;
};

const readDigits = ({ text }: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const pattern = digitPattern(vocabulary);
  pattern.lastIndex = at;
  const [match, whole = "", fraction = ""] = pattern.exec(text) ?? [];
  if (match === undefined || match.length > 40) return undefined;
  const plain = whole.replace(/\D/g, "");
  const value = new Big(fraction === "" ? plain : `${plain}.${fraction}`);
  const digits = (plain + fraction).replace(/^0+/, "").length || 1;
  const period = fraction === "" && whole.length === 4 && plain.length === 4 && /^[12]/.test(plain);
  return { end: at + match.length, value, mantissa: value, form: "digits", digits, period, scale: 1, spelt: false };
};

/** Digits that are read out one by one, as years are: 二〇一九. */
const readOut = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  let end = at;
  let value = 0;
  for (let count = 0; count < 4; count++) {
    // The longest word is not wanted here but the shortest: 二〇一九 and not 十九.
    const digit = longestWord(vocabulary.cardinals, line.small.slice(0, end + 1), end);
    if (!digit || digit.meaning.value > 9 || digit.end !== end + 1) return undefined;
    value = value * 10 + digit.meaning.value;
    end = digit.end;
  }
  if (value < 1000 || isInWord(line.text[at])) return undefined;
  const big = new Big(value);
  return { end, value: big, mantissa: big, form: "words", digits: 4, period: true, scale: 1, spelt: true };
};

const readWords = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const out = readOut(line, at, vocabulary);
  if (out) return out;
  const cardinal = longestWord(vocabulary.cardinals, line.small, at);
  const ordinal = longestWord(vocabulary.ordinals, line.small, at);
  const found = ordinal && ordinal.end > (cardinal?.end ?? 0) ? ordinal : cardinal;
  if (!found) return undefined;
  const { spelt } = found.meaning;
  const value = new Big(found.meaning.value);
  const digits = value.toFixed().replace(/\D|0+$/g, "").length || 1;
  const form = found === ordinal ? "ordinal" : "words";
  return { end: found.end, value, mantissa: value, form, digits, period: false, scale: 1, spelt };
};

/** The longest scale word that follows, with its value. */
const scaleAfter = (
  { small }: Line,
  at: number,
  vocabulary: Vocabulary,
): { readonly end: number; readonly value: number } | undefined => {
  const found = longestWord(vocabulary.scaleWords, small, small[at] === " " ? at + 1 : at);
  return found && { end: found.end, value: found.meaning };
};

/** An approximation that stands before the scale word: 20余万. */
const stanceInside = (line: Line, at: number, vocabulary: Vocabulary) => {
  for (const { before, after, counted, meaning } of vocabulary.affixes) {
    if (meaning.type !== "stance" || before !== "" || counted) continue;
    const end = wordAfter(line.small, at, after);
    if (end !== undefined && scaleAfter(line, end, vocabulary)) return { end, stance: meaning.stance };
  }
  return undefined;
};

const withScales = (line: Line, number: BareNumber, vocabulary: Vocabulary): BareNumber => {
  const inside = stanceInside(line, number.end, vocabulary);
  let { end } = inside ?? number;
  let scale = 1;
  for (let found = scaleAfter(line, end, vocabulary); found; found = scaleAfter(line, end, vocabulary)) {
    scale *= found.value;
    end = found.end;
    if (scale > 1e15) break;
  }
  if (scale === 1) return number;
  return { ...number, end, value: number.value.times(scale), scale, ...(inside && { stance: inside.stance }) };
};

const readPart = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined =>
  readDigits(line, at, vocabulary) ?? readWords(line, at, vocabulary);

/** A scale word alone: 每万人口, "a million". */
const readScale = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  if (line.text[at] === " " || !isBoundary(line.text, at)) return undefined;
  const found = scaleAfter(line, at, vocabulary);
  if (!found) return undefined;
  const value = new Big(found.value);
  return { end: found.end, value, mantissa: value, form: "scale", digits: 1, period: false, scale: 1, spelt: false };
};

/**
 * The number that begins at an offset: digits, or the longest number word, and the scale words that belong to it, in
 * several steps where they descend (3亿5000万).
 */
export const readNumber = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const first = readPart(line, at, vocabulary);
  if (!first) return readScale(line, at, vocabulary);
  if (first.form === "ordinal") return first;
  let number = withScales(line, first, vocabulary);
  let { scale } = number;
  while (scale > 1 && number.stance === undefined) {
    const spaced = number.form === "words" && line.text[number.end] === " " ? 1 : 0;
    const part = readPart(line, number.end + spaced, vocabulary);
    if (!part || part.form !== number.form) break;
    const next = withScales(line, part, vocabulary);
    if (next.value.gte(scale) || (part.period && next.scale === 1)) break;
    const digits = number.digits + next.digits;
    number = { ...next, value: number.value.plus(next.value), scale, digits, period: false };
    scale = next.scale;
  }
  return number;
};
