import type { Block, Document, Id, Inline, Reference, Text, Value } from "../model/document.ts";
import type { Figure, Figures } from "../model/figure.ts";
import type { Place } from "../model/place.ts";
import { sentenceRanges } from "../model/sentences.ts";
import { isMissing, missingText, placeIn, printsNumber } from "../model/text.ts";
import { type Handlers, handle, walkInlines } from "../model/walk.ts";

/** A stretch of a passage and the node that prints it; offsets are 0-based UTF-16 units of the passage's text. */
export type Span = { readonly start: number; readonly end: number; readonly node: Text | Value | Reference };

/** What a reader reads in one go: a paragraph, a head, a caption, a note, a cell, as flat text that knows its nodes. */
export type Passage = {
  /** Language folder. */
  readonly lang: string;
  /** The section, figure or table that it belongs to. */
  readonly unit: Id;
  /** Where the unit stands. */
  readonly unitPlace: Place;
  readonly text: string;
  readonly spans: readonly Span[];
  /** The text with everything that the data or the tool prints masked by U+FFFC: what was typed. Same offsets. */
  readonly typed: string;
  /** A figure in it could not be printed and stands there as [[key]]: what it claims can only be read once it can. */
  readonly isTorn: boolean;
  /** Sentences as half-open ranges. */
  readonly sentences: readonly (readonly [number, number])[];
};

/** A number that a passage prints. */
export type PrintedNumber = {
  readonly start: number;
  readonly end: number;
  readonly node: Value;
  readonly figure: Figure;
};

const mask = "\uFFFC";

/** Soft hyphens and word joiners tell where lines end, and are no part of a word or a number. */
const unread = /[\u00AD\u2060]/g;

/** The offset in a node's text of an offset in what is read of it. */
const offsetIn = (text: string, read: number): number => {
  let offset = 0;
  for (let left = read; offset < text.length; offset++) {
    if (text[offset] === "\u00AD" || text[offset] === "\u2060") continue;
    if (left-- === 0) break;
  }
  return offset;
};

type Builder = { text: string; typed: string; readonly spans: Span[] };
const append = (into: Builder, node: Span["node"]): void => {
  const start = into.text.length;
  const text = node.text.replace(unread, "");
  into.text += text;
  into.typed += node.type === "text" ? text : mask.repeat(text.length);
  into.spans.push({ start, end: into.text.length, node });
};

const flatten = (inlines: readonly Inline[], into: Builder): void => {
  const inner = (node: { readonly children: readonly Inline[] }): void => flatten(node.children, into);
  const printers: Handlers<Inline, void> = {
    text: (node) => append(into, node),
    value: (node) => append(into, node),
    reference: (node) => {
      if (node.show !== "note") append(into, node);
    },
    emphasis: inner,
    strong: inner,
    superscript: inner,
    subscript: inner,
    foreign: inner,
    // An address that is shown as it stands is no prose.
    link: (node) => {
      const [only] = node.children;
      if (node.children.length === 1 && only?.type === "text" && node.url.endsWith(only.text)) return;
      inner(node);
    },
    note: () => {},
    break: () => {
      into.text += "\n";
      into.typed += "\n";
    },
  };
  for (const inline of inlines) handle(printers, inline);
};

/** The inlines of a block that are read apart: a table's cells one by one. */
const groupsOf = (block: Block): readonly (readonly Inline[])[] => {
  switch (block.type) {
    case "section":
      return [block.title];
    case "paragraph":
      return [block.children];
    case "figure":
      return [block.caption, block.note ?? [], block.source ?? []];
    case "table":
      return [
        block.caption,
        ...[...block.head, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.children)),
      ];
    case "list":
    case "quote":
      return [];
  }
};

/** Every passage of a document in reading order, notes behind the passage that calls them. */
export const passagesOf = (document: Document, lang: string): readonly Passage[] => {
  const passages: Passage[] = [];
  const holes = new Set((document.unresolved ?? []).map(missingText));
  const add = (inlines: readonly Inline[], unit: Id, unitPlace: Place): void => {
    const into: Builder = { text: "", typed: "", spans: [] };
    flatten(inlines, into);
    const torn = into.spans.some(({ node }) => node.type === "value" && isMissing(node));
    // What stands for a figure that is not there was not typed.
    const typed = into.typed.replace(/\[\[[^\]]+\]\]/g, (hole) => (holes.has(hole) ? mask.repeat(hole.length) : hole));
    const isTorn = torn || typed !== into.typed;
    if (into.text !== "")
      passages.push({
        lang,
        unit,
        unitPlace,
        ...into,
        typed,
        isTorn,
        sentences: sentenceRanges(into.text, document.lang),
      });
    for (const inline of walkInlines(inlines)) if (inline.type === "note") add(inline.children, unit, unitPlace);
  };
  const visit = (block: Block, unit: Id, unitPlace: Place): void => {
    const own = block.type === "section" || block.type === "figure" || block.type === "table";
    const [id, place] = own ? [block.id, block.place] : [unit, unitPlace];
    for (const group of groupsOf(block)) add(group, id, place);
    if (block.type === "section" || block.type === "quote") for (const child of block.children) visit(child, id, place);
    if (block.type === "list")
      for (const item of block.items) for (const child of item.children) visit(child, id, place);
  };
  for (const section of document.sections) visit(section, section.id, section.place);
  return passages;
};

/** Index of the first of the sorted parts of a text that ends behind an offset. */
const firstBehind = <T>(parts: readonly T[], offset: number, endOf: (part: T) => number): number => {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(parts[middle] as T) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The place in a template of an offset in a passage. */
export const placeAt = (passage: Passage, offset: number): Place => {
  const span = passage.spans[firstBehind(passage.spans, offset, ({ end }) => end)] ?? passage.spans.at(-1);
  if (!span) return passage.unitPlace;
  if (span.node.type !== "text") return span.node.place;
  return placeIn(span.node, offsetIn(span.node.text, Math.max(0, offset - span.start)));
};

/** The numbers that a passage prints, in order; those that could not be printed are left out. */
export const numbersIn = (passage: Passage, figures: Figures): readonly PrintedNumber[] =>
  passage.spans.flatMap(({ start, end, node }): PrintedNumber[] => {
    if (node.type !== "value" || !printsNumber(node)) return [];
    const figure = figures.get(node.key);
    return figure && figure.value !== null && !figure.faulty ? [{ start, end, node, figure }] : [];
  });

/** The sentence around an offset. */
export const sentenceAt = ({ sentences, text }: Passage, offset: number): readonly [number, number] =>
  sentences[firstBehind(sentences, offset, ([, end]) => end)] ?? [0, text.length];

/** Marks that end a clause; a full stop or comma inside a number is none, for numbers are masked or followed by a digit. */
const clauseEnd = /[;:!?…，；：。！？،؛।()（）\n]|[.,](?!\p{N})/gu;

const known = new WeakMap<Passage, readonly number[]>();
/** Offsets of the marks that end the clauses of a passage. */
const clauseEndsOf = (passage: Passage): readonly number[] => {
  const ends = known.get(passage) ?? [...passage.typed.matchAll(clauseEnd)].map(({ index }) => index);
  known.set(passage, ends);
  return ends;
};

/** The clause around a stretch: what stands between the typed marks on its two sides, inside its sentence. */
export const clauseAround = (passage: Passage, start: number, end: number): readonly [number, number] => {
  const [from, to] = sentenceAt(passage, start);
  const ends = clauseEndsOf(passage);
  const before = ends[firstBehind(ends, start - 1, (at) => at) - 1];
  const after = ends[firstBehind(ends, end - 1, (at) => at)];
  return [Math.max(from, before === undefined ? from : before + 1), Math.min(to, after ?? to)];
};
