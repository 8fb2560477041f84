import { distance } from "fastest-levenshtein";
import { classOf } from "./bag.ts";
import type { Matched, Pair } from "./matching.ts";
import type { Nearby } from "./nearby.ts";
import type { Spot } from "./spots.ts";

/** Two numerals that stand for each other and say different things. */
export type Difference = { readonly a: Spot; readonly b: Spot };

/** What a numeral says first, as digits: 14726 for 147.26万. */
const digitsOf = ({ numeral }: Spot): string => numeral.readings[0].value.replace(/\D/g, "").replace(/^0+|0+$/g, "");

/** How many pairs stand before a numeral, as a share of all: two numerals in the same gap of their texts are likely partners. */
const gap = (pairs: readonly Pair[], spot: Spot, side: "a" | "b"): number =>
  pairs.filter((pair) => pair[side].order < spot.order).length / (pairs.length + 1);

/** Above this two leftover numerals are told apart, not against each other. */
const dearest = 1.4;

/** So many leftovers of one unit are set against each other. */
const mostLeft = 300;

const costOf = (pairs: readonly Pair[], a: Spot, b: Spot): number => {
  const [{ kind }] = a.numeral.readings;
  const [{ kind: other }] = b.numeral.readings;
  if (classOf[kind] !== classOf[other]) return Number.POSITIVE_INFINITY;
  const [one, two] = [digitsOf(a), digitsOf(b)];
  const digits = distance(one, two) / Math.max(one.length, two.length, 1);
  const place = Math.abs(gap(pairs, a, "a") - gap(pairs, b, "b"));
  return 2 * place + digits + (kind === other ? 0 : 0.3);
};

const isIdle = ({ numeral }: Spot): boolean => numeral.strength === "idle";

/** Pairs leftover numerals that stand at the like place and look alike, the likeliest first. */
const pairUp = (
  pairs: readonly Pair[],
  restA: readonly Spot[],
  restB: readonly Spot[],
  may: (a: Spot, b: Spot) => boolean,
): readonly Difference[] => {
  // So much that differs is no text and its translation; the first of it says so.
  const [firstA, firstB] = [restA.slice(0, mostLeft), restB.slice(0, mostLeft)];
  const candidates = firstA
    .flatMap((a) => firstB.flatMap((b) => (may(a, b) ? [{ a, b, cost: costOf(pairs, a, b) }] : [])))
    .filter(({ cost }) => cost <= dearest)
    .toSorted((x, y) => x.cost - y.cost);
  const taken = new Set<Spot>();
  const out: Difference[] = [];
  for (const { a, b } of candidates) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    out.push({ a, b });
  }
  return out;
};

/** A year, an ordinal or a name that one language repeats, or a number that holds for each of several things. */
const isRepeated = (spot: Spot, side: "a" | "b", { pairs }: Matched): boolean => {
  const [{ kind, value }] = spot.numeral.readings;
  return pairs.some(({ a, b, readingA, readingB }) => {
    const [own, other] = side === "a" ? [a, b] : [b, a];
    const [mine, theirs] = side === "a" ? [readingA, readingB] : [readingB, readingA];
    if (mine.value !== value || own === spot) return false;
    return ["year", "ordinal", "month", "code"].includes(kind) || theirs.kind === "year" || other.numeral.distributive;
  });
};

/** What is left of two texts when all that agrees is taken out. */
export type Leftovers = {
  readonly differences: readonly Difference[];
  readonly loneA: readonly Spot[];
  readonly loneB: readonly Spot[];
};

const without = (spots: readonly Spot[], differences: readonly Difference[]): readonly Spot[] =>
  spots.filter((spot) => !differences.some(({ a, b }) => a === spot || b === spot));

/**
 * Judges the numerals that found no partner in their unit: those that differ from one at the like place, and those that
 * stand in one language only. What a language may repeat, and words that may belong to a name, need no partner.
 */
export const judge = (matched: Matched, nearby: Nearby): Leftovers => {
  const { pairs } = matched;
  const printed = (rest: readonly Spot[], side: "a" | "b"): readonly Spot[] =>
    rest.filter((spot) => !nearby.hasPictured(spot, side));
  const [leftA, leftB] = [printed(matched.restA, "a"), printed(matched.restB, "b")];
  const sure = pairUp(pairs, leftA, leftB, (a, b) => !isIdle(a) && !isIdle(b));
  const needs = (rest: readonly Spot[], side: "a" | "b"): readonly Spot[] =>
    without(rest, sure).filter((spot) => !isRepeated(spot, side, matched) && !nearby.hasYear(spot, side));
  const [restA, restB] = [needs(leftA, "a"), needs(leftB, "b")];
  const likely = pairUp(pairs, restA, restB, (a, b) => isIdle(a) !== isIdle(b));
  const lone = (rest: readonly Spot[]): readonly Spot[] =>
    without(rest, likely).filter((spot) => !isIdle(spot) && spot.numeral.readings[0].kind !== "code");
  return { differences: [...sure, ...likely], loneA: lone(restA), loneB: lone(restB) };
};
