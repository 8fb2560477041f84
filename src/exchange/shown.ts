import type { Language } from "../model/language.ts";
import { lineStarts, placeAt, placeText } from "../model/place.ts";
import type { Template } from "../model/source.ts";
import { type Mark, sheetOf } from "../template/sheet.ts";
import { adaptedTemplate } from "./prose/adapt.ts";
import type { Showing } from "./prose/job.ts";

/** What the templates of a language print: figures by the place of their mustache, references by what they ask for. */
export type Printed = {
  /** By `file:line:column`; what stands in a loop prints more than once, and the first counts. */
  readonly values: ReadonlyMap<string, string>;
  /** By target and what is shown of it: `creation`, `creation:title`. */
  readonly references: ReadonlyMap<string, string>;
};

const referenceText = (id: string, { references }: Printed): string | undefined => {
  const [, target = "", show = "label"] = id.split(":");
  return references.get(show === "label" ? target : `${target}:${show}`);
};

const placeKey = (file: string, starts: readonly number[], offset: number): string =>
  placeText(placeAt(file, starts, offset));

/** Shows the codes of templates by what these print. */
export const showing = (templates: readonly Template[], printed: Printed): Showing => {
  const starts = new Map(templates.map(({ file, text }) => [file, lineStarts(text)] as const));
  return ({ kind, id, start }, file) => {
    if (kind === "reference") return referenceText(id, printed);
    if (kind === "note") return `[${id.split(":")[1] ?? ""}]`;
    if (kind === "break") return "↵";
    return kind === "value" ? printed.values.get(placeKey(file, starts.get(file) ?? [0], start)) : undefined;
  };
};

const valuesOf = (text: string): readonly Mark[] => (sheetOf(text)?.marks ?? []).filter(({ kind }) => kind === "value");

/** The templates of a source as another language would print them, before anything is translated. */
export const adaptedTemplates = (templates: readonly Template[], language: Language): readonly Template[] =>
  templates.map((template) => ({ ...template, text: adaptedTemplate(template.text, language) }));

/** Shows the codes of a source by what they print in another language; `printed` is of the adapted templates. */
export const adaptedShowing = (
  source: readonly Template[],
  adapted: readonly Template[],
  printed: Printed,
): Showing => {
  const keys = new Map<string, string>();
  for (const [index, template] of source.entries()) {
    const own = adapted[index];
    if (!own) continue;
    const starts = lineStarts(own.text);
    const marks = valuesOf(own.text);
    for (const [place, mark] of valuesOf(template.text).entries()) {
      const there = marks[place];
      if (there) keys.set(`${template.file} ${mark.start}`, placeKey(own.file, starts, there.start));
    }
  }
  return ({ kind, id, start }, file) => {
    if (kind === "reference") return referenceText(id, printed);
    return kind === "value" ? printed.values.get(keys.get(`${file} ${start}`) ?? "") : undefined;
  };
};

/** The first of two that knows what a code shows. */
export const firstShowing =
  (one: Showing, other: Showing): Showing =>
  (code, file) =>
    one(code, file) ?? other(code, file);
