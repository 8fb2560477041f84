import { everyForm } from "../../../model/gender.ts";
import type { Language, Plural } from "../../../model/language.ts";
import type { ReadingRules, Stance } from "../../../model/reading.ts";
import { type Affix, affixOf, type Meaning } from "./affix.ts";

/** All forms of a word that has plural forms. */
export const formsOf = (text: Plural | Record<string, string>): readonly string[] =>
  typeof text === "string" ? [text] : Object.values(text);

/** The words of patterns that stand before their number, in small letters. */
export const wordsBefore = (patterns: readonly string[]): readonly string[] =>
  patterns.map((pattern) => affixOf(pattern, { type: "exact" }).before);

/** Patterns of one meaning, by the names that language.yaml has for them. */
const plainTypes = {
  points: "points",
  years: "year",
  months: "month",
  days: "day",
  distributive: "distributive",
  exact: "exact",
  halves: "half-more",
  multiples: "multiple",
  between: "between",
} as const;

const periodTypes = {
  quarters: "quarter",
  halves: "half",
  firstMonths: "first-months",
  firstQuarters: "first-quarters",
} as const;

/** Everything that may stand around a number, in no order. */
export const affixesOf = (language: Language, rules: ReadingRules): readonly Affix[] => {
  const affixes: Affix[] = [];
  const add = (patterns: readonly string[], meaning: Meaning): void => {
    for (const pattern of patterns) if (pattern !== "{n}") affixes.push(affixOf(pattern, meaning));
  };
  for (const [key, type] of Object.entries(plainTypes) as [keyof typeof plainTypes, Meaning["type"]][])
    add(rules[key], { type } as Meaning);
  for (const [key, type] of Object.entries(periodTypes) as [keyof typeof periodTypes, Meaning["type"]][])
    add(rules.periods[key], { type } as Meaning);
  add(rules.percent, { type: "percent", factor: 1 });
  for (const [factor, patterns] of Object.entries(rules.shares))
    add(patterns, { type: "percent", factor: Number(factor) });
  for (const type of ["decade", "era"] as const)
    for (const [base, patterns] of Object.entries(rules[`${type}s`])) add(patterns, { type, base: Number(base) });
  add([...everyForm(language.numbers.ordinals), ...rules.ordinalPatterns], { type: "ordinal" });
  add(
    rules.figurative.filter((pattern) => pattern.includes("{n}")),
    { type: "figurative" },
  );
  const stances = (patterns: Readonly<Partial<Record<string, readonly string[]>>>): void => {
    for (const [name, list = []] of Object.entries(patterns)) {
      // Finished text does not tell "exceeded 1,000" from "more than 1,000".
      const stance = (name === "exceeded" ? "more-than" : name) as Stance;
      add(list, { type: "stance", stance });
    }
  };
  stances(language.numbers.approximations);
  stances(rules.approximations);
  const local = new Set(rules.local);
  const money = (patterns: readonly string[], currency: string): void => {
    for (const pattern of patterns) add([pattern], { type: "money", currency, local: local.has(pattern) });
  };
  for (const [unit, { counter, also }] of Object.entries(language.units))
    if (/^[A-Z]{3}$/.test(unit))
      money(
        [...formsOf(counter), ...also].map((form) => (form.includes("{n}") ? form : `{n}${form}`)),
        unit,
      );
  for (const [currency, patterns] of Object.entries(rules.money)) money(patterns, currency);
  return affixes;
};
