import type { Finding } from "../../model/finding.ts";
import { refresh } from "../../office/refresh/index.ts";
import type { Placed } from "../../office/refresh/placed.ts";
import { writeWhole } from "../../store/single.ts";
import { failed } from "../outcome.ts";
import { gather } from "../project.ts";
import { counterpartOf, isUnusable, textsByTag, type WordCall } from "./counterpart.ts";
import { openEdited } from "./edited-file.ts";

export type RefreshOptions = WordCall & {
  readonly file: string;
  /** File to write; beside the edited one when left out. */
  readonly into?: string | undefined;
  readonly strict?: boolean | undefined;
};
export type RefreshResult = {
  readonly findings: readonly Finding[];
  readonly placed: readonly Placed[];
  readonly charts: readonly string[];
  /** The file that was written; none after an error. */
  readonly written?: string;
};

/** "report.docx" → "report.refreshed.docx". */
const beside = (file: string): string => `${file.replace(/\.docx$/i, "")}.refreshed.docx`;

/**
 * Writes an edited Word file with today's figures and charts.
 *
 * @throws UsageError for a wrong call; AlreadyThere when the file beside it exists and was not named
 */
export const refreshFile = async (options: RefreshOptions): Promise<RefreshResult> => {
  const { report, all } = gather();
  const nothing = (): RefreshResult => ({ findings: all(), placed: [], charts: [] });
  const file = await openEdited(options.file, report);
  if (!file) return nothing();
  const found = await counterpartOf(file, options, report, () => isUnusable(all()));
  if (!found) return nothing();
  const texts = found.isCertain ? textsByTag(found.base) : new Map<string, string>();
  const made = refresh(
    { edited: file.bytes, today: found.today, name: file.name, earlier: (tag) => texts.get(tag) },
    report,
  );
  if (isUnusable(all()) || (options.strict && failed(all(), true)))
    return { ...nothing(), placed: made.placed, charts: made.charts };
  const target = options.into ?? beside(options.file);
  await writeWhole(target, made.bytes, options.into !== undefined);
  return { findings: all(), placed: made.placed, charts: made.charts, written: target };
};

export const refreshText = ({ placed, charts }: RefreshResult): string =>
  [
    ...placed.map(({ key, before, after, by }) => `${key}  ${before} → ${after}  (found by ${by})\n`),
    ...charts.map((name) => `${name}  made anew\n`),
  ].join("");
