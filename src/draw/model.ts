import type { ChartRow } from "../model/document.ts";
import type { ChartKind, ChartModel, ChartPanel, ChartSeries } from "../model/picture.ts";
import type { Scene } from "./render.ts";
import { type Drawn, drawnIn, isValueMark, linesOf, rowKey } from "./scene.ts";

const unique = <T>(items: Iterable<T>): readonly T[] => [...new Set(items)];

/** Which way the bars of a panel lie: along x where they share their height, along y where they share their width. */
export const liesAlong = (bars: readonly Drawn[]): "x" | "y" => {
  const spread = (of: "width" | "height"): number => {
    const sizes = bars.map(({ item }) => item[of] ?? 0);
    return Math.max(...sizes) - Math.min(...sizes);
  };
  if (bars.length === 1) return (bars[0]?.item.width ?? 0) >= (bars[0]?.item.height ?? 0) ? "x" : "y";
  return spread("width") >= spread("height") ? "x" : "y";
};

/** Whether bars of one category stand on each other: they do not begin at one baseline. */
export const areStacked = (bars: readonly Drawn[], along: "x" | "y"): boolean => {
  const start = ({ item }: Drawn): number => {
    const [from, size] =
      along === "x" ? [item.x ?? 0, item.width ?? 0] : [(item.y ?? 0) + (item.height ?? 0), -(item.height ?? 0)];
    return Number(item.datum?.value ?? 0) < 0 ? from + size : from;
  };
  const starts = bars.map(start);
  return Math.max(...starts) - Math.min(...starts) > 0.05;
};

/** What the value marks are; the marks of the first panel speak for all. */
const kindOf = (marks: readonly Drawn[]): ChartKind => {
  const first = marks[0]?.item.datum?.panel;
  const own = marks.filter(({ item }) => item.datum?.panel === first);
  const bars = own.filter(({ mark }) => mark === "rect");
  if (own.some(({ mark }) => mark === "arc")) return "share";
  if (bars.length === 0) return own.some(({ mark }) => mark === "line") ? "line" : "dot";
  const along = liesAlong(bars);
  const stacked = bars.length > 1 && areStacked(bars, along);
  if (stacked && bars.every(({ item }) => typeof item.datum?.share === "number")) return "share";
  return along === "x" ? (stacked ? "stacked-bar" : "bar") : stacked ? "stacked-column" : "column";
};

/** #rrggbb of a fill or stroke. */
const hex = (colour: string | undefined): string => {
  const [, r, g, b] = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(colour ?? "") ?? [];
  if (r === undefined) return colour ?? "#000000";
  return `#${[r, g, b].map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
};
const colourOf = ({ mark, item }: Drawn): string => hex(mark === "line" ? item.stroke : (item.fill ?? item.stroke));

/**
 * The model of a picture, read from its marks: a value for each mark that draws one, and the words printed for rows
 * that have none. Order is that of drawing, which is that of the rows.
 */
export const readModel = (scene: Scene, title: string, rows: readonly ChartRow[]): ChartModel => {
  const drawn = drawnIn(scene);
  const marks = drawn.filter((one) => isValueMark(one) && rowKey(one) !== undefined);
  const byKey = new Map(marks.map((mark) => [rowKey(mark) as string, mark]));
  /** Rows without a value are drawn where their words stand. */
  const words = new Map(
    drawn
      .filter((one) => one.mark === "text" && rowKey(one) !== undefined)
      .filter((one) => linesOf(one.item).includes(String(one.item.datum?.text)))
      .map((one) => [rowKey(one) as string, one]),
  );
  const shown = rows.flatMap((row) => {
    const mark = byKey.get(row.key) ?? words.get(row.key);
    return mark ? [{ row, mark, datum: mark.item.datum ?? {} }] : [];
  });
  const panels = unique(shown.map(({ datum }) => String(datum.panel))).map((panel): ChartPanel => {
    const own = shown.filter(({ datum }) => datum.panel === panel);
    const categories = unique(own.map(({ datum }) => String(datum.category)));
    const series = unique(own.map(({ datum }) => String(datum.series))).map((name): ChartSeries => {
      const at = categories.map((category) =>
        own.find(({ datum }) => datum.series === name && datum.category === category),
      );
      const coloured = at.find((one) => one && byKey.has(one.row.key));
      return {
        name,
        colour: coloured ? colourOf(coloured.mark) : "#000000",
        values: at.map((one) => (one && byKey.has(one.row.key) ? Number(one.datum.value) : null)),
        texts: at.map((one) => (one ? String(one.datum.text) : "")),
        keys: at.map((one) => one?.row.key ?? null),
      };
    });
    const [any] = own;
    return {
      title: panel,
      unit: String(any?.datum.unit ?? ""),
      scale: Number(any?.datum.scale ?? 1),
      categories,
      series,
    };
  });
  return { title, kind: kindOf(marks), panels };
};
