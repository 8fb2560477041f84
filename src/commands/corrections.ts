import { join, resolve } from "node:path";
import { changesBetween } from "../compare/corrections/index.ts";
import { comparePages } from "../compare/pages/index.ts";
import type { Change, PageComparison } from "../model/change.ts";
import type { PageMap } from "../model/edition.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { type Release, snapshotOf } from "../model/release.ts";
import { didYouMean } from "../model/suggest.ts";
import { drawToday } from "../pipeline/pages.ts";
import { editionsOf, type Prepared, type Progress, prepare, type Settings } from "../pipeline.ts";
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
  readonly pages: readonly PageComparison[];
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

/** Where everything stands today, and how the pages compare with those of the release, by edition. */
const pagesToday = async ({ drafts: _, ...prepared }: Prepared, released: Release, options: CorrectionsOptions) => {
  const { epoch, progress } = options;
  const settings: Settings = new Map();
  const pages = new Map<string, PageMap>();
  const comparisons: PageComparison[] = [];
  for (const edition of editionsOf(prepared, creationDate(prepared.source.publication.date, epoch))) {
    progress(`drawing ${edition.id}`);
    const today = await drawToday(edition, settings);
    pages.set(edition.id, today.pages);
    const then = released.editions[edition.id]?.drawn;
    if (!then) continue;
    comparisons.push(comparePages(edition.id, "screen", then.screen, today.drawn.screen));
    if (then.print && today.drawn.print)
      comparisons.push(comparePages(edition.id, "print", then.print, today.drawn.print));
  }
  return { pages, comparisons };
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
  const nothing = (): CorrectionsResult => ({ issue, since, changes: [], pages: [], findings: all() });
  if (!released) return nothing();
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress });
  // What cannot be made cannot be compared; what is stale can.
  if (!prepared || all().some(({ severity, rule }) => severity === "error" && !rule.startsWith("stale-")))
    return nothing();
  const { source, documents, inputs } = prepared;
  const { pages, comparisons } = await pagesToday(prepared, released, options);
  const changes = changesBetween(released, snapshotOf(source, documents, inputs, pages));
  return { issue, since, changes, pages: comparisons, findings: all() };
};

/** The result for machines. */
export const correctionsJson = ({ issue, since, changes, pages, findings }: CorrectionsResult): string =>
  `${JSON.stringify({ version: 1, issue, since, sound: !hasErrors(findings), changes, pages, findings }, null, 2)}\n`;
