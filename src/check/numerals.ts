import { ruleSetsOf } from "../model/gender.ts";
import type { Language } from "../model/language.ts";
import { recent } from "../model/recent.ts";
import { spellOut } from "../model/spellout.ts";
import { isSpaced } from "./lexicon.ts";

/** The numbers whose words are learnt: all below a thousand, and the round ones that further words come from. */
const learnt: readonly number[] = [
  ...Array.from({ length: 1000 }, (_, n) => n),
  ...[1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12].flatMap((power) => Array.from({ length: 9 }, (_, n) => (n + 1) * power)),
];

/** Digits of any script with their separators, and numerals that are no digits (½, Ⅳ); ② and ⑵ number items of a list. */
const digits = /(?:(?![\u2460-\u249B\u24EA-\u24FF\u2776-\u2793])\p{N})+(?:[.,'’\u00A0\u202F]\p{N}+)*/gu;

/** Where a numeral stands in a text, and of what kind its first sign is. */
export type Numeral = { readonly start: number; readonly end: number; readonly sign: "digits" | "word" | "ordinal" };
export type Numerals = (text: string) => readonly Numeral[];
/** A text as a pattern that matches it alone. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
type Stretch = { start: number; end: number; sign: Numeral["sign"] };

const alternatives = (words: Iterable<string>): string =>
  [...words]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literal)
    .join("|");

/** What a language writes numbers with: words of spaced scripts, single characters of the others. */
const learn = (
  language: Language,
): { readonly words: ReadonlySet<string>; readonly characters: ReadonlySet<string> } => {
  const { spellout, phrases } = language.numbers;
  const words = new Set<string>();
  const characters = new Set<string>();
  const take = (text: string | undefined): void => {
    for (const part of text?.split(/[\s-]+/) ?? []) {
      if (part === "") continue;
      if (isSpaced(part)) words.add(part.toLowerCase());
      else for (const character of part) characters.add(character);
    }
  };
  for (const n of learnt) {
    for (const set of ruleSetsOf(language, "cardinal")) take(spellOut(spellout, set, n));
    for (const set of ruleSetsOf(language, "ordinal")) {
      const ordinal = spellOut(spellout, set, n);
      if (ordinal !== undefined && isSpaced(ordinal)) take(ordinal);
    }
  }
  for (const phrase of Object.values(phrases)) for (const text of Object.values(phrase)) take(text);
  // Number words of several characters (翻番) are words of their own, not numerals made of their characters.
  for (const text of language.claims.numerals) {
    if (isSpaced(text)) take(text);
    else characters.add(text);
  }
  for (const { word } of language.numbers.scales)
    for (const text of typeof word === "string" ? [word] : Object.values(word)) take(text);
  return { words, characters };
};

/** What turns a cardinal of characters into an ordinal: 第; "" where the language has no such sign. */
const ordinalSign = (language: Language): string => {
  const [cardinal, ordinal] = ["cardinal", "ordinal"].map((set) => spellOut(language.numbers.spellout, set, 2));
  return cardinal !== undefined && ordinal?.endsWith(cardinal) ? ordinal.slice(0, -cardinal.length) : "";
};

const build = (language: Language): Numerals => {
  const { words, characters } = learn(language);
  const patterns: (readonly [RegExp, Numeral["sign"]])[] = [[digits, "digits"]];
  if (words.size > 0) {
    // Compounds that are written together (zweitausendneunzehn) are made of words that were learnt.
    const word = `(?:${alternatives(words)})+`;
    const letter = "[\\p{L}\\p{M}]";
    patterns.push([new RegExp(`(?<!${letter})${word}(?:[\\s-]+${word})*(?!${letter})`, "giu"), "word"]);
  }
  if (characters.size > 0) {
    const some = `(?:${alternatives(characters)})+`;
    patterns.push([new RegExp(some, "gu"), "word"]);
    const sign = ordinalSign(language);
    if (sign !== "") patterns.push([new RegExp(`${literal(sign)}(?:\\p{Nd}+|${some})`, "gu"), "ordinal"]);
  }
  return recent(
    1024,
    (text: string) => text,
    (text) => {
      const found = patterns
        .flatMap(([pattern, sign]) =>
          [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ start: index, end: index + match.length, sign })),
        )
        .toSorted((a, b) => a.start - b.start || b.end - a.end);
      const merged: Stretch[] = [];
      for (const { start, end, sign } of found) {
        const last = merged.at(-1);
        // 1.7万, "3 million" and 2016—2019 are one numeral each.
        if (last && (start <= last.end || /^[\s\u2013\u2014-]$/.test(text.slice(last.end, start))))
          last.end = Math.max(last.end, end);
        else merged.push({ start, end, sign });
      }
      return merged;
    },
  );
};

const known = new WeakMap<Language, Numerals>();

/**
 * Finds the numerals of a text: digits, and the words and characters with which the language's own rule sets (CLDR RBNF)
 * write cardinals and ordinals, its scales (万, million), its phrases (首) and the number words it lists besides.
 */
export const numeralsOf = (language: Language): Numerals => {
  const numerals = known.get(language) ?? build(language);
  known.set(language, numerals);
  return numerals;
};
