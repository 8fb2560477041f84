import { z } from "zod";
import { languageId, text } from "./names.ts";

/**
 * What a language was translated from (translation.yaml in its folder): for each unit the words of the source as they were
 * when its translation was written, so that a unit whose source says something else by now is known, and what it said then.
 * The commands `translate …` keep it; a language without it was written by hand.
 */
export const unitRecordSchema = z.strictObject({
  id: text.describe("The unit's name in the files for translators; it stays when units are added or taken out"),
  source: z.string().describe("What the source said, figures by their keys: 专利申请量{patents.total}"),
  facts: z
    .array(text)
    .default([])
    .describe("What the wording depends on: the sign of a change, a rank, a plural class"),
  target: text.optional().describe("Fingerprint of the translation as it was last written or sent out"),
  same: z.literal(true).optional().describe("The translation says the same words as the source, and is meant to"),
});

const nameRecordSchema = unitRecordSchema.pick({ source: true, target: true });

export const translationSchema = z.strictObject({
  source: languageId.describe("The language folder that it is translated from"),
  names: z
    .record(z.string(), nameRecordSchema)
    .default({})
    .describe(
      "Texts of the YAML files by their path: what the source said, and the translation as it was last written",
    ),
  chapters: z
    .record(z.string(), z.array(unitRecordSchema))
    .default({})
    .describe("Units of each template in their order"),
  sameMeaning: z
    .array(z.strictObject({ unit: text, was: z.string(), is: z.string() }))
    .default([])
    .describe("Changes of the source that left the translation as it was"),
});

export type UnitRecord = z.infer<typeof unitRecordSchema>;
export type NameRecord = z.infer<typeof nameRecordSchema>;
export type Translation = z.infer<typeof translationSchema>;

/** How far a unit is translated. */
export type UnitState = "translated" | "stale" | "missing" | "extra";
