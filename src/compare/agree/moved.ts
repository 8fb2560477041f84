import { keyOf } from "./bag.ts";
import type { Matched } from "./matching.ts";
import type { Spot } from "./spots.ts";

/** The numerals of one run of sentences, matched, and the unit of passages that it belongs to. */
export type Placed = { readonly matched: Matched; readonly unit: number };

/** No longer than a line of a cover or a head, in characters. */
const shortLine = 80;

const isShort = ({ passage }: Spot): boolean => passage.block.text.length <= shortLine;

/** So many significant digits make a number unlikely to be another one that happens to be like it. */
const telling = 3;

/** Of more like numerals than this the later ones are not looked at. */
const mostLike = 500;

const kindOf = ({ numeral }: Spot): string => numeral.readings[0].kind;

const keyOfSpot = ({ numeral }: Spot): string => {
  const [reading] = numeral.readings;
  return `${keyOf(reading)}${reading.local ? "" : (reading.currency ?? "")}`;
};

type Found = {
  readonly unit: number;
  readonly spot: Spot;
  /** It has a partner that can do without it. */
  readonly taken: boolean;
};

/** The numerals of one side that are free: left over, or paired with a word that needs no partner (长三角). */
const freeOn = (side: "a" | "b", placed: readonly Placed[]): ReadonlyMap<string, readonly Found[]> => {
  const free = new Map<string, Found[]>();
  const other = side === "a" ? "b" : "a";
  for (const { matched, unit } of placed) {
    const { pairs, restA, restB } = matched;
    const idle = pairs.filter((pair) => pair[other].numeral.strength === "idle").map((pair) => pair[side]);
    const add = (spot: Spot, taken: boolean): void => {
      const like = free.get(keyOfSpot(spot)) ?? [];
      if (like.length < mostLike) like.push({ unit, spot, taken });
      free.set(keyOfSpot(spot), like);
    };
    for (const spot of side === "a" ? restA : restB) add(spot, false);
    for (const spot of idle) add(spot, true);
  }
  return free;
};

/** Every paragraph has its year: one that is left over here is not the one that is left over there. */
const mayMove = ({ numeral }: Spot): boolean => numeral.strength !== "idle" && numeral.readings[0].kind !== "year";

/**
 * Takes out what is left over in one place and stands, without partner there, in another: a sentence before the head in
 * one language and behind it in the other. Small numbers must stand in the same or the neighbouring unit, or both on a
 * line of their own.
 */
export const takeMoved = (placed: readonly Placed[]): readonly Matched[] => {
  const moved = new Set<Spot>();
  for (const side of ["a", "b"] as const) {
    const free = freeOn(side === "a" ? "b" : "a", placed);
    for (const { matched, unit } of placed)
      for (const spot of side === "a" ? matched.restA : matched.restB) {
        if (moved.has(spot) || !mayMove(spot)) continue;
        const near = (free.get(keyOfSpot(spot)) ?? [])
          .filter((found) => !moved.has(found.spot) && (!found.taken || kindOf(found.spot) === kindOf(spot)))
          .toSorted(
            (x, y) => Number(x.taken) - Number(y.taken) || Math.abs(x.unit - unit) - Math.abs(y.unit - unit),
          )[0];
        if (!near) continue;
        const apart = Math.abs(near.unit - unit);
        // The lines of a cover stand in any order.
        const covers = apart <= 4 && isShort(spot) && isShort(near.spot);
        if (spot.numeral.digits >= telling || apart <= 1 || covers) moved.add(near.spot).add(spot);
      }
  }
  const stayed = (rest: readonly Spot[]): readonly Spot[] => rest.filter((spot) => !moved.has(spot));
  return placed.map(({ matched: { pairs, restA, restB } }) => ({ pairs, restA: stayed(restA), restB: stayed(restB) }));
};
