import type { Stance } from "../../../model/reading.ts";
import { isBoundary, isInWord, skipSpace } from "./characters.ts";

/** What the words around a number say about it. */
export type Meaning =
  | {
      readonly type:
        | "points"
        | "ordinal"
        | "year"
        | "month"
        | "day"
        | "distributive"
        | "exact"
        | "half-more"
        | "multiple"
        | "quarter"
        | "half"
        | "first-months"
        | "first-quarters"
        | "between"
        | "figurative";
    }
  /** What one of them is in percent: 1 for %, 10 for 成. */
  | { readonly type: "percent"; readonly factor: number }
  /** What is added to the number: 1900 in 20世纪60年代, 2018 in 令和2年. */
  | { readonly type: "decade"; readonly base: number }
  | { readonly type: "era"; readonly base: number }
  | { readonly type: "money"; readonly currency: string; readonly local: boolean }
  | { readonly type: "measure"; readonly unit: string; readonly factor: number }
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

/** Affixes by the character that stands next to the number, the longest first. */
export type Affixes = {
  readonly before: ReadonlyMap<string, readonly Affix[]>;
  readonly after: ReadonlyMap<string, readonly Affix[]>;
};

const lengthOf = ({ before, after }: Affix): number => before.length + after.length;

export const indexed = (affixes: readonly Affix[]): Affixes => {
  const before = new Map<string, Affix[]>();
  const after = new Map<string, Affix[]>();
  // The longest first, so that 元人民币 is not read as 元.
  for (const affix of affixes.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const [map, key] = affix.before === "" ? [after, affix.after[0]] : [before, affix.before.at(-1)];
    if (key === undefined) continue;
    map.set(key, [...(map.get(key) ?? []), affix]);
  }
  return { before, after };
};

/** Where a word that follows an offset ends, or undefined when another stands there. */
export const wordAfter = (text: string, at: number, word: string): number | undefined => {
  if (word === "") return at;
  // 16-percent
  const start = text[at] === "-" && isInWord(word[0]) ? at + 1 : skipSpace(text, at);
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

/** The affixes that may stand around a stretch of text, in no order; `counterEnd` is the end of a counter behind it. */
export const affixesAround = (
  { before, after }: Affixes,
  text: string,
  start: number,
  end: number,
  counterEnd: number | undefined,
): readonly Affix[] => {
  const previous = text[text[start - 1] === " " ? start - 2 : start - 1] ?? "";
  const next = text[text[end] === "-" ? end + 1 : skipSpace(text, end)] ?? "";
  const found = [...(before.get(previous) ?? []), ...(after.get(next) ?? [])];
  if (text[end] === "-") found.push(...(after.get("-") ?? []));
  if (counterEnd !== undefined) {
    const behind = text[skipSpace(text, counterEnd)] ?? "";
    if (behind !== next) for (const affix of after.get(behind) ?? []) if (affix.counted) found.push(affix);
  }
  return found;
};
