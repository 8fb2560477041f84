import type { Nodes, Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import { recent } from "../model/recent.ts";
import { type Excess, excessIn, limits, tooDeep } from "./limits.ts";
import { hiddenReferences, withoutHidden } from "./references.ts";
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

type Parsed = { readonly root: Root } | { readonly excess: Excess };

/** Trees of the last texts: a corrected figure leaves the text of a chapter, with its placeholders, as it was. */
const parse = recent(
  64,
  (text: string) => text,
  (text): Parsed => {
    const excess = excessIn(text);
    if (excess) return { excess };
    const root = fromMarkdown(text, {
      // HTML would be printed as text or lost; code by indentation turns an indented line into something else.
      extensions: [directive(), gfmTable(), gfmFootnote(), { disable: { null: ["codeIndented"] } }],
      mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    });
    const deep = tooDeep(root);
    const message = `this stands in more than ${limits.nodes} others`;
    if (deep) return { excess: { rule: "nested-too-deeply", message, from: startOf(deep) } };
    traceTexts(root, text);
    return { root };
  },
);

/**
 * Markdown (CommonMark, tables and footnotes of GFM, generic directives) as a syntax tree, which the caller may change;
 * `undefined` beyond the limits of what can be read.
 *
 * Reports `hidden-character` for a character reference, `markup-too-dense` and `nested-too-deeply`.
 */
export const parseMarkdown = (rope: Rope, report: Report): Root | undefined => {
  const hidden = hiddenReferences(rope.text);
  for (const { from, to, message, hint } of hidden)
    report({ severity: "error", rule: "hidden-character", message, hint, place: rope.placeOf(from, to) });
  const parsed = parse(withoutHidden(rope.text, hidden));
  if ("root" in parsed) return structuredClone(parsed.root);
  const { rule, message, from } = parsed.excess;
  const hint = "divide the paragraph, or take the marks out that were not meant";
  report({ severity: "error", rule, message, place: rope.placeOf(from, from + 1), hint });
  return undefined;
};

/** The same of a text that has no places; beyond the limits it is empty. */
export const parseText = (text: string): Root => {
  const parsed = parse(text);
  return "root" in parsed ? structuredClone(parsed.root) : { type: "root", children: [] };
};

/** What a node takes of its rope. */
export const rangeOf = (node: Nodes): { readonly from: number; readonly to: number } => ({
  from: startOf(node),
  to: endOf(node),
});

/** Where a node stands in its template. */
export const placeOf = (node: Nodes, rope: Rope): Place => rope.placeOf(startOf(node), endOf(node));

/** The node's own source. */
export const sourceOf = (node: Nodes, rope: Rope): string => rope.text.slice(startOf(node), endOf(node));
