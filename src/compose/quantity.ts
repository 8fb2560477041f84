import Big from "big.js";
import type { Figure } from "../model/figure.ts";
import type { KindRule, Language, Plural } from "../model/language.ts";
import { spellOut } from "../model/spellout.ts";

/** How a sentence wants a figure; without a wish the language's rule for its kind holds. */
export type PrintOptions = {
  /** "digits", "words", or a phrase of the language ("first" → 首); "auto" is the rule. */
  readonly form?: string | undefined;
  /** One of the unit's counters; "" prints the number alone. */
  readonly counter?: string | undefined;
  /** "sentence" capitalises the first letter. */
  readonly case?: string | undefined;
  /** One of the language's patterns for the figure's approximation, or "said": the sentence's own words say it. */
  readonly approx?: string | undefined;
  /** "said": the sentence says the direction, the number is printed without its sign. */
  readonly sign?: string | undefined;
};

export type Problem = { readonly rule: string; readonly message: string; readonly hint?: string };
export type Printed = { readonly text: string } | { readonly problem: Problem };

const problem = (rule: string, message: string, hint?: string): Printed => ({
  problem: { rule, message, ...(hint !== undefined && { hint }) },
});
const oneOf = (choices: readonly string[]): string =>
  `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;

/** Number of decimals of a plain decimal without trailing zeros. */
export const decimalsOf = (value: Big): number =>
  value
    .toFixed()
    .replace(/^[^.]*\.?/, "")
    .replace(/0+$/, "").length;

const formatters = new Map<string, Intl.NumberFormat>();
const formatter = (tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = JSON.stringify([tag, options]);
  const known = formatters.get(key) ?? new Intl.NumberFormat(tag, options);
  formatters.set(key, known);
  return known;
};

type Digits = { readonly grouping: boolean; readonly min: number; readonly max: number; readonly percent?: boolean };

/** Digits as CLDR writes them for the language; exact, whatever the length. */
export const digits = (language: Language, value: Big, how: Digits): string =>
  formatter(language.language, {
    useGrouping: how.grouping ? ("auto" as unknown as boolean) : false,
    minimumFractionDigits: how.min,
    maximumFractionDigits: how.max,
    ...(how.percent && { style: "unit", unit: "percent" }),
    // Strings are formatted exactly (ECMA-402, Intl.NumberFormat v3); the type does not say so yet.
  }).format(value.toFixed() as unknown as number);

const pluralRules = new Map<string, Intl.PluralRules>();
const pluralRulesOf = (tag: string, type: "cardinal" | "ordinal"): Intl.PluralRules => {
  const key = `${type} ${tag}`;
  const known = pluralRules.get(key) ?? new Intl.PluralRules(tag, { type, maximumFractionDigits: 6 });
  pluralRules.set(key, known);
  return known;
};

/** The text for a number's CLDR plural category. */
export const pluralText = (
  forms: Plural,
  tag: string,
  value: Big,
  type: "cardinal" | "ordinal" = "cardinal",
): string => {
  if (typeof forms === "string") return forms;
  const category = pluralRulesOf(tag, type).select(value.toNumber());
  return forms[category] ?? (forms.other as string);
};

export const fill = (pattern: string, number: string): string =>
  pattern.includes("{n}") ? pattern.replaceAll("{n}", number) : number + pattern;

export const ruleOf = (figure: Figure, language: Language): KindRule =>
  language.numbers.kinds[figure.kind] ?? { scale: "never", decimals: "step", form: "digits", wordsBelow: 0 };

/** The scale of the language that a value is written in, or undefined for a number in full. */
export const scaleFor = (value: Big, step: Big, rule: KindRule, language: Language) => {
  const { scales } = language.numbers;
  const [lowest] = scales;
  if (!lowest || rule.scale === "never" || (rule.scale === "rounded" && step.lte(1))) return undefined;
  const reached = scales.filter((scale) => value.abs().gte(scale.from)).at(-1);
  const scale = reached ?? (rule.floor !== undefined && value.abs().gte(rule.floor) ? lowest : undefined);
  if (!scale) return undefined;
  const scaled = value.div(scale.from);
  return rule.maxDecimals !== undefined && decimalsOf(scaled) > rule.maxDecimals ? undefined : scale;
};

/** A value in digits with its scale word, to the stated step: 17.36万, 1.4726 million, 23,580. */
const inDigits = (value: Big, figure: Figure, rule: KindRule, language: Language): string => {
  const step = new Big(figure.step);
  const grouping = rule.grouping ?? language.numbers.grouping;
  const scale = scaleFor(value, step, rule, language);
  const scaled = scale ? value.div(scale.from) : value;
  const stated = decimalsOf(scale ? step.div(scale.from) : step);
  const exact = decimalsOf(scaled);
  const max = Math.max(stated, exact);
  const min = rule.decimals === "shortest" ? 0 : Math.max(stated, exact);
  const percent = figure.kind === "percent" && language.units[figure.unit] === undefined;
  const text = digits(language, scaled, { grouping, min, max, percent });
  return scale ? text + pluralText(scale.word, language.language, scaled) : text;
};

const inWords = (value: Big, figure: Figure, language: Language): string | undefined => {
  if (decimalsOf(value) > 0 || value.lt(0)) return undefined;
  const set = figure.kind === "ordinal" ? "ordinal" : "cardinal";
  return spellOut(language.numbers.spellout, set, value.toNumber());
};

/** The number in the asked form, without approximation and counter. */
const numberText = (value: Big, figure: Figure, language: Language, form: string): Printed => {
  const rule = ruleOf(figure, language);
  const phrases = language.numbers.phrases[form];
  if (phrases) {
    const phrase = phrases[value.toFixed()];
    if (phrase !== undefined) return { text: phrase };
    return problem(
      "form-does-not-fit",
      `the form "${form}" holds for ${Object.keys(phrases).join(", ")}, but ${figure.key} is ${figure.value}`,
    );
  }
  const small = rule.wordsBelow > 0 && value.gte(0) && value.lt(rule.wordsBelow) && decimalsOf(value) === 0;
  const words = form === "words" || (form === "auto" && (rule.form === "words" || small));
  if (words) {
    const text = inWords(value, figure, language);
    if (text !== undefined) return { text };
    return problem(
      "no-words",
      `${figure.value} has no words in ${language.id}`,
      'extend numbers.spellout of the language, or use form="digits"',
    );
  }
  if (form !== "auto" && form !== "digits") {
    const known = ["auto", "digits", "words", ...Object.keys(language.numbers.phrases)];
    return problem("unknown-form", `${language.id} has no form "${form}"`, oneOf(known));
  }
  const text = inDigits(value, figure, rule, language);
  if (figure.kind !== "ordinal") return { text };
  return { text: fill(pluralText(language.numbers.ordinals, language.language, value, "ordinal"), text) };
};

export const withApproximation = (
  text: string,
  figure: Figure,
  language: Language,
  wish: string | undefined,
): Printed => {
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

const withCounter = (
  text: string,
  value: Big,
  figure: Figure,
  language: Language,
  wish: string | undefined,
): Printed => {
  if (wish === "") return { text };
  const unit = language.units[figure.unit];
  if (!unit)
    return wish === undefined
      ? { text }
      : problem("unknown-counter", `${language.id} has no counters for "${figure.unit}"`);
  if (wish === undefined) return { text: fill(pluralText(unit.counter, language.language, value), text) };
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
  const stated = new Big(figure.value);
  const value = options.sign === "said" ? stated.abs() : stated;
  const number = numberText(value, figure, language, options.form ?? "auto");
  if ("problem" in number) return number;
  const approximate = withApproximation(number.text, figure, language, options.approx);
  if ("problem" in approximate) return approximate;
  const counted = withCounter(approximate.text, value, figure, language, options.counter);
  if ("problem" in counted || options.case === undefined) return counted;
  const [first = "", ...rest] = counted.text;
  return { text: first.toLocaleUpperCase(language.language) + rest.join("") };
};
