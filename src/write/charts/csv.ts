import type { Chart, ChartRow } from "../../model/document.ts";

/**
 * A column of the file, the same for every chart and language: `value` is a plain decimal in base units, as stated; `text`
 * what the chart prints in its `unit`; `status` is "stated", "derived" or "not-published".
 */
type Column = {
  readonly name: string;
  /** Whether it holds numbers, which a spreadsheet may read as such. */
  readonly numeric?: true;
  readonly of: (row: ChartRow, chart: Chart) => string | null | undefined;
};
const columns: readonly Column[] = [
  { name: "panel", of: ({ panel }, { panels }) => panels[panel]?.title },
  { name: "category", of: ({ category }) => category },
  { name: "series", of: ({ series }) => series.name },
  { name: "value", numeric: true, of: ({ value }) => value },
  { name: "text", numeric: true, of: ({ text }) => text },
  { name: "unit", of: ({ panel }, { panels }) => panels[panel]?.unit },
  { name: "share", numeric: true, of: ({ share }) => share?.text },
  // A change that is not stated is an empty cell, not a dash.
  { name: "change", numeric: true, of: ({ change }) => (change?.rated ? change.text : undefined) },
  { name: "status", of: ({ status }) => status },
  { name: "figure", of: ({ key }) => key },
];

/**
 * What spreadsheet programs take for the beginning of a formula, in its full-width form too; a number with its sign is
 * none. Quotes do not help: programs take them off first.
 */
const formula = /^[=+\-@\t\r＝＋－＠]/;
const number = /^[+\-\u2212]?\p{Nd}[\p{Nd}\p{P}\s]*$/u;

/** A text that no program computes: an apostrophe before it makes it plain (OWASP, CSV injection). */
const inert = (text: string, numeric: boolean): string =>
  formula.test(text) && !(numeric && number.test(text)) ? `'${text}` : text;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Byte order mark: without it spreadsheet programs take the file for one in the machine's own encoding. */
const mark = "\uFEFF";

/** The rows of a chart as comma-separated values (RFC 4180), in UTF-8. */
export const rowsAsCsv = (chart: Chart): string => {
  const lines = [
    columns.map(({ name }) => name),
    ...chart.rows.map((row) => columns.map(({ of, numeric = false }) => inert(of(row, chart) ?? "", numeric))),
  ];
  return `${mark}${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
};
