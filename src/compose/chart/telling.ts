import type { Chart, ChartRow, ChartValue } from "../../model/document.ts";
import type { Alternative } from "../assembly.ts";
import type { Say } from "./rows.ts";

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
  const current = rows.find(({ series }) => series.id !== "prior") as ChartRow;
  const prior = rows.find(({ series }) => series.id === "prior");
  const label = current.category;
  const own = mark(current, "value");
  const value = current.share ? say("alt.share", { value: own, share: mark(current, "share") }) : own;
  if (!prior) return say("alt.item", { label, value });
  // What was not published was not derived either, whatever the other values of the series are.
  const series = prior.status === "not-published" ? earlier : prior.series.name;
  const fillings = { label, value, series, prior: mark(prior, "value") };
  if (!current.change?.rated) return say("alt.item-unrated", fillings);
  return say("alt.item-compared", { ...fillings, change: say("chart.change"), rate: mark(current, "change") });
};

/** One category with the values of all its series. */
const seriesItem = (rows: readonly ChartRow[], say: Say, mark: Mark): string =>
  say("alt.category", {
    label: rows[0]?.category ?? "",
    items: rows
      .map((row) => say("alt.series", { series: row.series.name, value: mark(row, "value") }))
      .join(say("alt.series-separator")),
  });

/** What a chart says: its kind, its rows, the messages that its specification prints, and how last year is called. */
type Told = Pick<Chart, "panels" | "rows" | "values"> & {
  readonly kind: string;
  readonly printed: readonly string[];
  /** Heads of columns, which the patterns say with each number in words of their own. */
  readonly heads: readonly string[];
  readonly earlier: string;
};

/** A panel as a sentence, its numbers marked. */
const panelOf = (title: string, rows: readonly ChartRow[], earlier: string, say: Say, mark: Mark): string => {
  const isCompared = rows.some(({ series }) => series.id === "prior");
  const plain = isCompared || new Set(rows.map(({ series }) => series.id)).size === 1;
  const items = groupBy(rows, (row) => row.category)
    .map((category) => (plain ? comparedItem(category, earlier, say, mark) : seriesItem(category, say, mark)))
    .join(say("alt.item-separator"));
  return title === "" ? say("alt.panel-untitled", { items }) : say("alt.panel", { title, items });
};

/**
 * A chart in words, the one telling of it for every output: the text alternative (WCAG 2.2, 1.1.1) with its kind, every
 * number that it draws, panel by panel, and what else it prints; and the same for panels that are pictures of their own.
 * Made of the same rows as the picture, so that it cannot disagree with it.
 */
export const tellChart = (
  { kind, panels, rows, values, printed, heads, earlier }: Told,
  say: Say,
): Alternative & Pick<Chart, "notes" | "alternatives"> => {
  const mark: Mark = (row, of) =>
    String.fromCodePoint(firstMark + values.findIndex((value) => rows[value.row] === row && value.of === of));
  const separator = say("alt.panel-separator");
  const sentences = panels.map(({ title }, index) => {
    const own = rows.filter(({ panel }) => panel === index);
    return panelOf(title, own, earlier, say, mark);
  });
  const plain = unmarked(sentences.join(separator), values).alt;
  const notes = printed.filter((text) => text.trim() !== "" && !plain.includes(text) && !heads.includes(text));
  const whole = (told: readonly string[]): string => say("alt.chart", { kind, panels: told.join(separator) });
  const last = sentences.length - 1;
  const alternatives = sentences.map((sentence, index) => {
    const told = index === last ? [sentence, ...notes] : [sentence];
    return unmarked(index === 0 ? whole(told) : told.join(separator), values).alt;
  });
  return { ...unmarked(whole([...sentences, ...notes]), values), notes, alternatives };
};
