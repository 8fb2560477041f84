import Big from "big.js";
import type { Figure } from "./figure.ts";

/** Quotients to 40 decimals: far finer than any stated rate. */
const Exact = Big();
Exact.DP = 40;

/** Where the true value of a rounded figure lies. */
export type Interval = { readonly low: Big; readonly high: Big };

/** A stated number stands for everything that rounds to it: value ± half a step. */
export const statedInterval = (value: string, step: string): Interval => {
  const half = new Exact(step).div(2);
  const centre = new Exact(value);
  return { low: centre.minus(half), high: centre.plus(half) };
};

/** The span of all quotients; `undefined` where the divisor may be zero or negative. */
export const quotient = (a: Interval, b: Interval): Interval | undefined => {
  if (b.low.lte(0)) return undefined;
  const ends = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)];
  const [first, ...rest] = ends as [Big, ...Big[]];
  return {
    low: rest.reduce((least, end) => (end.lt(least) ? end : least), first),
    high: rest.reduce((most, end) => (end.gt(most) ? end : most), first),
  };
};

/**
 * The finest power of ten that is not finer than the uncertainty of a derived number, which is half the width of its
 * interval (JCGM 100 §7.2.6: a result is rounded to the place of its uncertainty).
 */
const stepFor = (span: Interval): Big => {
  const uncertainty = span.high.minus(span.low).div(2);
  const below = new Exact(10).pow(uncertainty.e);
  return uncertainty.lte(below) ? below : below.times(10);
};

const larger = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

/** Rounded half up to a multiple of a step. */
const roundTo = (value: Big, step: Big): Big => value.div(step).round(0, Exact.roundHalfUp).times(step);

/** A number with the digits that a step allows. */
export const roundedTo = (value: string, step: string): { readonly value: string; readonly step: string } => ({
  value: roundTo(new Exact(value), new Exact(step)).toFixed(),
  step,
});

/**
 * Last year's value as it follows from this year's value and the stated change, both being rounded: the interval of all
 * values that agree with both gives the precision. `undefined` where no change is stated, the figure is approximate, or
 * the change is −100 % or less.
 */
export const derivePrior = (figure: Figure): Figure | undefined => {
  const { growth } = figure;
  if (figure.value === null || !growth || growth.value === null || figure.approx || growth.approx) return undefined;
  const rate = statedInterval(growth.value, growth.step);
  const factor = { low: rate.low.div(100).plus(1), high: rate.high.div(100).plus(1) };
  const span = quotient(statedInterval(figure.value, figure.step), factor);
  if (!span) return undefined;
  const step = larger(stepFor(span), new Exact(figure.step));
  const value = roundTo(new Exact(figure.value).div(new Exact(growth.value).div(100).plus(1)), step);
  const { growth: _, rank: __, prior: ___, ...rest } = figure;
  return { ...rest, key: `${figure.key}.prior`, value: value.toFixed(), step: step.toFixed() };
};

/** Counts that are stated to the unit are exact; anything else stands for its interval. */
const spanOf = (figure: Figure): Interval => {
  const exact = figure.kind === "count" && new Exact(figure.step).eq(1);
  return statedInterval(figure.value ?? "0", exact ? "0" : figure.step);
};

/** Finest share that is printed, in percent. */
const finestShare = new Exact("0.1");

/** A part's share of its whole in percent, to the precision that both allow, at most one decimal. */
export const deriveShare = (part: Figure, whole: Figure): Figure | undefined => {
  if (part.value === null || whole.value === null || part.approx || whole.approx) return undefined;
  const span = quotient(spanOf(part), spanOf(whole));
  if (!span) return undefined;
  const percent = { low: span.low.times(100), high: span.high.times(100) };
  const step = percent.low.eq(percent.high) ? finestShare : larger(stepFor(percent), finestShare);
  const value = roundTo(new Exact(part.value).div(whole.value).times(100), step);
  const { key, place } = part;
  return { key: `${key}.share`, place, value: value.toFixed(), unit: "percent", kind: "percent", step: step.toFixed() };
};

/** Whether parts can sum to a whole, given how each was rounded. */
export const sumsTo = (parts: readonly Figure[], whole: Figure): boolean => {
  const spans = parts.map(spanOf);
  const total = spanOf(whole);
  const low = spans.reduce((sum, span) => sum.plus(span.low), new Exact(0));
  const high = spans.reduce((sum, span) => sum.plus(span.high), new Exact(0));
  return low.lte(total.high) && high.gte(total.low);
};
