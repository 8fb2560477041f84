import type { Document } from "../model/document.ts";
import type { Key } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import type { Source } from "../model/source.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../model/walk.ts";

/** Forms that print a word for a figure and not its number. */
const wordForms: ReadonlySet<string> = new Set(["direction", "plural", "label"]);

/** Every figure that a document prints, in prose, tables and charts. */
export const printedKeys = (document: Document): ReadonlySet<Key> => {
  const keys = new Set<Key>();
  for (const block of walkBlocks(document.sections)) {
    for (const inline of walkInlines(inlinesOf(block)))
      if (inline.type === "value" && !wordForms.has(inline.form))
        for (const key of [inline.key, ...(inline.also ?? [])]) keys.add(key);
    if (block.type === "figure") for (const key of block.body.keys) keys.add(key);
  }
  return keys;
};

/**
 * Finds figures that nobody uses and figures that one language leaves out.
 *
 * Reports `unused-figure` and `figure-not-in-language` at the figure's place in the data.
 */
export const checkUsage = (source: Source, documents: ReadonlyMap<string, Document>, report: Report): void => {
  const printed = new Map([...documents].map(([lang, document]) => [lang, printedKeys(document)]));
  for (const figure of source.figures.values()) {
    if (figure.key === "period" || figure.key === "period.prior") continue;
    const without = [...printed].filter(([, keys]) => !keys.has(figure.key)).map(([lang]) => lang);
    if (without.length === 0) continue;
    const nowhere = without.length === printed.size;
    report({
      severity: "error",
      rule: nowhere ? "unused-figure" : "figure-not-in-language",
      message: nowhere ? `${figure.key} is printed nowhere` : `${figure.key} is not printed in ${without.join(", ")}`,
      place: figure.place,
      hint: nowhere ? "print it, or take it out of the data" : `print {{${figure.key}}} there too`,
    });
  }
};
