import type { Chart, ChartRow } from "../src/model/document.ts";

/** A row of a chart that nothing is special about. */
export const chartRow = (more: Partial<ChartRow>): ChartRow => {
  const { value = "7", text = value ?? "not published" } = more;
  return {
    key: "courts.accepted",
    panel: 0,
    category: "Accepted",
    series: { id: "current", name: "2030" },
    status: value === null ? "not-published" : "stated",
    value,
    text,
    full: text,
    ...more,
  };
};

/** The chart of these rows, in one panel without head. */
export const chartBody = (rows: readonly ChartRow[], more: Partial<Chart> = {}): Chart => ({
  type: "chart",
  name: "courts",
  place: { file: "charts/courts.vl.json", line: 1, column: 1 },
  spec: {},
  panels: [{ id: "all", title: "", head: "", unit: "", scale: 1 }],
  rows,
  notes: [],
  alternatives: [],
  values: [],
  keys: rows.map(({ key }) => key),
  ...more,
});
