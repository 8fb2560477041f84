import { createHash } from "node:crypto";
import type { BuildRecord, Recorded, RecordedEdition, RecordedFile } from "../model/build-record.ts";
import { formatExamples } from "../model/formats.ts";
import { type Output, outputOf } from "../model/output.ts";
import type { Made, Prepared } from "../pipeline.ts";
import { version } from "./version.ts";

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** What this build makes: of which editions (`undefined`: all), which outputs, with errors or without. */
export type Scope = {
  readonly editions: readonly string[] | undefined;
  readonly outputs: readonly Output[];
  /** Language folders of the editions. */
  readonly languages: readonly string[];
  readonly isFaulty: boolean;
};

/** Whether a build of this scope would make a file anew, so that an earlier one of that name has had its day. */
const covers = ({ editions, outputs, languages, isFaulty }: Scope, file: Recorded["files"][number]): boolean => {
  // A draft with errors takes the place of such drafts alone.
  if (isFaulty && !file.draft) return false;
  if (!outputs.includes(outputOf(file.name))) return false;
  if (editions === undefined) return true;
  return file.edition !== undefined ? editions.includes(file.edition) : languages.includes(file.language ?? "");
};

/** What a build knows when it writes its record. */
export type Account = {
  readonly prepared: Prepared;
  readonly created: Date;
  readonly made: readonly Made[];
  readonly editions: readonly RecordedEdition[];
  /** What was found before any edition was set. */
  readonly findings: number;
  readonly scope: Scope;
};

export type RecordedBuild = {
  readonly record: BuildRecord;
  /** Names of earlier files that are no more. */
  readonly gone: readonly string[];
  /** Files of earlier builds that stay and were made of something else. */
  readonly older: number;
};

/** Language folders and how each writes numbers and dates. */
export const formatsOf = ({ source }: Prepared): Readonly<Record<string, string>> =>
  Object.fromEntries([...source.languages].map(([id, { language }]) => [id, formatExamples(language.language)]));

const byName = ({ name: a }: { readonly name: string }, { name: b }: { readonly name: string }): number =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * The record of a folder after a build: what the build made, and what it leaves of earlier ones. However a publication is
 * divided into builds, their entries together are those of one whole build.
 */
export const recordOf = (account: Account, earlier: Recorded): RecordedBuild => {
  const { prepared, created, made, scope } = account;
  const inputs = Object.fromEntries([...prepared.inputs].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const formats = formatsOf(prepared);
  const source = sha256(JSON.stringify({ tool: version, created, formats, inputs }));
  const now = made.map(
    ({ bytes, ...file }): RecordedFile => ({ ...file, bytes: bytes.length, sha256: sha256(bytes), source }),
  );
  const names = new Set(now.map(({ name }) => name));
  const others = earlier.files.filter(({ name }) => !names.has(name));
  const kept = others.filter((file) => !covers(scope, file));
  const order = prepared.source.publication.editions.map((languages) => languages.join("-"));
  const laid = new Map([...earlier.editions, ...account.editions].map((edition) => [edition.id, edition]));
  const printed = new Set([...kept, ...now].map(({ edition }) => edition));
  return {
    record: {
      version: 2,
      tool: version,
      icu: process.versions.icu ?? "",
      issue: prepared.source.issue,
      formats,
      findings: account.findings,
      inputs,
      files: [...now, ...(kept as readonly RecordedFile[])].toSorted(byName),
      editions: [...laid.values()]
        .filter(({ id }) => printed.has(id))
        .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    },
    gone: others.filter((file) => covers(scope, file)).map(({ name }) => name),
    older: kept.filter((file) => file.source !== source).length,
  };
};

/** The record as the text of build.json. */
export const recordText = (record: BuildRecord): Uint8Array => Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
