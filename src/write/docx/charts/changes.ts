import type { ChartRow } from "../../../model/document.ts";
import type { ChartPanel } from "../../../model/picture.ts";
import type { Setting } from "../setting.ts";
import { numberLook } from "./number-format.ts";
import { formatsOf, type SheetSeries } from "./sheet.ts";

/** The printed change of each category of a panel on the year before; nothing where the chart compares no years. */
const changeTexts = (panel: ChartPanel, rows: ReadonlyMap<string, ChartRow>): readonly string[] | undefined => {
  const texts = panel.categories.map((_, index) => {
    const row = panel.series
      .map((series) => rows.get(series.keys[index] ?? ""))
      .find((one) => one?.rated === true && typeof one.change === "string");
    return typeof row?.change === "string" ? row.change : "";
  });
  return texts.some((text) => text !== "") ? texts : undefined;
};

/**
 * The change on the year before as a series of its own, so that the sheet holds the rates too: percentages as printed,
 * which are not to the scale of the others. "unprintable" where a number format cannot give the printed text.
 */
export const changeSeries = (
  panel: ChartPanel,
  rows: ReadonlyMap<string, ChartRow>,
  setting: Setting,
): SheetSeries | "unprintable" | undefined => {
  const texts = changeTexts(panel, rows);
  if (!texts) return undefined;
  const { language, style } = setting;
  const looks = texts.map((text) => (text === "" ? undefined : numberLook(text, language.language)));
  if (texts.some((text, index) => text !== "" && !looks[index])) return "unprintable";
  return {
    name: language.messages["chart.change"] ?? "%",
    colour: (style.colours[style.chart.colours.change]?.rgb ?? "#000000").slice(1).toUpperCase(),
    values: looks.map((look) => look?.number ?? null),
    ...formatsOf(looks),
  };
};
