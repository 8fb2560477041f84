import Big from "big.js";
import type { Figure } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import { decimalsOf, pluralText } from "./digits.ts";
import type { Problem } from "./numeral.ts";

type Outcome<T> = T | { readonly problem: Problem };

const sign = (figure: Figure): number | undefined =>
  figure.value === null ? undefined : Math.sign(Number(figure.value));

/** The word for the sign that changes have in common: 增长, down, flat. */
export const directionWord = (
  changes: readonly Figure[],
  language: Language,
  words: { readonly up?: string; readonly down?: string; readonly flat?: string },
): Outcome<{ readonly text: string }> => {
  const signs = new Set(changes.map(sign));
  const names = changes.map((figure) => `${figure.key} ${figure.value ?? "not published"}`).join(", ");
  if (signs.has(undefined))
    return {
      problem: {
        rule: "not-published",
        message: `a direction needs published changes: ${names}`,
        hint: "put the sentence into {{#if …}}",
      },
    };
  if (signs.size > 1)
    return {
      problem: {
        rule: "mixed-directions",
        message: `one word cannot say both directions: ${names}`,
        hint: "give each change a phrase of its own",
      },
    };
  const [common] = signs;
  const name = common === 1 ? "up" : common === -1 ? "down" : "flat";
  return { text: words[name] ?? language.directions[name] };
};

/** One number that stands for several figures (各2家): they must be equal in value and unit. */
export const sharedFigure = (figures: readonly Figure[]): Outcome<{ readonly figure: Figure }> => {
  const [first, ...rest] = figures as [Figure, ...Figure[]];
  const other = rest.find(
    (figure) => figure.value !== first.value || figure.unit !== first.unit || figure.approx !== first.approx,
  );
  if (!other) return { figure: first };
  return {
    problem: {
      rule: "unequal-figures",
      message: `one number cannot stand for ${first.key} (${first.value} ${first.unit}) and ${other.key} (${other.value} ${other.unit})`,
      hint: "write both numbers",
    },
  };
};

/** The noun for a figure by its CLDR plural category. */
export const pluralWord = (
  figures: readonly Figure[],
  language: Language,
  words: Readonly<Record<string, string>>,
): Outcome<{ readonly text: string }> => {
  const [figure] = figures;
  if (figure?.value == null || figures.length > 1)
    return { problem: { rule: "not-published", message: "plural takes one published figure" } };
  if (words.other === undefined)
    return { problem: { rule: "unknown-option", message: 'plural needs other="…"', hint: 'write one="…" other="…"' } };
  const decimals = decimalsOf(new Big(figure.step));
  return { text: pluralText(words as { other: string }, language.language, new Big(figure.value), { decimals }) };
};
