import { join, resolve } from "node:path";
import { type FigureUses, figuresUnder, whereUsed } from "../compare/uses/index.ts";
import type { Key } from "../model/figure.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { didYouMean } from "../model/suggest.ts";
import { editionsOf, type Progress, pagesOf, prepare } from "../pipeline.ts";
import { issuesOf } from "../read/index.ts";
import { folderCache } from "../store/cache.ts";
import { chooseIssue, creationDate, gather, UsageError } from "./project.ts";

export type FiguresOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  /** A key or the beginning of some; all when left out. */
  readonly key?: string | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};
export type FiguresResult = {
  readonly issue: string;
  readonly figures: readonly FigureUses[];
  /** Findings of the project; its figures are listed as far as it goes. */
  readonly findings: readonly Finding[];
};

/** The year that is reported on is no stated figure; nothing must print it. */
const isPeriod = (key: Key): boolean => key === "period" || key.startsWith("period.");

export const isUnused = ({ figure, uses }: FigureUses): boolean => uses.length === 0 && !isPeriod(figure.key);
/** Printed in some languages and not in all. */
export const isPartial = ({ figure, missing, uses }: FigureUses): boolean =>
  missing.length > 0 && uses.some((use) => !missing.includes(use.language)) && !isPeriod(figure.key);

/**
 * Where the figures of an issue are used: in which lines of the templates, sections, tables and charts, on which pages.
 *
 * @throws UsageError for a key that no figure has
 */
export const figures = async (options: FiguresOptions): Promise<FiguresResult> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const key = options.key?.replace(/\.\*?$/, "");
  const { report, all } = gather();
  const { progress } = options;
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress });
  if (!prepared) return { issue, figures: [], findings: all() };
  const { source, documents } = prepared;
  const wanted = figuresUnder(source.figures, key);
  if (wanted.length === 0) {
    if ((await issuesOf(root)).includes(key ?? ""))
      throw new UsageError(`there is no figure "${key}"; the issue is said by --issue ${key}`);
    const groups = [...source.figures.keys()].flatMap((name) => [name, name.split(".").slice(0, -1).join(".")]);
    const hint = didYouMean(key ?? "", new Set(groups.filter((name) => name !== ""))).hint;
    throw new UsageError(`there is no figure "${key}"; ${hint ?? "whitepaper figures lists all"}`);
  }
  const editions = [];
  for (const edition of editionsOf(prepared, creationDate(source.publication.date, options.epoch)))
    editions.push({
      id: edition.id,
      languages: edition.parts.map(({ language }) => language.id),
      pages: await pagesOf(edition, progress),
    });
  return { issue, figures: whereUsed(wanted, documents, editions), findings: all() };
};

/** The result for machines. */
export const figuresJson = ({ issue, figures: list, findings }: FiguresResult): string => {
  const entries = list.map(({ figure, uses, missing }) => {
    const { key, value, unit, step, approx, place } = figure;
    const languages = [...new Set(uses.map(({ language }) => language))];
    const texts = Object.fromEntries(
      languages.map((language) => [
        language,
        [...new Set(uses.filter((use) => use.language === language && use.text !== "").map(({ text }) => text))],
      ]),
    );
    return { key, value, unit, step, ...(approx && { approx }), place, texts, missing, uses };
  });
  const unused = list.filter(isUnused).map(({ figure }) => figure.key);
  const partial = list.filter(isPartial).map(({ figure, missing }) => ({ key: figure.key, missing }));
  const sound = !hasErrors(findings);
  return `${JSON.stringify({ version: 1, issue, sound, figures: entries, unused, partial }, null, 2)}\n`;
};
