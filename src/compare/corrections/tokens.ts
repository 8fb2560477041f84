import type { Inline, Note, Text } from "../../model/document.ts";
import { placeIn } from "../../model/text.ts";
import { type Handlers, handle } from "../../model/walk.ts";

/** The smallest stretch that is taken out or put in: a word, a number, a printed figure, a mark, a note. */
export type Token = {
  /** Tokens of one name print alike. */
  readonly name: string;
  readonly text: string;
  readonly leaf: Inline;
  /** What it stands in, outermost first: emphasis, a link. */
  readonly around: readonly Wrapper[];
};
export type Wrapper = Extract<Inline, { readonly children: readonly Inline[] }>;

/** A number with its sign, separators and percent sign, which no comparison takes apart. */
const numeral = /[+\u2212-]?\p{Nd}(?:[\p{Nd}.,\u00A0\u202F]*\p{Nd})?(?:[\u00A0\u202F]?[%‰])?/gu;
const segmenters = new Map<string, Intl.Segmenter>();

/** Words, numbers and marks of a text as half-open ranges. */
const wordRanges = (text: string, language: string): readonly (readonly [number, number])[] => {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  const words = (start: number, end: number): readonly (readonly [number, number])[] =>
    [...segmenter.segment(text.slice(start, end))].map(({ index, segment }) => [
      start + index,
      start + index + segment.length,
    ]);
  const ranges: (readonly [number, number])[] = [];
  let at = 0;
  for (const match of text.matchAll(numeral)) {
    const end = match.index + match[0].length;
    ranges.push(...words(at, match.index), [match.index, end]);
    at = end;
  }
  return [...ranges, ...words(at, text.length)];
};

const part = (node: Text, start: number, end: number): Text => {
  const { parts: _, ...plain } = node;
  return { ...plain, place: placeIn(node, start), text: node.text.slice(start, end) };
};

const wrapperName = (wrapper: Wrapper): string =>
  wrapper.type === "link"
    ? `link ${wrapper.url}`
    : wrapper.type === "foreign"
      ? `foreign ${wrapper.lang}`
      : wrapper.type;

const tokenOf = (text: string, leaf: Inline, around: readonly Wrapper[]): Token => ({
  name: JSON.stringify([leaf.type === "note" ? "note" : "", text, ...around.map(wrapperName)]),
  text,
  leaf,
  around,
});

/** The tokens of inlines; a note is one, known by its id. */
export const tokensOf = (
  inlines: readonly Inline[],
  language: string,
  around: readonly Wrapper[] = [],
): readonly Token[] => {
  const inside = (node: Exclude<Wrapper, Note>): readonly Token[] =>
    tokensOf(node.children, language, [...around, node]);
  const readers: Handlers<Inline, readonly Token[]> = {
    text: (node) =>
      wordRanges(node.text, language).map(([start, end]) =>
        tokenOf(node.text.slice(start, end), part(node, start, end), around),
      ),
    value: (node) => (node.text === "" ? [] : [tokenOf(node.text, node, around)]),
    reference: (node) => [tokenOf(node.text, node, around)],
    break: (node) => [tokenOf("\n", node, around)],
    note: (node) => [tokenOf(node.id, node, around)],
    emphasis: inside,
    strong: inside,
    superscript: inside,
    subscript: inside,
    foreign: inside,
    link: inside,
  };
  return inlines.flatMap((inline) => handle(readers, inline));
};
