import type { Approximation } from "../model/figure.ts";
import type { Glossary } from "../model/glossary.ts";
import type { Language } from "../model/language.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { numeralsOf } from "./numerals.ts";

export type Direction = "up" | "down" | "flat";
/** A word for an approximation and on which side of its number it stands. */
export type Approximating = { readonly kind: Approximation; readonly side: "before" | "after" };

/** The words by which one language makes claims, ready to be found. */
export type Vocabulary = {
  readonly directions: Lexicon<Direction>;
  readonly approximations: Lexicon<Approximating>;
  readonly respectively: Lexicon<"before" | "after">;
  readonly first: Lexicon<true>;
  /** Numerals that are names: by the name's key, or "" for a term of the glossary. */
  readonly names: Lexicon<string>;
  /** Words whose numerals are not typed facts: those that claim nothing, and those whose claim is checked as such (首位). */
  readonly plain: Lexicon<true>;
  /** Everything that a typed number word can count; without any, all number words are numbers. */
  readonly counting: Lexicon<true> | undefined;
  /** Counters, with the units that they count. */
  readonly counters: Lexicon<string>;
  /** Nouns, with the units that they fit. */
  readonly nouns: Lexicon<string>;
  /** Whether a text between two numbers joins them into one list. */
  readonly joins: (between: string) => boolean;
};

type Entry<T> = readonly [string, T | undefined];
const each = <T>(words: readonly string[], meaning: T): readonly Entry<T>[] => words.map((word) => [word, meaning]);

/** "{n}余" stands after its number, "近{n}" and "近" before it; the words of a pattern, without the number. */
const approximating = (kind: Approximation, pattern: string): readonly Entry<Approximating>[] => {
  const [before = "", after] = pattern.split("{n}").map((part) => part.trim());
  return [
    ...(before === "" ? [] : each([before], { kind, side: "before" } as const)),
    ...(after ? each([after], { kind, side: "after" } as const) : []),
  ];
};

const approximationsOf = ({ claims, numbers }: Language): readonly Entry<Approximating>[] =>
  [claims.approximations, numbers.approximations].flatMap((group) =>
    Object.entries(group).flatMap(([kind, patterns]) =>
      (patterns ?? []).flatMap((pattern) => approximating(kind as Approximation, pattern)),
    ),
  );

const namesOf = (language: Language, glossary: Glossary): readonly Entry<string>[] => [
  ...Object.entries(language.names).flatMap(([id, texts]) => each([texts].flat(), id)),
  // What a term types between its figures and gaps.
  ...glossary.flatMap((term) =>
    (term.forms.get(language.id) ?? []).flatMap((form) =>
      each(
        form
          .split(/\{[^}]*\}|…/)
          .map((piece) => piece.trim())
          .filter((piece) => numeralsOf(language)(piece).length > 0),
        "",
      ),
    ),
  ),
];

/** Counters as they are typed behind a number; patterns that put the number elsewhere are none. */
const countersOf = ({ units }: Language): readonly Entry<string>[] =>
  Object.entries(units).flatMap(([unit, { counter, also }]) =>
    [...(typeof counter === "string" ? [counter] : Object.values(counter)), ...also]
      .map((text) => text.replace(/^\{n\}/, "").trim())
      .filter((text) => text !== "" && !text.includes("{n}"))
      .map((text) => [text, unit] as const),
  );

/** What may follow a number: counters, scale words, per cent, what joins a fraction (分之). */
const countingOf = (language: Language): Lexicon<true> | undefined => {
  const { reading, numbers } = language;
  if (!reading || reading.counters.length === 0) return undefined;
  const behind = (pattern: string): string => (pattern.startsWith("{n}") ? pattern.slice("{n}".length).trim() : "");
  const scales = [...numbers.scales, ...reading.scales].flatMap(({ word }) =>
    typeof word === "string" ? [word] : Object.values(word),
  );
  const patterns = [...reading.percent, ...reading.points, ...Object.values(reading.money).flat()].map(behind);
  const fractions = reading.fractions.map((pattern) => pattern.replace(/\{[^}]*\}/g, ""));
  const words = [
    ...reading.counters,
    ...countersOf(language).map(([word]) => word),
    ...scales,
    ...patterns,
    ...fractions,
  ];
  return lexicon(
    each(
      words.map((word) => word.trim()).filter((word) => word !== ""),
      true as const,
    ),
  );
};

const known = new WeakMap<Language, WeakMap<Glossary, Vocabulary>>();

/** The vocabulary of a language, learnt once for each glossary. */
export const vocabularyOf = (language: Language, glossary: Glossary): Vocabulary => {
  const learnt = known.get(language) ?? new WeakMap<Glossary, Vocabulary>();
  known.set(language, learnt);
  const vocabulary = learnt.get(glossary) ?? learn(language, glossary);
  learnt.set(glossary, vocabulary);
  return vocabulary;
};

const learn = (language: Language, glossary: Glossary): Vocabulary => {
  const { claims, directions } = language;
  const plain: readonly Entry<never>[] = claims.plain.map((word) => [word, undefined]);
  const joins = new Set(claims.joins.map((word) => word.toLowerCase()));
  return {
    directions: lexicon<Direction>([
      ...each([directions.up, ...claims.up], "up" as const),
      ...each([directions.down, ...claims.down], "down" as const),
      ...each([directions.flat, ...claims.flat], "flat" as const),
      ...plain,
    ]),
    approximations: lexicon<Approximating>([...approximationsOf(language), ...plain]),
    respectively: lexicon<"before" | "after">([
      ...each(claims.respectively.before, "before" as const),
      ...each(claims.respectively.after, "after" as const),
      ...plain,
    ]),
    first: lexicon<true>([...each(claims.first, true as const), ...plain]),
    names: lexicon(namesOf(language, glossary)),
    plain: lexicon(each([...claims.plain, ...claims.first, ...(language.reading?.names ?? [])], true as const)),
    counting: countingOf(language),
    counters: lexicon<string>([...countersOf(language), ...plain]),
    nouns: lexicon<string>([
      ...Object.entries(language.units).flatMap(([unit, { nouns }]) => each(nouns, unit)),
      ...plain,
    ]),
    joins: (between) => {
      const words = between.trim().toLowerCase();
      // ", and" is a comma and a word.
      return joins.has(words) || (words !== "" && words.split(/\s+/).every((word) => joins.has(word)));
    },
  };
};
