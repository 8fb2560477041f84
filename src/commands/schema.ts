import { z } from "zod";
import { acceptedSchema } from "../model/acceptance.ts";
import { documentSchema } from "../model/document-schema.ts";
import { glossarySchema } from "../model/glossary.ts";
import { languageSchema } from "../model/language.ts";
import { dataSchema } from "../model/source.ts";
import { styleSchema } from "../model/style.ts";
import { translationSchema } from "../model/translation.ts";
import { UsageError } from "./project.ts";

const schemas = {
  data: dataSchema,
  language: languageSchema,
  style: styleSchema,
  glossary: glossarySchema,
  accepted: acceptedSchema,
  translation: translationSchema,
  document: documentSchema,
} as const;
export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

const titles: Readonly<Record<SchemaName, string>> = {
  data: "The data file of an issue: every figure, once",
  language: "A language of a publication: how its numbers, dates and heads are written",
  style: "The design tokens of a publication",
  glossary: "The terms of an issue and what each language calls them",
  translation: "What a language was translated from, unit by unit",
  accepted: "Deviations that were looked at and stay, each with its reason",
  document:
    "One language of an issue as composed, version 1: every word and every printed figure with its id and place",
};

const isSchema = (name: string): name is SchemaName => Object.hasOwn(schemas, name);

/**
 * The JSON Schema (draft-07) of one of the YAML files, for completion and checking in editors, or of a composed document.
 *
 * @throws UsageError for a name that no schema has
 */
export const schema = (name: string): string => {
  if (!isSchema(name)) throw new UsageError(`there is no schema "${name}"; there are ${schemaNames.join(", ")}`);
  const { $schema, ...rest } = z.toJSONSchema(schemas[name], {
    target: "draft-7",
    io: "input",
    reused: "ref",
  }) as Record<string, unknown>;
  return `${JSON.stringify({ $schema, title: titles[name], ...rest }, null, 2)}\n`;
};
