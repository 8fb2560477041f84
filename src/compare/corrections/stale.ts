import { createHash } from "node:crypto";
import type { Change } from "../../model/change.ts";
import type { Deviate } from "../../model/deviation.ts";
import type { Block, Document, Id, Value } from "../../model/document.ts";
import { factText } from "../../model/fact.ts";
import type { Language } from "../../model/language.ts";
import type { Place } from "../../model/place.ts";
import type { Snapshot } from "../../model/release.ts";
import { inlineText } from "../../model/text.ts";
import { walkBlocks, walkInlines } from "../../model/walk.ts";
import { factsBehind, type Printing, type Statement } from "../../model/wording.ts";
import type { Entry } from "./entry.ts";
import { entriesIn, partOf } from "./parts.ts";

/** The units that correspond in all languages: sections, figures, tables. */
const unitsIn = (document: Document): ReadonlyMap<Id, Block> =>
  new Map(
    [...walkBlocks(document.sections)]
      .filter(({ type }) => type === "section" || type === "figure" || type === "table")
      .map((block) => [block.id, block] as const),
  );

const fingerprint = (texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 8);

/** Edits of the words of a language by the unit that they were made in. */
const editedUnits = (changes: readonly Change[], language: string, units: ReadonlySet<Id>) => {
  const edited = new Map<Id, Change[]>();
  for (const change of changes) {
    const written = change.causes.some(({ kind }) => kind === "text");
    const unit = change.around.find((id) => units.has(id));
    // Contents repeat what heads say.
    if (change.language !== language || !written || unit === undefined || change.thing === "contents-entry") continue;
    edited.set(unit, [...(edited.get(unit) ?? []), change]);
  }
  return edited;
};

/**
 * Units whose words were written anew in one language and not in another: what that says may no longer be the same.
 * Corrected figures make nothing stale. Reports `stale-translation`.
 */
export const checkTranslations = (
  changes: readonly Change[],
  documents: ReadonlyMap<string, Document>,
  deviate: Deviate,
): void => {
  const languages = [...documents].map(([language, document]) => {
    const units = unitsIn(document);
    return { language, units, edited: editedUnits(changes, language, new Set(units.keys())) };
  });
  for (const { language, units, edited } of languages)
    for (const [unit, edits] of languages.flatMap((other) => [...other.edited])) {
      const place = units.get(unit)?.place;
      if (!place || edited.has(unit) || edits[0]?.language === language) continue;
      const source = edits[0]?.language ?? "";
      const texts = edits.flatMap(({ before, after }) => [before?.text ?? "", after?.text ?? ""]);
      deviate({
        severity: "error",
        rule: "stale-translation",
        message: `"${unit}" was written anew in ${source} and not in ${language}`,
        place,
        hint: `bring ${language} up to date`,
        related: edits.flatMap(({ after, before }) => {
          const wording = after ?? before;
          return wording
            ? [{ message: `${source}: ${before?.text ?? ""} → ${after?.text ?? ""}`, place: wording.place }]
            : [];
        }),
        about: `${unit}@${fingerprint(texts)}`,
        lang: language,
        unit,
      });
    }
};

const printingOf = ({ form, key, also = [], said = [] }: Value): Printing => {
  const helper =
    form === "direction" || form === "plural" || form === "label" ? form : also.length > 0 ? "same" : "print";
  return { helper, keys: [key, ...also], signIsSaid: said.includes("sign") };
};

const factsIn = (entry: Entry, figures: Snapshot["figures"], language: Language): readonly string[] => {
  const statementOf = (key: string): Statement | undefined => figures[key];
  const values = [...walkInlines(entry.wording.inlines ?? [])].filter((inline) => inline.type === "value");
  const facts = values.flatMap((value) => factsBehind(printingOf(value), statementOf, language)).map(factText);
  return [...new Set(facts)].toSorted();
};

/**
 * Sentences whose words nobody touched although something that they may say of a figure is no longer so: a sign, a rank, a
 * plural, an approximation. Reports `stale-wording`.
 */
export const checkWordings = (
  before: Snapshot,
  after: Snapshot,
  languages: ReadonlyMap<string, Language>,
  deviate: Deviate,
): void => {
  for (const [id, language] of languages) {
    const edition = Object.entries(after.editions).find(([, { languages: of }]) => of.includes(id))?.[0];
    const [then, now] = [partOf(before, edition ?? "", id), partOf(after, edition ?? "", id)];
    if (!then || !now) continue;
    const earlier = new Map<string, Entry[]>();
    for (const entry of entriesIn({ ...then, pages: undefined })) {
      const key = `${entry.slot}\n${entry.shape.typed}`;
      earlier.set(key, [...(earlier.get(key) ?? []), entry]);
    }
    for (const entry of entriesIn({ ...now, pages: undefined })) {
      const same = earlier.get(`${entry.slot}\n${entry.shape.typed}`)?.shift();
      if (!same || entry.thing === "row") continue;
      const [old, own] = [factsIn(same, before.figures, language), factsIn(entry, after.figures, language)];
      if (old.join() === own.join()) continue;
      reportWording(
        entry,
        old.filter((fact) => !own.includes(fact)),
        own.filter((fact) => !old.includes(fact)),
        deviate,
      );
    }
  }
};

const reportWording = (
  { language, block, around, wording }: Entry,
  gone: readonly string[],
  come: readonly string[],
  deviate: Deviate,
): void => {
  const place: Place = wording.place;
  const text = wording.inlines ? inlineText(wording.inlines) : wording.text;
  deviate({
    severity: "error",
    rule: "stale-wording",
    message: `${gone.join(", ")} held when this was worded, and now ${come.join(", ")}: "${text}"`,
    place,
    hint: "look whether its words still say what is so",
    about: `${block}@${fingerprint([...come, text])}`,
    lang: language,
    unit: around.at(-1) ?? block,
  });
};
