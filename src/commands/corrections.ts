import { join, resolve } from "node:path";
import { changesBetween } from "../compare/corrections/index.ts";
import type { Change } from "../model/change.ts";
import type { PageMap } from "../model/edition.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { type Release, snapshotOf } from "../model/release.ts";
import { didYouMean } from "../model/suggest.ts";
import { editionsOf, type Prepared, type Progress, pagesOf, prepare, type Settings } from "../pipeline.ts";
import { latestRelease, openReleases, type Releases } from "../read/releases.ts";
import { folderCache } from "../store/cache.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";

export type CorrectionsOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  /** The release that is compared with; the latest when left out. */
  readonly since?: string | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};
export type CorrectionsResult = {
  readonly issue: string;
  readonly since: string;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
};

/**
 * The release that is asked for, whole and as it was released; `undefined` after a finding.
 *
 * @throws UsageError where there is none
 */
export const chooseRelease = async (
  releases: Releases,
  wanted: string | undefined,
  report: (finding: Finding) => void,
): Promise<Release | undefined> => {
  const { names, issue } = releases;
  if (names.length === 0) throw new UsageError(`nothing of ${issue} has been released: whitepaper release --as 1.0`);
  if (wanted !== undefined && !names.includes(wanted))
    throw new UsageError(
      `there is no release ${wanted} of ${issue}; ${didYouMean(wanted, names).hint ?? `there are ${names.join(", ")}`}`,
    );
  const release = wanted === undefined ? await latestRelease(releases, report) : await releases.read(wanted);
  return release && (await releases.verify(release)) ? release : undefined;
};

/** Where everything stands today, by edition. */
const pagesToday = async (
  prepared: Prepared,
  epoch: string | undefined,
  progress: Progress,
): Promise<ReadonlyMap<string, PageMap>> => {
  const settings: Settings = new Map();
  const pages = new Map<string, PageMap>();
  for (const edition of editionsOf(prepared, creationDate(prepared.source.publication.date, epoch)))
    pages.set(edition.id, await pagesOf(edition, progress, settings));
  return pages;
};

/**
 * What readers see otherwise today than in a release. Nothing is written.
 *
 * @throws UsageError for a release that there is not
 */
export const corrections = async (options: CorrectionsOptions): Promise<CorrectionsResult> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const { report, all } = gather();
  const { progress } = options;
  const released = await chooseRelease(await openReleases(root, issue, report), options.since, report);
  const since = released?.name ?? options.since ?? "";
  const nothing = (): CorrectionsResult => ({ issue, since, changes: [], findings: all() });
  if (!released) return nothing();
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress });
  // What cannot be made cannot be compared; what is stale can.
  if (!prepared || all().some(({ severity, rule }) => severity === "error" && !rule.startsWith("stale-")))
    return nothing();
  const { source, documents, inputs } = prepared;
  const pages = await pagesToday(prepared, options.epoch, progress);
  const changes = changesBetween(released, snapshotOf(source, documents, inputs, pages));
  return { issue, since, changes, findings: all() };
};

/** The result for machines. */
export const correctionsJson = ({ issue, since, changes, findings }: CorrectionsResult): string =>
  `${JSON.stringify({ version: 1, issue, since, sound: !hasErrors(findings), changes, findings }, null, 2)}\n`;
