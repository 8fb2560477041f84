import { unitsOf } from "../../../exchange/prose/units.ts";
import type { Objection } from "../../../exchange/taking/objections.ts";
import { type Taken, unitFinding } from "../../../exchange/taking/takings.ts";
import { contentOf, maskedText } from "../../../exchange/unit.ts";
import type { Finding } from "../../../model/finding.ts";
import { lineStarts } from "../../../model/place.ts";
import type { Template } from "../../../model/source.ts";
import { termFaults, wordFindings } from "../../../pipeline.ts";
import type { Desk } from "../desk.ts";
import { takingContext } from "./context.ts";

/** Claims for which a translation is refused; the others are told, and found again by `check`. */
const refusing = new Set(["typed-numeral", "direction-contradicts", "approximation-contradicts", "rank-contradicts"]);
/** What the rules of the language are to blame for, not the translator. */
const ofRules = new Set(["printed-otherwise"]);

/** The unit of each taken text in a template, by the offset at which it begins. */
const unitsTaken = (template: Template, desk: Desk, taken: ReadonlyMap<string, Taken>) => {
  const chapter = desk.chapters.find(({ name }) => name === template.name);
  const bySaying = new Map<string, string[]>();
  for (const { id } of chapter?.pairs ?? []) {
    const own = taken.get(id);
    const says = own && maskedText(own.content);
    if (says !== undefined) bySaying.set(says, [...(bySaying.get(says) ?? []), id]);
  }
  return (unitsOf(template) ?? []).flatMap(({ start, end, pieces }) => {
    const id = bySaying.get(maskedText(contentOf(pieces, desk.to.language.script)))?.shift();
    return id === undefined ? [] : [{ id, start, end }];
  });
};

/**
 * What speaks against the words of units that were taken, by unit: numbers that were typed and claims that the data
 * contradict, as `check` finds them in the templates as they would be, and terms that are missing or forbidden.
 */
export const wordObjections = (
  desk: Desk,
  templates: readonly Template[],
  taken: ReadonlyMap<string, Taken>,
): ReadonlyMap<string, readonly Finding[]> => {
  const { source, from, to, chapters } = desk;
  const objections = new Map<string, Finding[]>();
  const context = takingContext(desk);
  const object = (id: string, own: Taken, objection: Objection, related: Finding["related"] = []): void => {
    const finding = unitFinding(own.returned, objection, context);
    const whole = { ...finding, related: [...(finding.related ?? []), ...related] };
    objections.set(id, [...(objections.get(id) ?? []), whole]);
  };
  const found = wordFindings(source, { ...to, templates }).filter(({ rule }) => !ofRules.has(rule));
  for (const template of templates) {
    const starts = lineStarts(template.text);
    const own = found.filter(({ place }) => place?.file === template.file);
    const units = own.length > 0 ? unitsTaken(template, desk, taken) : [];
    for (const { rule, message, hint, place, severity } of own) {
      const offset = (starts[(place?.line ?? 1) - 1] ?? 0) + (place?.column ?? 1) - 1;
      const unit = units.find(({ start, end }) => offset >= start && offset < end);
      const that = unit && taken.get(unit.id);
      const isWarning = (severity === "warning" || !refusing.has(rule)) && { isWarning: true as const };
      if (unit && that) object(unit.id, that, { rule, message, ...(hint !== undefined && { hint }), ...isWarning });
    }
  }
  for (const { id, source: unit } of chapters.flatMap(({ pairs }) => pairs)) {
    const own = taken.get(id);
    if (!own || !unit) continue;
    const said = [to.language.id, maskedText(own.content)] as const;
    for (const { rule, message, hint, place } of termFaults(source.glossary, [from.language.id, unit.says], said))
      object(id, own, { rule, message, hint }, [{ message: "the term in the glossary", place }]);
  }
  return objections;
};
