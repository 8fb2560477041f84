import { z } from "zod";
import type { Id } from "./document.ts";
import type { Key } from "./figure.ts";
import { languageId, text } from "./names.ts";
import type { Place } from "./place.ts";

/**
 * What was changed after a publication went out, and why, as readers are told (data file, `corrections`). A correction
 * mends an error; a revision is better knowledge and no mistake. Statistical offices keep the two apart.
 */
export const revisionBases = ["better-data", "routine", "method"] as const;
/** Why a figure is revised: more or better data came in, a revision that was announced, another method. */
export type RevisionBasis = (typeof revisionBases)[number];

/** Minor: no conclusion depends on it. Serious: users must be told, because it changes or qualifies one. */
export const correctionClasses = ["minor", "serious"] as const;
export type CorrectionClass = (typeof correctionClasses)[number];

export const correctionSchema = z
  .strictObject({
    date: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected a day such as 2020-05-12")
      .describe("The day on which it was decided"),
    kind: z.enum(["correction", "revision"]).describe("correction: an error is mended; revision: better knowledge"),
    basis: z.enum(revisionBases).optional().describe("Of a revision: better-data, routine, method"),
    class: z.enum(correctionClasses).describe("minor: no conclusion depends on it; serious: users must be told"),
    figures: z
      .array(text)
      .min(1)
      .optional()
      .describe("Keys of the figures that changed; a key speaks for its growth and rank"),
    blocks: z
      .array(text)
      .min(1)
      .optional()
      .describe("Ids of the sections, paragraphs, figures or tables whose words changed"),
    reason: z.record(languageId, text).describe("Why, in every language of the publication"),
  })
  .refine(({ figures, blocks }) => figures !== undefined || blocks !== undefined, {
    message: "it must name the figures or the blocks that it is about",
  })
  .refine(({ kind, basis }) => (kind === "revision") === (basis !== undefined), {
    message: "a revision says its basis (better-data, routine, method), a correction has none",
    path: ["basis"],
  });

/** An entry of the data, and where it stands. */
export type Correction = z.infer<typeof correctionSchema> & { readonly place: Place };

/** Kind and basis in one word, as messages of languages are called: "correction", "revision.routine". */
export const correctionKind = ({ kind, basis }: Pick<Correction, "kind" | "basis">): string =>
  basis === undefined ? kind : `${kind}.${basis}`;

/** Whether two entries say the same thing, however their reasons are worded. */
export const sameCorrection = (a: Correction, b: Correction): boolean => identityOf(a) === identityOf(b);

const identityOf = ({ date, kind, figures = [], blocks = [] }: Correction): string =>
  JSON.stringify([date, kind, figures.toSorted(), blocks.toSorted()]);

/** Whether an entry speaks of a figure: by its own key or by that of the whole that it is a part of. */
export const speaksOfFigure = ({ figures = [] }: Pick<Correction, "figures">, key: Key): boolean =>
  figures.some((named) => key === named || key.startsWith(`${named}.`));

/** Whether an entry speaks of a block: by its own id or by that of a section that it stands in. */
export const speaksOfBlock = ({ blocks = [] }: Pick<Correction, "blocks">, around: readonly Id[]): boolean =>
  around.some((id) => blocks.includes(id));
