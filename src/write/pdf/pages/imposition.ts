import type { Leaf } from "../sheet.ts";

/** A leaf in its place: 1-based position in the print edition, where blank pages are counted, and its label. */
export type Positioned = {
  readonly leaf: Leaf;
  readonly position: number;
  readonly numbering: "roman" | "arabic";
  /** Its number in that numbering. */
  readonly count: number;
  readonly label: string;
};

const numerals: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** Lower-case Roman numeral of a whole number from 1. */
export const roman = (value: number): string => {
  let rest = value;
  let text = "";
  for (const [worth, sign] of numerals)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
};

const fits = (starts: Leaf["starts"], position: number): boolean =>
  starts === "next" || (starts === "recto" ? position % 2 === 1 : position % 2 === 0);

/**
 * Puts leaves in their places: rectos on odd positions, with blank pages before them where needed. Pages before the
 * first body page are numbered in Roman numerals, from there on in Arabic; the numbers are those of the print edition
 * in every file, so that a page is cited alike from all of them.
 */
export const impose = (leaves: readonly Leaf[]): readonly Positioned[] => {
  let position = 0;
  const placed = leaves.map((leaf, index) => {
    position++;
    // The numbers in front and the body start on a recto each.
    const opensBody = leaf.kind === "body" && leaves.findIndex((one) => one.kind === "body") === index;
    const starts = opensBody ? "recto" : leaf.starts;
    if (!fits(starts, position)) position++;
    return { leaf, position };
  });
  const body = placed.find(({ leaf }) => leaf.kind === "body")?.position ?? 1;
  return placed.map(({ leaf, position: at }): Positioned => {
    const front = at < body;
    const count = front ? at : at - body + 1;
    return {
      leaf,
      position: at,
      numbering: front ? "roman" : "arabic",
      count,
      label: front ? roman(count) : String(count),
    };
  });
};
