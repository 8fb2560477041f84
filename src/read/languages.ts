import type { Face } from "../model/face.ts";
import type { Report } from "../model/finding.ts";
import { furniture, type Language, languageSchema } from "../model/language.ts";
import type { LanguageSource, Template } from "../model/source.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Files } from "./files.ts";
import { withGapsShown } from "./gaps.ts";
import { checkSchema } from "./schema.ts";
import { readTranslation } from "./translation.ts";
import { type Located, readYaml } from "./yaml.ts";

const ending = ".md.hbs";

/** "01-creation.md.hbs" → "creation". */
const templateName = (file: string): string => file.slice(0, -ending.length).replace(/^\d+-/, "");

const readTemplates = async (
  files: Files,
  folder: string,
  report: Report,
  unread: Set<string>,
): Promise<readonly Template[]> => {
  const names = (await files.names(folder)).filter((name) => name.endsWith(ending));
  const templates = await Promise.all(
    names.map(async (name): Promise<Template | undefined> => {
      const file = `${folder}/${name}`;
      const text = await files.text(file);
      if (text === undefined) unread.add(file);
      return text === undefined ? undefined : { file, name: templateName(name), text };
    }),
  );
  const found = templates.filter((template) => template !== undefined);
  if (names.length === 0)
    report({
      severity: "error",
      rule: "no-templates",
      message: `${folder} has no templates`,
      place: { file: `${folder}/language.yaml`, line: 1, column: 1 },
      hint: `add prose as ${folder}/01-name${ending}`,
    });
  return found;
};

const checkLanguage = (language: Language, located: Located, faces: readonly Face[], report: Report): void => {
  for (const message of furniture)
    if (language.messages[message] === undefined)
      report({
        severity: "error",
        rule: "missing-message",
        message: `messages.${message} is missing`,
        place: located.place(["messages"]),
      });
  const families = new Set(faces.map((face) => face.family));
  for (const role of ["body", "head"] as const)
    for (const [index, family] of language.fonts[role].entries())
      if (faces.length > 0 && !families.has(family))
        report({
          severity: "error",
          rule: "unknown-font",
          message: `there is no family "${family}" in fonts/manifest.yaml`,
          place: located.place(["fonts", role, index]),
          ...didYouMean(family, families),
        });
};

/**
 * Reads a language folder: its rules, its templates in the order of their names, and what it was translated from; `unread`
 * receives the templates that could not be read. Where a face could not, families are not looked for.
 *
 * Reports schema faults, `to-fill`, `no-templates`, `missing-message`, `unknown-font`.
 */
export const readLanguage = async (
  files: Files,
  folder: string,
  id: string,
  faces: readonly Face[],
  report: Report,
  unread: Set<string> = new Set(),
): Promise<LanguageSource | undefined> => {
  const file = `${folder}/language.yaml`;
  const text = await files.text(file);
  const templates = await readTemplates(files, folder, report, unread);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const shown = located && withGapsShown(located, languageSchema, report);
  const rules = shown && checkSchema(languageSchema, shown, [], report);
  const translation = await readTranslation(files, folder, report);
  if (!located || !rules) return undefined;
  const language: Language = { ...rules, id };
  checkLanguage(language, located, faces, report);
  return { language, file, templates, place: located.place, ...(translation && { translation }) };
};
