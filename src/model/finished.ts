/** Where a stretch of text stands in a finished document, from `offset` on. */
export type TextMark = {
  /** 0-based offset into the block's text. */
  readonly offset: number;
  /** Physical page, 1-based; unknown in DOCX and plain text. */
  readonly page?: number;
  /** What is printed as its number, where the file says it; "" for a page without. */
  readonly label?: string;
  /** Line and column of the source, 1-based; only in plain text. */
  readonly line?: number;
  readonly column?: number;
};

/** What a block is, as far as the file says or shows it. */
export type TextRole = "head" | "body" | "caption" | "row" | "alternative";

/** A piece of a finished document in reading order: a head, a paragraph, a caption, a table's row, a picture's text alternative. */
export type TextBlock = {
  readonly role: TextRole;
  /** Level of a head where the file says it: 1 = chapter. */
  readonly level?: number;
  /** Without line ends; white space between words is one space. */
  readonly text: string;
  /** Ascending by offset; the first has offset 0. */
  readonly marks: readonly TextMark[];
};

/** The text of a finished document (PDF, DOCX, plain text) without its furniture: no running heads, page numbers, contents. */
export type FinishedText = {
  /** Name by which findings call it. */
  readonly file: string;
  readonly blocks: readonly TextBlock[];
};

/** Where the character at an offset stands. */
export const markAt = (block: TextBlock, offset: number): TextMark => {
  const mark = block.marks.findLast((candidate) => candidate.offset <= offset) ?? { offset: 0 };
  return mark.column === undefined ? mark : { ...mark, offset, column: mark.column + offset - mark.offset };
};
