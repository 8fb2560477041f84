import { z } from "zod";
import type { Acceptance } from "./acceptance.ts";
import { type Correction, correctionSchema } from "./correction.ts";
import type { Json } from "./document.ts";
import type { Face } from "./face.ts";
import { approximations, type Figures, type Key, type UnitKind, unitKinds } from "./figure.ts";
import type { Glossary } from "./glossary.ts";
import type { Artwork } from "./image.ts";
import type { Language } from "./language.ts";
import { languageId, memberName, text, unitName } from "./names.ts";
import type { Place } from "./place.ts";
import type { PressProfile } from "./press.ts";
import { type Relation, relationSchema } from "./relation.ts";
import type { Style } from "./style.ts";
import type { Translation } from "./translation.ts";

/** The data file of an issue: publication, units, figures, relations, errata, corrections. Strict throughout: a misspelt key is a finding. */

export const figureSchema = z.strictObject({
  value: z.number().nullable().describe("In base units (cases, CNY); null: not published"),
  unit: unitName.describe("A unit listed under units, or percent, rank, year"),
  step: z.number().positive().optional().describe("Step of the last stated digit in base units: 100 for 17.36万"),
  approx: z.enum(approximations).optional().describe("How the stated number relates to the true one"),
  growth: z
    .number()
    .nullable()
    .optional()
    .describe("Stated change on the year before, in percent, with its own digits"),
  prior: z.number().nullable().optional().describe("Last year's value, where published"),
  rank: z.int().positive().optional(),
  note: text.optional(),
  source: text.optional(),
});

/** A known error of an earlier printed edition: what it printed, what is right, and why. */
export const erratumSchema = z.strictObject({
  edition: languageId,
  figure: z.string(),
  printed: text,
  correct: text,
  reason: text,
});

export const publicationSchema = z.strictObject({
  period: z.int().min(1000).max(9999).describe("The year that is reported on"),
  date: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, "expected a date such as 2020-04 or 2020-04-26"),
  title: z.record(languageId, text),
  issuer: z.record(languageId, text),
  editions: z.array(z.array(languageId).min(1)).min(1).describe("Each edition by its languages, in order"),
});

export interface FigureGroup {
  [key: string]: z.infer<typeof figureSchema> | FigureGroup;
}
const group: z.ZodType<FigureGroup> = z.lazy(() => z.record(memberName, z.union([figureSchema, group])));

export const dataSchema = z.strictObject({
  publication: publicationSchema,
  units: z.record(unitName, z.enum(unitKinds)).describe("Units and what they measure"),
  figures: group,
  relations: z.array(relationSchema).default([]).describe("What the figures have to do with one another"),
  errata: z.array(erratumSchema).default([]),
  corrections: z.array(correctionSchema).default([]).describe("What was changed after publication, and why"),
});

/** Units that every issue has. */
export const standardUnits: Readonly<Record<string, UnitKind>> = { percent: "percent", rank: "ordinal", year: "year" };

export type Publication = z.infer<typeof publicationSchema>;
export type Erratum = z.infer<typeof erratumSchema> & { readonly figure: Key; readonly place: Place };

/** A template as it stands in the project. */
export type Template = {
  readonly file: string;
  /** File name without folder, number and endings: "preface"; partials begin with "_". */
  readonly name: string;
  readonly text: string;
};

/** A chart specification as it stands in the project. */
export type ChartSource = { readonly name: string; readonly file: string; readonly text: string; readonly spec: Json };

/** One language of an issue: its rules and its prose in order. */
export type LanguageSource = {
  readonly language: Language;
  readonly file: string;
  readonly templates: readonly Template[];
  /** What it was translated from; none where it was written by hand. */
  readonly translation?: Translation;
  /** Place of a part of language.yaml by its path. */
  readonly place: (path: readonly (string | number)[]) => Place;
};

/** Everything that a publication is made of, read from the project, with a place for every part. */
export type Source = {
  readonly issue: string;
  readonly dataFile: string;
  readonly publication: Publication;
  /** Place of each entry of the publication block by its path: "title.zh". */
  readonly places: ReadonlyMap<string, Place>;
  readonly figures: Figures;
  readonly units: ReadonlyMap<string, UnitKind>;
  readonly relations: readonly Relation[];
  readonly errata: readonly Erratum[];
  readonly corrections: readonly Correction[];
  readonly glossary: Glossary;
  /** Deviations of the prose that were looked at and stay. */
  readonly accepted: readonly Acceptance[];
  readonly languages: ReadonlyMap<string, LanguageSource>;
  /** Languages that no edition prints and that a printed one is translated from. */
  readonly origins?: ReadonlyMap<string, LanguageSource>;
  /** Language folders that no edition prints. */
  readonly resting: readonly string[];
  readonly charts: ReadonlyMap<string, ChartSource>;
  readonly images: ReadonlyMap<string, Artwork>;
  /** Files that are there and could not be read: they have findings of their own, and nothing else is said of what they hold. */
  readonly unread?: ReadonlySet<string>;
  readonly style: Style;
  /** What print files are made for; none after a finding. */
  readonly profile?: PressProfile;
  readonly faces: readonly Face[];
};
