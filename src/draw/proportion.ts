import { type Bar, bandsOf, barsOf, tolerance } from "./axis.ts";
import type { Remark } from "./fault.ts";
import { type Drawn, rowKey } from "./scene.ts";

/** A mark's measure along the axis of values, and the number that it stands for. */
type Measure = { readonly drawn: Drawn; readonly length: number; readonly value: number };

/** The first measure that is not in the proportion of the largest. */
const outOfProportion = (measures: readonly Measure[]): Measure | undefined => {
  const largest = measures.reduce((most, one) => (Math.abs(one.value) > Math.abs(most.value) ? one : most));
  if (largest.value === 0) return measures.find((one) => one.length > tolerance);
  const unit = largest.length / Math.abs(largest.value);
  return measures.find((one) => !(Math.abs(one.length - unit * Math.abs(one.value)) <= tolerance));
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

/** The first bar that neither begins at the baseline of all nor where another bar of its band and sign ends. */
const offBaseline = (bars: readonly Bar[]): Bar | undefined => {
  const least = (band: readonly Bar[]): number => Math.min(...band.map((bar) => Math.abs(bar.start - zero)));
  const longest = bars.reduce((most, bar) =>
    Math.abs(bar.end - bar.start) > Math.abs(most.end - most.start) ? bar : most,
  );
  const stack = bandsOf(bars).find((band) => band.includes(longest)) ?? [longest];
  const grows = Math.sign(longest.end - longest.start) || 1;
  const zero = stack.reduce((start, bar) => ((bar.start - start) * grows < 0 ? bar.start : start), longest.start);
  for (const band of bandsOf(bars)) {
    if (least(band) > tolerance) return band[0];
    const known = [zero, ...band.map((bar) => bar.end)];
    const adrift = band.find((bar) => !known.some((place) => Math.abs(place - bar.start) <= tolerance));
    if (adrift) return adrift;
  }
  return undefined;
};

/** Points of the picture for a unit of the figures in one panel; `undefined` where too little is drawn to tell. */
const scaleOf = (marks: readonly Drawn[], along: "x" | "y"): number | undefined => {
  const bars = marks.filter(({ mark }) => mark === "rect");
  const points = marks.filter(({ mark }) => mark === "symbol");
  const measures =
    bars.length > 0
      ? barsOf(bars, along).map(({ drawn, start, end }) => [Math.abs(end - start), drawn] as const)
      : points.map((drawn) => [drawn.item[along] ?? Number.NaN, drawn] as const);
  const values = measures.map(([place, { item }]) => ({ place, value: Number(item.datum?.value) }));
  const high = values.reduce((most, one) => (Math.abs(one.value) > Math.abs(most?.value ?? 0) ? one : most), values[0]);
  const low = bars.length > 0 ? { place: 0, value: 0 } : values.find(({ value }) => value !== high?.value);
  return high && low && high.value !== low.value
    ? Math.abs((high.place - low.place) / (high.value - low.value))
    : undefined;
};

/** Scales of panels may differ by what rounding to places explains. */
const sameScale = 0.01;

/**
 * Panels whose scales differ must say so: readers compare lengths across them.
 *
 * Reports `scales-differ`.
 *
 * @param says the language's words for it, `undefined` where it has none.
 */
export const checkScales = (
  panels: readonly (readonly Drawn[])[],
  along: "x" | "y",
  printed: readonly string[],
  says: string | undefined,
  note: Remark,
): void => {
  const scales = panels.flatMap((marks) => scaleOf(marks, along) ?? []);
  const [least, most] = [Math.min(...scales), Math.max(...scales)];
  if (scales.length < 2 || most - least <= sameScale * most || (says !== undefined && printed.includes(says))) return;
  note({
    rule: "scales-differ",
    message: "the panels are drawn to different scales, and the picture does not say so",
    path: ["resolve"],
    hint: 'print "@chart.scales-differ" below them, or share their scale',
  });
};

/**
 * Proves that one panel draws its numbers in their proportion: bars from one baseline with lengths like their values,
 * points at places like their values, sectors with angles like their values.
 *
 * Reports `out-of-proportion`.
 */
export const checkProportion = (marks: readonly Drawn[], along: "x" | "y", note: Remark): void => {
  const of = (mark: string): readonly Drawn[] => marks.filter((drawn) => drawn.mark === mark);
  const fault = (drawn: Drawn | undefined, message: string): void => {
    const key = drawn && rowKey(drawn);
    if (drawn) note({ rule: "out-of-proportion", message, drawn, ...(key && { key }) });
  };
  const bars = barsOf(of("rect"), along);
  if (bars.length > 0) {
    const length = new Map(bars.map((bar) => [bar.drawn, Math.abs(bar.end - bar.start)]));
    const wrong = checkLengths(of("rect"), (drawn) => length.get(drawn) ?? Number.NaN);
    fault(wrong?.drawn, "bars are not as long as their values ask");
    fault(offBaseline(bars)?.drawn, "bars do not begin at one baseline, nor each where another ends");
  }
  const points = of("symbol").length > 0 ? of("symbol") : of("line");
  if (points.length > 1) fault(checkPositions(points, along)?.drawn, "points do not stand where their values ask");
  const arcs = of("arc");
  if (arcs.length > 0) {
    const angle = ({ item }: Drawn): number => Math.abs((item.endAngle ?? 0) - (item.startAngle ?? 0)) * 100;
    fault(checkLengths(arcs, angle)?.drawn, "sectors are not as wide as their values ask");
  }
};
