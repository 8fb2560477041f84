import type { Pair } from "./matching.ts";
import type { Spot } from "./spots.ts";

/** The pairs that stand next to two numerals in both texts. */
export const neighboursOf = (a: Spot, b: Spot, pairs: readonly Pair[]): readonly Pair[] => {
  const near = (side: "a" | "b", spot: Spot, before: boolean): Pair | undefined =>
    pairs
      .filter((pair) => (before ? pair[side].order < spot.order : pair[side].order > spot.order))
      .toSorted((x, y) => (before ? -1 : 1) * (x[side].order - y[side].order))[0];
  return [true, false].flatMap((before) => {
    const [one, other] = [near("a", a, before), near("b", b, before)];
    return one && one === other ? [one] : [];
  });
};
