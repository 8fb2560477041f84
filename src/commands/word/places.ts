import type { Document, Inline, Text } from "../../model/document.ts";
import type { Edition } from "../../model/edition.ts";
import type { Place } from "../../model/place.ts";
import { inlineText, placeIn } from "../../model/text.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../model/walk.ts";
import { blockBookmark } from "../../model/word-names.ts";

/** Where the words of a Word file stand in the templates. */

/** A line of words of a block: a title, a paragraph, a caption, a cell, a note. */
export type SourceLine = {
  readonly language: string;
  readonly id: string;
  readonly inlines: readonly Inline[];
  readonly kind: "text" | "cell" | "head";
  /** What stands before it in print and in no template: 一、 */
  readonly prefix: string;
  readonly place: Place;
};

/** The lines of every block by its bookmark. */
export const sourceLines = (
  edition: Edition,
  documents: ReadonlyMap<string, Document>,
): ReadonlyMap<string, readonly SourceLine[]> => {
  const lines = new Map<string, SourceLine[]>();
  for (const { language } of edition.parts) {
    const document = documents.get(language.id);
    if (!document) continue;
    const add = (id: string, line: Omit<SourceLine, "language" | "id">): void => {
      const name = blockBookmark(language.id, id);
      lines.set(name, [...(lines.get(name) ?? []), { ...line, language: language.id, id }]);
    };
    for (const block of walkBlocks(document.sections)) {
      const { place, id } = block;
      const plain = { kind: "text" as const, prefix: "", place };
      if (block.type === "section") add(id, { ...plain, kind: "head", inlines: block.title, prefix: block.prefix });
      if (block.type === "paragraph") add(id, { ...plain, inlines: block.children });
      if (block.type === "figure" || block.type === "table") {
        add(id, { ...plain, inlines: block.caption, prefix: block.prefix });
        if (block.type === "figure")
          for (const line of [block.note, block.source]) if (line) add(id, { ...plain, inlines: line });
        if (block.type === "table")
          for (const row of [...block.head, ...block.rows])
            for (const cell of row.cells)
              add(id, { ...plain, kind: "cell", inlines: cell.children, place: cell.place });
      }
      for (const inline of walkInlines(inlinesOf(block)))
        if (inline.type === "note") add(inline.id, { ...plain, inlines: inline.children });
    }
  }
  return lines;
};

/** What a line shows in Word: a note's call is one character there. */
export const shown = ({ inlines, prefix }: SourceLine): string => prefix + inlines.map(shownInline).join("");

const shownInline = (inline: Inline): string => {
  if (inline.type === "note") return "\uFFFC";
  return "children" in inline ? inline.children.map(shownInline).join("") : inlineText([inline]);
};

type Stretch = { readonly node: Text; readonly from: number; readonly to: number };

const textsIn = (
  inlines: readonly Inline[],
  start: number,
): { readonly texts: readonly Stretch[]; readonly end: number } => {
  let at = start;
  const texts: Stretch[] = [];
  for (const inline of inlines) {
    if (inline.type === "text") {
      texts.push({ node: inline, from: at, to: at + inline.text.length });
      at += inline.text.length;
    } else if (inline.type !== "note" && "children" in inline) {
      const inside = textsIn(inline.children, at);
      texts.push(...inside.texts);
      at = inside.end;
    } else at += shownInline(inline).length;
  }
  return { texts, end: at };
};

/**
 * The place in the template of a stretch of a line, offsets counted as the line is shown; `undefined` where it is not the
 * words of one stretch of a template.
 */
export const placeOf = (line: SourceLine, from: number, to: number): Place | undefined => {
  const { texts } = textsIn(line.inlines, line.prefix.length);
  const stretch = texts.find((one) => one.from <= from && to <= one.to && one.to > one.from);
  if (!stretch) return undefined;
  const [start, end] = [from - stretch.from, to - stretch.from];
  const parts = stretch.node.parts ?? [{ at: 0, place: stretch.node.place }];
  const part = parts.findLast(({ at }) => at <= start && (at < end || at === start || parts.length === 1)) ?? parts[0];
  const next = part && parts[parts.indexOf(part) + 1];
  if (!part || (next && end > next.at)) return undefined;
  const { end: _, ...begin } = placeIn(stretch.node, start);
  return { ...begin, end: { line: begin.line, column: begin.column + end - start } };
};
