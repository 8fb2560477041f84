import type { Block, Document, Id, Inline } from "../../model/document.ts";
import { inlineText } from "../../model/text.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../model/walk.ts";

/** What cross-references repeat of a block, where it stands there word for word: "Figure 2" of "Figure 2  Sales"; the number of a note. */
export type Repeated = {
  readonly label?: string;
  readonly title?: string;
  readonly note?: string;
  /** The words of the title with their marks. */
  readonly words?: readonly Inline[];
};

const titleOf = (block: Block): readonly Inline[] =>
  block.type === "section" ? block.title : block.type === "figure" || block.type === "table" ? block.caption : [];

const hasNote = (inlines: readonly Inline[]): boolean => [...walkInlines(inlines)].some((one) => one.type === "note");

/** The blocks that cross-references lead to, and what of them is repeated. */
export const targetsOf = (
  document: Document,
): { readonly anchors: ReadonlySet<Id>; readonly repeated: ReadonlyMap<Id, Repeated> } => {
  const blocks = [...walkBlocks(document.sections)];
  const wanted = new Set(
    blocks.flatMap((block) =>
      [...walkInlines(inlinesOf(block))].flatMap((one) =>
        one.type === "reference" ? [`${one.show}:${one.target}`] : [],
      ),
    ),
  );
  const repeated = new Map<Id, Repeated>();
  for (const block of blocks) {
    for (const one of walkInlines(inlinesOf(block)))
      if (one.type === "note" && wanted.has(`note:${one.id}`)) repeated.set(one.id, { note: String(one.number) });
    const label = document.labels[block.id]?.text;
    const title = titleOf(block);
    const prefix = "prefix" in block ? block.prefix : "";
    repeated.set(block.id, {
      words: title,
      ...(label && prefix.startsWith(label) && wanted.has(`label:${block.id}`) ? { label } : {}),
      ...(title.length > 0 && !hasNote(title) && wanted.has(`title:${block.id}`) ? { title: inlineText(title) } : {}),
    });
  }
  return { anchors: new Set(blocks.map((block) => block.id)), repeated };
};
