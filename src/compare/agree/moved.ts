import { classOf } from "./bag.ts";
import type { Matched } from "./matching.ts";
import type { Spot } from "./spots.ts";

/** No longer than a line of a cover or a head, in characters. */
const shortLine = 80;

const isShort = ({ passage }: Spot): boolean => passage.block.text.length <= shortLine;

/** So many significant digits make a number unlikely to be another one that happens to be like it. */
const telling = 3;

const keyOf = ({ numeral }: Spot): string => {
  const [{ kind, value, currency }] = numeral.readings;
  return `${classOf[kind]}${value}${currency ?? ""}`;
};

/**
 * Takes out what is left over in one unit together with the same number that is left over in another: a sentence that stands before
 * the head in one language and behind it in the other. Small numbers must stand in the neighbouring unit, or both on a line of their own.
 */
export const takeMoved = (units: readonly Matched[]): readonly Matched[] => {
  const places = new Map<string, { readonly unit: number; readonly spot: Spot }[]>();
  for (const [unit, { restB }] of units.entries())
    for (const spot of restB) places.set(keyOf(spot), [...(places.get(keyOf(spot)) ?? []), { unit, spot }]);
  const moved = new Set<Spot>();
  for (const [unit, { restA }] of units.entries())
    for (const a of restA) {
      // Every paragraph has its year: one that is left over here is not the one that is left over there.
      if (a.numeral.readings[0].kind === "year") continue;
      const near = (places.get(keyOf(a)) ?? [])
        .filter(({ spot }) => !moved.has(spot))
        .toSorted((x, y) => Math.abs(x.unit - unit) - Math.abs(y.unit - unit))[0];
      if (!near) continue;
      const apart = Math.abs(near.unit - unit);
      // The lines of a cover stand in any order.
      const covers = apart <= 4 && isShort(a) && isShort(near.spot);
      if (a.numeral.digits >= telling || apart <= 1 || covers) moved.add(near.spot).add(a);
    }
  const stayed = (rest: readonly Spot[]): readonly Spot[] => rest.filter((spot) => !moved.has(spot));
  return units.map(({ pairs, restA, restB }) => ({ pairs, restA: stayed(restA), restB: stayed(restB) }));
};
