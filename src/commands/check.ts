import { join, resolve } from "node:path";
import { type Finding, hasErrors } from "../model/finding.ts";
import { editionsOf, type Progress, prepare, type Settings, setOnly } from "../pipeline.ts";
import { folderCache } from "../store/cache.ts";
import { chooseIssue, creationDate, gather } from "./project.ts";

export type CheckOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};

/** Every finding of an issue: data, languages, templates, charts, fonts and, where these are sound, the set pages. Writes nothing but its cache. */
export const check = async (options: CheckOptions): Promise<readonly Finding[]> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const { report, all } = gather();
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress: options.progress });
  if (!prepared || hasErrors(all())) return all();
  const settings: Settings = new Map();
  for (const edition of editionsOf(prepared, creationDate(prepared.source.publication.date, options.epoch)))
    await setOnly(edition, report, options.progress, settings);
  return all();
};
