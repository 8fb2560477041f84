import { everyForm, ruleSetsOf } from "../../../model/gender.ts";
import type { Language, Plural } from "../../../model/language.ts";
import { type ReadingRules, readingSchema, type Stance } from "../../../model/reading.ts";
import { spellOut } from "../../../model/spellout.ts";
import { type Affix, affixOf, type Meaning } from "./affix.ts";
import { addWord, newTrie, type Trie } from "./trie.ts";

/** A fraction pattern taken apart: the two numbers in their order and the words between and after them. */
export type FractionForm = {
  readonly first: "n" | "denominator";
  readonly denominator: "cardinal" | "ordinal";
  readonly between: string;
  readonly after: string;
};

/** A number word. */
export type Word = {
  readonly value: number;
  /** Made by a rule set of the language, not listed apart (首, dozen). */
  readonly spelt: boolean;
};

/** Everything by which the numerals of a language are read, made ready once. */
export type Vocabulary = {
  readonly cardinals: Trie<Word>;
  readonly ordinals: Trie<Word>;
  /** Scale words in small letters with their values. */
  readonly scales: ReadonlyMap<string, number>;
  /** The same, to be read where a line's end divides them: mil-lion. */
  readonly scaleWords: Trie<number>;
  readonly affixes: readonly Affix[];
  readonly fractions: readonly FractionForm[];
  /** Month names with their numbers, as CLDR has them: with capitals. */
  readonly months: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  /** Words for minus, in small letters. */
  readonly negative: readonly string[];
  readonly counters: readonly string[];
  /** Whether a number word is a statement only before a counter. */
  readonly wordsNeedCounter: boolean;
  readonly ranges: readonly string[];
  readonly lists: readonly string[];
  /** Signs of grouped digits and of decimals, of one character each. */
  readonly group: string;
  readonly decimal: string;
  /** Whether four digits without grouping are most likely a year. */
  readonly barePeriods: boolean;
};

/** Numbers that are read in words; beyond them words go with scale words. */
const wordLimit = 9999;

const formsOf = (text: Plural | Record<string, string>): readonly string[] =>
  typeof text === "string" ? [text] : Object.values(text);

const wordsOf = (language: Language, sets: readonly string[]): Trie<Word> => {
  const trie = newTrie<Word>();
  for (const name of sets)
    for (let n = 0; n <= wordLimit; n++) {
      const word = spellOut(language.numbers.spellout, name, n);
      if (word) addWord(trie, word, { value: n, spelt: true });
    }
  return trie;
};

/** Long and short month names of CLDR, as they stand in dates and alone; none where they are numbers (4月). */
const monthNames = (tag: string): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (let month = 1; month <= 12; month++)
    for (const style of ["long", "short"] as const)
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: style, ...(day && { day }) });
        const part = format.formatToParts(new Date(Date.UTC(2000, month - 1, 1))).find(({ type }) => type === "month");
        const name = part?.value.replace(/\.$/, "") ?? "";
        if (name !== "" && !/\p{Nd}/u.test(name)) names.set(name, month);
      }
  return names;
};

const signs = (tag: string): { readonly group: string; readonly decimal: string; readonly groups4: boolean } => {
  const parts = (n: number) => new Intl.NumberFormat(tag, { numberingSystem: "latn" }).formatToParts(n);
  const sign = (n: number, type: string): string => parts(n).find((part) => part.type === type)?.value ?? "";
  return {
    group: sign(1234567, "group").replace(/\s/, " ") || ",",
    decimal: sign(1.5, "decimal") || ".",
    groups4: sign(1234, "group") !== "",
  };
};

const affixesOf = (language: Language, rules: ReadingRules): readonly Affix[] => {
  const affixes: Affix[] = [];
  const add = (patterns: readonly string[], meaning: Meaning): void => {
    for (const pattern of patterns) if (pattern !== "{n}") affixes.push(affixOf(pattern, meaning));
  };
  for (const type of ["percent", "points", "distributive", "exact"] as const) add(rules[type], { type });
  add(rules.years, { type: "year" });
  add(rules.months, { type: "month" });
  add(rules.days, { type: "day" });
  add([...everyForm(language.numbers.ordinals), ...rules.ordinalPatterns], { type: "ordinal" });
  const stances = (patterns: Readonly<Partial<Record<string, readonly string[]>>>): void => {
    for (const [name, list = []] of Object.entries(patterns)) {
      // Finished text does not tell "exceeded 1,000" from "more than 1,000".
      const stance = (name === "exceeded" ? "more-than" : name) as Stance;
      add(list, { type: "stance", stance });
    }
  };
  stances(language.numbers.approximations);
  stances(rules.approximations);
  for (const [unit, { counter, also }] of Object.entries(language.units))
    if (/^[A-Z]{3}$/.test(unit))
      for (const form of [...formsOf(counter), ...also])
        add([form.includes("{n}") ? form : `{n}${form}`], { type: "money", currency: unit });
  for (const [currency, patterns] of Object.entries(rules.money)) add(patterns, { type: "money", currency });
  // The longest first, so that 元人民币 is not read as 元.
  return affixes.toSorted((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
};

const fractionForm = (pattern: string): FractionForm => {
  const [before = "", between = "", after = ""] = pattern.toLowerCase().split(/\{(?:n|denominator|ordinal)\}/);
  return {
    first: pattern.indexOf("{n}") === before.length ? "n" : "denominator",
    denominator: pattern.includes("{ordinal}") ? "ordinal" : "cardinal",
    between,
    after,
  };
};

const build = (language: Language): Vocabulary => {
  const rules = language.reading ?? readingSchema.parse({});
  const cardinals = wordsOf(language, [...new Set([...rules.cardinals, ...ruleSetsOf(language, "cardinal")])]);
  for (const [word, value] of Object.entries(rules.words)) addWord(cardinals, word, { value, spelt: false });
  const ordinals = wordsOf(language, [...new Set([...rules.ordinals, ...ruleSetsOf(language, "ordinal")])]);
  const phrases = Object.values(language.numbers.phrases).flatMap((forms) => Object.entries(forms));
  for (const [value, word] of phrases) addWord(ordinals, word, { value: Number(value), spelt: false });
  for (const [word, value] of Object.entries(rules.ordinalWords)) addWord(ordinals, word, { value, spelt: false });
  const scales = new Map<string, number>();
  for (const { from, word } of [...language.numbers.scales, ...rules.scales])
    for (const form of formsOf(word)) scales.set(form.trim().toLowerCase(), from);
  const scaleWords = newTrie<number>();
  for (const [word, value] of scales) addWord(scaleWords, word, value);
  const counters = Object.entries(language.units).flatMap(([unit, { counter, also }]) =>
    /^[A-Z]{3}$/.test(unit) ? [] : [...formsOf(counter), ...also].map((form) => form.replace("{n}", "").trim()),
  );
  const { group, decimal, groups4 } = signs(language.language);
  return {
    cardinals,
    ordinals,
    scales,
    scaleWords,
    affixes: affixesOf(language, rules),
    fractions: rules.fractions.map(fractionForm),
    months: monthNames(language.language),
    negative: rules.negative.map((pattern) => affixOf(pattern, { type: "exact" }).before),
    names: rules.names.map((name) => name.toLowerCase()),
    counters: [...new Set([...counters, ...rules.counters])].filter((word) => word !== "").map((w) => w.toLowerCase()),
    wordsNeedCounter: rules.counters.length > 0,
    ranges: rules.ranges,
    lists: rules.lists,
    group,
    decimal,
    barePeriods: language.numbers.grouping && groups4,
  };
};

const built = new WeakMap<Language, Vocabulary>();

/** The vocabulary of a language; made once. */
export const vocabularyOf = (language: Language): Vocabulary => {
  const vocabulary = built.get(language) ?? build(language);
  built.set(language, vocabulary);
  return vocabulary;
};
