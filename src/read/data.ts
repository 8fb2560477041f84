import { z } from "zod";
import type { Correction } from "../model/correction.ts";
import { type Figure, type Key, type UnitKind, unitKinds } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Relation } from "../model/relation.ts";
import {
  dataSchema,
  type Erratum,
  erratumSchema,
  type Publication,
  publicationSchema,
  standardUnits,
} from "../model/source.ts";
import { didYouMean } from "../model/suggest.ts";
import { readCorrections } from "./corrections.ts";
import { readFigures } from "./figures.ts";
import type { Files } from "./files.ts";
import { readRelations } from "./relations.ts";
import { checkSchema } from "./schema.ts";
import { type Located, readYaml } from "./yaml.ts";

/** What a data file says, checked, with the places of its publication block. */
export type Data = {
  readonly publication: Publication;
  readonly places: ReadonlyMap<string, Place>;
  readonly figures: ReadonlyMap<Key, Figure>;
  readonly units: ReadonlyMap<string, UnitKind>;
  readonly relations: readonly Relation[];
  readonly errata: readonly Erratum[];
  readonly corrections: readonly Correction[];
};

/** The years that every issue can print: the reporting period and the one before it. */
const periodFigures = (located: Located): readonly Figure[] => {
  const written = located.written(["publication", "period"]);
  const year = { place: located.place(["publication", "period"]), unit: "year", kind: "year", step: "1" } as const;
  if (written === undefined) {
    const faulty = { ...year, value: null, faulty: true } as const;
    const prior: Figure = { ...faulty, key: "period.prior" };
    return [{ ...faulty, key: "period", prior }, prior];
  }
  const prior: Figure = { ...year, key: "period.prior", value: String(Number(written) - 1) };
  return [{ ...year, key: "period", value: written, prior }, prior];
};

const publicationPlaces = (located: Located, publication: Publication): ReadonlyMap<string, Place> =>
  new Map([
    ...["period", "date"].map((name) => [name, located.place(["publication", name])] as const),
    ...(["title", "issuer"] as const).flatMap((name) =>
      Object.keys(publication[name]).map(
        (lang) => [`${name}.${lang}`, located.place(["publication", name, lang])] as const,
      ),
    ),
    ...publication.editions.map(
      (_, index) => [`editions.${index}`, located.place(["publication", "editions", index])] as const,
    ),
  ]);

const checkErrata = (located: Located, figures: ReadonlyMap<Key, Figure>, report: Report): readonly Erratum[] => {
  const errata = checkSchema(z.array(erratumSchema).default([]), located, ["errata"], report) ?? [];
  return errata.map((erratum, index) => {
    if (!figures.has(erratum.figure))
      report({
        severity: "error",
        rule: "unknown-figure",
        message: `there is no figure ${erratum.figure}`,
        place: located.place(["errata", index, "figure"]),
        ...didYouMean(erratum.figure, figures.keys()),
      });
    return { ...erratum, place: located.place(["errata", index]) };
  });
};

/** The units of a data file; one whose kind is wrong has `undefined`, and findings of its own. Reports schema faults. */
const readUnits = (located: Located, report: Report): ReadonlyMap<string, UnitKind | undefined> => {
  checkSchema(dataSchema.shape.units, located, ["units"], report);
  const declared = Object.entries((located.value as { readonly units?: unknown } | null)?.units ?? {});
  const kindOf = (kind: unknown): UnitKind | undefined => unitKinds.find((known) => known === kind);
  return new Map([...Object.entries(standardUnits), ...declared.map(([name, kind]) => [name, kindOf(kind)] as const)]);
};

/**
 * Reads and checks the data file of an issue; `undefined` when its head is so faulty that nothing can be made of it.
 *
 * Reports every fault of the file in one go: YAML, schema, units, figures, relations, errata, corrections.
 */
export const readData = async (files: Files, file: string, report: Report): Promise<Data | undefined> => {
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  if (!located) return undefined;
  // Figures are checked one by one further down, so that a fault names the figure and not the whole tree.
  checkSchema(
    z.strictObject({
      ...dataSchema.shape,
      figures: z.unknown(),
      publication: z.unknown(),
      units: z.unknown(),
      relations: z.unknown().optional(),
      errata: z.unknown().optional(),
      corrections: z.unknown().optional(),
    }),
    located,
    [],
    report,
  );
  const publication = checkSchema(publicationSchema, located, ["publication"], report);
  const units = readUnits(located, report);
  const figures = new Map<Key, Figure>(periodFigures(located).map((figure) => [figure.key, figure]));
  for (const [key, figure] of readFigures(located, ["figures"], units, report)) figures.set(key, figure);
  const relations = readRelations(located, ["relations"], figures, report);
  const errata = checkErrata(located, figures, report);
  const corrections = readCorrections(located, figures, publication, report);
  if (!publication) return undefined;
  const places = publicationPlaces(located, publication);
  const known = new Map([...units].flatMap(([name, kind]) => (kind ? [[name, kind] as const] : [])));
  return { publication, places, figures, units: known, relations, errata, corrections };
};
