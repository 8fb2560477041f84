import Big from "big.js";
import type { Figure } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import {
  decimalsOf,
  digits,
  fill,
  type Printed,
  pluralText,
  printFigure,
  ruleOf,
  scaleFor,
  withApproximation,
} from "./quantity.ts";

/** How the numbers of one panel or table column are printed: all in one scale, their unit said once in the head. */
export type ColumnScale = {
  /** 10000 for a column in 万, 1 for numbers in full. */
  readonly from: number;
  /** 万, million; "" for numbers in full. */
  readonly word: string;
};

const inFull: ColumnScale = { from: 1, word: "" };
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
  return scale ? { from: scale.from, word: pluralText(scale.word, language.language, many) } : inFull;
};

/** The number alone in the column's scale: 17.36 under a head that says 万件. */
export const printInColumn = (figure: Figure, language: Language, scale: ColumnScale): Printed => {
  if (figure.value === null)
    return {
      problem: { rule: "not-published", message: `${figure.key} is not published (null) and cannot be printed` },
    };
  const rule = ruleOf(figure, language);
  const value = new Big(figure.value).div(scale.from);
  const stated = decimalsOf(new Big(figure.step).div(scale.from));
  const exact = decimalsOf(value);
  const text = digits(language, value, {
    grouping: rule.grouping ?? language.numbers.grouping,
    min: scale.from === 1 && rule.decimals === "shortest" ? 0 : Math.max(stated, exact),
    max: Math.max(stated, exact),
    percent: figure.kind === "percent" && language.units[figure.unit] === undefined,
  });
  // Hyphens stand low between digits; the minus sign (U+2212) is as wide as the plus.
  return withApproximation(text.replace(/^-/, "\u2212"), figure, language, undefined);
};

/** A number of the column with the unit that the head says: 17.36 → 17.36万件. */
export const withUnit = (text: string, figure: Figure, language: Language, scale: ColumnScale): string => {
  const counter = language.units[figure.unit]?.counter;
  const number = text + scale.word;
  return counter === undefined
    ? number
    : fill(pluralText(counter, language.language, new Big(figure.value ?? 0)), number);
};

/** What the head of a column says of its numbers: 万件, million RMB, "" where the figures' names say it. */
export const columnUnit = (figure: Figure, language: Language, scale: ColumnScale): string => {
  const counter = language.units[figure.unit]?.counter ?? "";
  return fill(pluralText(counter, language.language, many), scale.word).trim();
};

/** A stated change with its sign: +15.54%, −3.2%, 0%. */
export const printChange = (growth: Figure, language: Language): Printed => {
  const printed = printFigure(growth, language, { sign: "said" });
  if ("problem" in printed) return printed;
  const value = new Big(growth.value ?? 0);
  return { text: (value.gt(0) ? "+" : value.lt(0) ? "\u2212" : "") + printed.text };
};
