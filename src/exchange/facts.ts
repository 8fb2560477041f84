import Big from "big.js";
import { type Fact, factText } from "../model/fact.ts";
import type { Figure, Figures } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import type { Code } from "./unit.ts";

/** Figures whose words follow from their sign. */
const isChange = ({ key }: Figure, source: string): boolean => key.endsWith(".growth") || /\bsign="said"/.test(source);

const sign = (figure: Figure): Fact => {
  const value = figure.value === null ? undefined : new Big(figure.value).cmp(0);
  const outcome = value === undefined ? "not-published" : value > 0 ? "up" : value < 0 ? "down" : "flat";
  return { kind: "sign", of: [figure.key], outcome };
};

/** The plural class that a typed noun beside a figure must have; none where the language's counter says the noun. */
const pluralOf = (figure: Figure, language: Language): readonly Fact[] => {
  const counter = language.units[figure.unit]?.counter;
  const isCounted = counter !== undefined && typeof counter !== "string";
  if (figure.kind !== "count" || figure.value === null || isCounted) return [];
  const rules = new Intl.PluralRules(language.language, { maximumFractionDigits: 6 });
  if (rules.resolvedOptions().pluralCategories.length === 1) return [];
  return [{ kind: "plural", of: [figure.key], outcome: rules.select(Number(figure.value)) }];
};

const factsOfCode = ({ id, source }: Code, figures: Figures, language: Language): readonly Fact[] => {
  const [helper = "", ...keys] = id.replace(/:\d+$/, "").split(":");
  if (helper === "direction" || helper === "same") {
    const of = keys.flatMap((key) => figures.get(key) ?? []);
    if (helper === "direction") return of.map(sign);
    const outcome = new Set(of.map(({ value }) => value)).size <= 1 ? "equal" : "unequal";
    return [{ kind: "equality", of: keys, outcome }];
  }
  const figure = figures.get(helper);
  if (!figure || keys.length > 0) return [];
  const of = [figure.key];
  return [
    ...(isChange(figure, source) ? [sign(figure)] : []),
    ...(figure.approx ? [{ kind: "approximation", of, outcome: figure.approx } as const] : []),
    ...(figure.key.endsWith(".rank") && figure.value !== null
      ? [{ kind: "value", of, outcome: figure.value } as const]
      : []),
    ...pluralOf(figure, language),
  ];
};

/**
 * The facts on which the wording of a unit depends, whatever its numbers are, each as one word: `sign(a.growth)=up`. The
 * signs of changes, ranks, approximations, plural classes in the language that is translated to, whether figures that
 * share a number are equal. A correction that leaves them as they are leaves every translation as it is. Figures of loops
 * are not known by their key and give none.
 */
export const factsOf = (codes: readonly Code[], figures: Figures, language: Language): readonly string[] => {
  const values = codes.filter(({ kind }) => kind === "value");
  const facts = values.flatMap((code) => factsOfCode(code, figures, language)).map(factText);
  return [...new Set(facts)].toSorted();
};

/**
 * Whether a wording that was made when some facts held still holds. A plural class counts only where it is known of both
 * times: a language whose counters have learnt their nouns since depends on it no more.
 */
export const stillHolds = (before: readonly string[], now: readonly string[]): boolean => {
  const isPlural = (fact: string): boolean => fact.startsWith("plural(");
  const subject = (fact: string): string => fact.slice(0, fact.indexOf("="));
  const classes = new Map(now.filter(isPlural).map((fact) => [subject(fact), fact]));
  const others = (facts: readonly string[]): string => facts.filter((fact) => !isPlural(fact)).join("\n");
  return (
    others(before) === others(now) &&
    before.filter(isPlural).every((fact) => (classes.get(subject(fact)) ?? fact) === fact)
  );
};
