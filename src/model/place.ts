/**
 * Where something stands in a file. `file` is relative to the project root with "/"; line and column are 1-based, columns
 * in UTF-16 units. In a finished PDF `page` is the physical page, 1-based, and lines are counted on it; in a DOCX `line`
 * counts paragraphs.
 */
export type Place = { readonly file: string; readonly page?: number; readonly line: number; readonly column: number };

/** `data/2019.yaml:14:3`; `whitepaper.pdf, page 3:14:3` */
export const placeText = ({ file, page, line, column }: Place): string =>
  `${file}${page === undefined ? "" : `, page ${page}`}:${line}:${column}`;

/** Offsets of the first character of each line, for {@link placeAt}. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
};

/** The place of a 0-based offset in a text whose line starts are known. */
export const placeAt = (file: string, starts: readonly number[], offset: number): Place => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: offset - (starts[low] as number) + 1 };
};

/** Order of places by file, page, line, column. */
export const comparePlaces = (a: Place, b: Place): number =>
  a.file === b.file
    ? (a.page ?? 0) - (b.page ?? 0) || a.line - b.line || a.column - b.column
    : a.file < b.file
      ? -1
      : 1;
