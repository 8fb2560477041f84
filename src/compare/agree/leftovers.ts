import { distance } from "fastest-levenshtein";
import type { Matched, Pair } from "./matching.ts";
import type { Nearby } from "./nearby.ts";
import { neighboursOf } from "./neighbours.ts";
import type { NumeralKind, Reading } from "./numeral.ts";
import type { Spot } from "./spots.ts";

/** Two numerals that stand for each other and say different things. */
export type Difference = {
  readonly a: Spot;
  readonly b: Spot;
  readonly readingA: Reading;
  readonly readingB: Reading;
  /** From 0, sure, to 1.4: how unlike they are in their digits and their place. */
  readonly cost: number;
};

/** Kinds that one thing may be printed in, by language; numerals of one group can be each other's wrong value. */
const groups: readonly ReadonlySet<NumeralKind>[] = [
  new Set(["count", "money", "measure", "multiple"]),
  new Set(["count", "ordinal", "day", "code"]),
  new Set(["percent", "fraction", "points"]),
  new Set(["multiple", "level", "percent"]),
  new Set(["year", "decade"]),
  new Set(["day", "time", "month"]),
  new Set(["period"]),
  new Set(["vague", "count"]),
  new Set(["percent", "count"]),
];

/** What a numeral says, as digits: 14726 for 147.26万, with and without the zeros that a scale word stands for. */
const digitsOf = ({ value }: Reading): readonly [string, string] => {
  const all = value.replace(/\D/g, "").replace(/^0+/, "");
  return [all, all.replace(/0+$/, "")];
};

/** How unlike the digits of two values are, from 0 to 1. */
const unlike = (a: Reading, b: Reading): number => {
  const [one, other] = [digitsOf(a), digitsOf(b)];
  const share = (x: string, y: string): number => distance(x, y) / Math.max(x.length, y.length, 1);
  return Math.min(share(one[0], other[0]), share(one[1], other[1]));
};

const mayStandFor = (a: Reading, b: Reading): boolean => {
  if (a.kind === b.kind) return true;
  // 三成 and 3 have lost a unit; other shares and counts have nothing in common.
  const share = [a, b].some(({ kind }) => kind === "percent") && [a, b].some(({ kind }) => kind === "count");
  return groups.some((group) => group.has(a.kind) && group.has(b.kind)) && !(share && unlike(a, b) > 0.34);
};

/** How many pairs stand before a numeral, as a share of all: two numerals in the same gap of their texts are likely partners. */
const gap = (pairs: readonly Pair[], spot: Spot, side: "a" | "b"): number =>
  pairs.filter((pair) => pair[side].order < spot.order).length / (pairs.length + 1);

/** Above this two leftover numerals are told apart, not against each other; a doubtful one must be nearer. */
const dearest = { sure: 1.4, doubtful: 0.9 };

/** So many leftovers of one unit are set against each other. */
const mostLeft = 300;

/** How near two values are to each other, up to 1. */
const alike = (a: number, b: number): number => (a > 0 && b > 0 ? Math.min(a, b) / Math.max(a, b) : 0);

/** Four digits that are a year, or may be one. */
const isYear = ({ numeral }: Spot): boolean => numeral.readings.some(({ kind }) => kind === "year");

const isIdle = ({ numeral }: Spot): boolean => numeral.strength === "idle";

/** Whether a numeral is the only one of its kind among some; words that may be none do not count. */
const isOnly = (spot: Spot, spots: readonly Spot[]): boolean =>
  spots.every(
    (other) =>
      other === spot ||
      (isIdle(other) && !isIdle(spot)) ||
      other.numeral.readings[0].kind !== spot.numeral.readings[0].kind,
  );

/**
 * The readings by which two numerals could be each other's wrong value, and how unlike they are. Where each is the `only`
 * one of its kind that is left, their places say little: languages build their sentences in different orders.
 */
const compared = (pairs: readonly Pair[], a: Spot, b: Spot, only: boolean): Difference | undefined => {
  let best: Difference | undefined;
  const place = (only ? 0.1 : 1) * Math.abs(gap(pairs, a, "a") - gap(pairs, b, "b"));
  for (const readingA of a.numeral.readings)
    for (const readingB of b.numeral.readings) {
      if (!mayStandFor(readingA, readingB) || readingA.bare !== readingB.bare) continue;
      if (isYear(a) !== isYear(b) && Math.min(Number(readingA.value), Number(readingB.value)) < 1000) continue;
      // Of parts of the year none is more like another.
      const digits = readingA.kind === "period" ? 0.3 : unlike(readingA, readingB);
      const kinds = readingA.kind === readingB.kind ? 0 : 0.3;
      // Five is rather put for six than for two.
      const far = 1 - alike(Number(readingA.value), Number(readingB.value));
      const later = readingA === a.numeral.readings[0] && readingB === b.numeral.readings[0] ? 0 : 0.1;
      const cost = 2 * place + digits + kinds + later + 0.1 * far;
      // Numbers that have nothing in common must at least stand beside the same ones.
      const small = only && Number(readingA.value) <= 12 && Number(readingB.value) <= 12;
      const strange = digits > 0.99 && far > 0.5 && !small && pairs.length > (only ? 1 : 0);
      if (strange && neighboursOf(a, b, pairs).length === 0) continue;
      if (!best || cost < best.cost) best = { a, b, readingA, readingB, cost };
    }
  return best;
};

/** Pairs leftover numerals that stand at the like place and look alike, the likeliest first. */
const pairUp = (
  pairs: readonly Pair[],
  restA: readonly Spot[],
  restB: readonly Spot[],
  limit: number,
  may: (a: Spot, b: Spot) => boolean,
): readonly Difference[] => {
  // So much that differs is no text and its translation; the first of it says so.
  const [firstA, firstB] = [restA.slice(0, mostLeft), restB.slice(0, mostLeft)];
  const candidates = firstA
    .flatMap((a) =>
      firstB.flatMap((b) => (may(a, b) ? (compared(pairs, a, b, isOnly(a, firstA) && isOnly(b, firstB)) ?? []) : [])),
    )
    .filter(({ cost }) => cost <= limit)
    .toSorted((x, y) => x.cost - y.cost);
  const taken = new Set<Spot>();
  const out: Difference[] = [];
  for (const difference of candidates) {
    const { a, b } = difference;
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    out.push(difference);
  }
  return out;
};

/** Kinds that a language repeats and leaves out as it needs. */
const repeatable: ReadonlySet<NumeralKind> = new Set(["year", "ordinal", "month", "code", "decade"]);

/** A year, an ordinal or a name that one language repeats, or a number that holds for each of several things. */
const isRepeated = (spot: Spot, side: "a" | "b", pairs: readonly Pair[]): boolean => {
  const [{ kind, value }] = spot.numeral.readings;
  return pairs.some(({ a, b, readingA, readingB }) => {
    const [own, other] = side === "a" ? [a, b] : [b, a];
    const [mine, theirs] = side === "a" ? [readingA, readingB] : [readingB, readingA];
    if (mine.value !== value || own === spot) return false;
    return repeatable.has(kind) || theirs.kind === "year" || other.numeral.distributive;
  });
};

/** It stands in a list of like ones of which others have their partners: there nothing is left out. */
const isListed = (spot: Spot, side: "a" | "b", pairs: readonly Pair[]): boolean =>
  spot.numeral.listed === true &&
  pairs.some(
    (pair) =>
      pair.a.numeral.listed &&
      pair.b.numeral.listed &&
      Math.abs(pair[side].order - spot.order) === 1 &&
      pair[side].numeral.readings[0].kind === spot.numeral.readings[0].kind,
  );

/** What is left of two texts when all that agrees is taken out. */
export type Leftovers = {
  readonly differences: readonly Difference[];
  readonly loneA: readonly Spot[];
  readonly loneB: readonly Spot[];
  /** Those of sentences of which the other text has nothing. */
  readonly alone: ReadonlySet<Spot>;
};

const without = (spots: readonly Spot[], differences: readonly Difference[]): readonly Spot[] =>
  spots.filter((spot) => !differences.some(({ a, b }) => a === spot || b === spot));

/** Kinds that need no partner of their own. */
const optional: ReadonlySet<NumeralKind> = new Set(["code", "period", "vague", "level"]);

/** A word that may belong to a name is set against a number only as a small count or place. */
const mayDiffer = (a: Spot, b: Spot): boolean => {
  const [idle, other] = isIdle(a) ? [a, b] : [b, a];
  if (!isIdle(idle)) return true;
  const [{ kind }] = idle.numeral.readings;
  if (isIdle(other)) return kind === other.numeral.readings[0].kind && ["period", "level", "vague"].includes(kind);
  if (kind === "fraction" || kind === "percent")
    return other.numeral.readings.some(({ kind: its }) => its === "fraction" || its === "percent");
  if (kind === "vague") return false;
  return (kind === "count" || kind === "ordinal") && other.numeral.digits <= 2 && other.numeral.step !== 0.1;
};

const leftOf = (parts: readonly Matched[], side: "restA" | "restB"): readonly Spot[] =>
  parts.flatMap((part) => part[side]);

/**
 * Judges the numerals of a unit that found no partner: those that differ from one at the like place, in their sentence
 * or else in the unit, and those that stand in one language only. What a language may repeat, and words that may belong
 * to a name, need no partner.
 */
export const judge = (parts: readonly Matched[], nearby: Nearby): Leftovers => {
  const near = parts.flatMap(({ pairs }) => pairs);
  const printed = (rest: readonly Spot[], side: "a" | "b"): readonly Spot[] =>
    rest.filter((spot) => !nearby.hasPictured(spot, side));
  const left = parts.map(({ pairs, restA, restB }) => ({
    pairs,
    restA: printed(restA, "a"),
    restB: printed(restB, "b"),
  }));
  const stated = (a: Spot, b: Spot): boolean => !isIdle(a) && !isIdle(b);
  const found: Difference[] = left.flatMap(({ pairs, restA, restB }) =>
    pairUp(pairs, restA, restB, dearest.sure, stated),
  );
  const rest = (side: "restA" | "restB"): readonly Spot[] => without(leftOf(left, side), found);
  found.push(...pairUp(near, rest("restA"), rest("restB"), dearest.doubtful, stated));
  const needs = ({ pairs }: Matched, spots: readonly Spot[], side: "a" | "b"): readonly Spot[] =>
    without(spots, found).filter(
      (spot) => isListed(spot, side, pairs) || (!isRepeated(spot, side, near) && !nearby.hasYear(spot, side)),
    );
  const needing = left.map(
    (part): Matched => ({
      pairs: part.pairs,
      restA: needs(part, part.restA, "a"),
      restB: needs(part, part.restB, "b"),
    }),
  );
  for (const { pairs, restA, restB } of needing)
    found.push(...pairUp(pairs, restA, restB, dearest.doubtful, mayDiffer));
  const alone = new Set(
    parts.flatMap(({ pairs, restA, restB }) =>
      pairs.length > 0 || (restA.length > 0 && restB.length > 0) ? [] : [...restA, ...restB],
    ),
  );
  const lone = (spots: readonly Spot[]): readonly Spot[] =>
    without(spots, found).filter((spot) => !isIdle(spot) && !optional.has(spot.numeral.readings[0].kind));
  return { differences: found, loneA: lone(leftOf(needing, "restA")), loneB: lone(leftOf(needing, "restB")), alone };
};
