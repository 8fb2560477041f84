import Big from "big.js";
import type { Fact } from "../model/fact.ts";
import type { Figure } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import { decimalsOf, pluralCategory } from "./digits.ts";
import type { Problem } from "./numeral.ts";

/** A word, and the fact that chose it. */
type Wording = { readonly text: string; readonly fact: Fact };
type Outcome<T> = T | { readonly problem: Problem };

const sign = (figure: Figure): number | undefined =>
  figure.value === null ? undefined : Math.sign(Number(figure.value));

const signName = (value: number | undefined): "up" | "down" | "flat" =>
  value === 1 ? "up" : value === -1 ? "down" : "flat";

/** The word for the sign that changes have in common: 增长, down, flat. */
export const directionWord = (
  changes: readonly Figure[],
  language: Language,
  words: { readonly up?: string; readonly down?: string; readonly flat?: string },
): Outcome<Wording> => {
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
  const name = signName([...signs][0]);
  const fact: Fact = { kind: "sign", of: changes.map(({ key }) => key), outcome: name };
  return { text: words[name] ?? language.directions[name], fact };
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
): Outcome<Wording> => {
  const [figure] = figures;
  if (figure?.value == null || figures.length > 1)
    return { problem: { rule: "not-published", message: "plural takes one published figure" } };
  if (words.other === undefined)
    return { problem: { rule: "unknown-option", message: 'plural needs other="…"', hint: 'write one="…" other="…"' } };
  const decimals = decimalsOf(new Big(figure.step));
  const outcome = pluralCategory(language.language, new Big(figure.value), { decimals });
  return { text: words[outcome] ?? words.other, fact: { kind: "plural", of: [figure.key], outcome } };
};

/**
 * What the sentence around a printed number takes for granted: the equality of the figures that it stands for, a sign or an
 * approximation that its own words say, the value of a phrase that fits no other.
 */
export const factsAround = (
  figure: Figure,
  also: readonly Figure[],
  { sign: said, approx, form = "" }: Readonly<Record<string, string>>,
  language: Language,
): readonly Fact[] => {
  const of = [figure.key];
  const isPhrase = Object.hasOwn(language.numbers.phrases, form);
  return [
    ...(also.length > 0
      ? [{ kind: "equality", of: [figure, ...also].map(({ key }) => key), outcome: "equal" } as const]
      : []),
    ...(said === "said" ? [{ kind: "sign", of, outcome: signName(sign(figure)) } as const] : []),
    ...(approx === "said" && figure.approx ? [{ kind: "approximation", of, outcome: figure.approx } as const] : []),
    ...(isPhrase && figure.value !== null ? [{ kind: "value", of, outcome: figure.value } as const] : []),
  ];
};
