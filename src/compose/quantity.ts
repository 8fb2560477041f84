import Big from "big.js";
import type { Figure } from "../model/figure.ts";
import { gendersOf } from "../model/gender.ts";
import type { Language, Plural } from "../model/language.ts";
import { fill, pluralText } from "./digits.ts";
import { type Numeral, numberText, oneOf, type Printed, type PrintOptions, type Problem, problem } from "./numeral.ts";

/** A number as printed, or why it cannot be. */
export type Outcome = { readonly text: string } | { readonly problem: Problem };

export const withApproximation = (
  text: string,
  figure: Figure,
  language: Language,
  wish: string | undefined,
): Outcome => {
  if (!figure.approx) {
    if (wish === undefined) return { text };
    return problem(
      "approximation-of-exact",
      `${figure.key} is stated exactly; approx="${wish}" would contradict it`,
      "remove approx from the template, or state it in the data",
    );
  }
  if (wish === "said") return { text };
  const patterns = language.numbers.approximations[figure.approx];
  if (!patterns)
    return problem(
      "no-approximation",
      `${language.id} does not say how "${figure.approx}" is written`,
      `add numbers.approximations.${figure.approx} to the language`,
    );
  const pattern = wish === undefined ? patterns[0] : patterns.find((candidate) => candidate === wish);
  if (pattern === undefined)
    return problem(
      "unknown-approximation",
      `${language.id} has no pattern "${wish}" for "${figure.approx}"`,
      oneOf([...patterns, "said"]),
    );
  return { text: pattern.replaceAll("{n}", text) };
};

/** What the form of a counter depends on. */
type Counted = Pick<Numeral, "scale" | "decimals"> & { readonly value: Big };

/**
 * The counter that a unit has behind a number. A scale word governs it as a numeral does (7,33 millions d'euros,
 * 7,33 миллиона рублей), so it takes the form that it has behind the scale itself.
 */
export const counterFor = (counter: Plural, { value, scale, decimals }: Counted, { language }: Language): string =>
  scale === 1 ? pluralText(counter, language, value, { decimals }) : pluralText(counter, language, new Big(scale));

const withCounter = (
  text: string,
  numeral: Counted,
  figure: Figure,
  language: Language,
  wish: string | undefined,
): Outcome => {
  if (wish === "") return { text };
  const unit = language.units[figure.unit];
  if (!unit)
    return wish === undefined
      ? { text }
      : problem("unknown-counter", `${language.id} has no counters for "${figure.unit}"`);
  if (wish === undefined) return { text: fill(counterFor(unit.counter, numeral, language), text) };
  const usual = typeof unit.counter === "string" ? [unit.counter] : Object.values(unit.counter);
  const known = [...usual, ...unit.also];
  if (!known.includes(wish))
    return problem("unknown-counter", `"${wish}" does not count ${figure.unit} in ${language.id}`, oneOf(known));
  return { text: fill(wish, text) };
};

/**
 * A figure as the language writes it: 17.36万件, 173,600, more than 6.8 billion RMB, 第二十一届. Exact: the value is printed
 * with the digits that were stated or refused with a problem, never rounded.
 */
export const printFigure = (figure: Figure, language: Language, options: PrintOptions = {}): Printed => {
  if (figure.value === null)
    return problem(
      "not-published",
      `${figure.key} is not published (null) and cannot be printed`,
      "put the sentence into {{#if …}}",
    );
  if (options.sign !== undefined && options.sign !== "said")
    return problem("unknown-option", `sign="${options.sign}" is not known`, 'only sign="said"');
  if (options.case !== undefined && options.case !== "sentence")
    return problem("unknown-option", `case="${options.case}" is not known`, 'only case="sentence"');
  if (options.gender !== undefined && !gendersOf(language).has(options.gender))
    return problem(
      "unknown-option",
      `${language.id} has no gender "${options.gender}"`,
      oneOf([...gendersOf(language)]),
    );
  const stated = new Big(figure.value);
  const value = options.sign === "said" ? stated.abs() : stated;
  const number = numberText(value, figure, language, options);
  if ("problem" in number) return number;
  const approximate = withApproximation(number.text, figure, language, options.approx);
  if ("problem" in approximate) return approximate;
  const counted = withCounter(approximate.text, { ...number, value }, figure, language, options.counter);
  if ("problem" in counted) return counted;
  const [first = "", ...rest] = counted.text;
  const text = options.case === undefined ? counted.text : first.toLocaleUpperCase(language.language) + rest.join("");
  return { text, scale: number.scale };
};
