import type { Deviation } from "../../model/deviation.ts";
import type { Difference } from "./leftovers.ts";
import type { Pair } from "./matching.ts";
import type { Reading } from "./numeral.ts";
import type { Side } from "./passages.ts";
import { placeOfSpot, plainValue, printedAt, quoteOf, type Spot } from "./spots.ts";

/** Two documents, and the head under which the finding stands in the first. */
export type Context = { readonly a: Side; readonly b: Side; readonly under: string | undefined };

const seen = (side: Side, spot: Spot) => ({
  message: `${side.language.id}: ${quoteOf(spot)}`,
  place: placeOfSpot(side, spot),
});

const base = ({ a, b, under }: Context, one: Spot, other: Spot) => ({
  severity: "error" as const,
  place: placeOfSpot(a, one),
  related: [seen(a, one), seen(b, other)],
  about: `${printedAt(one)} / ${printedAt(other)}`,
  ...(under !== undefined && { unit: under }),
});

const says = (spot: Spot, reading: Reading): string => {
  const [printed, value] = [printedAt(spot), plainValue(reading)];
  return printed === value ? `"${printed}"` : `"${printed}" (${value})`;
};

const digits = (value: string): string => value.replace(/\D/g, "").replace(/^0+|0+$/g, "");

/** What may have happened, where the values show it. */
const guess = (a: Reading, b: Reading): { readonly hint?: string } => {
  const [one, other] = [Number(a.value), Number(b.value)];
  if (!(one > 0 && other > 0)) return {};
  if (digits(a.value) === digits(b.value)) {
    const factor = one > other ? one / other : other / one;
    return {
      hint: `the digits are the same; one is ${plainValue({ kind: "count", value: String(Math.round(factor)) })} times the other`,
    };
  }
  const [x, y] = [digits(a.value), digits(b.value)];
  const apart = x.length === y.length ? [...x].filter((digit, index) => digit !== y[index]).length : 0;
  return apart === 1 && x.length > 2 ? { hint: "one digit differs" } : {};
};

export const disagreement = (context: Context, { a, b }: Difference): Deviation => {
  const [one, other] = [a.numeral.readings[0], b.numeral.readings[0]];
  return {
    ...base(context, a, b),
    rule: "figures-disagree",
    message: `${says(a, one)} in ${context.a.language.id} is ${says(b, other)} in ${context.b.language.id}`,
    ...guess(one, other),
  };
};

export const unitDisagreement = (context: Context, { a, b, readingA, readingB }: Pair): Deviation => ({
  ...base(context, a, b),
  rule: "unit-disagrees",
  message: `${says(a, readingA)} in ${context.a.language.id} has not the unit of ${says(b, readingB)} in ${context.b.language.id}`,
});

export const approximationDisagreement = (context: Context, { a, b }: Pair): Deviation => {
  const said = ({ numeral }: Spot): string => numeral.stance?.replace("-", " ") ?? "exactly so much";
  return {
    ...base(context, a, b),
    rule: "approximation-disagrees",
    message: `"${printedAt(a)}" in ${context.a.language.id} says ${said(a)}, "${printedAt(b)}" in ${context.b.language.id} ${said(b)}`,
  };
};

export const directionDisagreement = (
  context: Context,
  { a, b }: Pair,
  words: readonly [string, string],
): Deviation => ({
  ...base(context, a, b),
  rule: "direction-disagrees",
  message: `"${printedAt(a)}" goes with "${words[0]}" in ${context.a.language.id}, "${printedAt(b)}" with "${words[1]}" in ${context.b.language.id}`,
});

export const swap = (context: Context, first: Pair, second: Pair): Deviation => ({
  ...base(context, first.a, first.b),
  rule: "figures-swapped",
  message: `"${printedAt(first.a)}" stands before "${printedAt(second.a)}" in ${context.a.language.id}, "${printedAt(first.b)}" after "${printedAt(second.b)}" in ${context.b.language.id}`,
});

/** Numerals of one passage that the other language does not have. */
export const lone = ({ a, b, under }: Context, side: "a" | "b", spots: readonly [Spot, ...Spot[]]): Deviation => {
  const [own, other] = side === "a" ? [a, b] : [b, a];
  const printed = spots.map((spot) => `"${printedAt(spot)}"`);
  return {
    severity: "error",
    rule: "figure-without-counterpart",
    message: `${printed.join(", ")} in ${own.language.id} ${spots.length === 1 ? "has" : "have"} no counterpart in ${other.language.id}`,
    place: placeOfSpot(own, spots[0]),
    related: spots.map((spot) => seen(own, spot)),
    about: spots.map(printedAt).join(", "),
    lang: own.language.id,
    ...(under !== undefined && { unit: under }),
  };
};
