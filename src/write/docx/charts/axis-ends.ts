import { textWidth } from "../text-width.ts";
import type { Box, Form, PlotArea, Sizes } from "./form.ts";
import type { SheetPanel } from "./sheet.ts";

/** Height of a line, and room between a bar and its label, in the size of the labels. */
export const lineHeight = 1.2;
export const gap = 0.5;

/** Lines whose values are all in this share of the highest, from the top, do not begin at zero: they would be flat. */
const flat = 0.8;

const valuesOf = (panel: SheetPanel): readonly number[] =>
  panel.series.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [value])));

/** The greatest and least sum of a stack. */
const stacked = (panel: SheetPanel): readonly number[] =>
  panel.categories.flatMap((_, index) => {
    const values = panel.series.map(({ values }) => values[index] ?? 0);
    const sum = (keep: (value: number) => boolean): number =>
      values.filter(keep).reduce((total, value) => total + value, 0);
    return [sum((value) => value > 0), sum((value) => value < 0)];
  });

/** What labels need along the axis of values: their width beside lying bars, their height over others. */
const roomOf = (texts: readonly string[], form: Form, { value }: Sizes): number =>
  form.type === "bar"
    ? Math.max(0, ...texts.map((text) => textWidth(text, value))) + 2 * gap * value
    : (lineHeight + gap) * value;

const labelsWhere = (panel: SheetPanel, keep: (value: number) => boolean): readonly string[] =>
  panel.series.flatMap(({ values, labels }) =>
    labels.filter((_, index) => {
      const value = values[index] ?? null;
      return value !== null && keep(value);
    }),
  );

/** Length of the plot along the axis of values, pt. */
export const lengthOf = (form: Form, box: Box, plot: PlotArea): number =>
  form.type === "bar" ? plot.w * box.width : plot.h * box.height;

/** The ends of an axis of values. */
export type Ends = { readonly minimum: number; readonly maximum: number };

/**
 * The ends of the axis of values, so that the longest bar and its label have room in the plot, and beside it the rates of
 * falls, which stand on the near side of the edge. Bars begin at zero; lines keep to their values where these lie far from it.
 */
export const axisEnds = (panel: SheetPanel, form: Form, box: Box, plot: PlotArea, sizes: Sizes): Ends => {
  const values = form.stacking ? stacked(panel) : valuesOf(panel);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const lowest = Math.min(...values);
  const floor = form.type === "line" && lowest > most * flat ? lowest - (most - lowest) / 4 : least;
  const falls = (panel.change?.values ?? []).some((rate) => (rate ?? 0) < 0) ? (panel.change?.labels ?? []) : [];
  const inside = form.stacking !== undefined;
  const above = inside
    ? 0
    : roomOf(
        labelsWhere(panel, (value) => value >= 0),
        form,
        sizes,
      );
  const rates = panel.change ? roomOf(falls, form, sizes) : 0;
  const below =
    least < 0 && !inside
      ? roomOf(
          labelsWhere(panel, (value) => value < 0),
          form,
          sizes,
        )
      : 0;
  // Half of the plot is left to the bars at least; what is then too close is told by `labelsClash`.
  const length = Math.max(lengthOf(form, box, plot) - above - below - rates, lengthOf(form, box, plot) / 2);
  const perPoint = (most - floor || 1) / length;
  const rounded = (number: number): number => Number(number.toPrecision(4));
  return { minimum: rounded(floor - below * perPoint), maximum: rounded(most + (above + rates) * perPoint) };
};
