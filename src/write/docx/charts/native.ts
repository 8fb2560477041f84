import type { XmlComponent } from "docx";
import type { Figure } from "../../../model/document.ts";
import type { ChartKind, ChartModel } from "../../../model/picture.ts";
import { chartOf } from "../../../model/walk.ts";
import type { PartWriting } from "../volume.ts";
import { changeTexts } from "./changes.ts";
import { barPlot, columnPlot, standInRow } from "./layout.ts";
import { type AltText, type Form, type Look, panelBox, writePanel } from "./panel.ts";
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

/**
 * The panels of a chart as charts of Word, each with its workbook (DrawingML, ECMA-376 part 1 §21.2); nothing where Word
 * has no such form, or could not print the labels from the numbers.
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
  const rates = model.panels.flatMap((panel) => (changeTexts(panel) ?? []).filter((text) => text !== ""));
  const alternatives = chartOf(node)?.alternatives ?? [];
  const labels = model.panels.flatMap((panel) => panel.series.flatMap((series) => series.texts));
  const columns = form.type === "bar" && standInRow(panels, writing.setting.style) ? panels.length : 1;
  return panels.map((panel, index) => {
    const needsLegend = index < columns && (panel.series.length > 1 || panel.change !== undefined);
    const legend = !needsLegend ? "none" : index === 0 ? "shown" : "room";
    const look: Look = { writing, form, panel, legend, columns };
    const box = panelBox(look);
    writing.volume.charts.push({
      setting: writing.setting,
      ...(form.type === "bar" ? { plot: barPlot(panels, { labels, rates }, chart, box) } : {}),
      ...(form.type === "column" && panel.change ? { plot: columnPlot(chart, box) } : {}),
    });
    return writePanel(look, box, altText(index, alternatives[index] ?? node.alt));
  });
};
