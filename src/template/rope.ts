import type { Choice, Value } from "../model/document.ts";
import type { Figure } from "../model/figure.ts";
import { type Place, placeAt, spanning } from "../model/place.ts";

/** Stands for one value in the joined text; refused in every source file, so it is never an author's. */
export const placeholder = "\uFFFC";

/** What a number was printed from, so that it can be printed again where its place asks for another form. */
export type Printing = { readonly figure: Figure; readonly options: Readonly<Record<string, string | undefined>> };

/** A stretch of rendered text that comes from one stretch of a template. */
export type Strand = {
  readonly text: string;
  /** Place of its first character; the following characters run through the same file. */
  readonly file: string;
  readonly offset: number;
  readonly value?: Value;
  readonly printing?: Printing;
  /** Of a value: behind its mustache. */
  readonly end?: number;
};

/** A stretch of the joined text and the stretch of a template that it comes from; 0-based offsets, ends exclusive. */
export type Span = {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
};

/** A branch that a figure chose, with what it printed: strands while it is traced, offsets in a rope; `to` is exclusive. */
export type Chosen = Omit<Choice, "blocks"> & {
  readonly from: number;
  readonly to: number;
  /** Nothing stands behind its closing tag in the template's line. */
  readonly closesLine: boolean;
};

/** The text that the templates rendered to, which remembers where each character and each value came from. */
export type Rope = {
  readonly text: string;
  readonly valueAt: (offset: number) => Value | undefined;
  readonly printingAt: (offset: number) => Printing | undefined;
  /** The place of a stretch, from its first character to its last; with an end where that follows in the same file. */
  readonly placeOf: (from: number, to: number) => Place;
  /** The choices that were made by figures, in reading order. */
  readonly choices: readonly Chosen[];
  /** Where a stretch comes from, strand by strand. */
  readonly spansOf: (from: number, to: number) => readonly Span[];
};

/** Joins strands; `starts` gives the line starts of each file. */
export const joinStrands = (
  strands: readonly Strand[],
  starts: ReadonlyMap<string, readonly number[]>,
  fallback: Place,
  choices: readonly Chosen[] = [],
): Rope => {
  const begins: number[] = [];
  let text = "";
  for (const strand of strands) {
    begins.push(text.length);
    text += strand.value ? placeholder : strand.text;
  }
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((begins[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const spansOf = (from: number, to: number): readonly Span[] => {
    const spans: Span[] = [];
    for (let index = indexAt(from); index < strands.length && (begins[index] as number) < to; index++) {
      const { text: own, value, file, offset, end = offset } = strands[index] as Strand;
      const begin = begins[index] as number;
      const [first, last] = [Math.max(from, begin), Math.min(to, begin + (value ? 1 : own.length))];
      if (first >= last) continue;
      const [start, stop] = value ? [offset, end] : [offset + first - begin, offset + last - begin];
      spans.push({ from: first, to: last, place: placeAt(file, starts.get(file) ?? [0], start, stop) });
    }
    return spans;
  };
  return {
    text,
    valueAt: (offset) => strands[indexAt(offset)]?.value,
    printingAt: (offset) => strands[indexAt(offset)]?.printing,
    placeOf: (from, to) => {
      const [first, last] = [spansOf(from, from + 1)[0], spansOf(to - 1, to)[0]];
      return first ? spanning(first.place, last?.place ?? first.place) : fallback;
    },
    choices: choices.map((choice) => ({
      ...choice,
      from: begins[choice.from] ?? text.length,
      to: begins[choice.to] ?? text.length,
    })),
    spansOf,
  };
};
