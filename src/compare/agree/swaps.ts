import type { Pair } from "./matching.ts";
import { sentenceOf } from "./passages.ts";
import type { Spot } from "./spots.ts";

const sameSentence = (x: Spot, y: Spot): boolean =>
  x.passage === y.passage && sentenceOf(x.passage, x.numeral.start) === sentenceOf(y.passage, y.numeral.start);

/** What is counted in the same way may be taken one for the other: two percentages, two sums, two numbers of 件. */
const interchangeable = (x: Pair, y: Pair): boolean => {
  if (x.readingA.kind !== y.readingA.kind || x.readingB.kind !== y.readingB.kind) return false;
  if (x.readingA.value === y.readingA.value) return false;
  if (x.readingA.kind === "percent" || x.readingA.kind === "money") return true;
  const counter = (side: "a" | "b"): boolean =>
    x[side].numeral.counter !== undefined && x[side].numeral.counter === y[side].numeral.counter;
  return x.readingA.kind === "count" && (counter("a") || counter("b"));
};

/** Neighbours of one sentence that stand in the other order in the other language: one may have been put for the other. */
export const swapsOf = (pairs: readonly Pair[]): readonly (readonly [Pair, Pair])[] => {
  // The words of a picture are drawn in any order.
  const running = pairs.filter(({ a, b }) => [a, b].every(({ passage }) => passage.block.role !== "alternative"));
  const inOrder = running.toSorted((x, y) => x.a.order - y.a.order);
  return inOrder.flatMap((x, index) => {
    const y = inOrder.slice(index + 1).find((later) => interchangeable(x, later));
    if (!y || x.b.order < y.b.order) return [];
    return sameSentence(x.a, y.a) && sameSentence(x.b, y.b) ? [[x, y] as const] : [];
  });
};
