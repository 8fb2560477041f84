import type { XmlComponent } from "docx";
import type { Figure } from "../../../model/document.ts";
import type { ChartKind, ChartModel } from "../../../model/picture.ts";
import { chartOf } from "../../../model/walk.ts";
import type { PartWriting } from "../volume.ts";
import { axisEnds, type Ends } from "./axis-ends.ts";
import type { Form } from "./form.ts";
import { labelsClash } from "./labels.ts";
import { barPlot, columnPlot, standInRow } from "./layout.ts";
import { type AltText, type Look, panelBox, writePanel } from "./panel.ts";
import { sheetPanels } from "./series.ts";

/** The forms that Word draws as the publication does. Dots along an axis, bars of shares and mixtures it has not. */
const forms: Readonly<Record<ChartKind, Form | undefined>> = {
  bar: { type: "bar" },
  column: { type: "column" },
  "stacked-bar": { type: "bar", stacking: "stacked" },
  "stacked-column": { type: "column", stacking: "stacked" },
  line: { type: "line" },
  area: undefined,
  share: undefined,
  mixed: undefined,
  dot: undefined,
};

/** An axis that reaches as far as all of several. */
const around = (ends: readonly Ends[]): Ends => ({
  minimum: Math.min(...ends.map(({ minimum }) => minimum)),
  maximum: Math.max(...ends.map(({ maximum }) => maximum)),
});

/**
 * The panels of a chart as charts of Word, each with its workbook (DrawingML, ECMA-376 part 1 §21.2); nothing where Word
 * has no such form, could not print the labels from the numbers, or would set them on one another.
 */
export const nativeCharts = (
  writing: PartWriting,
  node: Figure,
  model: ChartModel,
  altText: (panel: number, description: string) => AltText,
): readonly XmlComponent[] | undefined => {
  const form = forms[model.kind];
  const panels = form && sheetPanels(model, writing.setting);
  if (!form || !panels) return undefined;
  // Rates stand at the end of bars that lie side by side; other forms have no room for them.
  if (panels.some((panel) => panel.change) && (form.stacking || form.type === "line")) return undefined;
  const { chart } = writing.setting.style;
  const alternatives = chartOf(node)?.alternatives ?? [];
  const columns = form.type === "bar" && standInRow(panels, writing.setting.style) ? panels.length : 1;
  const laid = panels.map((panel, index) => {
    const needsLegend = index < columns && (panel.series.length > 1 || panel.change !== undefined);
    const legend = !needsLegend ? "none" : index === 0 ? "shown" : "room";
    const look: Look = { writing, form, panel, legend, columns };
    const box = panelBox(look);
    const plot = form.type === "bar" ? barPlot(panels, chart, box) : columnPlot(panel, chart, box);
    return { look, box, plot };
  });
  const own = laid.map(({ look, box, plot }) => axisEnds(look.panel, form, box, plot, chart));
  const ends = model.sharedScale ? own.map(() => around(own)) : own;
  if (laid.some(({ look, box, plot }, index) => labelsClash(look.panel, form, box, plot, ends[index] as Ends, chart)))
    return undefined;
  return laid.map(({ look, box, plot }, index) => {
    const { panel } = look;
    const { minimum, maximum } = ends[index] as Ends;
    writing.volume.charts.push({
      setting: writing.setting,
      series: [...panel.series, ...(panel.change ? [panel.change] : [])],
      rates: panel.change !== undefined,
      namesBelow: minimum < 0,
      plot,
    });
    return writePanel(look, box, { minimum, maximum }, altText(index, alternatives[index] ?? node.alt));
  });
};
