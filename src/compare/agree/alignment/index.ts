import { bagOf } from "../bag.ts";
import type { Passage, Side } from "../passages.ts";
import { anchorsOf } from "./anchors.ts";
import { alignRun, type Bead, type Row, ratioOf } from "./run.ts";

/** Passages of the two documents that say the same. */
export type Unit = Bead<Passage>;

/**
 * Running text is divided, a head that opens a paragraph in one file stands apart in the other, and a picture's words are
 * one block here and several there; a numbered head, a caption or a row of a table has one counterpart.
 */
const rowOf = (passage: Passage): Row<Passage> => ({
  item: passage,
  bag: bagOf(passage.numerals),
  length: passage.block.text.length,
  joinable: ["body", "head", "alternative"].includes(passage.block.role) && passage.head === undefined,
  sort: passage.block.role,
});

/**
 * Which passages of two documents say the same, in order. Numbered heads and counted paragraphs are the fixed points;
 * between them paragraphs are matched by their numerals and lengths, one to one or one to several.
 */
export const align = (a: Side, b: Side): readonly Unit[] => {
  const [left, right] = [a.passages.map(rowOf), b.passages.map(rowOf)];
  const ratio = ratioOf(left, right);
  const units: Unit[] = [];
  let [i, j] = [0, 0];
  /** A counted paragraph may run on in the next ones. */
  const upTo = (endA: number, endB: number): void => {
    units.push(...alignRun(left.slice(i, endA), right.slice(j, endB), ratio));
    [i, j] = [endA, endB];
  };
  for (const [ai, bj] of anchorsOf(a.passages, b.passages)) {
    upTo(ai, bj);
    if (a.passages[ai]?.head !== undefined) {
      units.push({ a: [a.passages[ai] as Passage], b: [b.passages[bj] as Passage] });
      [i, j] = [ai + 1, bj + 1];
    }
  }
  upTo(left.length, right.length);
  return units;
};
