import type { Deviate, Deviation } from "../../model/deviation.ts";
import type { Document } from "../../model/document.ts";
import type { Figure, Key } from "../../model/figure.ts";
import type { Source } from "../../model/source.ts";
import { suggestion } from "../../model/suggest.ts";
import { printsNumber } from "../../model/text.ts";
import { chartOf, inlinesOf, walkBlocks, walkInlines } from "../../model/walk.ts";
import { isWhole } from "../soundness.ts";

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

/** Figures that are most likely meant by the names that a document does not find: a misspelt figure is not an unused one too. */
const meantKeys = ({ unresolved = [] }: Document, figures: Iterable<Key>): readonly Key[] => {
  const known = [...figures];
  return unresolved.slice(0, 100).flatMap((name) => suggestion(name, known) ?? []);
};

/** More findings of one kind than this are told as one. */
const most = 12;
const named = 6;

/** Several figures with one fault, as one finding. */
const together = (deviations: readonly Deviation[], figures: readonly Figure[], what: string): Deviation => {
  const [first] = deviations as [Deviation];
  const names = figures.slice(0, named).map(({ key }) => key);
  return {
    ...first,
    message: `${figures.length} figures are ${what}: ${names.join(", ")} and ${figures.length - names.length} more`,
    hint: "print them, or take them out of the data",
    related: figures.slice(1, named).map(({ key, place }) => ({ message: key, place })),
  };
};

/**
 * Finds figures that nobody uses and figures that one language leaves out; of languages that could not be read as a whole,
 * and of figures with findings of their own, nothing is said. `isAccepted` is asked before many are told as one.
 *
 * Reports `unused-figure` and `figure-not-in-language` at the figure's place in the data.
 */
export const checkUsage = (
  source: Source,
  documents: ReadonlyMap<string, Document>,
  deviate: Deviate,
  isAccepted: (deviation: Deviation) => boolean,
): void => {
  const whole = isWhole(source, documents);
  const printed = new Map([...documents].map(([lang, document]) => [lang, new Set(printedKeys(document))] as const));
  for (const [lang, document] of documents)
    for (const key of meantKeys(document, source.figures.keys())) printed.get(lang)?.add(key);
  const faults = new Map<string, { readonly figure: Figure; readonly deviation: Deviation }[]>();
  const note = (kind: string, figure: Figure, deviation: Deviation): void => {
    if (isAccepted(deviation)) return;
    faults.set(kind, [...(faults.get(kind) ?? []), { figure, deviation }]);
  };
  for (const figure of source.figures.values()) {
    if (figure.key === "period" || figure.key === "period.prior" || figure.faulty) continue;
    const without = [...printed].filter(([, keys]) => !keys.has(figure.key)).map(([lang]) => lang);
    if (without.length === 0) continue;
    const fault = { severity: "error", place: figure.place, about: figure.key } as const;
    if (without.length === printed.size) {
      if (!whole) continue;
      const message = `${figure.key} is printed nowhere`;
      const hint = "print it, or take it out of the data";
      note("printed nowhere", figure, { ...fault, rule: "unused-figure", message, hint });
    } else
      for (const lang of without) {
        if (documents.get(lang)?.incomplete) continue;
        const message = `${figure.key} is not printed in ${lang}`;
        const hint = `print {{${figure.key}}} there too`;
        note(`not printed in ${lang}`, figure, { ...fault, rule: "figure-not-in-language", message, hint, lang });
      }
  }
  for (const [what, found] of faults) {
    const deviations = found.map(({ deviation }) => deviation);
    if (found.length <= most) for (const deviation of deviations) deviate(deviation);
    else
      deviate(
        together(
          deviations,
          found.map(({ figure }) => figure),
          what,
        ),
      );
  }
};
