/** A piece of text as a PDF draws it; lengths in points, the origin at the foot of the page. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** It is part of a picture, as the file's tags say. */
  readonly pictured: boolean;
};

/** Pieces on one baseline, in the order in which they are drawn. */
export type PdfLine = {
  readonly text: string;
  readonly page: number;
  /** 1-based, from the head of the page. */
  readonly line: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Number of its parts that stand so far apart that they may be cells of a table. */
  readonly cells: number;
  readonly pictured: boolean;
};

type Draft = {
  -readonly [K in keyof PdfLine]: PdfLine[K];
} & {
  /** A mark was left out at the end of the line as far as it is read: a word ended there. */
  marked?: boolean;
};

/** A gap wider than this, in em, divides cells; a narrower one than `word` divides nothing. */
const gaps = { cell: 1.6, word: 0.18 };
/** Between the cells of a row. */
const cellMark = " | ";

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Digits that are raised and small: the mark of a note, or an exponent; they belong to no number. */
const isRaised = (piece: Piece, line: Draft): boolean =>
  piece.size < line.size * 0.8 &&
  piece.y > line.y + line.size * 0.15 &&
  piece.y < line.y + line.size * 0.8 &&
  /^[\d,\s*†‡()[\]]+$/.test(piece.text);

const follows = (piece: Piece, line: Draft): boolean =>
  piece.pictured === line.pictured &&
  Math.abs(piece.y - line.y) < Math.max(piece.size, line.size) * 0.3 &&
  piece.x >= line.right - Math.max(piece.size, line.size) * 0.8;

/** The lines of a page in the order in which they are drawn; `page` is 1-based. */
export const linesOf = (pieces: readonly Piece[], page: number): readonly PdfLine[] => {
  const lines: Draft[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const line = lines.at(-1);
    if (line && isRaised(piece, line) && piece.x >= line.right - line.size) {
      line.right = Math.max(line.right, piece.x + piece.width);
      line.marked = true;
      continue;
    }
    if (line && follows(piece, line)) {
      const gap = (piece.x - line.right) / Math.max(line.size, 1);
      const blank = piece.text.trim() === "";
      if (blank) {
        line.text += " ";
        continue;
      }
      const divided = gap > gaps.word || (line.marked === true && /^[\p{L}\p{N}]/u.test(piece.text));
      line.marked = false;
      const words = divided && !han.test(line.text.at(-1) ?? "") && !han.test(piece.text[0] ?? "");
      const between = gap > gaps.cell ? cellMark : words ? " " : "";
      if (between === cellMark) line.cells++;
      line.text += between + piece.text;
      line.right = Math.max(line.right, piece.x + piece.width);
      line.size = Math.max(line.size, piece.size);
      continue;
    }
    if (piece.text.trim() === "") continue;
    const { text, x, y, width, size, pictured } = piece;
    lines.push({ text, page, line: 0, left: x, right: x + width, y, size, cells: 1, pictured });
  }
  const heights = lines.toSorted((a, b) => b.y - a.y || a.left - b.left);
  for (const [index, line] of heights.entries()) line.line = index + 1;
  return lines;
};
