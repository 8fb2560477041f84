import type { Report } from "../model/finding.ts";
import { type Translation, translationSchema } from "../model/translation.ts";
import type { Files } from "./files.ts";
import { checkSchema } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/** Name of the file in a language folder that says what the language was translated from. */
export const translationFile = "translation.yaml";

/** Reads what a language was translated from; none for a language that was written by hand. Reports schema faults. */
export const readTranslation = async (
  files: Files,
  folder: string,
  report: Report,
): Promise<Translation | undefined> => {
  if (!(await files.names(folder)).includes(translationFile)) return undefined;
  const file = `${folder}/${translationFile}`;
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  return located && checkSchema(translationSchema, located, [], report);
};
