import type { Inline, Text } from "../../model/document.ts";
import type { Place, Point } from "../../model/place.ts";
import { inlineText, placeIn } from "../../model/text.ts";
import { type Handlers, handle } from "../../model/walk.ts";

/** Cuts inlines to a range of what they print (0-based UTF-16 units, half-open). What prints nothing stays where it stands. */
export const clip = (inlines: readonly Inline[], start: number, end: number): readonly Inline[] => {
  let at = 0;
  return inlines.flatMap((inline): readonly Inline[] => {
    const from = at;
    at += inlineText([inline]).length;
    // A note belongs to what stands before it; at the very start, to what follows.
    if (from === at) return (from > start && from <= end) || (from === 0 && start === 0) ? [inline] : [];
    if (at <= start || from >= end) return [];
    return [handle(clippers(Math.max(0, start - from), end - from), inline)];
  });
};

const clippers = (start: number, end: number): Handlers<Inline, Inline> => {
  const inside = <T extends { readonly children: readonly Inline[] }>(node: T): T => ({
    ...node,
    children: clip(node.children, start, end),
  });
  return {
    text: (node) => clipText(node, start, end),
    value: (node) => node,
    emphasis: inside,
    strong: inside,
    superscript: inside,
    subscript: inside,
    foreign: inside,
    link: inside,
    reference: (node) => node,
    note: (node) => node,
    break: (node) => node,
  };
};

const clipText = (node: Text, start: number, end: number): Text => {
  const to = Math.min(end, node.text.length);
  const parts = node.parts ?? [{ at: 0, place: node.place }];
  const kept = parts.flatMap(({ at, place }, index) => {
    const behind = parts[index + 1]?.at ?? node.text.length;
    if (behind <= start || at >= to) return [];
    // Only words as they stand are cut; an escape or a reference is one character.
    const first: Place = at < start ? placeIn(node, start) : place;
    const last = behind > to ? placeIn(node, to) : place.end;
    const { end: _, ...from } = first;
    return [{ at: Math.max(at, start) - start, place: { ...from, ...(last && { end: pointOf(last) }) } }];
  });
  const { parts: _, ...plain } = node;
  const [first = { place: node.place }] = kept;
  const { end: __, ...from } = first.place;
  const last = kept.at(-1)?.place.end;
  return {
    ...plain,
    place: { ...from, ...(last && { end: last }) },
    text: node.text.slice(start, to),
    ...(kept.length > 1 && { parts: kept }),
  };
};

const pointOf = ({ line, column }: Point): Point => ({ line, column });
