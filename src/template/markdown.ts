import type { Nodes, Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Place } from "../model/place.ts";
import { recent } from "../model/recent.ts";
import { placeholder, type Rope } from "./rope.ts";

/** Trees of the last texts: a corrected figure leaves the text of a chapter, with its placeholders, as it was. */
const parse = recent(
  64,
  (text: string) => text,
  (text): Root =>
    fromMarkdown(text, {
      // HTML would be printed as text or lost; code by indentation turns an indented line into something else.
      extensions: [directive(), gfmTable(), gfmFootnote(), { disable: { null: ["codeIndented"] } }],
      mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    }),
);

/** Markdown (CommonMark, tables and footnotes of GFM, generic directives) as a syntax tree, which the caller may change. */
export const parseMarkdown = (rope: Rope): Root => structuredClone(parse(rope.text));

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** Where a node's first character stands in its template. */
export const placeOf = (node: Nodes, rope: Rope): Place => rope.placeAt(startOf(node));

/** The node's own source. */
export const sourceOf = (node: Nodes, rope: Rope): string =>
  rope.text.slice(startOf(node), node.position?.end.offset ?? startOf(node));

/** Offsets of the values inside a node, in order. */
export const valueOffsets = (node: Nodes, rope: Rope): readonly number[] => {
  const offsets: number[] = [];
  const end = node.position?.end.offset ?? 0;
  for (
    let at = rope.text.indexOf(placeholder, startOf(node));
    at >= 0 && at < end;
    at = rope.text.indexOf(placeholder, at + 1)
  )
    offsets.push(at);
  return offsets;
};

/** Offsets of the first characters of a node's second and later lines, behind indents and marks of quotes. */
export const lineOffsets = (node: Nodes, rope: Rope): readonly number[] => {
  const start = startOf(node);
  return [...sourceOf(node, rope).matchAll(/\n[ \t>]*/g)].map((match) => start + match.index + match[0].length);
};
