import { classOf } from "./bag.ts";
import type { Numeral, Reading } from "./numeral.ts";
import { rounded } from "./rounding.ts";
import type { Spot } from "./spots.ts";

/** Two numerals that stand for each other, and by which of their readings. */
export type Pair = {
  readonly a: Spot;
  readonly b: Spot;
  readonly readingA: Reading;
  readonly readingB: Reading;
  /** One is the other in fewer digits. */
  readonly coarser?: true;
};

export type Matched = {
  readonly pairs: readonly Pair[];
  readonly restA: readonly Spot[];
  readonly restB: readonly Spot[];
};

/** Whether two readings may stand for each other, more or less strictly. */
type Test = (a: Reading, b: Reading) => boolean;

const sameCurrency: Test = (a, b) => (a.currency ?? "") === (b.currency ?? "");
const sameClass: Test = (a, b) => classOf(a) === classOf(b) && a.value === b.value && !(a.bare && b.bare);
const sameUnit: Test = (a, b) => sameClass(a, b) && sameCurrency(a, b);
const sameKind: Test = (a, b) => a.kind === b.kind && sameUnit(a, b);
/** Money of the place, which the pair of documents will have to tell. */
const sameLocal: Test = (a, b) =>
  a.currency !== undefined && b.currency !== undefined && sameClass(a, b) && (a.local || b.local) === true;
const apart: ReadonlySet<Reading["kind"]> = new Set(["period", "time", "vague", "level", "decade", "fraction"]);
/** Money whose currency the other text leaves to the reader, or names otherwise; a percentage without its sign. */
const sameValue: Test = (a, b) => a.value === b.value && !apart.has(a.kind) && !apart.has(b.kind);
/** A number of which only the size is said, and one of that size. */
const sameSize: Test = (a, b) => {
  const [vague, other] = a.kind === "vague" ? [a, b] : [b, a];
  if (vague.kind !== "vague" || !["count", "money", "ordinal"].includes(other.kind)) return false;
  const times = Number(other.value) / Number(vague.value);
  return times >= 1 && times < 10;
};

type Readings = (numeral: Numeral) => readonly Reading[];
const first: Readings = ({ readings }) => readings.slice(0, 1);
const every: Readings = ({ readings }) => readings;

type Pass = {
  readonly test: Test;
  readonly of: Readings;
  /** The values need not be the same, so that all of one text are set against all of the other. */
  readonly unequal?: "rounded" | "size";
  /** A loose word is no evidence that a unit was dropped. */
  readonly statedOnly?: true;
};

/** From the strictest to the loosest: what is sure is paired first. */
const passes: readonly Pass[] = [
  { test: sameKind, of: first },
  { test: sameUnit, of: first },
  { test: sameLocal, of: first },
  { test: sameKind, of: every },
  { test: sameUnit, of: every },
  { test: sameValue, of: first, statedOnly: true },
  {
    test: (a, b) => classOf(a) === classOf(b) && (sameCurrency(a, b) || a.local === true || b.local === true),
    of: first,
    unequal: "rounded",
  },
  { test: (a, b) => a.bare === true && b.bare === true && a.value === b.value, of: every, statedOnly: true },
  { test: sameSize, of: first, unequal: "size" },
];

/** Of more like numerals than this only those are considered that stand at the like place among them. */
const mostLike = 60;

const around = <T>(spots: readonly T[], share: number): readonly T[] => {
  if (spots.length <= mostLike) return spots;
  const from = Math.round(share * spots.length - mostLike / 2);
  const start = Math.max(0, Math.min(spots.length - mostLike, from));
  return spots.slice(start, start + mostLike);
};

/** The readings by which two numerals agree. */
const agreeing = (one: Numeral, other: Numeral, { test, of, unequal }: Pass) => {
  for (const readingA of of(one))
    for (const readingB of of(other)) {
      if (!test(readingA, readingB)) continue;
      if (unequal !== "rounded") return { readingA, readingB };
      const how = rounded(one, other, readingA, readingB);
      if (how) return { readingA, readingB, ...(how === "coarser" && { coarser: true as const }) };
    }
  return undefined;
};

/**
 * Pairs the numerals of two texts that say the same. Of several like ones those are paired that stand at the like place,
 * and those that state something before those that may belong to a name. In one language nothing is rounded: there a
 * number that is coarser was changed.
 */
export const match = (a: readonly Spot[], b: readonly Spot[], oneLanguage: boolean): Matched => {
  const pairs: Pair[] = [];
  const [freeA, freeB] = [new Set(a), new Set(b)];
  const places = new Map<Spot, number>();
  for (const spots of [a, b])
    for (const [index, spot] of spots.entries()) places.set(spot, (index + 0.5) / spots.length);
  const placeOf = (spot: Spot): number => places.get(spot) ?? 0;
  for (const pass of passes) {
    if (freeA.size === 0 || freeB.size === 0) break;
    if (oneLanguage && pass.unequal === "rounded") continue;
    const byValue = new Map<string, Spot[]>();
    const keysOf = (numeral: Numeral): readonly string[] =>
      pass.unequal ? [""] : [...new Set(pass.of(numeral).map(({ value }) => value))];
    for (const spot of freeB)
      for (const key of keysOf(spot.numeral)) {
        const like = byValue.get(key);
        if (like) like.push(spot);
        else byValue.set(key, [spot]);
      }
    const candidates: { readonly pair: Pair; readonly cost: number }[] = [];
    for (const one of freeA)
      for (const key of keysOf(one.numeral))
        for (const other of around(byValue.get(key) ?? [], placeOf(one))) {
          const found = agreeing(one.numeral, other.numeral, pass);
          if (!found) continue;
          if (pass.statedOnly && [one, other].some(({ numeral }) => numeral.strength !== "stated")) continue;
          const idle = [one, other].filter(({ numeral }) => numeral.strength === "idle").length;
          // Of two like numbers the one with the like bound.
          const bound = one.numeral.stance === other.numeral.stance ? 0 : 0.4;
          const cost = idle + bound + Math.abs(placeOf(one) - placeOf(other));
          candidates.push({ pair: { a: one, b: other, ...found }, cost });
        }
    for (const { pair } of candidates.toSorted((x, y) => x.cost - y.cost || x.pair.a.order - y.pair.a.order)) {
      if (!freeA.has(pair.a) || !freeB.has(pair.b)) continue;
      pairs.push(pair);
      freeA.delete(pair.a);
      freeB.delete(pair.b);
    }
  }
  return { pairs: uncrossed(pairs), restA: [...freeA], restB: [...freeB] };
};

const alike = (x: Pair, y: Pair): boolean =>
  x.readingA.value === y.readingA.value &&
  x.readingA.kind === y.readingA.kind &&
  x.readingB.kind === y.readingB.kind &&
  x.coarser === y.coarser &&
  x.readingB.value === y.readingB.value;

/** Like numerals are paired in the order in which they stand. */
const uncrossed = (pairs: readonly Pair[]): readonly Pair[] => {
  const out = [...pairs].toSorted((x, y) => x.a.order - y.a.order);
  if (out.length > 1000) return out;
  for (let i = 0; i < out.length; i++)
    for (let j = i + 1; j < out.length; j++) {
      const [x, y] = [out[i] as Pair, out[j] as Pair];
      if (!alike(x, y) || x.b.order < y.b.order) continue;
      out[i] = { ...x, b: y.b, readingB: y.readingB };
      out[j] = { ...y, b: x.b, readingB: x.readingB };
    }
  return out;
};

/** Whether two numbers of one value have units that no translation exchanges: a percentage and a count, two currencies. */
export const unitsDiffer = ({ readingA, readingB }: Pair): boolean => {
  if (readingA.bare && readingB.bare) return true;
  if ([readingA, readingB].some(({ kind }) => kind === "code" || kind === "vague")) return false;
  return classOf(readingA) !== classOf(readingB) || (readingA.currency ?? "") !== (readingB.currency ?? "");
};
