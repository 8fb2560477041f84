import type { Id } from "../../model/document.ts";
import { blockPath, type Edition, type PageMap } from "../../model/edition.ts";
import type { Report } from "../../model/finding.ts";
import type { Violations } from "../../model/violations.ts";
import type { Mark } from "./content.ts";
import { audit, counting } from "./pages/audit.ts";
import { bodyLeaves, contentsLeaves } from "./pages/body.ts";
import { draftBand } from "./pages/draft-band.ts";
import { furnitureOf } from "./pages/furniture.ts";
import { impose, type Positioned } from "./pages/imposition.ts";
import { closingLeaf, coverLeaf, titleLeaf } from "./pages/title-pages.ts";
import { type PartSetting, partSetting, type Settings } from "./part-setting.ts";
import type { Leaf, Sheet } from "./sheet.ts";
import { detached, type Element, within } from "./structure.ts";

/** An edition set in pages, ready to be drawn; the screen and the print file are drawn from the same sheets. */
export type LaidOut = {
  readonly edition: Edition;
  readonly sheets: readonly Sheet[];
  readonly pages: PageMap;
  /** The root of the logical structure. */
  readonly structure: Element;
  /** What stands on every page by part, blank ones too: the band of a draft with errors. */
  readonly band: readonly (readonly Mark[])[];
  /** Rules of setting that could not be kept. */
  readonly violations: Violations;
};

const settingsOf = async (
  edition: Edition,
  root: Element,
  known: Settings,
  report: Report,
): Promise<readonly [PartSetting, ...PartSetting[]]> => {
  const set = (part: Edition["parts"][number]) => {
    const { document, language } = part;
    const element = within(root, "Part", { lang: language.language, title: document.title });
    return partSetting(part, edition.style, edition.faces, element, known, report);
  };
  const [first, ...rest] = edition.parts;
  return [await set(first), ...(await Promise.all(rest.map(set)))];
};

const leavesOf = (
  settings: readonly [PartSetting, ...PartSetting[]],
  cover: Element,
  closing: Element,
): readonly Leaf[] => [
  coverLeaf(settings, cover),
  ...settings.flatMap((ps, part) => [titleLeaf(ps, part), ...contentsLeaves(part, ps), ...bodyLeaves(part, ps)]),
  closingLeaf(settings, closing),
];

/** Labels of the pages that blocks begin on, by part and id. */
const labelsOf = (positioned: readonly Positioned[]): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>();
  for (const { leaf, label } of positioned)
    for (const id of leaf.blocks) {
      const path = blockPath(leaf.part, id);
      if (!labels.has(path)) labels.set(path, label);
    }
  return labels;
};

/** Marks with their page numbers filled in: a line that has one is set again in its place, never broken again. */
const withPageNumbers = (marks: readonly Mark[], labelOf: (id: Id) => string | undefined): readonly Mark[] =>
  marks.map((mark) => {
    if (mark.kind !== "text" || !mark.line.tags.some((tag) => tag.pageOf !== undefined)) return mark;
    return {
      ...mark,
      line: mark.line.again((run) => (run.tag?.pageOf === undefined ? undefined : labelOf(run.tag.pageOf))),
    };
  });

/** Ids of the printed figures that stand on a sheet. */
const valuesOn = ({ column }: Sheet): readonly Id[] =>
  column.flatMap((mark) => {
    if (mark.kind === "picture") return mark.values;
    return mark.kind === "text" ? mark.line.tags.flatMap(({ value }) => value ?? []) : [];
  });

/** Ids of the sections that a page of the contents lists. */
const entriesOn = ({ kind, column }: Sheet): readonly Id[] =>
  kind !== "contents"
    ? []
    : column.flatMap((mark) => (mark.kind === "text" ? mark.line.tags.flatMap(({ pageOf }) => pageOf ?? []) : []));

const pageMapOf = (sheets: readonly Sheet[]): PageMap => {
  const blocks: Record<string, [number, number]> = {};
  const values: Record<string, number[]> = {};
  const contents: Record<string, number> = {};
  for (const [index, sheet] of sheets.entries()) {
    const page = index + 1;
    for (const id of sheet.blocks) {
      const path = blockPath(sheet.part, id);
      const known = blocks[path];
      if (known) known[1] = page;
      else blocks[path] = [page, page];
    }
    for (const id of valuesOn(sheet)) {
      const path = blockPath(sheet.part, id);
      const pages = values[path] ?? [];
      if (pages.at(-1) !== page) values[path] = [...pages, page];
    }
    for (const id of entriesOn(sheet)) contents[blockPath(sheet.part, id)] = page;
  }
  return { labels: sheets.map((sheet) => sheet.label), blocks, values, contents };
};

/**
 * Sets an edition in pages, once for all files. `settings` keeps the lines of paragraphs for further editions. Reports
 * the rules of lines and pages that could not be kept (model/violations), and what cannot be set (`missing-glyph`,
 * `unsupported-script`, `unsupported-direction`).
 */
export const layOut = async (edition: Edition, report: Report, settings: Settings = new Map()): Promise<LaidOut> => {
  const counted = counting(report);
  const structure = detached("Document");
  const cover = within(structure, "Sect");
  const parts = await settingsOf(edition, structure, settings, counted.report);
  const positioned = impose(leavesOf(parts, cover, within(structure, "Sect")));
  const labels = labelsOf(positioned);
  const band = parts.map((part) => (edition.origin.withErrors ? draftBand(part) : []));
  const sheets = positioned.map(({ leaf, ...numbered }): Sheet => {
    const { label, position } = numbered;
    const labelOf = (id: Id) => labels.get(blockPath(leaf.part, id));
    const furniture = furnitureOf(leaf, label, position % 2 === 1, parts[leaf.part] as PartSetting);
    const ground = [...leaf.ground, ...(band[leaf.part] ?? [])];
    return { ...leaf, ground, column: withPageNumbers(leaf.column, labelOf), ...numbered, furniture };
  });
  audit(sheets, edition.id, counted.report);
  return { edition, sheets, pages: pageMapOf(sheets), structure, band, violations: counted.counts() };
};
