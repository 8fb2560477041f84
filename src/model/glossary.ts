import { z } from "zod";
import { languageId, text } from "./names.ts";
import type { Place } from "./place.ts";

/**
 * The glossary of an issue (glossary.yaml): groups of terms, each with its form in every language. In a form, "…" stands
 * for any words of the sentence and {key} for a printed figure: `{period.prior}年上海知识产权白皮书`. Of several forms any will
 * do; one behind "!" must not be used for the term: `fr: [office, "!bureau"]`. A language with an empty list has no fixed
 * term.
 */
const termSchema = z.record(languageId, z.union([text, z.array(text)]));
export const glossarySchema = z.record(text, z.array(termSchema));

/** One term: its forms by language folder, and where it stands in the glossary. */
export type Term = {
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Forms that must not be used for it, by language folder. */
  readonly forbidden: ReadonlyMap<string, readonly string[]>;
  readonly place: Place;
  /** Its group and its index there. */
  readonly path: readonly [string, number];
};
export type Glossary = readonly Term[];
