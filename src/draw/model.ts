import type { Chart } from "../model/document.ts";
import type { ChartKind, ChartModel, ChartPanel, ChartSeries } from "../model/picture.ts";
import { bandsOf, barsOf, valueAxis } from "./axis.ts";
import { printedNotes } from "./notes.ts";
import type { Scene } from "./render.ts";
import { type Drawn, drawnIn, isValueMark, linesOf, rowKey } from "./scene.ts";

const unique = <T>(items: Iterable<T>): readonly T[] => [...new Set(items)];

/** What the value marks are; the marks of the first panel speak for all. */
const kindOf = (marks: readonly Drawn[], along: "x" | "y"): ChartKind => {
  const first = marks[0]?.item.datum?.panel;
  const own = marks.filter(({ item }) => item.datum?.panel === first);
  const bars = own.filter(({ mark }) => mark === "rect");
  if (own.some(({ mark }) => mark === "arc")) return "share";
  if (bars.length === 0) return own.some(({ mark }) => mark === "line") ? "line" : "dot";
  const stacked = bandsOf(barsOf(bars, along)).some((band) => band.length > 1);
  if (stacked && bars.every(({ item }) => typeof item.datum?.share === "number")) return "share";
  return along === "x" ? (stacked ? "stacked-bar" : "bar") : stacked ? "stacked-column" : "column";
};

/** #rrggbb of a fill or stroke. */
const hex = (colour: string | undefined): string => {
  const [, r, g, b] = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(colour ?? "") ?? [];
  if (r === undefined) return colour ?? "#000000";
  return `#${[r, g, b].map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
};
/** The rows beside whose marks a column of theirs is printed too, with the printed text. */
const printedOf = (column: "share_text" | "change", drawn: readonly Drawn[]): ReadonlyMap<string, string> =>
  new Map(
    drawn.flatMap((one): readonly (readonly [string, string])[] => {
      const [key, text] = [rowKey(one), one.item.datum?.[column]];
      const isPrinted =
        one.mark === "text" && typeof text === "string" && text !== "" && linesOf(one.item).includes(text);
      return key !== undefined && isPrinted ? [[key, text]] : [];
    }),
  );

const colourOf = ({ mark, item }: Drawn): string => hex(mark === "line" ? item.stroke : (item.fill ?? item.stroke));

/**
 * The model of a picture, read from its marks: a value for each mark that draws one, and the words printed for rows
 * that have none. Order is that of drawing, which is that of the rows.
 */
export const readModel = (scene: Scene, title: string, chart: Chart): ChartModel => {
  const { spec, rows } = chart;
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
  const shares = printedOf("share_text", drawn);
  const changes = printedOf("change", drawn);
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
      const beside = (printed: ReadonlyMap<string, string>): readonly string[] | undefined => {
        const texts = at.map((one) => (one && printed.get(one.row.key)) ?? "");
        return texts.some((text) => text !== "") ? texts : undefined;
      };
      const [ownShares, ownChanges] = [beside(shares), beside(changes)];
      return {
        name,
        colour: coloured ? colourOf(coloured.mark) : "#000000",
        values: at.map((one) => (one && byKey.has(one.row.key) ? Number(one.datum.value) : null)),
        texts: at.map((one) => (one ? String(one.datum.text) : "")),
        keys: at.map((one) => one?.row.key ?? null),
        ...(ownShares && { shares: ownShares }),
        ...(ownChanges && { changes: ownChanges }),
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
  return { title, kind: kindOf(marks, valueAxis(spec)), panels, notes: printedNotes(chart, drawn) };
};
