import Big from "big.js";
import type { Figure } from "../model/figure.ts";
import { formsFor, ruleSetFor } from "../model/gender.ts";
import type { KindRule, Language } from "../model/language.ts";
import type { RuleName } from "../model/rules/index.ts";
import { spellOut } from "../model/spellout.ts";
import { decimalsOf, digits, fill, pluralText } from "./digits.ts";

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
  /** Grammatical gender of the noun that is counted here, where it is not that of the unit. */
  readonly gender?: string | undefined;
};

export type Problem = { readonly rule: RuleName; readonly message: string; readonly hint?: string };
/** A printed number; `scale` is what its scale word stands for, 1 where it has none. */
export type Printed = { readonly text: string; readonly scale: number } | { readonly problem: Problem };

export const problem = (rule: RuleName, message: string, hint?: string): { readonly problem: Problem } => ({
  problem: { rule, message, ...(hint !== undefined && { hint }) },
});
export const oneOf = (choices: readonly string[]): string =>
  `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;

export const ruleOf = (figure: Figure, language: Language): KindRule =>
  language.numbers.kinds[figure.kind] ?? { scale: "never", decimals: "step", form: "digits", wordsBelow: 0 };

/** Digits that a plain decimal takes. */
const lengthOf = (value: Big): number => value.toFixed().replace(/\D/g, "").length;

/** The scale of the language that a value is written in, or undefined for a number in full. */
export const scaleFor = (value: Big, step: Big, rule: KindRule, language: Language) => {
  const { scales } = language.numbers;
  const [lowest] = scales;
  if (!lowest || rule.scale === "never" || (rule.scale === "rounded" && step.lte(1))) return undefined;
  const reached = scales.filter((scale) => value.abs().gte(scale.from)).at(-1);
  const allowed = rule.floor !== undefined && value.abs().gte(rule.floor);
  const shorter = allowed && lengthOf(value.div(lowest.from)) < lengthOf(value);
  const scale = reached ?? (shorter ? lowest : undefined);
  if (!scale) return undefined;
  const scaled = value.div(scale.from);
  return rule.maxDecimals !== undefined && decimalsOf(scaled) > rule.maxDecimals ? undefined : scale;
};

/** A number as printed, and what the form of the counter behind it depends on. */
export type Numeral = {
  readonly text: string;
  /** What the scale word stands for: 10000 for 万; 1 for a number in full or in words. */
  readonly scale: number;
  /** Decimals that are printed. */
  readonly decimals: number;
};

/** A value in digits with its scale word, to the stated step: 17.36万, 1.4726 million, 23,580. */
const inDigits = (value: Big, figure: Figure, rule: KindRule, language: Language): Numeral => {
  const step = new Big(figure.step);
  const grouping = rule.grouping ?? language.numbers.grouping;
  const scale = scaleFor(value, step, rule, language);
  const scaled = scale ? value.div(scale.from) : value;
  const stated = decimalsOf(scale ? step.div(scale.from) : step);
  const exact = decimalsOf(scaled);
  const decimals = rule.decimals === "shortest" && scale ? exact : Math.max(stated, exact);
  const percent = figure.kind === "percent" && language.units[figure.unit] === undefined;
  const text = digits(language, scaled, { grouping, min: decimals, max: decimals, percent });
  if (!scale) return { text, scale: 1, decimals };
  return { text: text + pluralText(scale.word, language.language, scaled, { decimals }), scale: scale.from, decimals };
};

const inWords = (value: Big, figure: Figure, language: Language, gender: string | undefined): string | undefined => {
  if (decimalsOf(value) > 0 || value.lt(0)) return undefined;
  const { spellout } = language.numbers;
  const set = ruleSetFor(spellout, figure.kind === "ordinal" ? "ordinal" : "cardinal", gender);
  return spellOut(spellout, set, value.toNumber());
};

/** The number in the asked form, without approximation and counter. */
export const numberText = (
  value: Big,
  figure: Figure,
  language: Language,
  { form = "auto", gender = language.units[figure.unit]?.gender }: PrintOptions,
): Numeral | { readonly problem: Problem } => {
  const rule = ruleOf(figure, language);
  const whole = (text: string): Numeral => ({ text, scale: 1, decimals: 0 });
  const phrases = language.numbers.phrases[form];
  if (phrases) {
    const phrase = phrases[value.toFixed()];
    if (phrase !== undefined) return whole(phrase);
    return problem(
      "form-does-not-fit",
      `the form "${form}" holds for ${Object.keys(phrases).join(", ")}, but ${figure.key} is ${figure.value}`,
    );
  }
  const small = rule.wordsBelow > 0 && value.gte(0) && value.lt(rule.wordsBelow) && decimalsOf(value) === 0;
  const words = form === "words" || (form === "auto" && (rule.form === "words" || small));
  if (words) {
    const text = inWords(value, figure, language, gender);
    if (text !== undefined) return whole(text);
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
  const numeral = inDigits(value, figure, rule, language);
  if (figure.kind !== "ordinal") return numeral;
  const ordinals = formsFor(language.numbers.ordinals, gender);
  return whole(fill(pluralText(ordinals, language.language, value, { type: "ordinal" }), numeral.text));
};
