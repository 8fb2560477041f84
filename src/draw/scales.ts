import { type Axis, barsOf } from "./axis.ts";
import type { Remark } from "./fault.ts";
import type { Drawn } from "./scene.ts";

/** Points of the picture for a unit of the figures in one panel; `undefined` where too little is drawn to tell. */
const scaleOf = (marks: readonly Drawn[], along: Axis): number | undefined => {
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

/** Whether a point stands for another number in one panel than in another. */
export const scalesDiffer = (panels: readonly (readonly Drawn[])[], along: Axis): boolean => {
  const scales = panels.flatMap((marks) => scaleOf(marks, along) ?? []);
  const [least, most] = [Math.min(...scales), Math.max(...scales)];
  return scales.length > 1 && most - least > sameScale * most;
};

/**
 * Panels whose scales differ must say so: readers compare lengths across them.
 *
 * Reports `scales-differ`.
 *
 * @param says the language's words for it, `undefined` where it has none.
 */
export const checkScales = (
  panels: readonly (readonly Drawn[])[],
  along: Axis,
  printed: readonly string[],
  says: string | undefined,
  note: Remark,
): void => {
  if (!scalesDiffer(panels, along) || (says !== undefined && printed.includes(says))) return;
  note({
    rule: "scales-differ",
    message: "the panels are drawn to different scales, and the picture does not say so",
    path: ["resolve"],
    hint: 'print "@chart.scales-differ" below them, or share their scale',
  });
};
