import type { Block, Document, Id, Inline, Reference } from "../../model/document.ts";
import { type Handlers, handle, inlinesOf, walkBlocks, walkInlines } from "../../model/walk.ts";

/** Label of the page that a block of the document begins on, in one edition. */
export type LabelOf = (id: Id) => string | undefined;

const isPage = (inline: Inline): inline is Reference => inline.type === "reference" && inline.show === "page";

/** The document as an edition prints it: references to pages say the page. */
export const withPageReferences = (document: Document, labelOf: LabelOf): Document => {
  const some = [...walkBlocks(document.sections)].some((block) => [...walkInlines(inlinesOf(block))].some(isPage));
  if (!some) return document;
  const inline = (node: Inline): Inline => {
    if (isPage(node)) return { ...node, text: labelOf(node.target) ?? node.text };
    return "children" in node ? ({ ...node, children: node.children.map(inline) } as Inline) : node;
  };
  const inlines = (nodes: readonly Inline[]): readonly Inline[] => nodes.map(inline);
  const blocks: Handlers<Block, Block> = {
    section: (node) => ({ ...node, title: inlines(node.title), children: node.children.map(block) }),
    paragraph: (node) => ({ ...node, children: inlines(node.children) }),
    list: (node) => ({
      ...node,
      items: node.items.map((item) => ({ ...item, children: item.children.map(block) })),
    }),
    quote: (node) => ({ ...node, children: node.children.map(block) }),
    figure: (node) => ({
      ...node,
      caption: inlines(node.caption),
      ...(node.note && { note: inlines(node.note) }),
      ...(node.source && { source: inlines(node.source) }),
    }),
    table: (node) => {
      const rows = (all: typeof node.rows) =>
        all.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, children: inlines(cell.children) })) }));
      return { ...node, caption: inlines(node.caption), head: rows(node.head), rows: rows(node.rows) };
    },
  };
  const block = (node: Block): Block => handle(blocks, node);
  return { ...document, sections: document.sections.map((section) => block(section) as typeof section) };
};
