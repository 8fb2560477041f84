import type { Deviate } from "../../model/deviation.ts";
import type { Block, Document, Id } from "../../model/document.ts";
import type { Place } from "../../model/place.ts";
import { didYouMean } from "../../model/suggest.ts";
import { walkBlocks } from "../../model/walk.ts";

type Unit = { readonly kind: "section" | "figure" | "table"; readonly id: Id; readonly place: Place };

const isUnit = (block: Block): block is Extract<Block, { type: Unit["kind"] }> =>
  block.type === "section" || block.type === "figure" || block.type === "table";

const unitsOf = (document: Document): readonly Unit[] =>
  [...walkBlocks(document.sections)].filter(isUnit).map(({ type, id, place }) => ({ kind: type, id, place }));

/**
 * Compares the skeletons of the languages: every section, figure and table must stand in each, in the same order.
 *
 * Reports `missing-in-language` at the counterpart that exists, and `order-differs`.
 */
export const checkParallel = (documents: ReadonlyMap<string, Document>, deviate: Deviate): void => {
  const all = [...documents].map(([lang, document]) => ({ lang, units: unitsOf(document) }));
  for (const { lang, units } of all)
    for (const other of all) {
      if (other.lang === lang) continue;
      const ids = new Set(other.units.map((unit) => unit.id));
      const own = new Set(units.map((unit) => unit.id));
      const unmatched = other.units.filter((unit) => !own.has(unit.id)).map((unit) => unit.id);
      for (const unit of units)
        if (!ids.has(unit.id))
          deviate({
            severity: "error",
            rule: "missing-in-language",
            message: `the ${unit.kind} "${unit.id}" is missing in ${other.lang}`,
            place: unit.place,
            ...didYouMean(unit.id, unmatched),
            about: unit.id,
            lang: other.lang,
          });
    }
  const [first, ...rest] = all;
  for (const { lang, units } of rest) {
    const places = new Map(units.map((unit, index) => [unit.id, index]));
    let last = -1;
    for (const unit of first?.units ?? []) {
      const index = places.get(unit.id);
      if (index === undefined) continue;
      if (index < last)
        deviate({
          severity: "error",
          rule: "order-differs",
          message: `the ${unit.kind} "${unit.id}" stands elsewhere in ${lang}`,
          place: unit.place,
          related: [{ message: `in ${lang}`, place: units[index]?.place ?? unit.place }],
          about: unit.id,
          lang,
        });
      else last = index;
    }
  }
};
