import Big from "big.js";
import type { Fact } from "./fact.ts";
import type { Figure, Key } from "./figure.ts";
import type { Language } from "./language.ts";

/** What is printed of figures: by which helper of the templates ("print" for a number), and whether words beside it say its sign. */
export type Printing = {
  readonly helper: "print" | "direction" | "same" | "plural" | "label";
  readonly keys: readonly Key[];
  readonly signIsSaid: boolean;
};

/** What decides how a figure is worded, as it is stated now or was stated then. */
export type Statement = Pick<Figure, "value" | "unit" | "kind" | "approx">;

const signOf = (key: Key, { value }: Statement): Fact => {
  const sign = value === null ? undefined : new Big(value).cmp(0);
  const outcome = sign === undefined ? "not-published" : sign > 0 ? "up" : sign < 0 ? "down" : "flat";
  return { kind: "sign", of: [key], outcome };
};

/** The plural class that a typed noun beside a figure must have; none where the language's counter says the noun. */
const pluralOf = (key: Key, { kind, value, unit }: Statement, language: Language): readonly Fact[] => {
  const counter = language.units[unit]?.counter;
  const isCounted = counter !== undefined && typeof counter !== "string";
  if (kind !== "count" || value === null || isCounted) return [];
  const rules = new Intl.PluralRules(language.language, { maximumFractionDigits: 6 });
  if (rules.resolvedOptions().pluralCategories.length === 1) return [];
  return [{ kind: "plural", of: [key], outcome: rules.select(Number(value)) }];
};

const printedFacts = (key: Key, stated: Statement, signIsSaid: boolean, language: Language): readonly Fact[] => [
  ...(key.endsWith(".growth") || signIsSaid ? [signOf(key, stated)] : []),
  ...(stated.approx ? [{ kind: "approximation", of: [key], outcome: stated.approx } as const] : []),
  ...(key.endsWith(".rank") && stated.value !== null
    ? [{ kind: "value", of: [key], outcome: stated.value } as const]
    : []),
  ...pluralOf(key, stated, language),
];

/**
 * The facts on which the words around a printed figure may depend, whatever its number is: the sign of a change, a rank, an
 * approximation, the plural class in the language, whether figures that share a number are equal. A correction that leaves
 * them as they are leaves every sentence as it is.
 */
export const factsBehind = (
  { helper, keys, signIsSaid }: Printing,
  statementOf: (key: Key) => Statement | undefined,
  language: Language,
): readonly Fact[] => {
  const known = keys.flatMap((key) => {
    const stated = statementOf(key);
    return stated ? [[key, stated] as const] : [];
  });
  if (helper === "label") return [];
  if (helper === "direction") return known.map(([key, stated]) => signOf(key, stated));
  const equality = {
    kind: "equality",
    of: keys,
    outcome: new Set(known.map(([, { value }]) => value)).size <= 1 ? "equal" : "unequal",
  } as const;
  if (helper === "same") return [equality];
  return known.slice(0, 1).flatMap(([key, stated]) => printedFacts(key, stated, signIsSaid, language));
};
