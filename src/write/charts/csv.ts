import type { ChartRow } from "../../model/document.ts";

/**
 * Columns of the file, the same for every chart and language: `value` is a plain number in base units, `text` what the
 * chart prints in its `unit`; `status` is "stated", "derived" or "not-published".
 */
const columns = [
  "panel",
  "category",
  "series",
  "value",
  "text",
  "unit",
  "share",
  "change",
  "status",
  "figure",
] as const;
type Column = (typeof columns)[number];

/** Where a column is read from the rows of a chart. */
const sources: Readonly<Partial<Record<Column, string>>> = {
  panel: "panel_title",
  share: "share_text",
  figure: "key",
};

/** A change that is not stated is an empty cell, not a dash. */
const cellOf = (row: ChartRow, column: Column): string => {
  if (column === "change" && row.rated !== true) return "";
  const value = row[sources[column] ?? column];
  return value === null || value === undefined ? "" : String(value);
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Byte order mark: without it spreadsheet programs take the file for one in the machine's own encoding. */
const mark = "\uFEFF";

/** The rows of a chart as comma-separated values (RFC 4180), in UTF-8. */
export const rowsAsCsv = (rows: readonly ChartRow[]): string => {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellOf(row, column)))];
  return `${mark}${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
};
