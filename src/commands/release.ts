import { join, resolve } from "node:path";
import type { DrawnEdition } from "../model/drawn.ts";
import type { PageMap } from "../model/edition.ts";
import type { Finding } from "../model/finding.ts";
import { outputs } from "../model/output.ts";
import { releaseName } from "../model/release.ts";
import { drawnEdition } from "../pipeline/pages.ts";
import {
  disclosuresIn,
  editionsOf,
  inputsOf,
  type Made,
  type Progress,
  prepare,
  type Settings,
  type Written,
  write,
  writeChartFiles,
} from "../pipeline.ts";
import { folderCache } from "../store/cache.ts";
import { freeze, refuseExisting } from "../store/freeze.ts";
import { failed } from "./outcome.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";
import { describe, releaseFiles } from "./release-record.ts";

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

/** @throws UsageError */
const checkName = (name: string | undefined): string => {
  if (name === undefined) throw new UsageError("a release needs a name: --as 1.0");
  if (!releaseName.test(name))
    throw new UsageError(`"${name}" names no release; use letters, digits, ".", "_" and "-", and not "draft"`);
  return name;
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
  const drawn = new Map<string, DrawnEdition>();
  const settings: Settings = new Map();
  for (const edition of editions) {
    const written = await write(edition, outputs, report, progress, settings);
    made.push(...written.files);
    pages.set(edition.id, written.pages);
    drawn.set(edition.id, drawnFiles(written));
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
  const files = releaseFiles(describe({ name, prepared, editions, made, pages, drawn, created }), made);
  await freeze(folder, files);
  return { findings: all(), written: [...files.keys()].map((file) => join(folder, file)), folder };
};

/** What the files of an edition draw that was written without errors. */
const drawnFiles = ({ files, laid }: Written): DrawnEdition => {
  const bytesOf = (ending: string): Uint8Array | undefined => files.find(({ name }) => name.endsWith(ending))?.bytes;
  const print = bytesOf(".print.pdf");
  const screen = files.find(({ name }) => name.endsWith(".pdf") && !name.endsWith(".print.pdf"))?.bytes;
  return drawnEdition(laid, screen as Uint8Array, print);
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
