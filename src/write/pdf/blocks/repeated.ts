import type { Inline, Section } from "../../../model/document.ts";
import { formedText } from "../../../model/text.ts";
import { type Handlers, handle } from "../../../model/walk.ts";

const inner = <T extends { readonly children: readonly Inline[] }>(node: T): T => ({
  ...node,
  children: repeated(node.children),
});

/** What stands for each inline where its words are said again: no call of a note, no link, no print of a figure of its own. */
const handlers: Handlers<Inline, readonly Inline[]> = {
  text: (node) => [node],
  value: ({ place, text }) => [{ type: "text", place, text }],
  emphasis: (node) => [inner(node)],
  strong: (node) => [inner(node)],
  superscript: (node) => [inner(node)],
  subscript: (node) => [inner(node)],
  foreign: (node) => [inner(node)],
  link: (node) => repeated(node.children),
  reference: ({ place, text, show }) => (show === "note" ? [] : [{ type: "text", place, text }]),
  note: () => [],
  break: ({ place }) => [{ type: "text", place, text: " " }],
};

const repeated = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline) => handle(handlers, inline));

/**
 * A section's head as contents and running heads repeat it: with its number, raised, lowered and stressed as it stands
 * there (km², not km2), without its notes and what closes a run-in head.
 */
export const repeatedHead = ({ place, prefix, title }: Section): readonly Inline[] => [
  ...(prefix === "" ? [] : [{ type: "text", place, text: prefix } as const]),
  ...repeated(title),
];

/** The same where nothing but characters can be written, in bookmarks: km², H₂O. */
export const repeatedText = (section: Section): string => formedText(repeatedHead(section));
