import { join, resolve } from "node:path";
import { attemptAsync } from "../model/attempt.ts";
import type { RecordedEdition } from "../model/build-record.ts";
import { type Finding, hasErrors, type Report } from "../model/finding.ts";
import { type Output, outputs } from "../model/output.ts";
import {
  editionsOf,
  type Made,
  type Prepared,
  type Progress,
  prepare,
  type Settings,
  write,
  writeChartFiles,
} from "../pipeline.ts";
import { folderCache } from "../store/cache.ts";
import { recordName } from "../store/publish.ts";
import { obstacle } from "../store/write-fault.ts";
import { checkFormats } from "./formats.ts";
import { failed } from "./outcome.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";
import { cannotWrite, putInPlace } from "./put-in-place.ts";
import { formatsOf, type Scope } from "./record.ts";

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
  /** Files in the folder that an earlier build made of something else. */
  readonly older: number;
};

/** What a build makes of prepared documents, and what it found in each edition. */
type Work = { readonly made: readonly Made[]; readonly editions: readonly RecordedEdition[] };

/** Sets and writes the wanted editions; `isFaulty` marks whatever is written as a draft with errors. */
const make = async (
  prepared: Prepared,
  created: Date,
  { editions: ids, outputs: wanted, isFaulty }: Scope,
  report: Report,
  progress: Progress,
): Promise<Work> => {
  const chosen = editionsOf(prepared, created, isFaulty ? { withErrors: true } : {}).filter(
    ({ id }) => ids?.includes(id) ?? true,
  );
  const made: Made[] = [];
  const editions: RecordedEdition[] = [];
  const settings: Settings = new Map();
  if (wanted.some((output) => output !== "charts"))
    for (const edition of chosen) {
      const own = gather();
      const both: Report = (finding) => {
        own.report(finding);
        report(finding);
      };
      const written = await attemptAsync(`writing ${edition.id}`, undefined, both, () =>
        write(edition, wanted, both, progress, settings),
      );
      if (!written) continue;
      const { files, pages, violations } = written;
      made.push(...files);
      editions.push({ id: edition.id, pages: pages.labels.length, violations, findings: own.all().length });
    }
  if (wanted.includes("charts")) made.push(...writeChartFiles(chosen, progress));
  return { made, editions };
};

/**
 * Builds editions of an issue and puts them into place together, or, after an error, leaves everything as it was. Files
 * that it does not make, those of other builds and of other people, stay. Reports `cannot-write`, `changed-since-build`.
 *
 * @throws UsageError for a wrong call; Locked and ForeignFolder from the store
 */
export const build = async (options: BuildOptions): Promise<BuildResult> => {
  const root = resolve(options.root);
  const { progress, strict, draft = false } = options;
  const issue = await chooseIssue(root, options.issue);
  const { report, all } = gather();
  const folder = resolve(options.out ?? join(root, "output", issue, "draft"));
  const nothing = (): BuildResult => ({ findings: all(), written: [], folder, older: 0 });
  const refused = (): boolean => !draft && failed(all(), strict);

  const why = await obstacle(folder);
  if (why !== undefined) cannotWrite(folder, why, report);
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress });
  if (!prepared) return nothing();
  const { publication } = prepared.source;
  const created = creationDate(publication.date, options.epoch);
  const ids = publication.editions.map((languages) => languages.join("-"));
  for (const id of options.editions ?? [])
    if (!ids.includes(id)) throw new UsageError(`there is no edition "${id}"; there are ${ids.join(", ")}`);
  if (prepared.latest) checkFormats(prepared.latest, formatsOf(prepared), report);
  const findings = all().length;
  if (refused() || why !== undefined) return nothing();

  const isWanted = (languages: readonly string[]): boolean => options.editions?.includes(languages.join("-")) ?? true;
  const scope: Scope = {
    editions: options.editions,
    outputs: outputs.filter((output) => (options.outputs ?? outputs).includes(output)),
    languages: publication.editions.filter(isWanted).flat(),
    isFaulty: hasErrors(all()),
  };
  let work = await make(prepared, created, scope, report, progress);
  // An error that showed only in setting makes drafts of all files, those that were written before it too.
  const isFaulty = hasErrors(all());
  if (draft && isFaulty && !scope.isFaulty)
    work = await make(prepared, created, { ...scope, isFaulty }, report, progress);
  if (work.made.length === 0 || refused()) return nothing();

  progress("putting in place");
  const account = { ...work, prepared, created, findings, scope: { ...scope, isFaulty } };
  const put = await putInPlace(folder, account, report, () => !refused());
  if (!put) return nothing();
  const names = [...work.made.map(({ name }) => name), recordName];
  return { findings: all(), written: names.map((name) => join(folder, name)), folder, older: put.older };
};
