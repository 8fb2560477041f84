import type { Chart, ChartRow } from "../model/document.ts";
import { type Axis, bandsOf, barsOf, tolerance } from "./axis.ts";
import type { Remark } from "./fault.ts";
import { type Drawn, linesOf, rowKey } from "./scene.ts";

/** What stands at a place, by its name. */
type Placed = { readonly name: string; readonly place: number; readonly drawn: Drawn };

/** The first of things that stand before the one that the rows have before it. */
const misplaced = (placed: readonly Placed[], order: readonly string[]): readonly [Placed, Placed] | undefined => {
  const sorted = placed.toSorted((a, b) => a.place - b.place);
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    if (!before || Math.abs(one.place - before.place) <= tolerance) continue;
    if (order.indexOf(before.name) > order.indexOf(one.name)) return [one, before];
  }
  return undefined;
};

/** The middle of a mark across the axis of values. */
const acrossOf = ({ item }: Drawn, along: Axis): number =>
  along === "x" ? (item.y ?? 0) + (item.height ?? 0) / 2 : (item.x ?? 0) + (item.width ?? 0) / 2;

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Where each row is drawn: by its mark, else by the words that stand for it. */
const placesOf = (rows: readonly ChartRow[], marks: readonly Drawn[], drawn: readonly Drawn[]) => {
  const byKey = new Map(marks.map((mark) => [rowKey(mark), mark]));
  const words = drawn.filter(({ mark }) => mark === "text");
  return rows.flatMap((row) => {
    const own = words.find((one) => rowKey(one) === row.key && linesOf(one.item).includes(row.text));
    const at = byKey.get(row.key) ?? own;
    return at ? [{ row, at }] : [];
  });
};

/** Ends of stacked bars, in the order of a stack or against it, are that of the rows. */
const stackFault = (bars: readonly Drawn[], along: Axis, order: readonly string[]) => {
  for (const band of bandsOf(barsOf(bars, along))) {
    const positive = band.filter(({ drawn }) => Number(drawn.item.datum?.value ?? 0) > 0);
    const placed = positive.map(({ drawn, start }) => ({ name: rowKey(drawn) ?? "", place: start, drawn }));
    const fault = misplaced(placed, order) && misplaced(placed, order.toReversed());
    if (fault) return fault;
  }
  return undefined;
};

/**
 * Drawn order is that of the rows, in which tables, text alternatives and charts of Word tell them: categories from the
 * left or from the top, series inside each, parts of a stack in one direction or the other, sectors clockwise, and the
 * names of a legend.
 *
 * Reports `chart-order-differs`.
 */
export const checkOrder = (
  chart: Chart,
  marks: readonly Drawn[],
  drawn: readonly Drawn[],
  along: Axis,
  note: Remark,
): void => {
  const fault = (found: readonly [Placed, Placed] | undefined, called: (name: string) => string = (name) => name) => {
    if (!found) return false;
    const [late, early] = found;
    note({
      rule: "chart-order-differs",
      message: `"${called(early.name)}" is drawn before "${called(late.name)}", but told after it`,
      drawn: early.drawn,
      hint: 'leave "sort" to usermeta.figures: list the figures in their order, or say "sort": "descending" there',
    });
    return true;
  };
  const keys = chart.rows.map(({ key }) => key);
  const textOf = (key: string): string => {
    const row = chart.rows.find((one) => one.key === key);
    return row ? [row.category, row.series.name].filter((part) => part !== "").join(", ") : key;
  };
  for (const [index] of chart.panels.entries()) {
    const rows = chart.rows.filter(({ panel }) => panel === index);
    const own = marks.filter((mark) => rows.some(({ key }) => key === rowKey(mark)));
    const arcs = own.filter(({ mark }) => mark === "arc");
    if (arcs.length > 0) {
      const placed = arcs.map((arc) => ({ name: rowKey(arc) ?? "", place: arc.item.startAngle ?? 0, drawn: arc }));
      if (fault(misplaced(placed, keys), textOf)) return;
      continue;
    }
    const places = placesOf(rows, own, drawn);
    const categories = unique(rows.map(({ category }) => category));
    const byCategory = categories.flatMap((name): readonly Placed[] => {
      const of = places.filter(({ row }) => row.category === name).map(({ at }) => at);
      const middle = of.reduce((sum, at) => sum + acrossOf(at, along), 0) / of.length;
      return of[0] ? [{ name, place: middle, drawn: of[0] }] : [];
    });
    if (fault(misplaced(byCategory, categories))) return;
    for (const category of categories) {
      const inside = places.filter(({ row, at }) => row.category === category && at.mark === "rect");
      const placed = inside.map(({ row, at }) => ({ name: row.key, place: acrossOf(at, along), drawn: at }));
      if (fault(misplaced(placed, keys), textOf)) return;
    }
    if (
      fault(
        stackFault(
          own.filter(({ mark }) => mark === "rect"),
          along,
          keys,
        ),
        textOf,
      )
    )
      return;
  }
  const told = unique(chart.rows.flatMap(({ series, category }) => [series.name, category]));
  const legend = drawn
    .filter(({ role, item }) => role === "legend-label" && told.includes(linesOf(item).join(" ")))
    .map((one, place) => ({ name: linesOf(one.item).join(" "), place, drawn: one }));
  fault(misplaced(legend, told));
};
