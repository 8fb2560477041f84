import Big from "big.js";
import type { Figure, Figures } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import type { Code } from "./unit.ts";

/** Figures whose words follow from their sign. */
const isChange = ({ key }: Figure, source: string): boolean => key.endsWith(".growth") || /\bsign="said"/.test(source);

const signOf = ({ value }: Figure): string => {
  if (value === null) return "not-published";
  const sign = new Big(value).cmp(0);
  return sign > 0 ? "up" : sign < 0 ? "down" : "flat";
};

/** The plural category that a typed noun beside a figure must have; none where the language's counter says the noun. */
const pluralOf = (figure: Figure, language: Language): string | undefined => {
  const counter = language.units[figure.unit]?.counter;
  if (figure.kind !== "count" || figure.value === null || (counter !== undefined && typeof counter !== "string"))
    return undefined;
  const rules = new Intl.PluralRules(language.language, { maximumFractionDigits: 6 });
  return rules.resolvedOptions().pluralCategories.length > 1 ? rules.select(Number(figure.value)) : undefined;
};

const factsOfCode = ({ id, source }: Code, figures: Figures, language: Language): readonly string[] => {
  const [helper = "", ...keys] = id.replace(/:\d+$/, "").split(":");
  if (helper === "direction" || helper === "same" || helper === "plural") {
    const of = keys.flatMap((key) => figures.get(key) ?? []);
    if (helper === "direction") return of.map((figure) => `${figure.key} ${signOf(figure)}`);
    return helper === "same" ? [`${keys.join(" = ")} ${new Set(of.map(({ value }) => value)).size <= 1}`] : [];
  }
  const figure = figures.get(helper);
  if (!figure || keys.length > 0) return [];
  const plural = pluralOf(figure, language);
  return [
    ...(isChange(figure, source) ? [`${figure.key} ${signOf(figure)}`] : []),
    ...(figure.approx ? [`${figure.key} ${figure.approx}`] : []),
    ...(figure.key.endsWith(".rank") && figure.value !== null ? [`${figure.key} ${figure.value}`] : []),
    ...(plural === undefined ? [] : [`${figure.key} ${plural}`]),
  ];
};

/**
 * The facts on which the wording of a unit depends, whatever its numbers are: the signs of changes, ranks, approximations,
 * plural classes in the language that is translated to, whether figures that share a number are equal. A correction that
 * leaves them as they are leaves every translation as it is. Figures of loops are not known by their key and give none.
 */
export const factsOf = (codes: readonly Code[], figures: Figures, language: Language): readonly string[] =>
  [
    ...new Set(codes.filter(({ kind }) => kind === "value").flatMap((code) => factsOfCode(code, figures, language))),
  ].toSorted();

const pluralFact = / (?:zero|one|two|few|many|other)$/;

/**
 * Whether a wording that was made when some facts held still holds. A plural class counts only where it is known of both
 * times: a language whose counters have learnt their nouns since depends on it no more.
 */
export const stillHolds = (before: readonly string[], now: readonly string[]): boolean => {
  const subject = (fact: string): string => fact.slice(0, fact.lastIndexOf(" "));
  const plural = (facts: readonly string[]) =>
    new Map(facts.filter((fact) => pluralFact.test(fact)).map((fact) => [subject(fact), fact]));
  const others = (facts: readonly string[]): string => facts.filter((fact) => !pluralFact.test(fact)).join("\n");
  const [then, today] = [plural(before), plural(now)];
  return others(before) === others(now) && [...then].every(([key, fact]) => (today.get(key) ?? fact) === fact);
};
