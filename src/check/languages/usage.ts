import type { Deviate } from "../../model/deviation.ts";
import type { Document } from "../../model/document.ts";
import type { Key } from "../../model/figure.ts";
import type { Source } from "../../model/source.ts";
import { printsNumber } from "../../model/text.ts";
import { chartOf, inlinesOf, walkBlocks, walkInlines } from "../../model/walk.ts";

/** Every figure that a document prints, in prose, tables and charts. */
export const printedKeys = (document: Document): ReadonlySet<Key> => {
  const keys = new Set<Key>();
  for (const block of walkBlocks(document.sections)) {
    for (const inline of walkInlines(inlinesOf(block)))
      if (inline.type === "value" && printsNumber(inline))
        for (const key of [inline.key, ...(inline.also ?? [])]) keys.add(key);
    if (block.type === "figure") for (const key of chartOf(block)?.keys ?? []) keys.add(key);
  }
  return keys;
};

/**
 * Finds figures that nobody uses and figures that one language leaves out.
 *
 * Reports `unused-figure` and `figure-not-in-language` at the figure's place in the data.
 */
export const checkUsage = (source: Source, documents: ReadonlyMap<string, Document>, deviate: Deviate): void => {
  const printed = new Map([...documents].map(([lang, document]) => [lang, printedKeys(document)]));
  for (const figure of source.figures.values()) {
    if (figure.key === "period" || figure.key === "period.prior") continue;
    const without = [...printed].filter(([, keys]) => !keys.has(figure.key)).map(([lang]) => lang);
    if (without.length === 0) continue;
    if (without.length === printed.size)
      deviate({
        severity: "error",
        rule: "unused-figure",
        message: `${figure.key} is printed nowhere`,
        place: figure.place,
        hint: "print it, or take it out of the data",
        about: figure.key,
      });
    else
      for (const lang of without)
        deviate({
          severity: "error",
          rule: "figure-not-in-language",
          message: `${figure.key} is not printed in ${lang}`,
          place: figure.place,
          hint: `print {{${figure.key}}} there too`,
          about: figure.key,
          lang,
        });
  }
};
