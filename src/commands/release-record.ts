import { createHash } from "node:crypto";
import type { DrawnEdition } from "../model/drawn.ts";
import type { Edition, PageMap } from "../model/edition.ts";
import { checksumsFile, type Release, releaseFile, releaseVersion, snapshotOf } from "../model/release.ts";
import { housesOf } from "../model/skyline.ts";
import type { Made, Prepared } from "../pipeline.ts";
import { formatsOf } from "./record.ts";
import { version } from "./version.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What a release says of itself: each member on a line of its own, so that two of them can be compared. */
const releaseBytes = (release: Release): Uint8Array =>
  Buffer.from(
    `{\n${Object.entries(release)
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n")}\n}\n`,
  );

/** All files of a release: what was made, release.json, and the checksums of both. */
export const releaseFiles = (release: Release, made: readonly Made[]): ReadonlyMap<string, Uint8Array> => {
  const files = new Map([
    ...made.map(({ name, bytes }) => [name, bytes] as const),
    [releaseFile, releaseBytes(release)],
  ]);
  const sums = [...files]
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  return files.set(checksumsFile, Buffer.from(sums.join("")));
};

/** What was built and is to be released. */
export type Built = {
  readonly name: string;
  readonly prepared: Prepared;
  readonly editions: readonly Edition[];
  readonly made: readonly Made[];
  readonly pages: ReadonlyMap<string, PageMap>;
  readonly drawn: ReadonlyMap<string, DrawnEdition>;
  readonly created: Date;
};

/** What is released, as data. */
export const describe = ({ name, prepared, editions: built, made, pages, drawn, created }: Built): Release => {
  const { source, documents, inputs, latest } = prepared;
  const { editions, ...state } = snapshotOf(source, documents, inputs, pages);
  return {
    version: releaseVersion,
    tool: version,
    formats: formatsOf(prepared),
    issue: source.issue,
    name,
    follows: latest?.name ?? null,
    created: created.toISOString(),
    publication: source.publication,
    ...state,
    corrections: [...source.corrections],
    errata: [...source.errata],
    editions: Object.fromEntries(
      Object.entries(editions).flatMap(([id, { languages }]) => {
        const made = { languages, pages: pages.get(id), drawn: drawn.get(id) };
        return made.pages && made.drawn ? [[id, structuredClone(made) as Release["editions"][string]]] : [];
      }),
    ),
    skylines: Object.fromEntries(
      built.flatMap(({ parts }) => parts.map((part) => [part.language.id, housesOf(part).map((house) => [...house])])),
    ),
    faces: source.faces.map(({ family, weight, style, sha256: hash }) => ({ family, weight, style, sha256: hash })),
    files: made.map(({ name: file, bytes }) => ({ name: file, bytes: bytes.length, sha256: sha256(bytes) })),
  };
};
