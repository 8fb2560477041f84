import type { Stance } from "../../../model/reading.ts";
import { isBoundary } from "./characters.ts";

/** What the words around a number say about it. */
export type Meaning =
  | { readonly type: "percent" | "points" | "ordinal" | "year" | "month" | "day" | "distributive" | "exact" }
  | { readonly type: "money"; readonly currency: string }
  | { readonly type: "stance"; readonly stance: Stance };

/** Words before and after a number, in small letters; a counter may stand between the number and what follows it. */
export type Affix = {
  readonly before: string;
  readonly after: string;
  readonly counted: boolean;
  readonly meaning: Meaning;
};

/** An affix from a pattern with {n}, or with {n}{c} where a counter may follow the number. */
export const affixOf = (pattern: string, meaning: Meaning): Affix => {
  const [before = "", rest = ""] = pattern.toLowerCase().split("{n}");
  return { before: before.trim(), after: rest.replace("{c}", "").trim(), counted: rest.includes("{c}"), meaning };
};

const skipSpace = (text: string, at: number): number => (text[at] === " " ? at + 1 : at);

/** Where a word that follows an offset ends, or undefined when another stands there. */
export const wordAfter = (text: string, at: number, word: string): number | undefined => {
  if (word === "") return at;
  const start = skipSpace(text, at);
  const end = start + word.length;
  // A sign before a digit belongs to the next number: 120.4% +174%.
  if (/[+-]$/.test(word) && /\d/.test(text[end] ?? "")) return undefined;
  return text.startsWith(word, start) && isBoundary(text, end) ? end : undefined;
};

/** Where a word that ends before an offset begins. */
export const wordBefore = (text: string, at: number, word: string): number | undefined => {
  if (word === "") return at;
  const end = text[at - 1] === " " ? at - 1 : at;
  const start = end - word.length;
  return start >= 0 && text.startsWith(word, start) && isBoundary(text, start) ? start : undefined;
};

/** The end of the longest of some words that stands after an offset. */
export const longestAfter = (text: string, at: number, words: readonly string[]): number | undefined => {
  let longest: number | undefined;
  for (const word of words) {
    const end = wordAfter(text, at, word);
    if (end !== undefined && (longest === undefined || end > longest)) longest = end;
  }
  return longest;
};
