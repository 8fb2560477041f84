import type { XmlComponent } from "docx";
import { ChartRun } from "docx/charts";
import { columnWidth, mm } from "../../../model/style.ts";
import { pixels } from "../setting.ts";
import { textWidth } from "../text-width.ts";
import { visibleText } from "../visible-text.ts";
import type { PartWriting } from "../volume.ts";
import type { Ends } from "./axis-ends.ts";
import { labelColour } from "./contrast.ts";
import type { Box, CategoryChart, Form } from "./form.ts";
import type { SheetPanel, SheetSeries } from "./sheet.ts";

type Series = CategoryChart["series"][number];
type Font = NonNullable<NonNullable<CategoryChart["valueAxis"]>["font"]>;
export type AltText = NonNullable<CategoryChart["altText"]>;

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
  const key = legend === "none" ? 0 : (1 + 1.7 * legendLines(look, width)) * chart.label;
  const head = (panel.title === "" ? 0 : 2.2 * chart.panel) + key + chart.label / 2;
  const foot = chart.label / 2;
  const bars = form.stacking ? 1 : panel.series.length;
  const plot = form.type === "bar" ? panel.categories.length * (bars * 1.3 + 0.6) * chart.value : width * 0.45;
  return { width, height: Math.min(most, head + plot + foot), head, foot };
};

/** A panel as a chart of Word with its workbook. */
export const writePanel = (look: Look, box: Box, ends: Ends, altText: AltText): XmlComponent => {
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
      ...ends,
    },
    ...(panel.change ? { secondaryValueAxis: changeAxis } : {}),
    ...(form.type === "line" ? {} : { gapWidth: 60, ...(form.stacking ? {} : { overlap: 0 }) }),
    legend: legend === "shown" ? { position: "top", font: fontOf(writing, chart.label) } : false,
    chartArea: { fill: "none", border: "none" },
    transformation: { width: Math.round(pixels(box.width)), height: Math.round(pixels(box.height)) },
    altText,
  } as CategoryChart);
};
