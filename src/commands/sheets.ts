import { join, resolve } from "node:path";
import type { ComparedPage, PageComparison } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { replacementSheets } from "../pipeline/sheets.ts";
import { editionsOf, type Progress, prepare, type Settings } from "../pipeline.ts";
import { openReleases } from "../read/releases.ts";
import { folderCache } from "../store/cache.ts";
import { writeAll } from "../store/single.ts";
import { chooseRelease } from "./corrections.ts";
import { failed } from "./outcome.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";

export type SheetsOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  readonly since?: string | undefined;
  readonly edition?: readonly string[] | undefined;
  /** Folder to write to; output/<issue>/sheets when left out. */
  readonly out?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};
/** What is to be printed of an edition. */
export type EditionSheets = {
  readonly edition: string;
  readonly comparison: PageComparison;
  readonly printed: readonly ComparedPage[];
};
export type SheetsResult = {
  readonly issue: string;
  readonly since: string;
  readonly editions: readonly EditionSheets[];
  readonly findings: readonly Finding[];
  readonly folder: string;
  readonly written: readonly string[];
};

/**
 * Writes print files of just the sheets that replace those of a release.
 *
 * @throws UsageError for a release or an edition that there is not
 */
export const sheets = async (options: SheetsOptions): Promise<SheetsResult> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const folder = resolve(options.out ?? join(root, "output", issue, "sheets"));
  const { report, all } = gather();
  const { progress, epoch, strict } = options;
  const editions: EditionSheets[] = [];
  const released = await chooseRelease(await openReleases(root, issue, report), options.since, report);
  const since = released?.name ?? options.since ?? "";
  const result = (written: readonly string[]): SheetsResult => ({
    issue,
    since,
    editions,
    findings: all(),
    folder,
    written,
  });
  if (!released) return result([]);
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress });
  if (!prepared || failed(all(), strict)) return result([]);
  const known = editionsOf(prepared, creationDate(prepared.source.publication.date, epoch));
  const ids = known.map(({ id }) => id);
  for (const id of options.edition ?? [])
    if (!ids.includes(id)) throw new UsageError(`there is no edition "${id}"; there are ${ids.join(", ")}`);
  const settings: Settings = new Map();
  const files = new Map<string, Uint8Array>();
  for (const edition of known.filter(({ id }) => options.edition?.includes(id) ?? true)) {
    const then = released.editions[edition.id]?.drawn.print;
    if (!then) continue;
    progress(`drawing ${edition.id}`);
    const made = await replacementSheets(edition, then, settings, report);
    if (!made) continue;
    editions.push({ edition: edition.id, comparison: made.comparison, printed: made.printed });
    for (const [name, bytes] of made.files) files.set(join(folder, name), bytes);
  }
  if (failed(all(), strict)) return result([]);
  await writeAll(files);
  return result([...files.keys()]);
};

const named = ({ label, page }: Pick<ComparedPage, "label" | "page">): string => (label === "" ? `[${page}]` : label);

/** The result for people: what to print of each edition, and how it is known that the rest may stay. */
export const sheetsText = ({ editions }: SheetsResult): string =>
  editions
    .map(({ edition, comparison, printed }) => {
      const { pages, from, changed } = comparison;
      const same = pages.filter(({ state }) => state === "bytes").length;
      const alike = pages.filter(({ state }) => state === "same").length;
      const what = [...changed.map(named), ...(from ? [`from ${named(from)} on`] : [])].join(", ");
      const kept = `${same} pages have the same bytes${alike > 0 ? `, ${alike} draw the same` : ""}`;
      if (printed.length === 0) return `${edition}  nothing to print; ${kept}\n`;
      return `${edition}  ${what}: ${printed.length / 2} sheets (${printed.map(named).join(", ")}); ${kept}\n`;
    })
    .join("");
