import type { Report } from "../model/finding.ts";
import { type Glossary, glossarySchema, type Term } from "../model/glossary.ts";
import type { Files } from "./files.ts";
import { checkSchema } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/**
 * Reads the glossary of an issue; none when the file is not there.
 *
 * Reports schema faults, and `missing-language` for a form in a language that the issue does not have.
 */
export const readGlossary = async (
  files: Files,
  folder: string,
  languages: readonly string[],
  report: Report,
): Promise<Glossary> => {
  const name = "glossary.yaml";
  if (!(await files.names(folder)).includes(name)) return [];
  const file = `${folder}/${name}`;
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const groups = located && checkSchema(glossarySchema, located, [], report);
  if (!located || !groups) return [];
  return Object.entries(groups).flatMap(([group, entries]) =>
    entries.map((entry, index): Term => {
      for (const lang of Object.keys(entry))
        if (!languages.includes(lang))
          report({
            severity: "error",
            rule: "missing-language",
            message: `there is no language folder "${lang}"`,
            place: located.keyPlace([group, index, lang]),
          });
      const all = Object.entries(entry).map(([lang, form]) => [lang, [form].flat()] as const);
      const forms = new Map(all.map(([lang, own]) => [lang, own.filter((form) => !form.startsWith("!"))] as const));
      const forbidden = new Map(
        all.map(([lang, own]) => [lang, own.flatMap((form) => (form.startsWith("!") ? form.slice(1) : []))] as const),
      );
      return { forms, forbidden, place: located.place([group, index]), path: [group, index] };
    }),
  );
};
