import type { XmlComponent } from "docx";
import { ChartRun, type ChartRunOptions } from "docx/charts";
import { columnWidth, mm } from "../../../model/style.ts";
import { pixels } from "../setting.ts";
import { visibleText } from "../text-runs.ts";
import { textWidth } from "../text-width.ts";
import type { PartWriting } from "../volume.ts";
import { labelColour } from "./contrast.ts";
import type { SheetPanel, SheetSeries } from "./sheet.ts";

type CategoryChart = Extract<ChartRunOptions, { readonly type: "bar" | "column" | "line" }>;
type Series = CategoryChart["series"][number];
type Font = NonNullable<NonNullable<CategoryChart["valueAxis"]>["font"]>;
export type AltText = NonNullable<CategoryChart["altText"]>;

/** A form of Word's charts. */
export type Form = Pick<CategoryChart, "type" | "stacking">;
/** One panel on its way into Word. */
export type Look = {
  readonly writing: PartWriting;
  readonly form: Form;
  readonly panel: SheetPanel;
  /** Whether the legend stands over this panel, or its room is kept for one that stands over the panel beside it. */
  readonly legend: "shown" | "room" | "none";
  /** How many panels stand in a row. */
  readonly columns: number;
};

const fontOf = (writing: PartWriting, size: number, colour?: string): Font => {
  const { chart, colours } = writing.setting.style;
  return {
    name: writing.setting.language.word.head.ascii,
    size,
    bold: false,
    color: colour ?? (colours[chart.colours.text]?.rgb ?? "#000000").slice(1),
  };
};

const titleFont = (writing: PartWriting): Font => {
  const { chart, colours } = writing.setting.style;
  const colour = (colours[chart.colours.current]?.rgb ?? "#000000").slice(1);
  return { ...fontOf(writing, chart.panel, colour), bold: true };
};

const labelsOf = (
  series: SheetSeries,
  position: Exclude<NonNullable<Series["dataLabels"]>, false>["position"],
  font: Font,
) => ({
  dataLabels: { value: true, ...(position ? { position } : {}), numberFormat: series.format, font },
  pointLabels: series.formats.map((format) => (format === undefined ? undefined : { numberFormat: format })),
});

const writeSeries = ({ writing, form }: Look, series: SheetSeries): Series => {
  const { style } = writing.setting;
  const position = form.type === "line" ? "above" : form.stacking ? "center" : "outsideEnd";
  const font = fontOf(writing, style.chart.value, form.stacking ? labelColour(style, series.colour) : undefined);
  return {
    name: visibleText(series.name),
    values: series.values,
    color: series.colour,
    ...labelsOf(series, position, font),
    ...(form.type === "line" ? { markers: true } : {}),
  };
};

/**
 * Rates of change as a column of labels at the far edge of the plot: a series on an axis so long that its bars, which
 * begin near its end, have no length to be seen.
 */
const writeChange = ({ writing }: Look, change: SheetSeries): Series => ({
  name: visibleText(change.name),
  values: change.values,
  axis: "secondary",
  color: change.colour,
  ...labelsOf(change, "outsideEnd", fontOf(writing, writing.setting.style.chart.value, change.colour)),
});

const changeAxis = { minimum: -1_000_000, maximum: 1000, visible: false, gridlines: false } as const;

/** End of the axis of values where rates stand at the edge: far enough for the label of the longest bar, and for those of falls, which stand on the near side of the edge. */
const valueEnd = ({ writing, form, panel }: Look, box: Box): number => {
  const { value } = writing.setting.style.chart;
  const longest = Math.max(0, ...panel.series.flatMap((series) => series.values.map((one) => one ?? 0)));
  const labels = panel.change?.values.some((rate) => (rate ?? 0) < 0) ? 2 : 1;
  const share =
    labels * (form.type === "bar" ? (5 * value) / (box.width * 0.6) : (2 * value) / (box.height - box.head));
  return Number((longest / (1 - Math.min(share, 0.5))).toPrecision(3));
};

/** Size of a panel in pt, and of what stands above and below its plot. */
export type Box = { readonly width: number; readonly height: number; readonly head: number; readonly foot: number };

/** About how many lines the legend takes: each name with its key and the space between, in four fifths of the width. */
const legendLines = ({ panel, writing }: Look, width: number): number => {
  const { label } = writing.setting.style.chart;
  const names = [...panel.series, ...(panel.change ? [panel.change] : [])].map((series) => series.name);
  return Math.ceil(names.reduce((sum, name) => sum + textWidth(name, label) + 2.5 * label, 0) / (width * 0.8));
};

/** Room for each bar of the horizontal forms, a fixed shape for the others; never more than four fifths of a page. */
export const panelBox = (look: Look): Box => {
  const { writing, form, panel, legend, columns } = look;
  const { page, chart } = writing.setting.style;
  const width = Math.floor(columnWidth(writing.setting.style) / columns);
  const most = (page.height - page.margins.top - page.margins.bottom) * mm * 0.8;
  const key = legend === "none" ? 0 : (1 + 1.4 * legendLines(look, width)) * chart.label;
  const head = (panel.title === "" ? 0 : 2.2 * chart.panel) + key + chart.label / 2;
  const foot = chart.label / 2;
  const bars = form.stacking ? 1 : panel.series.length;
  const plot = form.type === "bar" ? panel.categories.length * (bars * 1.3 + 0.6) * chart.value : width * 0.45;
  return { width, height: Math.min(most, head + plot + foot), head, foot };
};

/** A panel as a chart of Word with its workbook. */
export const writePanel = (look: Look, box: Box, altText: AltText): XmlComponent => {
  const { writing, form, panel, legend } = look;
  const { chart } = writing.setting.style;
  return new ChartRun({
    ...form,
    ...(panel.title === "" ? {} : { title: { text: visibleText(panel.title), font: titleFont(writing) } }),
    categories: panel.categories.map(visibleText),
    series: [
      ...panel.series.map((series) => writeSeries(look, series)),
      ...(panel.change ? [writeChange(look, panel.change)] : []),
    ],
    // The first category on top, as it is read; bars from zero, told by their labels instead of an axis.
    categoryAxis: { reverseOrder: form.type === "bar", font: fontOf(writing, chart.label) },
    valueAxis: {
      visible: false,
      gridlines: false,
      ...(form.type === "line" ? {} : { minimum: 0 }),
      ...(panel.change ? { maximum: valueEnd(look, box) } : {}),
    },
    ...(panel.change ? { secondaryValueAxis: changeAxis } : {}),
    ...(form.type === "line" ? {} : { gapWidth: 60, ...(form.stacking ? {} : { overlap: 0 }) }),
    legend: legend === "shown" ? { position: "top", font: fontOf(writing, chart.label) } : false,
    chartArea: { fill: "none", border: "none" },
    transformation: { width: Math.round(pixels(box.width)), height: Math.round(pixels(box.height)) },
    altText,
  } as CategoryChart);
};
