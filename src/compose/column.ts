import Big from "big.js";
import type { Figure } from "../model/figure.ts";
import type { Language, Plural } from "../model/language.ts";
import { decimalsOf, digits, fill, pluralText } from "./digits.ts";
import { ruleOf, scaleFor } from "./numeral.ts";
import { counterFor, type Outcome, printFigure, withApproximation } from "./quantity.ts";

/** How the numbers of one panel or table column are printed: all in one scale, their unit said once in the head. */
export type ColumnScale = {
  /** 10000 for a column in 万, 1 for numbers in full. */
  readonly from: number;
  /** 万, million; "" for numbers in full. */
  readonly word: Plural;
};

/** Numbers without a scale word. */
export const inFull: ColumnScale = { from: 1, word: "" };
/** A scaled column has at most this many decimals. */
const maxDecimals = 2;

/** Numbers above one, for the plural forms of words that head a column. */
const many = new Big(2);

/**
 * The largest scale of the language that its own rule gives one of the figures and that prints each of them with two
 * decimals at most; numbers in full where there is none.
 */
export const columnScale = (figures: readonly Figure[], language: Language): ColumnScale => {
  const stated = figures.filter((figure) => figure.value !== null);
  const own = stated.map((figure) =>
    scaleFor(new Big(figure.value ?? 0), new Big(figure.step), ruleOf(figure, language), language),
  );
  const fits = (from: number): boolean =>
    stated.every((figure) => decimalsOf(new Big(figure.step).div(from)) <= maxDecimals) &&
    stated.every((figure) => decimalsOf(new Big(figure.value ?? 0).div(from)) <= maxDecimals);
  const largest = Math.max(0, ...own.map((scale) => scale?.from ?? 0));
  const scale = language.numbers.scales.filter(({ from }) => from <= largest && fits(from)).at(-1);
  return scale ?? inFull;
};

/** Decimals of a number in the column's scale: as many as were stated. */
const decimalsIn = (figure: Figure, { from }: ColumnScale): number =>
  Math.max(decimalsOf(new Big(figure.step).div(from)), decimalsOf(new Big(figure.value ?? 0).div(from)));

/** The number alone in the column's scale: 17.36 under a head that says 万件; `percent`: with its percent sign. */
export const printInColumn = (
  figure: Figure,
  language: Language,
  scale: ColumnScale,
  { approx, percent = true }: { readonly approx?: string | undefined; readonly percent?: boolean } = {},
): Outcome => {
  if (figure.value === null)
    return {
      problem: { rule: "not-published", message: `${figure.key} is not published (null) and cannot be printed` },
    };
  const decimals = decimalsIn(figure, scale);
  const text = digits(language, new Big(figure.value).div(scale.from), {
    grouping: ruleOf(figure, language).grouping ?? language.numbers.grouping,
    min: decimals,
    max: decimals,
    percent: percent && figure.kind === "percent" && language.units[figure.unit] === undefined,
  });
  return withApproximation(text, figure, language, approx);
};

/** A number of the column with the unit that the head says: 17.36 → 17.36万件. */
export const withUnit = (text: string, figure: Figure, language: Language, scale: ColumnScale): string => {
  const counter = language.units[figure.unit]?.counter;
  const value = new Big(figure.value ?? 0);
  const decimals = decimalsIn(figure, scale);
  const number = text + pluralText(scale.word, language.language, value.div(scale.from), { decimals });
  return counter === undefined
    ? number
    : fill(counterFor(counter, { value, scale: scale.from, decimals }, language), number);
};

/** What the head of a column says of its numbers: 万件, million RMB, "" where the figures' names say it. */
export const columnUnit = (figure: Figure, language: Language, scale: ColumnScale): string => {
  const counter = language.units[figure.unit]?.counter ?? "";
  const counted = counterFor(counter, { value: many, scale: scale.from, decimals: 0 }, language);
  return fill(counted, pluralText(scale.word, language.language, many)).trim();
};

/** A stated change with its sign: +15.54%, −3.2%, 0%. */
export const printChange = (growth: Figure, language: Language): Outcome => {
  const printed = printFigure(growth, language, { sign: "said" });
  if ("problem" in printed) return printed;
  const value = new Big(growth.value ?? 0);
  return { text: (value.gt(0) ? "+" : value.lt(0) ? language.numbers.minus : "") + printed.text };
};
