import type { XmlComponent } from "docx";
import type { Figure } from "../../../model/document.ts";
import type { ChartKind, ChartModel } from "../../../model/picture.ts";
import { drawnRows } from "../../../model/walk.ts";
import type { Setting } from "../setting.ts";
import type { PartWriting } from "../volume.ts";
import { barPlot, columnPlot, standInRow } from "./layout.ts";
import { type AltText, type Form, type Look, panelBox, writePanel } from "./panel.ts";
import { sheetPanels } from "./series.ts";

/** The forms that Word draws as the publication does. Dots along an axis and bars of shares it has not. */
const forms: Readonly<Record<ChartKind, Form | undefined>> = {
  bar: { type: "bar" },
  column: { type: "column" },
  "stacked-bar": { type: "bar", stacking: "stacked" },
  "stacked-column": { type: "column", stacking: "stacked" },
  line: { type: "line" },
  share: undefined,
  dot: undefined,
};

/**
 * What a screen reader says of one of several panels: its head and every number that it draws, with the name of its series
 * where there are several.
 */
const panelText = (model: ChartModel, index: number, { kind }: Setting): string => {
  const panel = model.panels[index];
  if (!panel) return "";
  const [colon, comma, semicolon] = kind === "eastAsia" ? ["：", "，", "；"] : [": ", ", ", "; "];
  const several = panel.series.length > 1;
  const items = panel.categories.map((category, at) => {
    const numbers = panel.series
      .map(({ name, texts }) => ({ name, text: texts[at] ?? "" }))
      .filter(({ text }) => text !== "")
      .map(({ name, text }) => (several ? `${name} ${text}` : text));
    return [category, numbers.join(comma)].filter((text) => text !== "").join(colon);
  });
  return [panel.title, items.join(semicolon)].filter((text) => text !== "").join(colon);
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
  const rows = drawnRows(node);
  const form = forms[model.kind];
  const panels = form && sheetPanels(model, rows, writing.setting);
  if (!form || !panels) return undefined;
  // Rates stand at the end of bars that lie side by side; other forms have no room for them.
  if (panels.some((panel) => panel.change) && (form.stacking || form.type === "line")) return undefined;
  const { chart } = writing.setting.style;
  const rates = rows.flatMap((row) => (row.rated === true ? [String(row.change)] : []));
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
    return writePanel(look, box, altText(index, index === 0 ? node.alt : panelText(model, index, writing.setting)));
  });
};
