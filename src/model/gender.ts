import type { Gendered, Plural, RuleSet } from "./language.ts";

/** Whether forms are those of plural categories and the same for every gender. */
const isPlural = (forms: Gendered): forms is Plural => typeof forms === "string" || typeof forms.other === "string";

/** Forms by grammatical gender; what has none takes those of "". */
const byGender = (forms: Gendered): readonly (readonly [gender: string, forms: Plural])[] =>
  isPlural(forms) ? [["", forms]] : Object.entries(forms);

/** The forms for a gender; without one, or without forms of its own, those of the first. */
export const formsFor = (forms: Gendered, gender: string | undefined): Plural => {
  const all = byGender(forms);
  return (all.find(([name]) => name === gender) ?? all[0])?.[1] ?? "{n}";
};

/** Every form, whatever its gender and plural category. */
export const everyForm = (forms: Gendered): readonly string[] =>
  byGender(forms).flatMap(([, plural]) => (typeof plural === "string" ? [plural] : Object.values(plural)));

type RuleSets = Readonly<Record<string, RuleSet>>;

/** Name of the rule set that spells numbers of a gender: "cardinal-feminine", as CLDR names them, else "cardinal". */
export const ruleSetFor = (sets: RuleSets, name: "cardinal" | "ordinal", gender: string | undefined): string =>
  gender !== undefined && `${name}-${gender}` in sets ? `${name}-${gender}` : name;

/** The genders that a language tells apart in its ordinals, number words and units. */
export const gendersOf = (language: {
  readonly numbers: { readonly ordinals: Gendered; readonly spellout: RuleSets };
  readonly units: Readonly<Record<string, { readonly gender?: string | undefined }>>;
}): ReadonlySet<string> =>
  new Set([
    ...byGender(language.numbers.ordinals).flatMap(([gender]) => (gender === "" ? [] : [gender])),
    ...Object.values(language.units).flatMap(({ gender }) => (gender === undefined ? [] : [gender])),
  ]);

/** Names of the rule sets that write a language's cardinals or ordinals, those of genders included. */
export const ruleSetsOf = (
  language: Parameters<typeof gendersOf>[0],
  name: "cardinal" | "ordinal",
): readonly string[] => [
  name,
  ...[...gendersOf(language)].map((gender) => `${name}-${gender}`).filter((set) => set in language.numbers.spellout),
];
