import { columnWidth, type Style } from "../../../model/style.ts";
import { textWidth } from "../text-width.ts";
import type { Box, PlotArea, Sizes } from "./form.ts";
import type { SheetPanel } from "./sheet.ts";

/** Most of the width that names of categories take before they wrap. */
const widestNames = 0.36;

/** Whether two panels with bars for the same things stand side by side: where their names leave room for the bars. */
export const standInRow = (panels: readonly SheetPanel[], style: Style): boolean => {
  const [first, second] = panels;
  if (!first || !second || panels.length > 2) return false;
  const names = Math.max(...first.categories.map((name) => textWidth(name, style.chart.label)));
  return (
    first.categories.join("\n") === second.categories.join("\n") &&
    names + style.chart.label <= (widestNames * columnWidth(style)) / 2
  );
};

/** What rates take beyond the edge of a plot, pt. */
const widestRate = (panels: readonly SheetPanel[], value: number): number =>
  Math.max(0, ...panels.flatMap(({ change }) => (change?.labels ?? []).map((text) => textWidth(text, value) + value)));

/**
 * The plot of a chart with horizontal bars: the names of all panels to its left, so that the panels stand in line, and
 * room to its right for the rates of change, which programs would otherwise break or set over the bars. Labels of bars
 * stand within it.
 */
export const barPlot = (panels: readonly SheetPanel[], size: Sizes, box: Box): PlotArea => {
  const names = Math.max(...panels.flatMap((panel) => panel.categories.map((name) => textWidth(name, size.label))));
  const room = Math.max(widestRate(panels, size.value), size.label / 2);
  const x = Math.min(widestNames, (names + size.label) / box.width);
  const y = box.head / box.height;
  return { x, y, w: 1 - x - room / box.width, h: 1 - y - box.foot / box.height };
};

/** The plot of a chart with upright bars or lines: room above it for rates, below it for the names. */
export const columnPlot = ({ change }: SheetPanel, size: Sizes, box: Box): PlotArea => {
  const y = (box.head + (change ? 2 * size.value : 0)) / box.height;
  return { x: 0.02, y, w: 0.96, h: 1 - y - (2.2 * size.label) / box.height };
};
