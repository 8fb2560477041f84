import type { Chart } from "../model/document.ts";
import type { ChartKind, ChartModel, ChartPanel, ChartSeries } from "../model/picture.ts";
import { type Axis, bandsOf, barsOf, valueAxis } from "./axis.ts";
import { printedNotes } from "./notes.ts";
import type { Scene } from "./render.ts";
import { scalesDiffer } from "./scales.ts";
import { type Drawn, drawnIn, isValueMark, linesOf, rowKey } from "./scene.ts";

const unique = <T>(items: Iterable<T>): readonly T[] => [...new Set(items)];

/** What a row is told by where several marks draw it: a line with its points is a line. */
const shapes = ["rect", "arc", "area", "line", "symbol"];
const rank = ({ mark }: Drawn): number => shapes.indexOf(mark);

/** Kinds of charts by the marks that draw their rows, but for bars. */
const shapeKinds: Readonly<Record<string, ChartKind>> = { arc: "share", area: "area", line: "line", symbol: "dot" };

/** What kind of chart the value marks make; `undefined` where they make none that has a name. */
const kindOf = (marks: readonly Drawn[], along: Axis): ChartKind | undefined => {
  const byRow = new Map(marks.toSorted((a, b) => rank(b) - rank(a)).map((mark) => [rowKey(mark), mark]));
  const shapes = new Set([...byRow.values()].map(({ mark }) => mark));
  if (shapes.size > 1) return "mixed";
  const [shape] = shapes;
  if (shape !== "rect") return shapeKinds[shape ?? ""];
  const bars = marks.filter(({ mark }) => mark === "rect");
  const inPanels = unique(bars.map(({ item }) => item.datum?.panel_id)).map((panel) =>
    bars.filter(({ item }) => item.datum?.panel_id === panel),
  );
  const stacked = inPanels.some((own) => bandsOf(barsOf(own, along)).some((band) => band.length > 1));
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
 * that have none. Order is that of drawing, which is that of the rows. `undefined` where the marks make no known kind of
 * chart.
 */
export const readModel = (scene: Scene, title: string, chart: Chart): ChartModel | undefined => {
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
  const along = valueAxis(spec, marks);
  const kind = kindOf(marks, along);
  if (!kind) return undefined;
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
  const own = panels.map(({ title: head }) => marks.filter(({ item }) => item.datum?.panel === head));
  return { title, kind, sharedScale: !scalesDiffer(own, along), panels, notes: printedNotes(chart, drawn) };
};
