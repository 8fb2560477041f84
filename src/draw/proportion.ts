import type { RuleName } from "../model/rules/index.ts";
import { type Axis, type Bar, bandsOf, barsOf, tolerance } from "./axis.ts";
import { checkBaseline } from "./baseline.ts";
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

/** What a mark may stand for: its value, its share in the whole, its part of the stack that it stands in. */
type Meaning = (drawn: Drawn) => number | undefined;
const column =
  (name: string): Meaning =>
  ({ item }) =>
    typeof item.datum?.[name] === "number" ? item.datum[name] : undefined;
const partOfStack = (bars: readonly Bar[]): Meaning => {
  const totals = new Map(
    bandsOf(bars).flatMap((band) => {
      const total = band.reduce((sum, { drawn }) => sum + Number(drawn.item.datum?.value ?? 0), 0);
      return band.map(({ drawn }) => [drawn, total] as const);
    }),
  );
  return (drawn) => {
    const [value, total] = [column("value")(drawn), totals.get(drawn)];
    return value === undefined || !total ? undefined : value / total;
  };
};

/** Tries what the marks may stand for; the first fault of the first meaning is told. */
const checkLengths = (
  marks: readonly Drawn[],
  lengthOf: (drawn: Drawn) => number,
  meanings: readonly Meaning[],
): Measure | undefined => {
  const faults = meanings.flatMap((meaning) => {
    const measures = marks.flatMap((drawn): readonly Measure[] => {
      const value = meaning(drawn);
      return value === undefined ? [] : [{ drawn, length: lengthOf(drawn), value }];
    });
    return measures.length === marks.length ? [outOfProportion(measures)] : [];
  });
  return faults.some((fault) => fault === undefined) ? undefined : faults[0];
};

/** Points stand at equal steps for equal differences: position is a straight line over value. */
const checkPositions = (marks: readonly Drawn[], axis: Axis): Measure | undefined => {
  const points = marks.map(
    (drawn): Measure => ({ drawn, length: drawn.item[axis] ?? Number.NaN, value: Number(drawn.item.datum?.value) }),
  );
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0] as Measure, sorted.at(-1) as Measure];
  const slope = high.value === low.value ? 0 : (high.length - low.length) / (high.value - low.value);
  if (slope === 0 && high.value !== low.value) return high;
  return points.find((one) => !(Math.abs(low.length + slope * (one.value - low.value) - one.length) <= tolerance));
};

/** Shorter bars vanish on the press, pt. */
const least = 0.25;

const isSomething = ({ item }: Drawn): boolean => Number(item.datum?.value ?? 0) !== 0;

/**
 * Proves that one panel draws its numbers in their proportion: bars from one baseline with lengths like their values, as
 * far as they are seen, points at places like their values, sectors with angles like their values.
 *
 * Reports `out-of-proportion`, `off-baseline`, `too-small-to-see`.
 */
export const checkProportion = (
  marks: readonly Drawn[],
  { along, normalized }: { readonly along: Axis; readonly normalized: boolean },
  note: Remark,
): void => {
  const of = (mark: string): readonly Drawn[] => marks.filter((drawn) => drawn.mark === mark);
  const fault = (rule: RuleName, drawn: Drawn | undefined, message: string, hint?: string): boolean => {
    const key = drawn && rowKey(drawn);
    if (drawn) note({ rule, message, drawn, ...(key && { key }), ...(hint && { hint }) });
    return drawn !== undefined;
  };
  /** A mark for a number that is not zero, and yet too small to be seen. */
  const tooSmall = (drawn: Drawn | undefined): boolean =>
    fault(
      "too-small-to-see",
      drawn,
      `what is drawn for ${drawn && rowKey(drawn)} is less than ${least} pt long and cannot be seen beside the longest`,
      "give magnitudes that differ panels of their own, or correct the value",
    );
  for (const bars of [barsOf(of("rect"), along), barsOf(of("area"), along)]) {
    if (bars.length === 0) continue;
    const drawn = bars.map((bar) => bar.drawn);
    const length = new Map(bars.map((bar) => [bar.drawn, Math.abs(bar.end - bar.start)]));
    const lengthOf = (one: Drawn): number => length.get(one) ?? Number.NaN;
    const wrong = checkLengths(drawn, lengthOf, [
      ...[column("value"), column("share")],
      ...(normalized ? [partOfStack(bars)] : []),
    ]);
    if (!fault("out-of-proportion", wrong?.drawn, "bars are not as long as their values ask"))
      tooSmall(drawn.find((one) => isSomething(one) && lengthOf(one) < least));
  }
  checkBaseline(marks, along, (drawn, message) => fault("off-baseline", drawn, message));
  const points = of("symbol").length > 0 ? of("symbol") : of("line");
  if (points.length > 1)
    fault("out-of-proportion", checkPositions(points, along)?.drawn, "points do not stand where their values ask");
  const arcs = of("arc");
  if (arcs.length > 0) {
    const rim = ({ item }: Drawn): number =>
      Math.abs((item.endAngle ?? 0) - (item.startAngle ?? 0)) * (item.outerRadius ?? 100);
    const wrong = checkLengths(arcs, rim, [column("value"), column("share")]);
    if (!fault("out-of-proportion", wrong?.drawn, "sectors are not as wide as their values ask"))
      tooSmall(arcs.find((arc) => isSomething(arc) && rim(arc) < least));
  }
};
