import { basename, join, relative, resolve } from "node:path";
import { writeTable } from "../../exchange/docx/write.ts";
import type { Job } from "../../exchange/job.ts";
import { chartLimits } from "../../exchange/limits.ts";
import { namesJob } from "../../exchange/names/job.ts";
import { fingerprint } from "../../exchange/pairs.ts";
import { proseJob } from "../../exchange/prose/job.ts";
import { recordsOf, translationText } from "../../exchange/record.ts";
import { adaptedShowing, adaptedTemplates, firstShowing, showing } from "../../exchange/shown.ts";
import { writeXliff1 } from "../../exchange/xliff/write-1.ts";
import { writeXliff2 } from "../../exchange/xliff/write-2.ts";
import type { Finding } from "../../model/finding.ts";
import type { UnitRecord } from "../../model/translation.ts";
import { printedBy } from "../../pipeline.ts";
import { translationFile } from "../../read/index.ts";
import { type Written, writeFiles } from "../../store/edit.ts";
import { version } from "../version.ts";
import { type Desk, type DeskOptions, openDesk, openShop } from "./desk.ts";
import { changedSince, manifestName, manifestText, sumOf } from "./manifest.ts";

export type ExportOptions = DeskOptions & {
  readonly lang: string;
  /** "1.2", unless "2" is asked for. */
  readonly xliff?: string | undefined;
  /** Word tables in the place of XLIFF. */
  readonly docx?: boolean | undefined;
  readonly out?: string | undefined;
  readonly progress: (stage: string) => void;
};
export type ExportResult = {
  readonly folder: string;
  readonly files: readonly string[];
  /** Units, and how many of them are to be done. */
  readonly units: number;
  readonly open: number;
  readonly findings: readonly Finding[];
};

/** Most characters of the texts of charts in a language, by the ids of their names. */
export const chartLimitsOf = ({ source, from, to }: Desk): ReadonlyMap<string, number> =>
  chartLimits(source.charts.values(), printedBy(source, from).charted, source.style, to.language);

/** One job a chapter, and one for the names. */
export const jobsOf = (desk: Desk): readonly Job[] => {
  const { shop, source, from, to, translation, chapters, names, yaml } = desk;
  const { issue } = shop;
  const printed = printedBy(source, from);
  const adapted = adaptedTemplates(from.templates, to.language);
  const own = showing(to.templates, printedBy(source, to));
  const foreseen = adaptedShowing(from.templates, adapted, printedBy(source, { ...to, templates: adapted }));
  const context = {
    issue,
    from: from.language,
    to: to.language,
    glossary: source.glossary,
    showings: { source: showing(from.templates, printed), target: firstShowing(own, foreseen) },
  };
  const prose = chapters.flatMap((chapter) => proseJob(chapter, context) ?? []);
  const limits = chartLimitsOf(desk);
  const named = namesJob({ ...context, names, recorded: translation.names, original: yaml.language.file, limits });
  return [named, ...prose];
};

/** A job as the file that is asked for. */
const fileFor = (job: Job, { xliff, docx }: ExportOptions): readonly [name: string, content: Written] => {
  if (docx) return [`${job.name}.docx`, writeTable(job)];
  return [`${job.name}.xlf`, xliff === "2" ? writeXliff2(job) : writeXliff1(job, { name: "whitepaper", version })];
};

/** The records as they stand once the translation was sent out: what was edited by hand since then is known. */
const sentOut = ({ translation, chapters, names }: Desk): string =>
  translationText({
    ...translation,
    names: Object.fromEntries(
      names.flatMap((name) => {
        const { id, source, target } = name;
        if (typeof target !== "string") return [];
        return [[id, { source: translation.names[id]?.source ?? source, target: fingerprint(target) }]];
      }),
    ),
    chapters: Object.fromEntries(
      chapters.map((chapter) => [
        chapter.name,
        [
          ...recordsOf(chapter, ({ record, target }): UnitRecord | undefined =>
            record && target ? { ...record, target: fingerprint(target.says) } : record,
          ),
        ],
      ]),
    ),
  });

/**
 * Writes the files for translators: XLIFF or Word tables, one a chapter and one for names. Files that were changed since an earlier export
 * are left as they are: `export-changed`, and nothing is written.
 *
 * @throws UsageError for a language that is not there or was written by hand
 */
export const exportLanguage = async (options: ExportOptions): Promise<ExportResult> => {
  const { lang, progress } = options;
  const shop = await openShop(options, [lang]);
  const { root, issue, report } = shop;
  const out = options.out ?? join("output", issue, "translate", lang);
  const folder = relative(root, options.out === undefined ? resolve(root, out) : resolve(out)).replaceAll("\\", "/");
  const result = (files: readonly string[], jobs: readonly Job[]): ExportResult => {
    const units = jobs.flatMap((job) => job.units);
    const findings = shop.findings().filter(({ rule }) => rule !== "to-fill");
    return {
      folder,
      files,
      units: units.length,
      open: units.filter(({ state }) => state !== "translated").length,
      findings,
    };
  };
  const desk = await openDesk(shop, lang);
  if (!desk) return result([], []);
  progress(`reading ${lang}`);
  const jobs = jobsOf(desk);
  progress(`writing ${lang}`);
  const texts = new Map(
    jobs.map((job) => fileFor(job, options)).map(([name, content]) => [`${folder}/${name}`, content] as const),
  );
  const byName = new Map([...texts].map(([path, text]) => [basename(path), text] as const));
  const changed = (await changedSince(resolve(root, folder), byName)).map((name) => `${folder}/${name}`);
  for (const file of changed)
    report({
      severity: "error",
      rule: "export-changed",
      message: `${file} was changed since it was exported; nothing was written`,
      place: { file, line: 1, column: 1 },
      hint: `whitepaper translate import ${file} takes it in; --out writes elsewhere`,
    });
  if (changed.length > 0) return result([], jobs);
  const sums = Object.fromEntries([...byName].map(([name, text]) => [name, sumOf(text)]));
  const manifest = manifestText({ version: 1, tool: version, issue, language: lang, files: sums });
  const record = [`${shop.folder}/${lang}/${translationFile}`, sentOut(desk)] as const;
  await writeFiles(root, new Map([...texts, [`${folder}/${manifestName}`, manifest], record]));
  return result([...texts.keys()], jobs);
};
