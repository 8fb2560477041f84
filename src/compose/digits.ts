import type Big from "big.js";
import type { Language, Plural } from "../model/language.ts";

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

/**
 * Digits as CLDR writes them for the language, with the minus sign that its language file names; exact, whatever the
 * length. Marks of direction that CLDR puts beside the sign stay.
 */
export const digits = (language: Language, value: Big, how: Digits): string => {
  const format = formatter(language.language, {
    useGrouping: how.grouping ? ("auto" as unknown as boolean) : false,
    minimumFractionDigits: how.min,
    maximumFractionDigits: how.max,
    ...(how.percent && { style: "unit", unit: "percent" }),
  });
  // Strings are formatted exactly (ECMA-402, Intl.NumberFormat v3); the type does not say so yet.
  const exact = value.toFixed() as unknown as number;
  if (!value.lt(0)) return format.format(exact);
  return format
    .formatToParts(exact)
    .map((part) => (part.type === "minusSign" ? part.value.replace(/[-\u2212]/, language.numbers.minus) : part.value))
    .join("");
};

const pluralRules = new Map<string, Intl.PluralRules>();
const pluralRulesOf = (tag: string, type: "cardinal" | "ordinal", decimals: number): Intl.PluralRules => {
  const key = `${type} ${tag} ${decimals}`;
  const known =
    pluralRules.get(key) ??
    new Intl.PluralRules(tag, {
      type,
      minimumFractionDigits: decimals,
      maximumFractionDigits: Math.max(decimals, 6),
    });
  pluralRules.set(key, known);
  return known;
};

type PluralOptions = { readonly type?: "cardinal" | "ordinal"; readonly decimals?: number };

/**
 * A number's CLDR plural category. Decimals that are printed count, zeros too (UTS #35 part 3, operand v): 1 kilometre,
 * 1.0 kilometres.
 */
export const pluralCategory = (
  tag: string,
  value: Big,
  { type = "cardinal", decimals = 0 }: PluralOptions = {},
): Intl.LDMLPluralRule => pluralRulesOf(tag, type, Math.min(decimals, 20)).select(value.toNumber());

/** The text for a number's CLDR plural category. */
export const pluralText = (forms: Plural, tag: string, value: Big, options: PluralOptions = {}): string =>
  typeof forms === "string" ? forms : (forms[pluralCategory(tag, value, options)] ?? (forms.other as string));

export const fill = (pattern: string, number: string): string =>
  pattern.includes("{n}") ? pattern.replaceAll("{n}", number) : number + pattern;
