import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { PageMap } from "../model/edition.ts";
import type { Finding } from "../model/finding.ts";
import { outputs } from "../model/output.ts";
import { checksumsFile, type Release, releaseFile, releaseName, releaseVersion, snapshotOf } from "../model/release.ts";
import {
  disclosuresIn,
  editionsOf,
  inputsOf,
  type Made,
  type Prepared,
  type Progress,
  prepare,
  type Settings,
  write,
  writeChartFiles,
} from "../pipeline.ts";
import { folderCache } from "../store/cache.ts";
import { freeze, refuseExisting } from "../store/freeze.ts";
import { failed } from "./outcome.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";
import { formatsOf } from "./record.ts";
import { version } from "./version.ts";

export type ReleaseOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  /** Its name: a folder in output/<issue>/. */
  readonly as: string | undefined;
  readonly strict?: boolean | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};
export type ReleaseResult = {
  readonly findings: readonly Finding[];
  readonly written: readonly string[];
  readonly folder: string;
};

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** @throws UsageError */
const checkName = (name: string | undefined): string => {
  if (name === undefined) throw new UsageError("a release needs a name: --as 1.0");
  if (!releaseName.test(name))
    throw new UsageError(`"${name}" names no release; use letters, digits, ".", "_" and "-", and not "draft"`);
  return name;
};

/** What a release says of itself: each member on a line of its own, so that two of them can be compared. */
const releaseBytes = (release: Release): Uint8Array =>
  Buffer.from(
    `{\n${Object.entries(release)
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n")}\n}\n`,
  );

/** All files of a release: what was made, release.json, and the checksums of both. */
const releaseFiles = (release: Release, made: readonly Made[]): ReadonlyMap<string, Uint8Array> => {
  const files = new Map([
    ...made.map(({ name, bytes }) => [name, bytes] as const),
    [releaseFile, releaseBytes(release)],
  ]);
  const sums = [...files]
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  return files.set(checksumsFile, Buffer.from(sums.join("")));
};

/** What is released, as data. */
const describe = (
  name: string,
  prepared: Prepared,
  made: readonly Made[],
  pages: ReadonlyMap<string, PageMap>,
  created: Date,
): Release => {
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
      Object.entries(editions).flatMap(([id, { languages, pages: map }]) =>
        map
          ? [[id, { languages: [...languages], pages: structuredClone(map) as Release["editions"][string]["pages"] }]]
          : [],
      ),
    ),
    faces: source.faces.map(({ family, weight, style, sha256: hash }) => ({ family, weight, style, sha256: hash })),
    files: made.map(({ name: file, bytes }) => ({ name: file, bytes: bytes.length, sha256: sha256(bytes) })),
  };
};

/**
 * Freezes a clean build under output/<issue>/<name>/, whole or not at all.
 *
 * @throws UsageError for a wrong call; ReleaseExists and Locked from the store
 */
export const release = async (options: ReleaseOptions): Promise<ReleaseResult> => {
  const root = resolve(options.root);
  const name = checkName(options.as);
  const issue = await chooseIssue(root, options.issue);
  const folder = join(root, "output", issue, name);
  await refuseExisting(folder);
  const { report, all } = gather();
  const { progress } = options;
  const refused = (): ReleaseResult => ({ findings: all(), written: [], folder });

  const prepared = await prepare(root, issue, {
    cache: folderCache(join(root, "output", ".cache", "pictures")),
    report,
    progress,
    unexplained: "error",
  });
  if (!prepared || failed(all(), options.strict)) return refused();
  const created = creationDate(prepared.source.publication.date, options.epoch);
  const editions = editionsOf(prepared, created, { release: name });
  const made: Made[] = [];
  const pages = new Map<string, PageMap>();
  const settings: Settings = new Map();
  for (const edition of editions) {
    const written = await write(edition, outputs, report, progress, settings);
    made.push(...written.files);
    pages.set(edition.id, written.pages);
  }
  made.push(...writeChartFiles(editions, progress));
  progress("looking through the files");
  disclosuresIn(made, report);
  for (const file of await changedInputs(root, issue, prepared.inputs))
    report({
      severity: "error",
      rule: "inputs-changed",
      message: `${file} changed while the release was made`,
      place: { file, line: 1, column: 1 },
      hint: "release again",
    });
  if (made.length === 0 || failed(all(), options.strict)) return refused();

  progress("putting in place");
  const files = releaseFiles(describe(name, prepared, made, pages, created), made);
  await freeze(folder, files);
  return { findings: all(), written: [...files.keys()].map((file) => join(folder, file)), folder };
};

/** Files that are no longer what they were when they were read, new and vanished ones among them. */
const changedInputs = async (
  root: string,
  issue: string,
  before: ReadonlyMap<string, string>,
): Promise<readonly string[]> => {
  const now = await inputsOf(root, issue);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((file) => before.get(file) !== now.get(file))
    .toSorted();
};
