import { withAcceptances } from "../model/deviation.ts";
import type { Document } from "../model/document.ts";
import type { Report } from "../model/finding.ts";
import type { Source } from "../model/source.ts";
import { checkFigures } from "./data/index.ts";
import { checkErrata } from "./errata.ts";
import { checkLanguage } from "./language.ts";
import { checkParallel } from "./languages/parallel.ts";
import { checkOrder, checkSubjects } from "./languages/subjects.ts";
import { checkTerms } from "./languages/terms.ts";
import { unitsOf } from "./languages/units.ts";
import { checkUsage } from "./languages/usage.ts";
import { checkLabels } from "./names/labels.ts";
import { passagesOf } from "./passages.ts";
import { checkCharts } from "./prose/charts.ts";
import { checkProse } from "./prose/index.ts";
import { isSound } from "./soundness.ts";
import { withTexts } from "./texts.ts";
import { checkTitle } from "./title.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { checkWording } from "./wording.ts";

export { checkSubstance } from "./substance.ts";

/**
 * Compares everything that an issue states with everything else it states: the figures with one another, the words of
 * each language with the figures, the languages with one another and with the glossary. Pure; it reads the composed
 * documents, so it finds the same in prose that came from elsewhere.
 *
 * Every finding may be accepted with a reason in accepted.yaml; an acceptance that meets nothing is a finding, as
 * long as every language is printed.
 */
export const checkNumbers = (source: Source, documents: ReadonlyMap<string, Document>, report: Report): void => {
  const accepting = withAcceptances(source.accepted, "project", report);
  // The first language of the editions is the one that the others are compared with.
  const readings = [...new Set(source.publication.editions.flat())].flatMap((lang) => {
    const from = source.languages.get(lang);
    if (!from) return [];
    const document = documents.get(lang);
    const passages = document ? passagesOf(document, lang) : [];
    return [{ lang, from, document, passages, vocabulary: vocabularyOf(from.language, source.glossary) }];
  });
  const units = new Map(
    readings.flatMap(({ lang, document, passages, vocabulary }) =>
      document ? [[lang, unitsOf(document, passages, vocabulary, source.figures)] as const] : [],
    ),
  );
  const deviate = withTexts(units, accepting.deviate);
  checkFigures(source, deviate);
  // What a language lacks that could not be read as a whole says nothing.
  const whole = new Map([...documents].filter(([, { incomplete }]) => !incomplete));
  const readable = new Map([...units].filter(([lang]) => whole.has(lang)));
  checkParallel(whole, deviate);
  checkUsage(source, documents, deviate, accepting.isAccepted);
  for (const { from, document, passages, vocabulary } of readings) {
    checkLanguage(from, deviate);
    checkTitle(source, from, vocabulary, deviate);
    checkWording(from, vocabulary, deviate);
    checkProse(passages, { language: from.language, vocabulary, figures: source.figures, deviate });
    if (!document) continue;
    checkCharts(document, from, source.figures, deviate);
    checkLabels(document, from.language, source.figures, deviate);
  }
  const said = readings.flatMap(({ lang, document, passages }) =>
    document ? [[lang, { document, passages }] as const] : [],
  );
  checkErrata(source, new Map(said), deviate);
  checkSubjects(readable, whole, deviate);
  checkOrder(readable, deviate);
  checkTerms(source.glossary, readable, deviate);
  // What was accepted may be about a language that no edition prints at present, or about what could not be read.
  if (source.resting.length === 0 && isSound(source, documents)) accepting.settle();
};
