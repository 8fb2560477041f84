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
import type { Rope } from "./rope.ts";
import { stretchesOf } from "./stretches.ts";

/** What a heading ends in: its id and its classes, `{#id .run-in}`. */
export const headingAttributes = /[ \t]*\{#([^\s}]*)((?:[ \t]+\.[a-z-]+)*)[ \t]*\}[ \t]*$/;

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? startOf(node);

/** Lets every text of a tree know what it was made of. */
const traceTexts = (node: Nodes, source: string): void => {
  if (node.type === "text") {
    const stretches = stretchesOf(source.slice(startOf(node), endOf(node)), startOf(node), node.value);
    node.data = { ...node.data, stretches };
  }
  if ("children" in node) for (const child of node.children) traceTexts(child, source);
};

/** Trees of the last texts: a corrected figure leaves the text of a chapter, with its placeholders, as it was. */
const parse = recent(
  64,
  (text: string) => text,
  (text): Root => {
    const root = fromMarkdown(text, {
      // HTML would be printed as text or lost; code by indentation turns an indented line into something else.
      extensions: [directive(), gfmTable(), gfmFootnote(), { disable: { null: ["codeIndented"] } }],
      mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    });
    traceTexts(root, text);
    return root;
  },
);

/** Markdown (CommonMark, tables and footnotes of GFM, generic directives) as a syntax tree, which the caller may change. */
export const parseMarkdown = (rope: Pick<Rope, "text">): Root => structuredClone(parse(rope.text));

/** What a node takes of its rope. */
export const rangeOf = (node: Nodes): { readonly from: number; readonly to: number } => ({
  from: startOf(node),
  to: endOf(node),
});

/** Where a node stands in its template. */
export const placeOf = (node: Nodes, rope: Rope): Place => rope.placeOf(startOf(node), endOf(node));

/** The node's own source. */
export const sourceOf = (node: Nodes, rope: Rope): string => rope.text.slice(startOf(node), endOf(node));
