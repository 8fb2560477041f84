import type { Element } from "@xmldom/xmldom";
import type { Setting } from "../setting.ts";
import type { PlotArea } from "./form.ts";
import type { SheetSeries } from "./sheet.ts";
import { below, change, childrenOf, make, parseTree } from "./tree.ts";

/** What a chart needs beyond what docx writes: its language, its East Asian font, its formats, the place of its plot. */
export type ChartFinish = {
  readonly setting: Setting;
  /** Its series in their order, that of the rates last. */
  readonly series: readonly SheetSeries[];
  /** Whether the last series holds rates, on the second axis. */
  readonly rates: boolean;
  /** Whether the names of categories stand below bars that reach under zero. */
  readonly namesBelow: boolean;
  readonly plot: PlotArea;
};

const isAbout = (element: Element, name: string, value: string): boolean => element.getAttribute(name) === value;

/** The language of the chart, of its texts, and the East Asian font, which docx takes from the theme. */
const localize = (root: Element, { language }: Setting): void => {
  change("language", below(root, "c:lang"), (element) => element.setAttribute("val", language.language));
  const texts = [...below(root, "a:rPr"), ...below(root, "a:endParaRPr")].filter((one) => one.hasAttribute("lang"));
  change("language of texts", texts, (element) => element.setAttribute("lang", language.language));
  const fonts = below(root, "a:ea").filter((one) => isAbout(one, "typeface", "+mn-ea"));
  change("East Asian font", fonts, (element) => element.setAttribute("typeface", language.word.head.eastAsia));
};

/** A number is never broken over two lines; only labels of data have insets. */
const keepNumbersWhole = (root: Element): void => {
  const bodies = below(root, "c:dLbls").flatMap((labels) => below(labels, "a:bodyPr"));
  change("labels on one line", bodies, (body) => body.setAttribute("wrap", "none"));
};

/** The format of its labels in the cache of each series' numbers too, for programs that take it from there. */
const formatCaches = (root: Element, series: readonly SheetSeries[]): void => {
  const caches = below(root, "c:val").flatMap((values) => below(values, "c:formatCode"));
  if (caches.length !== series.length) throw new Error(`${caches.length} caches for ${series.length} series`);
  change("formats of numbers", caches, (code, index) => {
    code.textContent = series[index]?.format ?? "General";
  });
};

/** A place given by hand (c:manualLayout, ECMA-376 part 1 §21.2.2.95). */
const placePlot = (root: Element, { x, y, w, h }: PlotArea): void => {
  const layouts = below(root, "c:plotArea").flatMap((area) => childrenOf(area, "c:layout"));
  change("place of the plot", layouts, (layout) => {
    const value = (name: string, number: number | string): Element => make(root, `c:${name}`, { val: number });
    const fraction = (name: string, number: number): Element => value(name, Number(number.toFixed(4)));
    layout.appendChild(
      make(
        root,
        "c:manualLayout",
        {},
        ...[value("layoutTarget", "inner"), value("xMode", "edge"), value("yMode", "edge")],
        ...[fraction("x", x), fraction("y", y), fraction("w", w), fraction("h", h)],
      ),
    );
  });
};

/** The names of categories at the foot of the plot, where bars below zero do not run through them. */
const lowerNames = (root: Element): void =>
  change(
    "place of the names",
    below(root, "c:catAx").flatMap((axis) => childrenOf(axis, "c:tickLblPos")),
    (place) => place.setAttribute("val", "low"),
  );

/** The chart of the second axes, which holds the rates, and those axes by their ids. */
const ratesOf = (root: Element): { readonly chart: readonly Element[]; readonly axis: readonly Element[] } => {
  const [, second] = below(root, "c:barChart");
  const ids = second ? childrenOf(second, "c:axId").map((id) => id.getAttribute("val")) : [];
  const axis = below(root, "c:valAx").filter((one) =>
    childrenOf(one, "c:axId").some((id) => ids.includes(id.getAttribute("val"))),
  );
  return { chart: second ? [second] : [], axis };
};

/**
 * Shows the axis of the rates, without line and labels: LibreOffice draws a series by the first axis when its own is
 * deleted.
 */
const showSecondAxis = (root: Element): void => {
  const { axis } = ratesOf(root);
  const set = (name: string, value: string | number): void =>
    change(
      `${name} of the axis of the rates`,
      axis.flatMap((one) => childrenOf(one, name)),
      (element) => element.setAttribute("val", String(value)),
    );
  set("c:delete", 0);
  set("c:tickLblPos", "none");
};

/**
 * Clears the bars of the rates, which are there for their labels only, point by point: cleared as a series, their key in
 * the legend would be empty too.
 */
const clearRateBars = (root: Element): void => {
  const series = ratesOf(root).chart.flatMap((chart) => childrenOf(chart, "c:ser"));
  const clear = (index: number): Element =>
    make(
      root,
      "c:dPt",
      {},
      make(root, "c:idx", { val: index }),
      make(root, "c:invertIfNegative", { val: 0 }),
      make(root, "c:bubble3D", { val: 0 }),
      make(root, "c:spPr", {}, make(root, "a:noFill"), make(root, "a:ln", {}, make(root, "a:noFill"))),
    );
  change("bars of the rates", series, (one) => {
    const points = below(one, "c:cat").flatMap((names) => below(names, "c:ptCount"));
    const [labels] = childrenOf(one, "c:dLbls");
    change("labels of the rates", labels ? [labels] : [], (before) => {
      const count = Number(points[0]?.getAttribute("val") ?? 0);
      for (let index = 0; index < count; index++) one.insertBefore(clear(index), before);
    });
  });
};

/** A chart part (word/charts/chart1.xml) in the language and fonts of its text. */
export const finishChart = (markup: string, { setting, series, rates, namesBelow, plot }: ChartFinish): string => {
  const { root, write } = parseTree(markup);
  localize(root, setting);
  keepNumbersWhole(root);
  formatCaches(root, series);
  placePlot(root, plot);
  if (namesBelow) lowerNames(root);
  if (rates) {
    showSecondAxis(root);
    clearRateBars(root);
  }
  return write();
};
