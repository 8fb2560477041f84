import type { Document } from "../model/document.ts";
import type { Report } from "../model/finding.ts";
import type { Source } from "../model/source.ts";
import { documentText } from "../model/text.ts";

/** An edition with fewer words says nothing. */
const fewest = 4;

/** The words of a document besides its title page. */
const wordsIn = (document: Document): number => {
  const [, , , ...lines] = documentText(document);
  const segmenter = new Intl.Segmenter(document.lang, { granularity: "word" });
  let words = 0;
  for (const line of lines)
    for (const { isWordLike } of segmenter.segment(line)) {
      if (isWordLike && ++words >= fewest) return words;
    }
  return words;
};

/** Finds languages whose prose was begun and not written. Reports `empty-edition`. */
export const checkSubstance = (source: Source, documents: ReadonlyMap<string, Document>, report: Report): void => {
  for (const [lang, document] of documents) {
    if (document.incomplete || wordsIn(document) >= fewest) continue;
    const [template] = source.languages.get(lang)?.templates ?? [];
    report({
      severity: "error",
      rule: "empty-edition",
      message: `${lang} says next to nothing: it has fewer than ${fewest} words`,
      place: { file: template?.file ?? source.dataFile, line: 1, column: 1 },
      hint: "write its chapters, or leave the language out of editions",
    });
  }
};
