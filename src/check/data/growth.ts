import type { Deviation } from "../../model/deviation.ts";
import type { Decimal, Figure } from "../../model/figure.ts";
import { type Interval, quotient, statedInterval } from "../../model/interval.ts";
import type { Operand } from "../../model/relation.ts";
import { slipOf, slipText } from "./slip.ts";
import { Exact, nameOf, overlap, spanOf, spanText } from "./span.ts";

/** The change of a value on its base, in percent, as both were rounded; `undefined` on a base that may be zero. */
const changeOf = (value: Operand, base: Operand): Interval | undefined => {
  const ratio = quotient(spanOf(value), spanOf(base));
  return ratio && { low: ratio.low.minus(1).times(100), high: ratio.high.minus(1).times(100) };
};

/** The change as it would be stated, with the digits of the one that is. */
const changeText = (value: Operand, base: Operand, step: Decimal): string | undefined => {
  const [to, from] = [new Exact(value.value ?? 0), new Exact(base.value ?? 0)];
  if (from.lte(0)) return undefined;
  const change = to.div(from).minus(1).times(100);
  const decimals = new Exact(step).lt(1) ? -new Exact(step).e : 0;
  return change.round(decimals).toFixed(decimals);
};
const spanned = (follows: string | undefined, span: string): string =>
  follows === span ? `${follows} %` : `${follows} % (rounding allows ${span} %)`;

/**
 * The stated change of a figure against its value and the value that it changed from. Reports `growth-contradicts`; and
 * `magnitude-suspect` (a warning) where a figure without stated change is off by a power of ten.
 */
export const growthFault = (figure: Figure, base: Operand): Deviation | undefined => {
  const { growth } = figure;
  if (figure.value === null || base.value === null || figure.faulty) return undefined;
  const slip = slipOf(figure, base);
  const related = [{ message: `from ${nameOf(base)}`, place: base.place }];
  if (!growth || growth.value === null) {
    if (slip === undefined) return undefined;
    return {
      severity: "warning",
      rule: "magnitude-suspect",
      message: `${nameOf(figure)} is ${slipText(slip)} as ${nameOf(base)}: was a scale (万, 亿, thousand, million) mixed up?`,
      place: figure.place,
      hint: "correct the value",
      related,
      about: figure.key,
    };
  }
  const change = changeOf(figure, base);
  if (change && overlap(change, statedInterval(growth.value, growth.step))) return undefined;
  const follows = changeText(figure, base, growth.step);
  return {
    severity: "error",
    rule: "growth-contradicts",
    message: `${growth.key}: ${growth.value} % does not follow from ${base.value} → ${figure.value}: ${change ? spanned(follows, spanText(change)) : "it has no change in percent"}${slip === undefined ? "" : `; the value is ${slipText(slip)}: was a scale mixed up?`}`,
    place: growth.place,
    hint:
      follows === undefined
        ? "correct the value or the base"
        : `write growth: ${follows}, or correct the value or the base`,
    related: [{ message: `${figure.key} is stated here`, place: figure.place }, ...related],
    about: figure.key,
  };
};

/**
 * A change of an exact count must come from a whole number: 443 can be 120.4 % more than 201, but 120.5 % more than
 * nothing. Reports `growth-impossible`.
 */
export const baseFault = (figure: Figure): Deviation | undefined => {
  const { growth } = figure;
  if (figure.value === null || growth?.value == null || figure.faulty || figure.approx || figure.prior)
    return undefined;
  const rate = statedInterval(growth.value, growth.step);
  const factor = { low: rate.low.div(100).plus(1), high: rate.high.div(100).plus(1) };
  const base = quotient(spanOf(figure), factor);
  const exact = figure.kind === "count" && new Exact(figure.step).eq(1);
  if (base && (!exact || base.low.round(0, Exact.roundUp).lte(base.high))) return undefined;
  return {
    severity: "error",
    rule: "growth-impossible",
    message: base
      ? `no whole number can have changed by ${growth.value} % to ${figure.value}: it would lie between ${spanText(base)}`
      : `nothing can have changed by ${growth.value} % to ${figure.value}`,
    place: growth.place,
    hint: "correct the value, the change or its digits",
    related: [{ message: `${figure.key} is stated here`, place: figure.place }],
    about: figure.key,
  };
};
