import { z } from "zod";
import { correctionSchema } from "./correction.ts";
import type { Document } from "./document.ts";
import { documentSchema, placeSchema } from "./document-schema.ts";
import { drawnEditionSchema } from "./drawn.ts";
import type { PageMap } from "./edition.ts";
import { approximations, type Figures, figureParts, type Key, unitKinds } from "./figure.ts";
import { languageId, text } from "./names.ts";
import { erratumSchema, publicationSchema, type Source } from "./source.ts";

/**
 * A frozen release (output/<issue>/<name>/release.json): what was published, as data, so that later versions of the tool
 * can say what changed since. Versioned; a release is never written again.
 */
export const releaseVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal");
/** A figure as it was stated: all that can change what is printed of it. */
const statedFigureSchema = z.strictObject({
  value: z.string().nullable(),
  unit: z.string(),
  kind: z.enum(unitKinds),
  step: z.string(),
  approx: z.enum(approximations).exactOptional(),
  place: placeSchema,
});
export type StatedFigure = z.infer<typeof statedFigureSchema>;

const pageMapSchema = z.strictObject({
  labels: z.array(z.string()),
  blocks: z.record(z.string(), z.tuple([z.int(), z.int()])),
  values: z.record(z.string(), z.array(z.int())),
  contents: z.record(z.string(), z.int()),
});

const located = { place: placeSchema };

export const releaseSchema = z.strictObject({
  version: z.literal(releaseVersion),
  /** Version of the tool that made it. */
  tool: text,
  /** Examples of how each language folder writes numbers and dates; not the version of ICU, which differs where they do not. */
  formats: z.record(languageId, z.string()).exactOptional(),
  issue: text,
  name: text,
  /** The release that this one follows; `null` for the first. */
  follows: text.nullable(),
  /** The day that its files carry. */
  created: text,
  publication: publicationSchema,
  /** Place of each entry of the publication block of the data file: "title.zh". */
  places: z.record(z.string(), placeSchema),
  /** Every figure by its key, parts included. */
  figures: z.record(z.string(), statedFigureSchema),
  corrections: z.array(correctionSchema.safeExtend(located)),
  errata: z.array(erratumSchema.extend(located)),
  /** By language folder. */
  documents: z.record(languageId, documentSchema),
  /** By edition: where things stand, and what the pages of its files draw. */
  editions: z.record(
    z.string(),
    z.strictObject({ languages: z.array(languageId), pages: pageMapSchema, drawn: drawnEditionSchema }),
  ),
  /** What the cover draws, by language folder: the towers of the charts. */
  skylines: z.record(languageId, z.array(z.array(z.strictObject({ share: z.number(), latest: z.boolean() })))),
  /** SHA-256 of every file that it was made of, by its path in the project. */
  inputs: z.record(z.string(), sha256),
  faces: z.array(z.strictObject({ family: text, weight: z.int(), style: text, sha256 })),
  files: z.array(z.strictObject({ name: text, bytes: z.int(), sha256 })),
});
export type Release = z.infer<typeof releaseSchema>;

/** What is compared: a publication as it was released, or as it would be made today, with its pages where they are known. */
export type Snapshot = Pick<Release, "figures" | "documents" | "inputs" | "places"> & {
  readonly editions: Readonly<Record<string, { readonly languages: readonly string[]; readonly pages?: PageMap }>>;
};

/** A release's name: a folder name that every system takes, and none that has a meaning of its own. */
export const releaseName = /^(?!draft$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;
/** The file that says what a release is, and the one that lists the SHA-256 of all others, as `sha256sum -c` reads it. */
export const releaseFile = "release.json";
export const checksumsFile = "SHA256SUMS";

/** The figures of an issue as a release keeps them. */
const statedFigures = (figures: Figures): Readonly<Record<Key, StatedFigure>> =>
  Object.fromEntries(
    [...figures].map(([key, { value, unit, kind, step, approx, place }]) => [
      key,
      { value, unit, kind, step, ...(approx && { approx }), place },
    ]),
  );

const sorted = <T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** An issue as it stands, ready to be compared. `pages` by edition, where they are known. */
export const snapshotOf = (
  source: Pick<Source, "figures" | "places" | "publication">,
  documents: ReadonlyMap<string, Document>,
  inputs: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, PageMap> = new Map(),
): Snapshot => ({
  figures: statedFigures(source.figures),
  places: Object.fromEntries(source.places),
  documents: Object.fromEntries(documents),
  editions: Object.fromEntries(
    source.publication.editions.map((languages) => {
      const id = languages.join("-");
      const map = pages.get(id);
      return [id, { languages, ...(map && { pages: map }) }];
    }),
  ),
  inputs: sorted(inputs),
});

/** Whether two statements print alike, wherever they stand. */
export const sameStatement = (a: StatedFigure | undefined, b: StatedFigure | undefined): boolean =>
  a?.value === b?.value && a?.unit === b?.unit && a?.kind === b?.kind && a?.step === b?.step && a?.approx === b?.approx;

/** The figure that a key belongs to: `patents.total` of `patents.total.growth` and of a chart's `patents.total.share`. */
export const wholeOf = (key: Key): Key => {
  const part = [...figureParts, "share"].find((name) => key.endsWith(`.${name}`));
  return part ? key.slice(0, -part.length - 1) : key;
};
