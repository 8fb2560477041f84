import { classOf } from "./bag.ts";
import type { Numeral, Reading } from "./numeral.ts";
import type { Spot } from "./spots.ts";

/** Two numerals that stand for each other, and by which of their readings. */
export type Pair = { readonly a: Spot; readonly b: Spot; readonly readingA: Reading; readonly readingB: Reading };

export type Matched = {
  readonly pairs: readonly Pair[];
  readonly restA: readonly Spot[];
  readonly restB: readonly Spot[];
};

/** Whether two readings may stand for each other, more or less strictly. */
type Test = (a: Reading, b: Reading) => boolean;

const sameClass: Test = (a, b) =>
  classOf[a.kind] === classOf[b.kind] && a.value === b.value && (a.currency ?? "") === (b.currency ?? "");
const sameKind: Test = (a, b) => a.kind === b.kind && sameClass(a, b);
/** Money whose currency the other text leaves to the reader, or names otherwise; a percentage without its sign. */
const sameValue: Test = (a, b) => a.kind !== "code" && b.kind !== "code" && a.value === b.value;

const first = (numeral: Numeral): readonly Reading[] => numeral.readings.slice(0, 1);
const every = (numeral: Numeral): readonly Reading[] => numeral.readings;

/** The readings by which two numerals agree. */
const agreeing = (a: Numeral, b: Numeral, test: Test, of: (n: Numeral) => readonly Reading[]) => {
  for (const readingA of of(a))
    for (const readingB of of(b)) if (test(readingA, readingB)) return { readingA, readingB };
  return undefined;
};

/** From the strictest to the loosest: what is sure is paired first. */
const passes: readonly (readonly [Test, (n: Numeral) => readonly Reading[]])[] = [
  [sameKind, first],
  [sameClass, first],
  [sameKind, every],
  [sameClass, every],
  [sameValue, first],
];

/** Of more like numerals than this only those are considered that stand at the like place among them. */
const mostLike = 60;

const around = (spots: readonly Spot[], share: number): readonly Spot[] => {
  if (spots.length <= mostLike) return spots;
  const from = Math.round(share * spots.length - mostLike / 2);
  const start = Math.max(0, Math.min(spots.length - mostLike, from));
  return spots.slice(start, start + mostLike);
};

/** Where a spot stands in its text, from 0 to 1. */
const share = (spot: Spot, count: number): number => (spot.order + 0.5) / Math.max(1, count);

/**
 * Pairs the numerals of two texts that say the same. Of several like ones those are paired that stand at the like place,
 * and those that state something before those that may belong to a name.
 */
export const match = (a: readonly Spot[], b: readonly Spot[]): Matched => {
  const pairs: Pair[] = [];
  const [freeA, freeB] = [new Set(a), new Set(b)];
  for (const [test, of] of passes) {
    const byValue = new Map<string, Spot[]>();
    for (const spot of freeB)
      for (const value of new Set(of(spot.numeral).map((reading) => reading.value))) {
        const like = byValue.get(value);
        if (like) like.push(spot);
        else byValue.set(value, [spot]);
      }
    const candidates: { readonly pair: Pair; readonly cost: number }[] = [];
    for (const one of freeA)
      for (const value of new Set(of(one.numeral).map((reading) => reading.value)))
        for (const other of around(byValue.get(value) ?? [], share(one, a.length))) {
          const found = agreeing(one.numeral, other.numeral, test, of);
          if (!found) continue;
          // A loose word is no evidence that a unit was dropped.
          if (test === sameValue && (one.numeral.strength !== "stated" || other.numeral.strength !== "stated"))
            continue;
          const idle = [one, other].filter(({ numeral }) => numeral.strength === "idle").length;
          const cost = idle + Math.abs(share(one, a.length) - share(other, b.length));
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
  x.readingA.value === y.readingA.value && x.readingA.kind === y.readingA.kind && x.readingB.kind === y.readingB.kind;

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
export const unitsDiffer = ({ readingA, readingB }: Pair): boolean =>
  classOf[readingA.kind] !== classOf[readingB.kind] || (readingA.currency ?? "") !== (readingB.currency ?? "");
