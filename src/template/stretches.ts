import { fromMarkdown } from "mdast-util-from-markdown";
import { recent } from "../model/recent.ts";
import { placeholder } from "./rope.ts";

/**
 * A stretch of a text of Markdown and the source that it was made of. `at` and `length` count in the text, `from` and `to`
 * in the source (0-based UTF-16 offsets); words stand in both alike, an escape, a character reference and a line end do not.
 */
export type Stretch = { readonly at: number; readonly length: number; readonly from: number; readonly to: number };

declare module "mdast" {
  interface TextData {
    /** What the value was made of, in order and without gaps in the value. */
    stretches?: readonly Stretch[];
  }
}

/** Whether source and text are the same characters. */
export const isVerbatim = ({ length, from, to }: Stretch): boolean => length === to - from;

/** An escape (CommonMark 2.4), a character reference (2.5), a line end with the blanks and marks of quotes around it (6.7, 6.8). */
const departures = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});|[ \t]*\n[ \t>]*/g;

/** What a character reference stands for; a name that is none stands for itself. */
export const decoded = recent(
  256,
  (reference: string) => reference,
  (reference): string => {
    const [paragraph] = fromMarkdown(reference).children;
    const [text] = paragraph?.type === "paragraph" ? paragraph.children : [];
    return text?.type === "text" ? text.value : reference;
  },
);

const printed = (departure: string): string => {
  if (departure.startsWith("\\")) return departure.slice(1);
  return departure.startsWith("&") ? decoded(departure) : "\n";
};

/** The stretches of words; one for all where the source does not explain them. */
const wordsOf = (source: string, from: number, value: string, at: number): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let text = "";
  const add = (words: string, start: number, end: number): void => {
    const stretch = { at: at + text.length, length: words.length, from: from + start, to: from + end };
    if (words !== "") stretches.push(stretch);
    text += words;
  };
  let done = 0;
  for (const { 0: departure, index } of source.matchAll(departures)) {
    const words = printed(departure);
    if (words === departure) continue;
    add(source.slice(done, index), done, index);
    done = index + departure.length;
    add(words, index, done);
  }
  add(source.slice(done), done, source.length);
  return text === value ? stretches : [{ at, length: value.length, from, to: from + source.length }];
};

/** The stretches of a text, words and values apart, whose source begins at an offset. */
export const stretchesOf = (source: string, offset: number, value: string): readonly Stretch[] => {
  const sources = source.split(placeholder);
  let [at, from] = [0, offset];
  return value.split(placeholder).flatMap((words, index) => {
    const own = sources[index] ?? "";
    const stretches = [
      ...(index === 0 ? [] : [{ at: at - 1, length: 1, from: from - 1, to: from }]),
      ...(words === "" ? [] : wordsOf(own, from, words, at)),
    ];
    at += words.length + 1;
    from += own.length + 1;
    return stretches;
  });
};

/** Index of the first stretch that ends behind an offset. */
const firstBehind = (stretches: readonly Stretch[], offset: number): number => {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { at, length } = stretches[middle] as Stretch;
    if (at + length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The stretches of a part of a text, counted from its beginning; one that was made as a whole is kept whole. */
export const cut = (stretches: readonly Stretch[], start: number, end: number): readonly Stretch[] => {
  const found: Stretch[] = [];
  for (let index = firstBehind(stretches, start); index < stretches.length; index++) {
    const stretch = stretches[index] as Stretch;
    const [first, last] = [Math.max(start, stretch.at), Math.min(end, stretch.at + stretch.length)];
    if (first >= last) break;
    const kept = { at: first - start, length: last - first };
    const from = stretch.from + first - stretch.at;
    found.push(isVerbatim(stretch) ? { ...kept, from, to: from + kept.length } : { ...stretch, ...kept });
  }
  return found;
};
