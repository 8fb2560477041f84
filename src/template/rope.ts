import type { Value } from "../model/document.ts";
import type { Figure } from "../model/figure.ts";
import { type Place, placeAt } from "../model/place.ts";

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
};

/** The text that the templates rendered to, which remembers where each character and each value came from. */
export type Rope = {
  readonly text: string;
  readonly valueAt: (offset: number) => Value | undefined;
  readonly printingAt: (offset: number) => Printing | undefined;
  readonly placeAt: (offset: number) => Place;
};

/** Joins strands; `starts` gives the line starts of each file. */
export const joinStrands = (
  strands: readonly Strand[],
  starts: ReadonlyMap<string, readonly number[]>,
  fallback: Place,
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
  return {
    text,
    valueAt: (offset) => strands[indexAt(offset)]?.value,
    printingAt: (offset) => strands[indexAt(offset)]?.printing,
    placeAt: (offset) => {
      const index = indexAt(offset);
      const strand = strands[index];
      if (!strand) return fallback;
      const inside = strand.value ? 0 : Math.min(offset - (begins[index] as number), strand.text.length);
      return placeAt(strand.file, starts.get(strand.file) ?? [0], strand.offset + inside);
    },
  };
};
