import type { Language } from "../../model/language.ts";
import type { Pair } from "./matching.ts";
import type { Role } from "./numeral.ts";
import { sentenceAround, sentenceOf } from "./passages.ts";
import { isBoundary } from "./read/characters.ts";
import type { Spot } from "./spots.ts";

const sameSentence = (x: Spot, y: Spot): boolean =>
  x.passage === y.passage && sentenceOf(x.passage, x.numeral.start) === sentenceOf(y.passage, y.numeral.start);

/** What is counted in the same way may be taken one for the other: two percentages, two sums, two numbers of 件. */
const interchangeable = (x: Pair, y: Pair): boolean => {
  if (x.readingA.kind !== y.readingA.kind || x.readingB.kind !== y.readingB.kind) return false;
  if (x.readingA.value === y.readingA.value || x.readingA.unit !== y.readingA.unit) return false;
  if ([x, y].some(({ a, b }) => a.numeral.strength === "idle" || b.numeral.strength === "idle")) return false;
  if (["percent", "points", "money", "measure", "multiple"].includes(x.readingA.kind)) return true;
  const counter = (side: "a" | "b"): boolean =>
    x[side].numeral.counter !== undefined && x[side].numeral.counter === y[side].numeral.counter;
  return x.readingA.kind === "count" && (counter("a") || counter("b"));
};

/** Whether a word that turns the order round stands between two numbers or shortly before the first: than, from, 低于. */
const turned = (x: Spot, y: Spot, language: Language): boolean => {
  const [first, second] = x.order < y.order ? [x, y] : [y, x];
  const { small } = first.passage;
  const [begin] = sentenceAround(first.passage, first.numeral.start);
  const text = small.slice(Math.max(begin, first.numeral.start - 12), second.numeral.start);
  return (language.reading?.inversions ?? []).some((each) => {
    const word = each.toLowerCase();
    const at = text.indexOf(word);
    return at >= 0 && isBoundary(text, at) && isBoundary(text, at + word.length);
  });
};

/** The pair of the sentence that stands nearest to a spot on one side and is no figure of the like kind: a year, a period, a name. */
const anchorOf = (pair: Pair, other: Pair, pairs: readonly Pair[], side: "a" | "b"): Pair | undefined => {
  const at = pair[side].numeral.start;
  return pairs
    .filter(
      (each) =>
        each !== pair &&
        each !== other &&
        each.readingA.kind !== pair.readingA.kind &&
        sameSentence(each[side], pair[side]),
    )
    .toSorted((x, y) => Math.abs(x[side].numeral.start - at) - Math.abs(y[side].numeral.start - at))[0];
};

/** Whether two numbers were moved with what they belong to: each stands in both texts beside the same year or name. */
const movedTogether = (x: Pair, y: Pair, pairs: readonly Pair[]): boolean => {
  const [ax, ay] = [anchorOf(x, y, pairs, "a"), anchorOf(y, x, pairs, "a")];
  if (!ax || !ay || ax === ay) return false;
  return ax === anchorOf(x, y, pairs, "b") && ay === anchorOf(y, x, pairs, "b");
};

/** Which of two numbers a change begins or ends with, where only one of them does. */
const only = (x: Spot, y: Spot, role: Role): Spot | undefined => {
  const [one, other] = [x.numeral.role === role, y.numeral.role === role];
  return one === other ? undefined : one ? x : y;
};

/** Whether two numbers change their parts in a change: from 16 to 13 here, from 13 to 16 there. Undefined where nothing says. */
const byRoles = (x: Pair, y: Pair): boolean | undefined => {
  for (const role of ["to", "from"] as const) {
    const [a, b] = [only(x.a, y.a, role), only(x.b, y.b, role)];
    if (a && b) return (a === x.a) !== (b === x.b);
  }
  return undefined;
};

export type Swap = { readonly x: Pair; readonly y: Pair; readonly sure: boolean };

/** One of two neighbours may have been put for the other; undefined where their places do not say so. */
const swapOf = (
  x: Pair,
  y: Pair,
  pairs: readonly Pair[],
  languages: readonly [Language, Language],
): Swap | undefined => {
  const told = byRoles(x, y);
  if (told !== undefined) return told ? { x, y, sure: true } : undefined;
  if (x.b.order < y.b.order || movedTogether(x, y, pairs)) return undefined;
  return { x, y, sure: !turned(x.a, y.a, languages[0]) && !turned(x.b, y.b, languages[1]) };
};

/** Numbers of two sentences each of which stands in the other's place: 11% and 8.1% in the sentences of 8.1% and 11%. */
const acrossSentences = (pairs: readonly Pair[], beadOf: ReadonlyMap<Spot, number>): readonly Swap[] => {
  const across = pairs.filter(({ a, b }) => beadOf.get(a) !== beadOf.get(b));
  return across.flatMap((x, index) =>
    across
      .slice(index + 1)
      .filter(
        (y) => beadOf.get(x.a) === beadOf.get(y.b) && beadOf.get(x.b) === beadOf.get(y.a) && interchangeable(x, y),
      )
      .slice(0, 1)
      .map((y) => ({ x, y, sure: true })),
  );
};

/**
 * Neighbours that stand in the other order in the other language, or of which one begins a change here and ends it there,
 * and numbers of two sentences that change their places: one may have been put for the other. It is unsure where a word
 * turns the order round. `beadOf` tells the sentences that were set against each other.
 */
export const swapsOf = (
  pairs: readonly Pair[],
  beadOf: ReadonlyMap<Spot, number>,
  languages: readonly [Language, Language],
): readonly Swap[] => {
  // The words of a picture are drawn in any order.
  const running = pairs.filter(({ a, b }) => [a, b].every(({ passage }) => passage.block.role !== "alternative"));
  const inOrder = running.toSorted((x, y) => x.a.order - y.a.order);
  const near = inOrder.flatMap((x, index) => {
    const y = inOrder.slice(index + 1).find((later) => interchangeable(x, later));
    if (!y || !(sameSentence(x.a, y.a) || sameSentence(x.b, y.b))) return [];
    return swapOf(x, y, running, languages) ?? [];
  });
  return [
    ...near,
    ...acrossSentences(running, beadOf).filter(({ x, y }) => !near.some((swap) => swap.x === x && swap.y === y)),
  ];
};
