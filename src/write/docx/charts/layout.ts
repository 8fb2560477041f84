import { columnWidth, type Style } from "../../../model/style.ts";
import { textWidth } from "../text-width.ts";
import type { SheetPanel } from "./sheet.ts";

/** Where the bars stand in a chart, in fractions of its width and height. */
export type PlotArea = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

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

/**
 * The plot of a chart with horizontal bars: the names of all panels to its left, so that the panels stand in line, and
 * room to its right for the label of the longest bar and for the rates of change, which programs would otherwise break or
 * set one over the other.
 */
export const barPlot = (
  panels: readonly SheetPanel[],
  texts: { readonly labels: readonly string[]; readonly rates: readonly string[] },
  size: { readonly label: number; readonly value: number },
  box: { readonly width: number; readonly head: number; readonly foot: number; readonly height: number },
): PlotArea => {
  const names = Math.max(...panels.flatMap((panel) => panel.categories.map((name) => textWidth(name, size.label))));
  const widest = (lines: readonly string[]): number =>
    Math.max(0, ...lines.map((text) => textWidth(text, size.value) + size.value));
  // Rates stand beyond the plot, and then the labels of the bars within it.
  const room = widest(texts.rates.length > 0 ? texts.rates : texts.labels);
  const x = Math.min(widestNames, (names + size.label) / box.width);
  const y = box.head / box.height;
  return { x, y, w: 1 - x - room / box.width, h: 1 - y - box.foot / box.height };
};

/** The plot of a chart with upright bars that carry rates: room above it for them, below it for the names. */
export const columnPlot = (
  size: { readonly label: number; readonly value: number },
  box: { readonly head: number; readonly height: number },
): PlotArea => {
  const y = (box.head + 2 * size.value) / box.height;
  return { x: 0.02, y, w: 0.96, h: 1 - y - (2.2 * size.label) / box.height };
};
