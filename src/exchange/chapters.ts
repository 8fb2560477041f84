import type { Figures } from "../model/figure.ts";
import type { LanguageSource, Template } from "../model/source.ts";
import type { Translation } from "../model/translation.ts";
import { type Pair, pairsOf, readUnits } from "./pairs.ts";
import { unitsOf } from "./prose/units.ts";

/** A template of the source, that of the translation by the same name, and their units side by side. */
export type Chapter = {
  readonly name: string;
  readonly source?: Template;
  readonly target?: Template;
  readonly pairs: readonly Pair[];
};

/** Two languages of an issue, and what is known of the one as a translation of the other. */
export type Languages = {
  readonly source: LanguageSource;
  readonly target: LanguageSource;
  readonly translation: Translation;
  readonly figures: Figures;
};

/** The chapters of a translation in the order of the source, then those that the source does not have. Pure. */
export const chaptersOf = ({ source, target, translation, figures }: Languages): readonly Chapter[] => {
  const names = [...new Set([...source.templates, ...target.templates].map(({ name }) => name))];
  return names.map((name): Chapter => {
    const [from, to] = [source, target].map(({ templates }) => templates.find((template) => template.name === name));
    const pairs = pairsOf({
      name,
      source: readUnits((from && unitsOf(from)) ?? [], source.language.script),
      target: readUnits((to && unitsOf(to)) ?? [], target.language.script, source.language.script),
      records: translation.chapters[name] ?? [],
      figures,
      language: target.language,
    });
    return { name, ...(from && { source: from }), ...(to && { target: to }), pairs };
  });
};
