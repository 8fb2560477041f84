import { ruleSetsOf } from "../../../model/gender.ts";
import type { Language } from "../../../model/language.ts";
import { type ReadingRules, readingSchema } from "../../../model/reading.ts";
import { spellOut } from "../../../model/spellout.ts";
import { type Affixes, indexed } from "./affix.ts";
import { affixesOf, formsOf, wordsBefore } from "./affixes.ts";
import { monthNames, signsOf } from "./cldr.ts";
import { type Phrases, phrasesOf } from "./phrases.ts";
import { addWord, newTrie, type Trie } from "./trie.ts";

/** A fraction pattern taken apart: the two numbers in their order and the words between and after them. */
export type FractionForm = {
  readonly first: "n" | "denominator" | "one";
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

/** A unit of measure and how much of its base unit one is. */
export type Measure = { readonly unit: string; readonly factor: number; readonly word: string };

/** Everything by which the numerals of a language are read, made ready once. */
export type Vocabulary = {
  readonly variants: ReadonlyMap<string, string>;
  readonly cardinals: Trie<Word>;
  readonly ordinals: Trie<Word>;
  /** Scale words, to be read where a line's end divides them too: mil-lion. */
  readonly scales: Trie<number>;
  readonly abbreviations: Trie<number>;
  readonly measures: Trie<Measure>;
  readonly affixes: Affixes;
  readonly fractions: readonly FractionForm[];
  readonly denominators: Trie<Word>;
  /** Words before a number at which a change begins and ends, and words for a rise, in small letters. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly rise: readonly string[];
  readonly fall: readonly string[];
  /** Words for minus, in small letters. */
  readonly negative: readonly string[];
  readonly decimalWords: readonly string[];
  readonly multipleWords: Trie<number>;
  readonly counters: Trie<true>;
  /** Whether a number word is a statement only before a counter. */
  readonly wordsNeedCounter: boolean;
  readonly ranges: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  /** Signs of grouped digits and of decimals, of one character each. */
  readonly group: string;
  readonly decimal: string;
  /** Whether four digits without grouping are most likely a year. */
  readonly barePeriods: boolean;
  /** Month names with their numbers, as CLDR has them: with capitals. */
  readonly months: ReadonlyMap<string, number>;
  readonly phrases: Phrases;
  readonly clock: ReadingRules["clock"];
};

/** Numbers that are read in words; beyond them words go with scale words. */
const wordLimit = 9999;

const addSpelt = (trie: Trie<Word>, language: Language, sets: readonly string[]): void => {
  for (const name of sets)
    for (let n = 0; n <= wordLimit; n++) {
      const word = spellOut(language.numbers.spellout, name, n);
      if (word) addWord(trie, word, { value: n, spelt: true });
    }
};

const addListed = (trie: Trie<Word>, words: Readonly<Record<string, number>>): void => {
  for (const [word, value] of Object.entries(words)) addWord(trie, word, { value, spelt: false });
};

const valuesOf = (words: Readonly<Record<string, number>>): Trie<number> => {
  const trie = newTrie<number>();
  for (const [word, value] of Object.entries(words)) addWord(trie, word, value);
  return trie;
};

const fractionForm = (pattern: string): FractionForm => {
  const [before = "", between = "", after = ""] = pattern.toLowerCase().split(/\{(?:n|denominator|ordinal)\}/);
  if (!pattern.includes("{n}"))
    return {
      first: "one",
      denominator: pattern.includes("{ordinal}") ? "ordinal" : "cardinal",
      between: before,
      after: between,
    };
  return {
    first: pattern.indexOf("{n}") === before.length ? "n" : "denominator",
    denominator: pattern.includes("{ordinal}") ? "ordinal" : "cardinal",
    between,
    after,
  };
};

/** Words and patterns as words, in small letters. */
const wordsOf = (patterns: readonly string[]): readonly string[] =>
  patterns.map((word) => word.replace("{n}", "").trim().toLowerCase()).filter((word) => word !== "");

const build = (language: Language): Vocabulary => {
  const rules = language.reading ?? readingSchema.parse({});
  const [cardinals, ordinals] = [newTrie<Word>(), newTrie<Word>()];
  addSpelt(cardinals, language, [...new Set([...rules.cardinals, ...ruleSetsOf(language, "cardinal")])]);
  addListed(cardinals, rules.words);
  addSpelt(ordinals, language, [...new Set([...rules.ordinals, ...ruleSetsOf(language, "ordinal")])]);
  for (const forms of Object.values(language.numbers.phrases))
    addListed(ordinals, Object.fromEntries(Object.entries(forms).map(([value, word]) => [word, Number(value)])));
  addListed(ordinals, rules.ordinalWords);
  const denominators = newTrie<Word>();
  addListed(denominators, rules.denominators);
  const scales = newTrie<number>();
  for (const { from, word } of [...language.numbers.scales, ...rules.scales])
    for (const form of formsOf(word)) addWord(scales, form, from);
  const measures = newTrie<Measure>();
  for (const [unit, words] of Object.entries(rules.measures))
    for (const [word, factor] of Object.entries(words)) addWord(measures, word, { unit, factor, word });
  const counters = newTrie<true>();
  const ownCounters = Object.entries(language.units).flatMap(([unit, { counter, also }]) =>
    /^[A-Z]{3}$/.test(unit) ? [] : [...formsOf(counter), ...also].map((form) => form.replace("{n}", "").trim()),
  );
  for (const word of [...ownCounters, ...rules.counters]) if (word !== "") addWord(counters, word, true);
  const { group, decimal, groups4 } = signsOf(language.language);
  const characters = [...rules.variants.replace(/\s/g, "")];
  return {
    variants: new Map(
      characters.flatMap((character, index) => (index % 2 === 0 ? [[character, characters[index + 1] ?? ""]] : [])),
    ),
    cardinals,
    ordinals,
    scales,
    abbreviations: valuesOf(rules.abbreviations),
    measures,
    affixes: indexed(affixesOf(language, rules)),
    fractions: rules.fractions.map(fractionForm),
    denominators,
    from: rules.from.map((word) => word.toLowerCase()),
    to: rules.to.map((word) => word.toLowerCase()),
    rise: wordsOf([language.directions.up, ...language.claims.up, ...rules.rise]),
    fall: wordsOf([language.directions.down, ...language.claims.down, ...rules.fall]),
    negative: wordsBefore(rules.negative),
    decimalWords: rules.decimal.map((word) => word.toLowerCase()),
    multipleWords: valuesOf(rules.multipleWords),
    counters,
    wordsNeedCounter: rules.counters.length > 0,
    ranges: new Set(rules.ranges.map((word) => word.toLowerCase())),
    lists: new Set(rules.lists.map((word) => word.toLowerCase())),
    group,
    decimal,
    barePeriods: language.numbers.grouping && groups4,
    months: monthNames(language.language),
    phrases: phrasesOf(rules),
    clock: rules.clock,
  };
};

const built = new WeakMap<Language, Vocabulary>();

/** The vocabulary of a language; made once. */
export const vocabularyOf = (language: Language): Vocabulary => {
  const vocabulary = built.get(language) ?? build(language);
  built.set(language, vocabulary);
  return vocabulary;
};
