import type { Line, Piece } from "./line.ts";

/**
 * Rivers: word spaces that stand under one another through several lines and are wide enough to run together for the eye.
 * Measured in em of their type.
 */
const river = { lines: 4, space: 0.28, overlap: 0.5 };

/** A word space, x in pt from the left edge of the column. */
type Gap = { readonly left: number; readonly right: number };

const gapsOf = (line: Line): readonly Gap[] => {
  if (line.last) return [];
  const wide = (piece: Piece, index: number): boolean =>
    piece.text.trim() === "" && index < line.pieces.length - 1 && piece.advance >= river.space * piece.face.size;
  return line.pieces.filter(wide).map((piece) => ({ left: line.x + piece.x, right: line.x + piece.x + piece.advance }));
};

const under = (above: Gap, below: Gap): boolean => {
  const shared = Math.min(above.right, below.right) - Math.max(above.left, below.left);
  return shared >= river.overlap * Math.min(above.right - above.left, below.right - below.left);
};

/** The lines that end a river, by index: the fourth and later ones that one runs through, where it goes no further. */
export const riversIn = (lines: readonly Line[]): readonly number[] => {
  let running: readonly (readonly [Gap, number])[] = [];
  const ends: number[] = [];
  for (const [index, line] of lines.entries()) {
    const gaps = gapsOf(line);
    if (running.some(([gap, length]) => length >= river.lines && !gaps.some((below) => under(gap, below))))
      ends.push(index - 1);
    running = gaps.map((gap) => {
      const above = running.filter(([upper]) => under(upper, gap)).map(([, length]) => length);
      return [gap, 1 + Math.max(0, ...above)] as const;
    });
  }
  // The last line has no gaps of its own that count, so that every river has ended before it.
  return ends;
};
