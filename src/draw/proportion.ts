import type { Note } from "./fault.ts";
import { areStacked, liesAlong } from "./model.ts";
import { type Drawn, rowKey } from "./scene.ts";

/** What may differ between a drawn and a true length, pt: a tenth of the thinnest line. */
const tolerance = 0.05;

/** A mark's measure along the axis of values, and the number that it stands for. */
type Measure = { readonly drawn: Drawn; readonly length: number; readonly value: number };

/** The first measure that is not in the proportion of the largest. */
const outOfProportion = (measures: readonly Measure[]): Measure | undefined => {
  const largest = measures.reduce((most, one) => (Math.abs(one.value) > Math.abs(most.value) ? one : most));
  if (largest.value === 0) return measures.find((one) => one.length > tolerance);
  const unit = largest.length / Math.abs(largest.value);
  return measures.find((one) => Math.abs(one.length - unit * Math.abs(one.value)) > tolerance);
};

const columns = ["value", "share"] as const;

/** Tries the columns that a mark may stand for; the first fault of the first column is told. */
const checkLengths = (marks: readonly Drawn[], lengthOf: (drawn: Drawn) => number): Measure | undefined => {
  const faults = columns.flatMap((column) => {
    const measures = marks.flatMap((drawn): readonly Measure[] => {
      const value = drawn.item.datum?.[column];
      return typeof value === "number" ? [{ drawn, length: lengthOf(drawn), value }] : [];
    });
    return measures.length === marks.length ? [outOfProportion(measures)] : [];
  });
  return faults.some((fault) => fault === undefined) ? undefined : faults[0];
};

/** Points stand at equal steps for equal differences: position is a straight line over value. */
const checkPositions = (marks: readonly Drawn[], axis: "x" | "y"): Measure | undefined => {
  const points = marks.map(
    (drawn): Measure => ({ drawn, length: drawn.item[axis] ?? Number.NaN, value: Number(drawn.item.datum?.value) }),
  );
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0] as Measure, sorted.at(-1) as Measure];
  const slope = high.value === low.value ? 0 : (high.length - low.length) / (high.value - low.value);
  if (slope === 0 && high.value !== low.value) return high;
  return points.find((one) => !(Math.abs(low.length + slope * (one.value - low.value) - one.length) <= tolerance));
};

const report = (measure: Measure | undefined, message: string, note: Note): void => {
  if (!measure) return;
  const key = rowKey(measure.drawn);
  note({ rule: "out-of-proportion", message, path: [], ...(key && { key }) });
};

/**
 * Proves that one panel draws its numbers in their proportion: bars from one baseline with lengths like their values,
 * points at places like their values, sectors with angles like their values.
 *
 * Reports `out-of-proportion`.
 */
export const checkProportion = (marks: readonly Drawn[], note: Note): void => {
  const of = (mark: string): readonly Drawn[] => marks.filter((drawn) => drawn.mark === mark);
  const [bars, points, arcs] = [of("rect"), of("symbol"), of("arc")];
  if (bars.length > 0) {
    const along = liesAlong(bars);
    const fault = checkLengths(bars, ({ item }) => (along === "x" ? item.width : item.height) ?? Number.NaN);
    report(fault, "bars are not as long as their values ask", note);
    const categories = new Set(bars.map(({ item }) => `${item.datum?.category}\u0000${item.datum?.series}`));
    const perCategory = new Set(bars.map(({ item }) => item.datum?.category));
    if (categories.size === perCategory.size && bars.length > 1 && perCategory.size > 1 && areStacked(bars, along))
      note({ rule: "out-of-proportion", message: "bars do not begin at one baseline", path: [] });
  }
  if (points.length > 1) {
    const [acrossX, acrossY] = [checkPositions(points, "x"), checkPositions(points, "y")];
    if (acrossX && acrossY) report(acrossY, "points do not stand where their values ask", note);
  }
  if (arcs.length > 0)
    report(
      checkLengths(arcs, ({ item }) => Math.abs((item.endAngle ?? 0) - (item.startAngle ?? 0)) * 100),
      "sectors are not as wide as their values ask",
      note,
    );
};
