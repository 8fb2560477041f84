import type { Unit } from "./alignment/index.ts";
import { keyOf } from "./bag.ts";
import type { Numeral } from "./numeral.ts";
import type { Passage } from "./passages.ts";
import type { Spot } from "./spots.ts";

/** What the other language says around a unit: a number that stands there too is not missing. */
export type Nearby = {
  /** Whether the other text says a picture's number anywhere in this chapter: pictures repeat what the prose says. */
  readonly hasPictured: (spot: Spot, side: "a" | "b") => boolean;
  /** Whether the other text names a year in this chapter: languages repeat years as they need. */
  readonly hasYear: (spot: Spot, side: "a" | "b") => boolean;
};

const keysOf = ({ readings }: Numeral): readonly string[] => readings.map(keyOf);

const valuesOf = (passages: readonly Passage[]): ReadonlySet<string> =>
  new Set(passages.flatMap(({ numerals }) => numerals.flatMap(keysOf)));

const isPictured = ({ passage }: Spot): boolean => passage.block.role === "alternative";

const yearly: ReadonlySet<string> = new Set(["year", "decade"]);

/** The chapters of the units: a new one begins with every numbered head. */
const chaptersOf = (units: readonly Unit[]): readonly number[] => {
  let chapter = 0;
  return units.map(({ a, b }) => {
    if (a.some(({ head }) => head) && b.some(({ head }) => head)) chapter++;
    return chapter;
  });
};

/** What stands around each of the units, in their order. */
export const nearbyOf = (units: readonly Unit[]): readonly Nearby[] => {
  const chapters = chaptersOf(units);
  const passages = new Map<string, Passage[]>();
  for (const [index, unit] of units.entries())
    for (const side of ["a", "b"] as const) {
      const key = `${side}${chapters[index]}`;
      passages.set(key, passages.get(key) ?? []);
      passages.get(key)?.push(...unit[side]);
    }
  const said = new Map([...passages].map(([key, all]) => [key, valuesOf(all)]));
  return units.map((_, index) => {
    const says = (spot: Spot, side: "a" | "b"): boolean => {
      const other = said.get(`${side === "a" ? "b" : "a"}${chapters[index]}`);
      return keysOf(spot.numeral).some((key) => other?.has(key) ?? false);
    };
    return {
      hasPictured: (spot, side) => isPictured(spot) && says(spot, side),
      hasYear: (spot, side) => yearly.has(spot.numeral.readings[0].kind) && says(spot, side),
    };
  });
};
