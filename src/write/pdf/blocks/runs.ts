import type { Inline } from "../../../model/document.ts";
import type { Place } from "../../../model/place.ts";
import type { Style } from "../../../model/style.ts";
import { inlineText, placeIn } from "../../../model/text.ts";
import { type Handlers, handle } from "../../../model/walk.ts";
import type { Run, TextStyle } from "../../../typeset/index.ts";
import type { Tag } from "../content.ts";

/** Stands for a page number until it is known: as wide as most are. */
const pageHolder = "00";

type From = { readonly style: TextStyle; readonly tag: Tag | undefined };

const raised = (style: TextStyle, size: number, by: number): TextStyle => ({
  ...style,
  size: style.size * size,
  raise: style.raise + style.size * by,
});

/** A run of plain words. */
export const plain = (text: string, style: TextStyle, place: Place, tag?: Tag): Run<Tag> => ({
  text,
  style,
  place,
  ...(tag ? { tag } : {}),
});

/** Inlines as runs of text in a style; `tag`: what all of them carry. */
export const runsOf = (
  inlines: readonly Inline[],
  style: TextStyle,
  { strong, raised: script }: Style["inline"],
  tag?: Tag,
): readonly Run<Tag>[] => {
  const inside = (children: readonly Inline[], from: From): readonly Run<Tag>[] => {
    const run = (text: string, place: Place, more: Partial<Run<Tag>> = {}): Run<Tag> => ({
      text,
      style: from.style,
      place,
      ...(from.tag ? { tag: from.tag } : {}),
      ...more,
    });
    /** The mark of a note. */
    const called = (around: TextStyle) => ({ style: raised(around, script.size, script.up), bound: true });
    const restyled = (nodes: readonly Inline[], change: Partial<TextStyle>) =>
      inside(nodes, { ...from, style: { ...from.style, ...change } });
    const handlers: Handlers<Inline, readonly Run<Tag>[]> = {
      text: (node) => [run(node.text, node.place, { placeAt: (offset) => placeIn(node, offset) })],
      value: (node) => [run(node.text, node.place, { quantity: true, tag: { ...from.tag, value: node.id } })],
      emphasis: (node) => restyled(node.children, { italic: true }),
      strong: (node) => restyled(node.children, { weight: strong }),
      superscript: (node) => restyled(node.children, raised(from.style, script.size, script.up)),
      subscript: (node) => restyled(node.children, raised(from.style, script.size, -script.down)),
      foreign: (node) => inside(node.children, { ...from, tag: { ...from.tag, lang: node.lang } }),
      link: (node) => inside(node.children, { ...from, tag: { ...from.tag, url: node.url } }),
      reference: (node) => {
        const { target } = node;
        if (node.show === "note")
          return [run(node.text, node.place, { ...called(from.style), tag: { ...from.tag, target, says: node.text } })];
        const tag: Tag = { ...from.tag, target, ...(node.show === "page" ? { pageOf: target } : {}) };
        return [run(node.show === "page" ? pageHolder : node.text, node.place, { tag })];
      },
      note: (node) => [
        run(String(node.number), node.place, {
          ...called(from.style),
          tag: { ...from.tag, note: node, target: node.id, says: inlineText(node.children) },
        }),
      ],
      break: (node) => [run("\n", node.place)],
    };
    return children.flatMap((node) => handle(handlers, node));
  };
  return inside(inlines, { style, tag });
};
