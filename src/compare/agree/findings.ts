import type { Deviation } from "../../model/deviation.ts";
import type { Likelihood } from "../../model/finding.ts";
import type { PlaceCurrency } from "./currency.ts";
import type { Opposed } from "./directions.ts";
import type { Difference } from "./leftovers.ts";
import type { Pair } from "./matching.ts";
import type { Reading } from "./numeral.ts";
import type { Side } from "./passages.ts";
import { placeOfSpot, plainValue, printedAt, quoteOf, type Spot } from "./spots.ts";
import type { Sureness } from "./sureness.ts";

/** Two documents, and the head under which the finding stands in the first. */
export type Context = { readonly a: Side; readonly b: Side; readonly under: string | undefined };

/** How a side is called: by its language, or by its file where both are in one. */
const nameOf = (side: Side, { a, b }: Context): string => (a.language === b.language ? side.file : side.language.id);

const seen = (context: Context, side: Side, spot: Spot) => ({
  message: `${nameOf(side, context)}: ${quoteOf(spot)}`,
  place: placeOfSpot(side, spot),
});

const base = (context: Context, one: Spot, other: Spot) => ({
  place: placeOfSpot(context.a, one),
  related: [seen(context, context.a, one), seen(context, context.b, other)],
  about: `${printedAt(one)} / ${printedAt(other)}`,
  ...(context.under !== undefined && { unit: context.under }),
});

const says = (spot: Spot, reading: Reading): string => {
  const [printed, value] = [printedAt(spot), plainValue(reading)];
  return printed === value ? `"${printed}"` : `"${printed}" (${value})`;
};

const digits = (value: string): string => value.replace(/\D/g, "").replace(/^0+|0+$/g, "");

/** What may have happened, where the values show it. */
const guess = (a: Reading, b: Reading): string | undefined => {
  const [one, other] = [Number(a.value), Number(b.value)];
  if (!(one > 0 && other > 0)) return undefined;
  const [x, y] = [digits(a.value), digits(b.value)];
  if (x === y && a.unit === b.unit) {
    const factor = one > other ? one / other : other / one;
    return `the digits are the same; one is ${plainValue({ kind: "count", value: String(Math.round(factor)) })} times the other`;
  }
  const apart = x.length === y.length ? [...x].filter((digit, index) => digit !== y[index]).length : 0;
  if (apart === 2 && x.length > 2 && [...x].toSorted().join("") === [...y].toSorted().join(""))
    return "two digits change places";
  return apart === 1 && x.length > 2 ? "one digit differs" : undefined;
};

export const disagreement = (context: Context, difference: Difference, { likelihood, why }: Sureness): Deviation => {
  const { a, b, readingA, readingB } = difference;
  const stated = [a, b].every(({ numeral }) => numeral.strength === "stated");
  const hints = [guess(readingA, readingB), likelihood === "sure" ? undefined : `${likelihood}: ${why}`];
  const hint = hints.filter((each) => each !== undefined).join("; ");
  return {
    ...base(context, a, b),
    severity: stated || likelihood === "sure" ? "error" : "warning",
    likelihood,
    rule: "figures-disagree",
    message: `${says(a, readingA)} in ${nameOf(context.a, context)} is ${says(b, readingB)} in ${nameOf(context.b, context)}`,
    ...(hint !== "" && { hint }),
  };
};

/** One side has a unit and the other leaves it to the reader. */
const isSilent = ({ readingA, readingB }: Pair): boolean =>
  [readingA, readingB].filter(({ currency }) => currency !== undefined).length === 1 &&
  [readingA, readingB].some(({ kind }) => kind === "count");

export const unitDisagreement = (context: Context, pair: Pair): Deviation => {
  const { a, b, readingA, readingB } = pair;
  const silent = isSilent(pair);
  return {
    ...base(context, a, b),
    severity: silent ? "note" : "warning",
    likelihood: silent ? "possible" : "likely",
    rule: "unit-disagrees",
    message: `${says(a, readingA)} in ${nameOf(context.a, context)} has not the unit of ${says(b, readingB)} in ${nameOf(context.b, context)}`,
  };
};

export const approximationDisagreement = (context: Context, { a, b }: Pair, how: "disagree" | "vary"): Deviation => {
  const said = ({ numeral }: Spot): string => numeral.stance?.replace("-", " ") ?? "exactly so much";
  return {
    ...base(context, a, b),
    severity: how === "disagree" ? "warning" : "note",
    likelihood: how === "disagree" ? "likely" : "possible",
    rule: "approximation-disagrees",
    message: `"${printedAt(a)}" in ${nameOf(context.a, context)} says ${said(a)}, "${printedAt(b)}" in ${nameOf(context.b, context)} ${said(b)}`,
  };
};

/** "18%" and "13%" */
const listed = (spots: readonly Spot[]): string => spots.map((spot) => `"${printedAt(spot)}"`).join(" and ");

export const directionDisagreement = (context: Context, { pairs, words }: Opposed): Deviation => {
  const [{ a, b }] = pairs;
  const verb = pairs.length === 1 ? "goes" : "go";
  const [own, other] = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)];
  return {
    ...base(context, a, b),
    severity: "warning",
    likelihood: "likely",
    rule: "direction-disagrees",
    message: `${listed(own)} ${verb} with "${words[0]}" in ${nameOf(context.a, context)}, ${listed(other)} with "${words[1]}" in ${nameOf(context.b, context)}`,
  };
};

export const swap = (context: Context, first: Pair, second: Pair, sure: boolean): Deviation => ({
  ...base(context, first.a, first.b),
  severity: sure ? "warning" : "note",
  likelihood: sure ? "likely" : "possible",
  rule: "figures-swapped",
  message: `"${printedAt(first.a)}" stands before "${printedAt(second.a)}" in ${nameOf(context.a, context)}, "${printedAt(first.b)}" after "${printedAt(second.b)}" in ${nameOf(context.b, context)}`,
  ...(!sure && { hint: "possible: a word between them turns the order round" }),
});

/** How much a numeral weighs that stands in one language only. */
const weightOf = (
  { numeral }: Spot,
  implied: boolean,
  alone: boolean,
): readonly [Deviation["severity"], Likelihood] => {
  if (implied) return ["note", "possible"];
  const { strength, digits: count, step, readings, listed, spread } = numeral;
  // One end of a range, one place of a list: there nothing is left out.
  if (spread || (listed && strength !== "stated")) return ["warning", "likely"];
  const small = Number(readings[0].value) <= 12;
  if (strength === "worded") return small && !alone ? ["note", "possible"] : ["warning", "possible"];
  const unit = readings[0].kind !== "count" || (step !== undefined && step !== 1);
  return count > 1 || unit ? ["error", "likely"] : ["warning", "possible"];
};

const order = ["error", "warning", "note"];

/**
 * Numerals of one sentence that the other language does not have; `implied` are those that it says without a number,
 * `alone` that it has nothing of two of them or more, so that a sentence may be missing.
 */
export const lone = (
  context: Context,
  side: "a" | "b",
  spots: readonly [Spot, ...Spot[]],
  implied: (spot: Spot) => boolean,
  alone: boolean,
): Deviation => {
  const { a, b, under } = context;
  const [own, other] = side === "a" ? [a, b] : [b, a];
  // Of a range in one word both ends are printed alike: 三四十.
  const printed = spots.map((spot) =>
    spot.numeral.spread ? says(spot, spot.numeral.readings[0]) : `"${printedAt(spot)}"`,
  );
  const weights = spots.map((spot) => weightOf(spot, implied(spot), alone));
  const [severity, likelihood] = weights.toSorted(
    (x, y) => order.indexOf(x[0]) - order.indexOf(y[0]),
  )[0] as (typeof weights)[number];
  return {
    severity,
    likelihood,
    rule: "figure-without-counterpart",
    message: `${printed.join(", ")} in ${nameOf(own, context)} ${spots.length === 1 ? "has" : "have"} no counterpart in ${nameOf(other, context)}`,
    place: placeOfSpot(own, spots[0]),
    related: spots.map((spot) => seen(context, own, spot)),
    about: spots.map(printedAt).join(", "),
    lang: own.language.id,
    ...(under !== undefined && { unit: under }),
  };
};

export const repeatedUnit = (context: Context, side: Side, spot: Spot): Deviation => ({
  severity: "warning",
  likelihood: "sure",
  rule: "unit-repeated",
  message: `"${printedAt(spot)}" in ${nameOf(side, context)} says its unit twice`,
  place: placeOfSpot(side, spot),
  related: [seen(context, side, spot)],
  about: printedAt(spot),
  lang: side.language.id,
});

/** So many places of a cause that repeats are named. */
const shown = 5;

/** One finding for all pairs of one cause. */
const repeated = (context: Context, pairs: readonly Pair[]) => {
  const [first] = pairs as [Pair];
  return {
    place: placeOfSpot(context.a, first.a),
    related: pairs.slice(0, shown).flatMap(({ a, b }) => [seen(context, context.a, a), seen(context, context.b, b)]),
  };
};

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

export const placeCurrency = (context: Context, { pairs, named }: PlaceCurrency): Deviation => {
  const [first] = pairs as [Pair];
  return {
    ...repeated(context, pairs),
    severity: named ? "note" : "warning",
    likelihood: named ? "possible" : "likely",
    rule: "currency-of-place",
    message: `"${printedAt(first.a)}" in ${nameOf(context.a, context)} is "${printedAt(first.b)}" in ${nameOf(context.b, context)}, and so ${times(pairs.length)}: their currencies are taken for one`,
    about: "currency",
  };
};

/** Numbers that one text prints in fewer digits than the other. */
export const roundings = (context: Context, pairs: readonly Pair[]): Deviation => {
  const [first] = pairs as [Pair];
  return {
    ...repeated(context, pairs),
    severity: "note",
    likelihood: "possible",
    rule: "figures-rounded",
    message: `"${printedAt(first.a)}" in ${nameOf(context.a, context)} is "${printedAt(first.b)}" in ${nameOf(context.b, context)}, in fewer digits, and so ${times(pairs.length)}`,
    about: "rounding",
  };
};
