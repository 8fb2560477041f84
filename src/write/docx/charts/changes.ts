import type { ChartPanel } from "../../../model/picture.ts";
import type { Setting } from "../setting.ts";
import { canFormat } from "./number-format.ts";
import { numberLook } from "./number-look.ts";
import { formatsOf, type SheetSeries } from "./sheet.ts";

/** The printed change of each category of a panel on the year before, "" for none; nothing where no rate is printed. */
export const changeTexts = (panel: ChartPanel): readonly string[] | undefined => {
  const texts = panel.categories.map(
    (_, index) => panel.series.map(({ changes }) => changes?.[index] ?? "").find((text) => /\p{Nd}/u.test(text)) ?? "",
  );
  return texts.some((text) => text !== "") ? texts : undefined;
};

/**
 * The change on the year before as a series of its own, so that the sheet holds the rates too: percentages as printed,
 * which are not to the scale of the others. "unprintable" where a number format cannot give the printed text.
 */
export const changeSeries = (panel: ChartPanel, setting: Setting): SheetSeries | "unprintable" | undefined => {
  const texts = changeTexts(panel);
  if (!texts) return undefined;
  const { language, style } = setting;
  const looks = texts.map((text) => (text === "" ? undefined : numberLook(text, language)));
  const isPrinted = (text: string, index: number): boolean => {
    const look = looks[index];
    return text === "" || (look !== undefined && canFormat(look, language));
  };
  if (!texts.every(isPrinted)) return "unprintable";
  return {
    name: language.messages["chart.change"] ?? "%",
    colour: (style.colours[style.chart.colours.change]?.rgb ?? "#000000").slice(1).toUpperCase(),
    values: looks.map((look) => look?.number ?? null),
    labels: texts,
    ...formatsOf(looks, language),
  };
};
