import type { ChartModel } from "../../../model/picture.ts";
import type { Setting } from "../setting.ts";

/** What stands in a picture instead of numbers: a word, and the series and categories that it stands for. */
type Gap = { readonly series: string; readonly word: string; readonly categories: readonly string[] };

const gapsOf = (panel: ChartModel["panels"][number]): readonly Gap[] =>
  panel.series.flatMap((series) => {
    const places = new Map<string, string[]>();
    series.values.forEach((value, index) => {
      const word = series.texts[index] ?? "";
      if (value === null && word !== "") places.set(word, [...(places.get(word) ?? []), panel.categories[index] ?? ""]);
    });
    return [...places].map(([word, categories]) => ({ series: series.name, word, categories }));
  });

/**
 * The words that stand in a picture in place of numbers, as lines below the chart, whose sheet has empty cells there:
 * "2018 · Arrests, Charges: not published". Panels that lack the same numbers share a line.
 */
export const wordsForNumbers = (model: ChartModel, setting: Setting): readonly string[] => {
  const list = new Intl.ListFormat(setting.language.language, { style: "narrow", type: "conjunction" });
  const colon = setting.kind === "eastAsia" ? "：" : ": ";
  const lines = new Map<string, string[]>();
  for (const panel of model.panels) {
    for (const { series, word, categories } of gapsOf(panel)) {
      const line = [series, list.format(categories)].filter((part) => part !== "").join(" · ") + colon + word;
      lines.set(line, [...(lines.get(line) ?? []), panel.title]);
    }
  }
  return [...lines].map(([line, panels]) =>
    panels.length === model.panels.length ? line : `${list.format(panels)} · ${line}`,
  );
};
