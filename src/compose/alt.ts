import type { Chart, ChartRow, ChartValue } from "../model/document.ts";
import type { Alternative } from "./assembly.ts";

/** The messages that an alternative text is made of: patterns of the language by key. */
type Say = (key: string, fillings?: Readonly<Record<string, string>>) => string;

const groupBy = <T>(items: readonly T[], name: (item: T) => string): readonly T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return [...groups.values()];
};

/** A number of a row, as a mark that stands for it until the patterns are filled. */
type Mark = (row: ChartRow, of: ChartValue["of"]) => string;

/** Marks are private characters, which no source file may hold. */
const firstMark = 0xf0000;
const isMark = (code: number): boolean => code >= firstMark;

/** The text with its marks replaced by what they stand for, and where that stands. */
const unmarked = (marked: string, values: readonly ChartValue[]): Alternative => {
  const said: { id: string; at: number }[] = [];
  let alt = "";
  for (const character of marked) {
    const code = character.codePointAt(0) as number;
    const value = isMark(code) ? values[code - firstMark] : undefined;
    if (value) said.push({ id: value.id, at: alt.length });
    alt += value ? value.text : character;
  }
  return { alt, said };
};

/** One category with one value, and last year's beside it where the chart compares. */
const comparedItem = (rows: readonly ChartRow[], earlier: string, say: Say, mark: Mark): string => {
  const current = rows.find((row) => row.series_id !== "prior") as ChartRow;
  const prior = rows.find((row) => row.series_id === "prior");
  const label = String(current.category);
  const own = mark(current, "value");
  const shared = typeof current.share_text === "string";
  const value = shared ? say("alt.share", { value: own, share: mark(current, "share") }) : own;
  if (!prior) return say("alt.item", { label, value });
  // What was not published was not derived either, whatever the other values of the series are.
  const series = prior.status === "not-published" ? earlier : String(prior.series);
  const fillings = { label, value, series, prior: mark(prior, "value") };
  if (!current.rated) return say("alt.item-unrated", fillings);
  return say("alt.item-compared", { ...fillings, change: say("chart.change"), rate: mark(current, "change") });
};

/** One category with the values of all its series. */
const seriesItem = (rows: readonly ChartRow[], say: Say, mark: Mark): string =>
  say("alt.category", {
    label: String(rows[0]?.category),
    items: rows
      .map((row) => say("alt.series", { series: String(row.series), value: mark(row, "value") }))
      .join(say("alt.series-separator")),
  });

/**
 * The text alternative of a chart (WCAG 2.2, 1.1.1): its kind, then every number that it draws, panel by panel, in the
 * words of the language. Made of the same rows as the picture, so that it cannot disagree with it. `earlier`: last year's name.
 */
export const altText = (
  kind: string,
  { rows, values }: Pick<Chart, "rows" | "values">,
  earlier: string,
  say: Say,
): Alternative => {
  const mark: Mark = (row, of) =>
    String.fromCodePoint(firstMark + values.findIndex((value) => rows[value.row] === row && value.of === of));
  const panels = groupBy(rows, (row) => String(row.panel_id)).map((panel) => {
    const plain =
      new Set(panel.map((row) => row.series_id)).size === 1 || panel.some((row) => row.series_id === "prior");
    const items = groupBy(panel, (row) => String(row.category))
      .map((category) => (plain ? comparedItem(category, earlier, say, mark) : seriesItem(category, say, mark)))
      .join(say("alt.item-separator"));
    const title = String(panel[0]?.panel_title ?? "");
    return title === "" ? say("alt.panel-untitled", { items }) : say("alt.panel", { title, items });
  });
  return unmarked(say("alt.chart", { kind, panels: panels.join(say("alt.panel-separator")) }), values);
};
