import type { ChartRow } from "../model/document.ts";

/** The messages that an alternative text is made of: patterns of the language by key. */
type Say = (key: string, fillings?: Readonly<Record<string, string>>) => string;

const groupBy = <T>(items: readonly T[], name: (item: T) => string): readonly T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return [...groups.values()];
};

/** One category with one value, and last year's beside it where the chart compares. */
const comparedItem = (rows: readonly ChartRow[], earlier: string, say: Say): string => {
  const current = rows.find((row) => row.series_id !== "prior") as ChartRow;
  const prior = rows.find((row) => row.series_id === "prior");
  const label = String(current.category);
  const share = typeof current.share_text === "string" ? current.share_text : undefined;
  const value = share === undefined ? String(current.full) : say("alt.share", { value: String(current.full), share });
  if (!prior) return say("alt.item", { label, value });
  // What was not published was not derived either, whatever the other values of the series are.
  const series = prior.status === "not-published" ? earlier : String(prior.series);
  const fillings = { label, value, series, prior: String(prior.full) };
  if (!current.rated) return say("alt.item-unrated", fillings);
  return say("alt.item-compared", { ...fillings, change: say("chart.change"), rate: String(current.change) });
};

/** One category with the values of all its series. */
const seriesItem = (rows: readonly ChartRow[], say: Say): string =>
  say("alt.category", {
    label: String(rows[0]?.category),
    items: rows
      .map((row) => say("alt.series", { series: String(row.series), value: String(row.full) }))
      .join(say("alt.series-separator")),
  });

/**
 * The text alternative of a chart (WCAG 2.2, 1.1.1): its kind, then every number that it draws, panel by panel, in the
 * words of the language. Made of the same rows as the picture, so that it cannot disagree with it. `earlier`: last year's name.
 */
export const altText = (kind: string, rows: readonly ChartRow[], earlier: string, say: Say): string => {
  const panels = groupBy(rows, (row) => String(row.panel_id)).map((panel) => {
    const plain =
      new Set(panel.map((row) => row.series_id)).size === 1 || panel.some((row) => row.series_id === "prior");
    const items = groupBy(panel, (row) => String(row.category))
      .map((category) => (plain ? comparedItem(category, earlier, say) : seriesItem(category, say)))
      .join(say("alt.item-separator"));
    const title = String(panel[0]?.panel_title ?? "");
    return title === "" ? say("alt.panel-untitled", { items }) : say("alt.panel", { title, items });
  });
  return say("alt.chart", { kind, panels: panels.join(say("alt.panel-separator")) });
};
