import type { Language } from "../../model/language.ts";
import type { Pair } from "./matching.ts";
import type { Role } from "./numeral.ts";
import { sentenceOf } from "./passages.ts";
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

/** What divides the parts of a sentence. */
const clauseMark = /[，；。;]|,(?!\d)/;

/** Whether a word behind the first of two numbers makes it the one that came before: 上半年增长5.5%之后. */
const isBefore = (x: Spot, y: Spot, language: Language): boolean => {
  const [first, second] = x.order < y.order ? [x, y] : [y, x];
  if (first.passage !== second.passage) return false;
  const [clause = ""] = first.passage.small.slice(first.numeral.end, second.numeral.start).split(clauseMark);
  return (language.reading?.afterwards ?? []).some((word) => clause.includes(word.toLowerCase()));
};

/** Whether one of two numbers is what the other is compared with, so that languages put either first. */
const turned = (x: Spot, y: Spot, language: Language): boolean =>
  x.numeral.role === "from" || y.numeral.role === "from" || isBefore(x, y, language);

/** A comma between two numbers puts them so much further apart, in characters. */
const commaWidth = 40;

/** How far two numerals of a sentence are from each other, what a comma divides further. */
const apart = (x: Spot, y: Spot): number => {
  const [first, second] = x.numeral.start < y.numeral.start ? [x, y] : [y, x];
  const between = first.passage.small.slice(first.numeral.end, second.numeral.start);
  return between.length + commaWidth * (between.split(clauseMark).length - 1);
};

/** The pair of the sentence that stands nearest to a spot on one side and is no figure of the like kind: a year, a period, a name. */
const anchorOf = (pair: Pair, other: Pair, pairs: readonly Pair[], side: "a" | "b"): Pair | undefined =>
  pairs
    .filter(
      (each) =>
        each !== pair &&
        each !== other &&
        each.readingA.kind !== pair.readingA.kind &&
        sameSentence(each[side], pair[side]),
    )
    .toSorted((x, y) => apart(x[side], pair[side]) - apart(y[side], pair[side]))[0];

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

/** Kinds that say when or of what, so that a number belongs to the one beside it. */
const telling: ReadonlySet<string> = new Set(["year", "period", "month", "decade", "code"]);

/** Whether each of two numbers stands here beside the year or name beside which the other one stands there. */
const exchanged = (x: Pair, y: Pair, pairs: readonly Pair[]): boolean => {
  const named = pairs.filter(({ readingA }) => telling.has(readingA.kind));
  const [ax, ay, bx, by] = [
    anchorOf(x, y, named, "a"),
    anchorOf(y, x, named, "a"),
    anchorOf(x, y, named, "b"),
    anchorOf(y, x, named, "b"),
  ];
  return ax !== undefined && ay !== undefined && ax !== ay && ax === by && ay === bx;
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
  if (told === true || exchanged(x, y, pairs)) return { x, y, sure: true };
  if (told === false) return undefined;
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
