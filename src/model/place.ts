/** A point of a text: 1-based line and column, columns in UTF-16 units. */
export type Point = { readonly line: number; readonly column: number };

/**
 * Where something stands in a file. `file` is relative to the project root with "/". In a finished PDF `page` is the
 * physical page, 1-based, and lines are counted on it; in a DOCX `line` counts paragraphs. `end` is the point behind its
 * last character, where that is known and stands in the same file (model/edit writes into such a place). `label` is what
 * the file says is printed as the page's number, "" for a page without.
 */
export type Place = Point & {
  readonly file: string;
  readonly page?: number;
  readonly label?: string;
  readonly end?: Point;
};

/** A page as it is numbered in print; one without number by its place in the file: "[2]". */
const pageText = (page: number, label: string | undefined): string =>
  label === undefined ? String(page) : label === "" ? `[${page}]` : label;

/** `data/2019.yaml:14:3`; `whitepaper.pdf, page iv:14:3` */
export const placeText = ({ file, page, label, line, column }: Place): string =>
  `${file}${page === undefined ? "" : `, page ${pageText(page, label)}`}:${line}:${column}`;

/** Offsets of the first character of each line, for {@link placeAt}. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
};

/** The point of a 0-based offset in a text whose line starts are known. */
const pointAt = (starts: readonly number[], offset: number): Point => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
};

/** The place of a 0-based offset, or of all up to an end, in a text whose line starts are known. */
export const placeAt = (file: string, starts: readonly number[], offset: number, end?: number): Place => ({
  file,
  ...pointAt(starts, offset),
  ...(end !== undefined && { end: pointAt(starts, end) }),
});

const follows = (a: Point, b: Point): boolean => a.line > b.line || (a.line === b.line && a.column >= b.column);

/** From the beginning of one place to the end of another; without end where the two are of two files or run backwards. */
export const spanning = ({ end: _, ...first }: Place, last: Place): Place =>
  first.file === last.file && last.end && follows(last.end, first) ? { ...first, end: last.end } : first;

/** Order of places by file, page, line, column. */
export const comparePlaces = (a: Place, b: Place): number =>
  a.file === b.file
    ? (a.page ?? 0) - (b.page ?? 0) || a.line - b.line || a.column - b.column
    : a.file < b.file
      ? -1
      : 1;
