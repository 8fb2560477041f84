import type { Language } from "../../model/language.ts";
import type { Pair } from "./matching.ts";
import { type Passage, sentenceAround } from "./passages.ts";
import { isBoundary, skipSpace } from "./read/characters.ts";
import type { Spot } from "./spots.ts";

/** Which way a change goes, and the word or sign that says so. */
export type Direction = {
  readonly way: "up" | "down";
  readonly word: string;
  /** Where the word stands in its passage; a sign stands before its number. */
  readonly at: number;
};

type Way = "up" | "down" | undefined;
type Found = {
  readonly at: number;
  readonly end: number;
  readonly way: Way;
  readonly word: string;
  /** It holds only for a number directly beside it, on this side of the word. */
  readonly beside?: "before" | "after";
};

type Entry = { readonly word: string; readonly way: Way; readonly beside?: "before" | "after" };

const entries = new WeakMap<Language, readonly Entry[]>();

const entriesOf = (language: Language): readonly Entry[] => {
  const known = entries.get(language);
  if (known) return known;
  const { directions, claims, reading } = language;
  const list = (words: readonly string[], way: Way): readonly Entry[] =>
    words
      .map((each): Entry => {
        const word = each.replace("{n}", "").trim().toLowerCase();
        if (!each.includes("{n}")) return { word, way };
        return { word, way, beside: each.startsWith("{n}") ? "before" : "after" };
      })
      .filter(({ word }) => word !== "");
  const all = [
    ...list(reading?.neither ?? [], undefined),
    ...list([directions.up, ...claims.up, ...(reading?.rise ?? [])], "up"),
    ...list([directions.down, ...claims.down, ...(reading?.fall ?? [])], "down"),
  ];
  entries.set(language, all);
  return all;
};

const found = new WeakMap<Passage, readonly Found[]>();

/** The direction words of a passage, without those that are part of a phrase that says no direction: "shut down". */
const wordsIn = (passage: Passage, language: Language): readonly Found[] => {
  const known = found.get(passage);
  if (known) return known;
  const { small } = passage;
  const all: Found[] = [];
  for (const { word, way, beside } of entriesOf(language))
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (isBoundary(small, at) && isBoundary(small, end)) all.push({ at, end, way, word, ...(beside && { beside }) });
    }
  const plain = all.filter(({ way }) => way === undefined);
  const ways = all
    .filter(
      ({ way, at, end, beside }) =>
        way !== undefined && (beside === "before" || !plain.some((phrase) => phrase.at <= at && end <= phrase.end)),
    )
    .toSorted((x, y) => x.at - y.at);
  found.set(passage, ways);
  return ways;
};

/** What divides the parts of a sentence; a comma between digits does not. */
const clauseMark = /[，；：。;:]|,(?!\d)/g;
const bracketed = /[(（][^()（）]*[)）]/g;

/** The part of the sentence in which an offset lies. */
const clauseAround = (passage: Passage, offset: number): readonly [begin: number, end: number] => {
  const [from, to] = sentenceAround(passage, offset);
  let [begin, end] = [from, to];
  clauseMark.lastIndex = from;
  for (let mark = clauseMark.exec(passage.small); mark && mark.index < to; mark = clauseMark.exec(passage.small)) {
    if (mark.index < offset) begin = mark.index + 1;
    else {
      end = mark.index;
      break;
    }
  }
  return [begin, end];
};

/** Where brackets stand in a passage. */
const bracketsIn = (passage: Passage, begin: number, end: number): readonly (readonly [number, number])[] =>
  [...passage.small.slice(begin, end).matchAll(bracketed)].map(
    (match) => [begin + match.index, begin + match.index + match[0].length] as const,
  );

/** A word so far from a number still governs it, in characters. */
const reach = 60;

/**
 * The direction that its part of the sentence gives a number: by the sign before it, a word directly beside it, or the
 * words of that part where they all go one way; with several ways the nearest before it, else the first behind it, which
 * is told as unsure.
 */
const directionOf = (
  { passage, numeral }: Spot,
  language: Language,
): (Direction & { readonly sure: boolean }) | undefined => {
  // 增长-3% is a fall.
  if (numeral.sign === "-") return { way: "down", word: "−", at: numeral.start, sure: true };
  const [begin, end] = clauseAround(passage, numeral.start);
  const brackets = bracketsIn(passage, begin, end);
  const bracketOf = (at: number): number => brackets.findIndex(([from, to]) => from <= at && at < to);
  // What stands in brackets says nothing of what stands outside, nor the other way round.
  const comparing = new Set(language.reading?.from.map((word) => word.toLowerCase()));
  const words = wordsIn(passage, language).filter(
    (word) =>
      // 高于 says a rise of nothing but the number with which another one is compared.
      (numeral.role === "from" || !comparing.has(word.word)) &&
      word.at >= begin &&
      word.end <= end &&
      bracketOf(word.at) === bracketOf(numeral.start),
  );
  const beside = words.find(
    (word) =>
      (word.beside === "after" && skipSpace(passage.small, word.end) === numeral.start) ||
      (word.beside === "before" && skipSpace(passage.small, numeral.end) === word.at),
  );
  if (beside?.way) return { way: beside.way, word: beside.word, at: beside.at, sure: true };
  const near = words.filter(
    (word) => word.beside === undefined && numeral.start - word.end <= reach && word.at - numeral.end <= reach,
  );
  // "… rose by 2.01 percentage points, and … by 1.62": points are always a change.
  const [sentence] = sentenceAround(passage, numeral.start);
  const earlier = wordsIn(passage, language).filter((each) => each.at >= sentence && each.end <= begin && !each.beside);
  const lastWord = numeral.readings[0].kind === "points" ? earlier.at(-1) : undefined;
  const before = near.findLast((word) => word.end <= numeral.start);
  const after = near.find((word) => word.at >= numeral.end);
  const word = before ?? after ?? near[0] ?? lastWord;
  const sure = new Set(near.map(({ way }) => way)).size === 1;
  if (word?.way) return { way: word.way, word: word.word, at: word.at, sure };
  return numeral.sign === "+" ? { way: "up", word: "+", at: numeral.start, sure: true } : undefined;
};

/** Kinds of numbers that are themselves changes. */
const changes: ReadonlySet<string> = new Set(["percent", "points"]);
const changing: ReadonlySet<string> = new Set([
  "percent",
  "points",
  "money",
  "count",
  "measure",
  "ordinal",
  "multiple",
  "fraction",
]);

/** The words by which two languages give a change opposite directions; undefined where they agree or one says none. */
const disagreeing = (
  { a, b, readingA, readingB }: Pair,
  languages: readonly [Language, Language],
): readonly [Direction | undefined, Direction | undefined] | undefined => {
  const signs = [a.numeral.sign === "-", b.numeral.sign === "-"];
  const idle = a.numeral.strength === "idle" || b.numeral.strength === "idle";
  if (idle || ![readingA, readingB].every(({ kind }) => changing.has(kind))) return undefined;
  const [one, other] = [directionOf(a, languages[0]), directionOf(b, languages[1])];
  if (signs[0] !== signs[1] && (!one || !other)) return [one, other];
  if (!one || !other || one.way === other.way) return undefined;
  // "up from 5 percent" and 高于5%: what it is compared with did not change that way.
  if (a.numeral.role !== b.numeral.role && (a.numeral.role === "from" || b.numeral.role === "from")) return undefined;
  const isChange = [readingA, readingB].some(({ kind }) => changes.has(kind));
  const needed = isChange ? one.sure || other.sure : one.sure && other.sure;
  return needed ? [one, other] : undefined;
};

/** Numbers that two words give opposite directions, and the words. */
export type Opposed = { readonly pairs: readonly [Pair, ...Pair[]]; readonly words: readonly [string, string] };

/** Changes to which two texts give opposite directions, together where the same two words do. */
export const opposedIn = (pairs: readonly Pair[], languages: readonly [Language, Language]): readonly Opposed[] => {
  const found = new Map<string, { readonly pairs: [Pair, ...Pair[]]; readonly words: readonly [string, string] }>();
  const order = [...new Set(pairs.flatMap(({ a, b }) => [a.passage, b.passage]))];
  for (const pair of pairs) {
    const words = disagreeing(pair, languages);
    if (!words) continue;
    const [one, other] = words;
    const places = [order.indexOf(pair.a.passage), one?.at ?? -1, order.indexOf(pair.b.passage), other?.at ?? -1];
    const known = found.get(places.join(" "));
    if (known) known.pairs.push(pair);
    else found.set(places.join(" "), { pairs: [pair], words: [one?.word ?? "no sign", other?.word ?? "no sign"] });
  }
  return [...found.values()];
};
