import { z } from "zod";
import { languageId, text } from "./names.ts";
import type { Place } from "./place.ts";

/**
 * Deviations that were looked at and stay (accepted.yaml): each names one finding by its rule and subject and says why.
 * One that meets no finding any more is a finding itself, so the list cannot outlive its reasons.
 */
export const acceptanceSchema = z.strictObject({
  rule: text.describe("The rule of the finding"),
  about: text.describe("What it is about, as the finding's hint says: a figure's key, a term, a name"),
  in: text.optional().describe("The section, figure or table; without it, wherever it is found"),
  language: languageId.optional().describe("The language that deviates; without it, any"),
  reason: text.refine((reason) => /[\p{L}\p{N}]/u.test(reason), "say in words why it stays"),
});
export const acceptedSchema = z.strictObject({ accepted: z.array(acceptanceSchema) });

export type Acceptance = z.infer<typeof acceptanceSchema> & { readonly place: Place };
