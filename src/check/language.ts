import type { Deviate } from "../model/deviation.ts";
import { ruleSetsOf } from "../model/gender.ts";
import type { Language } from "../model/language.ts";
import type { LanguageSource } from "../model/source.ts";
import { spellOut } from "../model/spellout.ts";

/** Powers of ten whose compact forms CLDR has words for. */
const powers = Array.from({ length: 13 }, (_, exponent) => 10 ** (exponent + 2));
const letters = (text: string): string => text.replace(/[^\p{L}]/gu, "");

/** The word with which CLDR's long compact form writes a power of ten, and what it counts: 万 for 10000. */
const scaleWords = (tag: string): ReadonlyMap<string, number> => {
  const format = new Intl.NumberFormat(tag, { notation: "compact", compactDisplay: "long" });
  const words = new Map<string, number>();
  for (const power of powers)
    for (const count of [1, 2, 5]) {
      const parts = format.formatToParts(power * count);
      const word = letters(parts.find(({ type }) => type === "compact")?.value ?? "");
      const digits = Number(parts.flatMap(({ type, value }) => (type === "integer" ? [value] : [])).join(""));
      if (word !== "" && digits > 0 && !words.has(word)) words.set(word, (power * count) / digits);
    }
  return words;
};

/** A scale word that CLDR knows for another number. Reports `scale-contradicts`. */
const checkScales = ({ language, place }: LanguageSource, deviate: Deviate): void => {
  const known = scaleWords(language.language);
  for (const [index, { from, word }] of language.numbers.scales.entries())
    for (const text of typeof word === "string" ? [word] : Object.values(word)) {
      const usual = known.get(letters(text));
      if (usual === undefined || usual === from) continue;
      deviate({
        severity: "error",
        rule: "scale-contradicts",
        message: `"${text.trim()}" stands for ${from}, but ${language.language} means ${usual} by it`,
        place: place(["numbers", "scales", index]),
        hint: "correct the scale or its word",
        about: text.trim(),
        lang: language.id,
      });
    }
};

/** Numbers whose words must differ. */
const compared = 1000;

type Clash = { readonly first: number; readonly second: number; readonly words: string };
type RuleSets = Language["numbers"]["spellout"];

/** The first two numbers that a rule set writes alike. */
const clashIn = (sets: RuleSets, name: string): Clash | undefined => {
  const seen = new Map<string, number>();
  for (let second = 0; second < compared; second++) {
    const words = spellOut(sets, name, second);
    if (words === undefined) continue;
    const first = seen.get(words);
    if (first !== undefined) return { first, second, words };
    seen.set(words, second);
  }
  return undefined;
};
const known = new WeakMap<RuleSets, ReadonlyMap<string, Clash | undefined>>();
const clashesOf = (language: Language): ReadonlyMap<string, Clash | undefined> => {
  const sets = language.numbers.spellout;
  const names = [...ruleSetsOf(language, "cardinal"), ...ruleSetsOf(language, "ordinal")];
  const clashes = known.get(sets) ?? new Map(names.map((name) => [name, clashIn(sets, name)]));
  known.set(sets, clashes);
  return clashes;
};

/** Two numbers that the rule sets write alike. Reports `words-not-distinct`, once a rule set. */
const checkWords = ({ language, place }: LanguageSource, deviate: Deviate): void => {
  for (const [name, clash] of clashesOf(language))
    if (clash)
      deviate({
        severity: "error",
        rule: "words-not-distinct",
        message: `${clash.first} and ${clash.second} are both written "${clash.words}"`,
        place: place(["numbers", "spellout", name]),
        hint: "correct the rules of the set",
        about: name,
        lang: language.id,
      });
};

/** A word that is said of a rise and of a fall. Reports `word-claims-both`. */
const checkClaims = ({ language, place }: LanguageSource, deviate: Deviate): void => {
  const lists: readonly (readonly [string, readonly string[]])[] = directionsOf(language);
  for (const [name, words] of lists)
    for (const [other, theirs] of lists) {
      if (other <= name) continue;
      for (const word of words.filter((candidate) => theirs.includes(candidate)))
        deviate({
          severity: "error",
          rule: "word-claims-both",
          message: `"${word}" stands for "${name}" and for "${other}"`,
          place: place(["claims"]),
          hint: "keep one of the two",
          about: word,
          lang: language.id,
        });
    }
};
const directionsOf = ({ claims, directions }: Language): readonly (readonly [string, readonly string[]])[] =>
  (["up", "down", "flat"] as const).map((name) => [name, [directions[name], ...claims[name]]] as const);

/** Looks for slips in the rules by which a language writes numbers, which would spoil every number alike. */
export const checkLanguage = (from: LanguageSource, deviate: Deviate): void => {
  checkScales(from, deviate);
  checkWords(from, deviate);
  checkClaims(from, deviate);
};
