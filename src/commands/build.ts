import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { Finding } from "../model/finding.ts";
import { type Output, outputs } from "../model/output.ts";
import type { Violations } from "../model/violations.ts";
import { editionsOf, type Made, type Progress, prepare, type Settings, write, writeChartFiles } from "../pipeline.ts";
import { folderCache } from "../store/cache.ts";
import { publish } from "../store/publish.ts";
import { failed } from "./outcome.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";
import { version } from "./version.ts";

export type BuildOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  /** Editions by id; all when left out. */
  readonly editions?: readonly string[] | undefined;
  readonly outputs?: readonly Output[] | undefined;
  /** Folder to write to; output/<issue>/draft when left out. */
  readonly out?: string | undefined;
  /** Write in spite of errors, with [[key]] where a value could not be printed. */
  readonly draft?: boolean | undefined;
  /** Count a warning as an error. */
  readonly strict?: boolean | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};
export type BuildResult = {
  readonly findings: readonly Finding[];
  readonly written: readonly string[];
  readonly folder: string;
};

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** An edition that was laid out: its pages, and how often it breaks each rule of setting. */
type Laid = { readonly id: string; readonly pages: number; readonly violations: Violations };

/** The record of a build: what it was made of and what it made. */
const manifest = (
  issue: string,
  made: readonly Made[],
  editions: readonly Laid[],
  inputs: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  timings: Readonly<Record<string, number>>,
): Uint8Array =>
  Buffer.from(
    `${JSON.stringify(
      {
        version: 1,
        tool: version,
        issue,
        findings: findings.length,
        inputs: Object.fromEntries([...inputs].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        files: made.map(({ bytes, ...file }) => ({ ...file, bytes: bytes.length, sha256: sha256(bytes) })),
        editions,
        timings,
      },
      null,
      2,
    )}\n`,
  );

/** Milliseconds by stage, from the moments at which stages begin. */
const stopwatch = (
  progress: Progress,
): { readonly progress: Progress; readonly timings: () => Record<string, number> } => {
  const marks: [string, number][] = [];
  return {
    progress: (stage) => {
      marks.push([stage, performance.now()]);
      progress(stage);
    },
    timings: () => {
      const end = performance.now();
      return Object.fromEntries(
        marks.map(([stage, start], index) => [stage, Math.round((marks[index + 1]?.[1] ?? end) - start)]),
      );
    },
  };
};

/**
 * Builds the editions of an issue and puts them into place together, or, after an error, leaves everything as it was.
 *
 * @throws UsageError for a wrong call; Locked and ForeignFolder from the store
 */
export const build = async (options: BuildOptions): Promise<BuildResult> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const { report, all } = gather();
  const { progress, timings } = stopwatch(options.progress);
  const folder = resolve(options.out ?? join(root, "output", issue, "draft"));
  const nothing = (): BuildResult => ({ findings: all(), written: [], folder });
  const refused = (): boolean => !options.draft && failed(all(), options.strict);
  const wanted = outputs.filter((output) => (options.outputs ?? outputs).includes(output));

  const prepared = await prepare(root, issue, {
    cache: folderCache(join(root, "output", ".cache", "pictures")),
    report,
    progress,
  });
  if (!prepared) return nothing();
  const complete = editionsOf(prepared, creationDate(prepared.source.publication.date, options.epoch));
  const ids = prepared.source.publication.editions.map((languages) => languages.join("-"));
  for (const id of options.editions ?? [])
    if (!ids.includes(id)) throw new UsageError(`there is no edition "${id}"; there are ${ids.join(", ")}`);
  if (refused()) return nothing();

  const editions = complete.filter(({ id }) => options.editions?.includes(id) ?? true);
  const made: Made[] = [];
  const laid: Laid[] = [];
  const settings: Settings = new Map();
  if (wanted.some((output) => output !== "charts"))
    for (const edition of editions) {
      const { files, pages, violations } = await write(edition, wanted, report, progress, settings);
      made.push(...files);
      laid.push({ id: edition.id, pages: pages.labels.length, violations });
    }
  if (wanted.includes("charts")) made.push(...writeChartFiles(editions, progress));
  if (made.length === 0 || refused()) return nothing();

  progress("putting in place");
  const files = new Map(made.map(({ name, bytes }) => [name, bytes]));
  files.set("build.json", manifest(issue, made, laid, prepared.inputs, all(), timings()));
  await publish(folder, files, "build.json");
  return { findings: all(), written: [...files.keys()].map((name) => join(folder, name)), folder };
};
