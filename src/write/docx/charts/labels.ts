import { textWidth } from "../text-width.ts";
import { type Ends, gap, lengthOf, lineHeight } from "./axis-ends.ts";
import type { Box, Form, PlotArea, Sizes } from "./form.ts";
import type { SheetPanel, SheetSeries } from "./sheet.ts";

/** A label's place in the plot, pt; y grows downwards. */
type Place = { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };

/** Where the labels of one series stand. */
const placesOf = (
  series: SheetSeries,
  at: number,
  panel: SheetPanel,
  form: Form,
  frame: { readonly along: number; readonly across: number; readonly minimum: number; readonly maximum: number },
  { value: size }: Sizes,
): readonly Place[] => {
  const scale = frame.along / (frame.maximum - frame.minimum);
  const band = frame.across / panel.categories.length;
  const bars = form.stacking || form.type === "line" ? 1 : panel.series.length;
  const bar = form.type === "line" ? band : band / (bars + 0.6);
  return series.values.flatMap((value, index): readonly Place[] => {
    const text = series.labels[index] ?? "";
    if (value === null || text === "") return [];
    const middle =
      index * band + (form.type === "line" ? band / 2 : 0.3 * bar + (form.stacking ? 0.5 : at + 0.5) * bar);
    const before = form.stacking
      ? panel.series.slice(0, at).reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0)
      : 0;
    const end = (before + value - frame.minimum) * scale;
    const [wide, high] = [textWidth(text, size), lineHeight * size];
    const [length, breadth] = form.type === "bar" ? [wide, high] : [high, wide];
    const start = form.stacking
      ? end - (value * scale + length) / 2
      : value < 0
        ? end - gap * size - length
        : end + (form.type === "bar" ? gap * size : 0);
    const [from, to] = [middle - breadth / 2, middle + breadth / 2];
    return [
      form.type === "bar"
        ? { x1: start, x2: start + length, y1: from, y2: to }
        : { x1: from, x2: to, y1: frame.along - start - length, y2: frame.along - start },
    ];
  });
};

const overlap = (a: Place, b: Place): boolean =>
  Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 1 && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 1;

/** Whether a part of a stack is shorter than its label. */
const isCrowded = (panel: SheetPanel, form: Form, scale: number, { value: size }: Sizes): boolean =>
  form.stacking !== undefined &&
  panel.series.some(({ values, labels }) =>
    values.some((value, index) => {
      const text = labels[index] ?? "";
      if (value === null || text === "") return false;
      return Math.abs(value) * scale < (form.type === "bar" ? textWidth(text, size) : lineHeight * size);
    }),
  );

/**
 * Whether labels of a panel would stand on one another, as far as it can be told without the office's fonts: the picture,
 * whose words are measured, then stands in place of the chart.
 */
export const labelsClash = (
  panel: SheetPanel,
  form: Form,
  box: Box,
  plot: PlotArea,
  ends: Ends,
  sizes: Sizes,
): boolean => {
  const along = lengthOf(form, box, plot);
  const across = form.type === "bar" ? plot.h * box.height : plot.w * box.width;
  if (isCrowded(panel, form, along / (ends.maximum - ends.minimum), sizes)) return true;
  const places = panel.series.flatMap((series, at) =>
    placesOf(series, at, panel, form, { along, across, ...ends }, sizes),
  );
  return places.some((place, index) => places.slice(index + 1).some((other) => overlap(place, other)));
};
