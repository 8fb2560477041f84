import type { Id, Section } from "../../../model/document.ts";
import type { TypeStyle } from "../../../model/style.ts";
import type { Fault, Page } from "../../../typeset/index.ts";
import { dropped, openerBand, type Turn } from "../art/opener.ts";
import { blockItems } from "../blocks/blocks.ts";
import { noteRules, withNotes } from "../blocks/notes.ts";
import { repeatedHead } from "../blocks/repeated.ts";
import { type Content, type Mark, shifted } from "../content.ts";
import type { PartSetting } from "../part-setting.ts";
import { geometryOf, type Leaf } from "../sheet.ts";
import { chapterPages } from "./balance.ts";
import { contentsPages } from "./contents.ts";

const reportFault = ({ kind, content, page }: Fault<Content>, section: Section, { report, part }: PartSetting): void =>
  report({
    // What is higher than the page stands over its foot and is cut.
    severity: kind === "torn" ? "warning" : "error",
    rule: kind === "torn" ? "torn-page" : "overfull-page",
    message:
      kind === "torn"
        ? `page ${page + 1} of this chapter ends where things belong together (${part.language.id})`
        : `something on page ${page + 1} of this chapter is higher than the page (${part.language.id})`,
    place: content.place ?? section.place,
  });

/** A filled column as a leaf. */
const leafOf = (
  page: Page<Content>,
  part: number,
  top: number,
  more: Pick<Leaf, "kind" | "starts" | "runningHead" | "ground">,
): Leaf => {
  const placed = [...page.placed, ...page.notes].map((one) => ({ ...one, y: one.y + top }));
  const begun = new Map<Id, number>();
  for (const { content, y } of placed) for (const id of content.blocks) if (!begun.has(id)) begun.set(id, y);
  return {
    part,
    column: placed.flatMap(({ content, y }): readonly Mark[] => shifted(content.marks, 0, y)),
    anchors: [...begun].map(([id, y]) => ({ id, y })),
    bookmarks: placed.flatMap(({ content, y }) => (content.bookmark ? [{ ...content.bookmark, y }] : [])),
    blocks: new Set(begun.keys()),
    ...more,
  };
};

/** A chapter from its opener to its last page. */
const chapterLeaves = (section: Section, turn: Turn, part: number, ps: PartSetting): readonly Leaf[] => {
  const { top, columnHeight } = geometryOf(ps.style);
  const preface = section.head === "none";
  const type: TypeStyle = ps.type(preface ? "lead" : "body");
  const height = Math.floor(columnHeight / type.leading) * type.leading;
  const strip = { left: 0, width: ps.width, blocks: [], owner: ps.element };
  const around = {
    strip,
    type: preface ? "lead" : "body",
    depth: 0,
    heads: 0,
    pageHeight: height,
    above: 0,
    indented: true,
  } as const;
  const blocks = blockItems([section], around, ps);
  const items = withNotes(preface ? dropped(blocks, ps.style.opener.preface) : blocks, ps);
  const gap = ps.style.figure.gap * type.leading;
  const column = { height, grid: type.leading, gap, ...noteRules(ps) };
  const pages = chapterPages(items, column, ps.style.page.least * type.leading, (fault) =>
    reportFault(fault, section, ps),
  );
  const starts = ps.style.page.chapters;
  return pages.map((page, index) =>
    leafOf(page, part, top, {
      kind: "body",
      starts: index === 0 ? starts : "next",
      runningHead: index === 0 || preface ? [] : repeatedHead(section),
      ground: index === 0 ? openerBand(turn, ps) : [],
    }),
  );
};

/** The chapters of a part. */
export const bodyLeaves = (part: number, ps: PartSetting): readonly Leaf[] => {
  const { sections } = ps.part.document;
  const chapters = sections.filter((section) => section.head !== "none");
  return sections.flatMap((section) => {
    const index = chapters.indexOf(section);
    // A preface opens the whole: all towers are lit.
    const turn = index < 0 ? { index: 0, count: 1 } : { index, count: chapters.length };
    return chapterLeaves(section, turn, part, ps);
  });
};

/** The contents of a part. */
export const contentsLeaves = (part: number, ps: PartSetting): readonly Leaf[] => {
  const { top, columnHeight } = geometryOf(ps.style);
  return contentsPages(ps, columnHeight).map((page, index) =>
    leafOf(page, part, top, {
      kind: "contents",
      starts: "next",
      runningHead: [],
      ground: index === 0 ? openerBand({ index: 0, count: 1 }, ps) : [],
    }),
  );
};
