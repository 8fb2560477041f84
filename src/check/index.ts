import { withAcceptances } from "../model/deviation.ts";
import type { Document } from "../model/document.ts";
import type { Report } from "../model/finding.ts";
import type { Source } from "../model/source.ts";
import { checkFigures } from "./data/index.ts";
import { checkLanguage } from "./language.ts";
import { checkParallel } from "./languages/parallel.ts";
import { checkOrder, checkSubjects } from "./languages/subjects.ts";
import { checkTerms } from "./languages/terms.ts";
import { unitsOf } from "./languages/units.ts";
import { checkUsage } from "./languages/usage.ts";
import { passagesOf } from "./passages.ts";
import { checkCharts } from "./prose/charts.ts";
import { checkProse } from "./prose/index.ts";
import { checkTitle } from "./title.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { checkWording } from "./wording.ts";

/**
 * Compares everything that an issue states with everything else it states: the figures with one another, the words of
 * each language with the figures, the languages with one another and with the glossary. Pure; it reads the composed
 * documents, so it finds the same in prose that came from elsewhere.
 *
 * Every finding may be accepted with a reason in accepted.yaml; an acceptance that meets nothing is a finding.
 */
export const checkNumbers = (source: Source, documents: ReadonlyMap<string, Document>, report: Report): void => {
  const { deviate, settle } = withAcceptances(source.accepted, "project", report);
  checkFigures(source, deviate);
  checkParallel(documents, deviate);
  checkUsage(source, documents, deviate);
  const units = new Map<string, ReturnType<typeof unitsOf>>();
  // The first language of the editions is the one that the others are compared with.
  for (const lang of new Set(source.publication.editions.flat())) {
    const from = source.languages.get(lang);
    if (!from) continue;
    const vocabulary = vocabularyOf(from.language, source.glossary);
    checkLanguage(from, deviate);
    checkTitle(source, from, vocabulary, deviate);
    checkWording(from, vocabulary, deviate);
    const document = documents.get(lang);
    if (!document) continue;
    const passages = passagesOf(document, lang);
    checkProse(passages, { language: from.language, vocabulary, figures: source.figures, deviate });
    checkCharts(document, from, source.figures, deviate);
    units.set(lang, unitsOf(document, passages, vocabulary, source.figures));
  }
  checkSubjects(units, documents, deviate);
  checkOrder(units, deviate);
  checkTerms(source.glossary, units, deviate);
  settle();
};
