import { comparePages } from "../compare/pages/index.ts";
import type { ComparedPage, PageComparison } from "../model/change.ts";
import type { DrawnFile } from "../model/drawn.ts";
import type { Edition } from "../model/edition.ts";
import type { Report } from "../model/finding.ts";
import { drawnPages } from "../preflight/drawing/index.ts";
import { examinePress, jobTicket } from "../preflight/press/index.ts";
import { reportBreaches } from "../preflight/report.ts";
import { layOut, printedLabels, renderPress, type Settings } from "../write/pdf/index.ts";

/** The sheets of an edition that take the place of those of a release. */
export type ReplacementSheets = {
  readonly comparison: PageComparison;
  /** Pages of the whole print file that stand on the sheets: each changed page and the other side of its leaf. */
  readonly printed: readonly ComparedPage[];
  /** The print file and its sheet of information; none where nothing is to be replaced. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Pages that are printed with those that changed: a leaf is a recto with the verso behind it. */
const leavesOf = ({ pages, changed, from }: PageComparison): readonly ComparedPage[] => {
  const first = new Set(changed.map(({ page }) => Math.ceil(page / 2)));
  return pages.filter(
    ({ page }) => first.has(Math.ceil(page / 2)) || (from && Math.ceil(page / 2) >= Math.ceil(from.page / 2)),
  );
};

/** The pages on which two files of the same pages differ; none, if the writer is sound. Reports `sheet-differs`. */
const checkSheets = (
  whole: DrawnFile,
  printed: readonly ComparedPage[],
  sheets: Uint8Array,
  name: string,
  report: Report,
): void => {
  for (const [index, { stream }] of drawnPages(sheets).entries())
    if (stream !== whole.pages[(printed[index]?.page ?? 0) - 1]?.stream)
      report({
        severity: "error",
        rule: "sheet-differs",
        message: `page ${printed[index]?.label} is drawn otherwise alone than in the whole file`,
        place: { file: name, page: index + 1, line: 1, column: 1 },
      });
};

/**
 * Draws a print file of just the sheets that replace those of a release. `undefined` where the edition has no print file.
 * Reports what examining a print file does, and `sheet-differs`.
 */
export const replacementSheets = async (
  edition: Edition,
  released: DrawnFile,
  settings: Settings,
  report: Report,
): Promise<ReplacementSheets | undefined> => {
  const laid = await layOut(edition, () => {}, settings);
  const { profile, style, id, issue } = edition;
  const pressed = profile && (await renderPress(laid, profile, report));
  if (!pressed) return undefined;
  const whole: DrawnFile = { labels: printedLabels(laid), pages: drawnPages(pressed.bytes) };
  const comparison = comparePages(id, "print", released, whole);
  const printed = leavesOf(comparison);
  const files = new Map<string, Uint8Array>();
  const result = { comparison, printed, files };
  if (printed.length === 0) return result;
  const only = printed.map(({ page }) => page);
  const made = await renderPress(laid, profile, report, undefined, only);
  if (!made) return undefined;
  const name = `whitepaper-${issue}.${id}.sheets.print`;
  // A leaf has two sides, however many the sheets of the whole have.
  const loose = { ...style, print: { ...style.print, multiple: 2 } };
  const { survey, breaches } = examinePress(made.bytes, loose);
  reportBreaches(breaches, `${name}.pdf`, report);
  checkSheets(whole, printed, made.bytes, `${name}.pdf`, report);
  if (!survey) return result;
  files.set(`${name}.pdf`, made.bytes);
  files.set(
    `${name}.json`,
    withPages(jobTicket(`${name}.pdf`, made.bytes, { ...edition, style: loose }, survey), printed),
  );
  return result;
};

/** The sheet of information with what each page replaces. */
const withPages = (ticket: Uint8Array, printed: readonly ComparedPage[]): Uint8Array => {
  const replaces = printed.map(({ page, label, before, state }) => ({
    page,
    label,
    replaces: before?.page ?? null,
    changed: state === "changed" || state === "new",
  }));
  const told = JSON.parse(Buffer.from(ticket).toString("utf8")) as object;
  return Buffer.from(`${JSON.stringify({ ...told, replaces }, null, 2)}\n`);
};
