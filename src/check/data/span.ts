import Big from "big.js";
import type { Decimal } from "../../model/figure.ts";
import type { Interval } from "../../model/interval.ts";
import { isFigure, type Operand } from "../../model/relation.ts";

/** Quotients to 40 decimals, as model/interval has them. */
export const Exact = Big();
Exact.DP = 40;

/** Place value of the last digit that is not zero: 10 for 90, 1000 for 1000. "90余" is less than 100. */
const lastPlace = (value: Decimal): Big => {
  const big = new Exact(value);
  if (big.eq(0)) return new Exact(0);
  return new Exact(10).pow(big.e - big.c.length + 1);
};

/**
 * Where the true value of a stated number lies. Counts stated to the unit and whole constants are exact, rounded numbers
 * stand for value ± half a step, and approximations reach to the next round number: 68亿余 lies from 68 to 69亿.
 */
export const spanOf = (operand: Operand): Interval => {
  const value = new Exact(operand.value ?? 0);
  const step = new Exact(operand.step);
  const approx = isFigure(operand) ? operand.approx : undefined;
  const place = approx ? lastPlace(operand.value ?? "0") : step;
  const reach = place.gt(step) ? place : step;
  if (approx === "more-than" || approx === "exceeded") return { low: value, high: value.plus(reach) };
  if (approx === "nearly") return { low: value.minus(reach), high: value };
  if (approx === "about") return { low: value.minus(reach), high: value.plus(reach) };
  const counted = isFigure(operand) ? ["count", "ordinal", "year"].includes(operand.kind) : true;
  const half = counted && step.eq(1) ? new Exact(0) : step.div(2);
  return { low: value.minus(half), high: value.plus(half) };
};

export const overlap = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high);
export const sum = (spans: readonly Interval[]): Interval =>
  spans.reduce((total, span) => ({ low: total.low.plus(span.low), high: total.high.plus(span.high) }), {
    low: new Exact(0),
    high: new Exact(0),
  });
export const scale = (span: Interval, factor: Decimal): Interval => ({
  low: span.low.times(factor),
  high: span.high.times(factor),
});

/** Six significant digits are enough to see what is wrong. */
const short = (value: Big): string => {
  const decimals = Math.max(0, 6 - Math.max(0, value.e + 1));
  return value.round(decimals).toFixed();
};
/** "13.70 to 13.86", or one number where the ends meet. */
export const spanText = ({ low, high }: Interval): string => {
  const [from, to] = [short(low), short(high)];
  return from === to ? from : `${from} to ${to}`;
};
export const nameOf = (operand: Operand): string =>
  isFigure(operand) ? `${operand.key} (${operand.value})` : `${operand.value} (${operand.source})`;
