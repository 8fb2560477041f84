import type { Chart, ChartRow } from "../model/document.ts";

/** A row as Vega-Lite reads it: plain columns, with those names that specifications use. */
export type Columns = { readonly key: string; readonly [column: string]: string | number | boolean | null };

/** Numbers for scales, as near as a float comes to them; what is printed is text. */
const numeric = (value: string | null): number | null => (value === null ? null : Number(value));

/** The columns of the change on the year before, in charts that compare. */
const changeColumns = (change: ChartRow["change"]): Readonly<Record<string, string | boolean>> => ({
  change: change?.text ?? "",
  rated: change?.rated ?? false,
});

/** The columns that a specification draws from: the rows of a chart, laid out flat at the last moment. */
export const columnsOf = ({ panels, rows }: Pick<Chart, "panels" | "rows">): readonly Columns[] => {
  const compares = rows.some(({ change }) => change !== undefined);
  const opened = new Set<number>();
  const lastOf = new Map(rows.map(({ panel, category }) => [panel, category]));
  return rows.map((row, order): Columns => {
    const { key, status, text, full, category, series, share, change } = row;
    const panel = panels[row.panel];
    const scale = panel?.scale ?? 1;
    const value = numeric(row.value);
    // The first of a panel's own rows, where a specification prints its heads; rows of last year stand before it.
    const first = series.id !== "prior" && !opened.has(row.panel);
    if (first) opened.add(row.panel);
    return {
      ...{ key, status, text, full, category, first, order, scale, value },
      scaled: value === null ? null : value / scale,
      panel: panel?.head ?? "",
      panel_title: panel?.title ?? "",
      panel_id: panel?.id ?? "",
      unit: panel?.unit ?? "",
      series: series.name,
      series_id: series.id,
      last: category === lastOf.get(row.panel),
      ...(compares && changeColumns(change)),
      ...(share && { share: numeric(share.value), share_text: share.text }),
    };
  });
};
