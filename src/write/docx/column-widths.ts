import type { Row } from "../../model/document.ts";
import { inlineText } from "../../model/text.ts";
import { textWidth } from "./text-width.ts";

/**
 * Widths of a table's columns in pt, together the width of the text column: in proportion to the longest line of each,
 * the narrow ones whole, long prose held to a third of the page before it wraps.
 */
export const columnWidths = (
  rows: readonly Row[],
  columns: number,
  box: { readonly total: number; readonly size: number; readonly padding: number },
): readonly number[] => {
  const { total, size, padding } = box;
  const longest = Array.from({ length: columns }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, textWidth(inlineText(row.cells[column]?.children ?? []), size)), size),
  );
  const wanted = longest.map((width) => Math.min(width, total / 3) + 2 * padding);
  const sum = wanted.reduce((a, b) => a + b, 0);
  return wanted.map((width) => (width * total) / sum);
};
