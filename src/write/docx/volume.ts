import type { Paragraph } from "docx";
import type { Id } from "../../model/document.ts";
import { blockPath, type Edition, type PageMap, type Part } from "../../model/edition.ts";
import type { Report } from "../../model/finding.ts";
import { sectionsOf } from "../../model/walk.ts";
import { uniqueNumbers } from "../../model/word-names.ts";
import type { ChartFinish } from "./charts/finish.ts";
import { type FigureStore, figureStore } from "./figure-store.ts";
import { type ListStore, listStore } from "./lists.ts";
import { type Setting, settingsOf } from "./setting.ts";
import { characterStyleId, type RunMarks } from "./styles/character.ts";
import { deepestHeading, type HeadLevels } from "./styles/levels.ts";
import { type Repeated, targetsOf } from "./targets.ts";

/** One file while it is written: what it is made from, and what its parts add to the package as they are written. */
export type Volume = {
  readonly edition: Edition;
  readonly pages: PageMap;
  readonly report: Report;
  readonly levels: HeadLevels;
  readonly parts: readonly PartWriting[];
  readonly figures: FigureStore;
  readonly lists: ListStore;
  /** Charts of Word in the order of the text, in which docx numbers their parts. */
  readonly charts: ChartFinish[];
  readonly controlId: (name: string) => number;
  /** Next id of a bookmark, of a drawing and of a footnote, from 1. */
  readonly bookmarkId: () => number;
  readonly drawingId: () => number;
  readonly noteId: () => number;
  readonly footnotes: Map<number, { readonly children: readonly Paragraph[] }>;
};

/** One language of the volume while it is written. */
export type PartWriting = {
  readonly volume: Volume;
  readonly part: Part;
  readonly index: number;
  readonly setting: Setting;
  /** Blocks that a cross-reference can lead to. */
  readonly anchors: ReadonlySet<Id>;
  /** What cross-references repeat of their targets. */
  readonly repeated: ReadonlyMap<Id, Repeated>;
  /** Sets of run marks that occurred, by style id. */
  readonly usedMarks: Map<string, RunMarks>;
  /** BCP 47: the language of words inside that are in another than the part. */
  readonly spoken?: string;
};

const counter = (): (() => number) => {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
};

const levelsOf = (edition: Edition): HeadLevels => {
  const heads = edition.parts.flatMap(({ document }) => sectionsOf(document));
  const levels = (head: string): ReadonlySet<number> =>
    new Set(heads.filter((one) => one.head === head).map((one) => Math.min(one.level, deepestHeading)));
  return { display: levels("display"), runIn: levels("run-in") };
};

export const openVolume = (edition: Edition, pages: PageMap, report: Report): Volume => {
  const settings = settingsOf(
    edition.parts.map((part) => part.language),
    edition.style,
  );
  const parts: PartWriting[] = [];
  const volume: Volume = {
    edition,
    pages,
    report,
    levels: levelsOf(edition),
    parts,
    figures: figureStore(),
    lists: listStore(),
    charts: [],
    controlId: uniqueNumbers(),
    bookmarkId: counter(),
    drawingId: counter(),
    noteId: counter(),
    footnotes: new Map(),
  };
  edition.parts.forEach((part, index) => {
    const setting = settings[index] as Setting;
    parts.push({ volume, part, index, setting, ...targetsOf(part.document), usedMarks: new Map() });
  });
  return volume;
};

/** Id of the character style of a set of marks, remembered for the style sheet; nothing for plain text. */
export const runStyle = (writing: PartWriting, marks: RunMarks): string | undefined => {
  if (marks.size === 0) return undefined;
  const id = characterStyleId(marks);
  writing.usedMarks.set(id, marks);
  return writing.setting.styleId(id);
};

/** The page number printed where a block begins, as the project's own layout has it. */
export const pageLabel = (writing: PartWriting, id: Id): string | undefined => {
  const { blocks, labels } = writing.volume.pages;
  const pages = blocks[blockPath(writing.index, id)];
  return pages && labels[pages[0] - 1];
};
