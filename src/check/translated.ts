import { withAcceptances } from "../model/deviation.ts";
import type { Document } from "../model/document.ts";
import type { Report } from "../model/finding.ts";
import type { LanguageSource, Source } from "../model/source.ts";
import { passagesOf } from "./passages.ts";
import { checkProse } from "./prose/index.ts";
import { vocabularyOf } from "./vocabulary.ts";

export { type TermFault, termFaults } from "./languages/terms.ts";

/**
 * What the words of one language claim against the data, whether an edition prints it or not: numbers that were typed,
 * directions, approximations, nouns. Reports what `check` finds in prose, but for what was accepted.
 */
export const checkWords = (source: Source, from: LanguageSource, document: Document, report: Report): void => {
  const { language } = from;
  checkProse(passagesOf(document, language.id), {
    language,
    vocabulary: vocabularyOf(language, source.glossary),
    figures: source.figures,
    deviate: withAcceptances(source.accepted, "project", report).deviate,
  });
};
