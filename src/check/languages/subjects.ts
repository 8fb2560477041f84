import type { Deviate } from "../../model/deviation.ts";
import type { Document } from "../../model/document.ts";
import type { Mention, Unit } from "./units.ts";
import { printedKeys } from "./usage.ts";

type Units = ReadonlyMap<string, ReadonlyMap<string, Unit>>;

/** Whether a figure could not be printed in a unit: it may be the one that is looked for. */
const hasHoles = ({ passages }: Unit): boolean => passages.some(({ isTorn }) => isTorn);

/** Subjects that a unit of one language mentions and that of another does not. */
const missing = (
  units: Units,
  of: (unit: Unit) => ReadonlyMap<string, Mention>,
  visit: (subject: string, mention: Mention, here: Unit, lang: string, there: Unit, other: string) => void,
): void => {
  for (const [lang, own] of units)
    for (const [other, theirs] of units) {
      if (other === lang) continue;
      for (const here of own.values()) {
        const there = theirs.get(here.id);
        // A unit that is missing altogether is reported as such, and so is a name in it that is no figure's.
        if (!there || hasHoles(there)) continue;
        for (const [subject, mention] of of(here))
          if (!of(there).has(subject)) visit(subject, mention, here, lang, there, other);
      }
    }
};

/**
 * Compares, unit by unit, which figures and which declared names the languages print. A figure that a language prints
 * nowhere at all is reported by checkUsage.
 *
 * Reports `figure-not-in-unit` and `name-not-in-unit`.
 */
export const checkSubjects = (units: Units, documents: ReadonlyMap<string, Document>, deviate: Deviate): void => {
  const printed = new Map([...documents].map(([lang, document]) => [lang, printedKeys(document)]));
  missing(
    units,
    (unit) => unit.figures,
    (key, { place }, here, lang, there, other) => {
      if (!printed.get(other)?.has(key)) return;
      deviate({
        severity: "error",
        rule: "figure-not-in-unit",
        message: `"${here.id}" prints ${key} in ${lang} but not in ${other}`,
        place,
        hint: `print it in ${other} too`,
        related: [{ message: `"${here.id}" in ${other}`, place: there.place }],
        about: key,
        lang: other,
        unit: here.id,
      });
    },
  );
  missing(
    units,
    (unit) => unit.names,
    (name, { place }, here, lang, there, other) =>
      deviate({
        severity: "error",
        rule: "name-not-in-unit",
        message: `"${here.id}" has the name "${name}" in ${lang} but not in ${other}`,
        place,
        hint: `write it in ${other} too, and declare its form there under names`,
        related: [{ message: `"${here.id}" in ${other}`, place: there.place }],
        about: name,
        lang: other,
        unit: here.id,
      }),
  );
};

/** Most pairs of a unit that are told: where everything stands elsewhere, more say no more. */
const most = 100;

/**
 * Compares the order in which the languages first mention the figures of a unit: two figures that changed places are
 * most often two that were mixed up. Reports `figure-order` for each pair that stands the other way round in the first
 * language.
 */
export const checkOrder = (units: Units, deviate: Deviate): void => {
  const [reference, ...others] = [...units];
  if (!reference) return;
  const [first, own] = reference;
  for (const [lang, theirs] of others)
    for (const unit of theirs.values()) {
      const counterpart = own.get(unit.id);
      if (!counterpart) continue;
      const order = new Map([...counterpart.figures.keys()].map((key, index) => [key, index]));
      const common = [...unit.figures].filter(([key]) => order.has(key));
      let told = 0;
      for (const [index, [key, mention]] of common.entries())
        for (const before of common.slice(0, index)) {
          if (told >= most) break;
          if ((order.get(before[0]) as number) < (order.get(key) as number)) continue;
          told++;
          const there = counterpart.figures.get(before[0]) as Mention;
          deviate({
            severity: "error",
            rule: "figure-order",
            message: `${lang} says ${before[0]} before ${key}, ${first} after it`,
            place: mention.place,
            hint: "see that each number stands in its own place",
            related: [{ message: `${before[0]} in ${first}`, place: there.place }],
            about: `${before[0]}, ${key}`,
            lang,
            unit: unit.id,
          });
        }
    }
};
