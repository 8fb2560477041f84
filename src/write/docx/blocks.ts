import type { FileChild } from "docx";
import type { Block, Id, List, ListItem, Paragraph, Quote, Section } from "../../model/document.ts";
import { type Handlers, handle } from "../../model/walk.ts";
import { writeFigure } from "./figure.ts";
import { writeHead } from "./heads.ts";
import { inlineScope, writeInlines } from "./inlines.ts";
import { paragraph } from "./paragraph.ts";
import { deepestList } from "./styles/levels.ts";
import { writeTable } from "./table.ts";
import type { PartWriting } from "./volume.ts";

/** Where blocks stand. */
export type BlockScope = {
  readonly writing: PartWriting;
  /** Blocks that begin with the next paragraph and have none of their own. */
  readonly opening: readonly Id[];
  /** Whether the next paragraph stands flush, as the first under a head. */
  readonly flush: boolean;
  /** What kind of running text stands here. */
  readonly text: "body" | "lead" | "quote";
  /** Depth of the list around, 0 outside lists. */
  readonly depth: number;
};

type Content = readonly FileChild[];

/** Style of a paragraph of running text. */
const textStyle = ({ writing, flush, text, depth }: BlockScope): string => {
  if (depth > 0) return listStyle("ListContinue", depth - 1);
  if (text === "quote") return "Quote";
  const flushed = flush || writing.setting.indent === 0;
  if (text === "lead") return flushed ? "Lead" : "LeadFirstIndent";
  return flushed ? "BodyText" : "BodyTextFirstIndent";
};

const listStyle = (name: string, level: number): string => (level === 0 ? name : `${name}${level + 1}`);

const writeParagraph = (scope: BlockScope, node: Paragraph): Content => [
  paragraph(scope.writing, textStyle(scope), writeInlines(inlineScope(scope.writing), node.children), {
    blocks: [...scope.opening, node.id],
  }),
];

/** A section: its head, and what stands below it. A run-in head runs on into the paragraph that follows. */
const writeSection = (scope: BlockScope, node: Section): Content => {
  const below = { ...scope, opening: [], flush: scope.writing.setting.flushFirst };
  if (node.head === "none") return writeBlocks({ ...below, opening: [...scope.opening, node.id] }, node.children);
  return [writeHead(scope.writing, node, [...scope.opening, node.id]), ...writeBlocks(below, node.children)];
};

const writeItem = (
  scope: BlockScope,
  item: ListItem,
  style: string,
  numbering: { readonly reference: string; readonly instance: number; readonly level: number },
): Content => {
  const [first, ...rest] = item.children;
  const blocks = [...scope.opening, item.id];
  const inside = { ...scope, opening: [], depth: numbering.level + 1 };
  if (first?.type !== "paragraph")
    return [paragraph(scope.writing, style, [], { blocks, numbering }), ...writeBlocks(inside, item.children)];
  const content = writeInlines(inlineScope(scope.writing), first.children);
  return [
    paragraph(scope.writing, style, content, { blocks: [...blocks, first.id], numbering }),
    ...writeBlocks(inside, rest),
  ];
};

const writeList = (scope: BlockScope, node: List): Content => {
  const level = Math.min(scope.depth, deepestList - 1);
  const style = listStyle(node.ordered ? "ListNumber" : "ListBullet", level);
  const numbering = { ...scope.writing.volume.lists.open(node, level, scope.writing.setting), level };
  return node.items.flatMap((item, index) =>
    writeItem({ ...scope, opening: index === 0 ? [...scope.opening, node.id] : [] }, item, style, numbering),
  );
};

const writeQuote = (scope: BlockScope, node: Quote): Content =>
  writeBlocks({ ...scope, opening: [...scope.opening, node.id], text: "quote" }, node.children);

const handlers = (scope: BlockScope): Handlers<Block, Content> => ({
  section: (node) => writeSection(scope, node),
  paragraph: (node) => writeParagraph(scope, node),
  list: (node) => writeList(scope, node),
  quote: (node) => writeQuote(scope, node),
  figure: (node) => writeFigure(scope.writing, node, [...scope.opening, node.id]),
  table: (node) => writeTable(scope.writing, node, [...scope.opening, node.id]),
});

/** Blocks in reading order; only the first of them opens what opens here. */
const writeBlocks = (scope: BlockScope, blocks: readonly Block[]): Content =>
  blocks.flatMap((block, index) =>
    handle(handlers(index === 0 ? scope : { ...scope, opening: [], flush: false }), block),
  );

/** A chapter, or the preface, whose text is set in a size of its own. */
export const writeChapter = (writing: PartWriting, chapter: Section): Content =>
  writeBlocks(
    {
      writing,
      opening: [],
      flush: writing.setting.flushFirst,
      text: chapter.head === "none" ? "lead" : "body",
      depth: 0,
    },
    [chapter],
  );
