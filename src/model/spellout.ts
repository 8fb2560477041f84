import type { RuleSet } from "./language.ts";

type RuleSets = Readonly<Record<string, RuleSet>>;

type Rule = readonly [base: number, text: string];
const ordered = new WeakMap<RuleSet, readonly Rule[]>();

/** The rules of a set, the largest base value first. */
const rulesOf = (set: RuleSet): readonly Rule[] => {
  const known = ordered.get(set);
  if (known) return known;
  const rules = Object.entries(set)
    .map(([base, text]): Rule => [Number(base), text])
    .toSorted(([a], [b]) => b - a);
  ordered.set(set, rules);
  return rules;
};

/** The rule whose base value is the largest that is not above n. */
const ruleFor = (set: RuleSet, n: number): Rule | undefined => rulesOf(set).find(([base]) => base <= n);

/** Highest power of ten that is not above a rule's base value (UTS #35 part 3: the divisor of a rule). */
const divisorOf = (base: number): number => (base < 10 ? 1 : 10 ** Math.floor(Math.log10(base) + 1e-9));

const substitution = /←([a-z-]*)←|→([a-z-]*)→|=([a-z-]+)=/g;

/**
 * A whole number in words by rule-based number formatting (CLDR RBNF, UTS #35 part 3): `←←` the quotient by the rule's
 * divisor, `→→` the remainder, `=name=` the number by another rule set, `[…]` left out where the remainder is 0.
 * `undefined` where the rules do not reach the number.
 */
export const spellOut = (sets: RuleSets, name: string, n: number, depth = 0): string | undefined => {
  const set = sets[name];
  if (!set || !Number.isSafeInteger(n) || n < 0 || depth > 40) return undefined;
  const rule = ruleFor(set, n);
  if (!rule) return undefined;
  const [base, text] = rule;
  const divisor = divisorOf(base);
  const remainder = n % divisor;
  // A rule without substitution names one number only, and one without →…→ no remainder: 3 must not silently serve 4.
  if (n !== base && !/[=←→]/.test(text)) return undefined;
  if (remainder !== 0 && n !== base && !/[=→]/.test(text)) return undefined;
  const kept = remainder === 0 ? text.replace(/\[[^\]]*\]/g, "") : text.replace(/[[\]]/g, "");
  let reached = true;
  const words = kept.replace(substitution, (_, quotient?: string, rest?: string, same?: string) => {
    const part =
      quotient !== undefined
        ? spellOut(sets, quotient || name, Math.floor(n / divisor), depth + 1)
        : rest !== undefined
          ? spellOut(sets, rest || name, remainder, depth + 1)
          : spellOut(sets, same as string, n, depth + 1);
    if (part === undefined) reached = false;
    return part ?? "";
  });
  return reached ? words : undefined;
};

/** Fills a heading pattern: {n} digits, {name} the number by that rule set. `undefined` where a rule set is missing or too short. */
export const numberPattern = (pattern: string, n: number, sets: RuleSets): string | undefined => {
  let reached = true;
  const text = pattern.replace(/\{([a-z-]+)\}/g, (_, name: string) => {
    const part = name === "n" ? String(n) : spellOut(sets, name, n);
    if (part === undefined) reached = false;
    return part ?? "";
  });
  return reached ? text : undefined;
};
