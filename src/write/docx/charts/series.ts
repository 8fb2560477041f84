import type { Language } from "../../../model/language.ts";
import type { ChartModel, ChartPanel, ChartSeries } from "../../../model/picture.ts";
import type { Setting } from "../setting.ts";
import { changeSeries } from "./changes.ts";
import { canFormat } from "./number-format.ts";
import { type NumberLook, numberLook, printsAs } from "./number-look.ts";
import { formatsOf, type SheetPanel, type SheetSeries } from "./sheet.ts";

/** Division by a power of ten as it is written on paper: 173600 / 10000 is 17.36, not 17.360000000000003. */
const scaled = (value: number, scale: number): number => Number((value / scale).toPrecision(15));

/** Whether the language groups the digits of a number of this size. */
const isGrouped = (number: number, { language }: Language): boolean =>
  new Intl.NumberFormat(language).formatToParts(number).some(({ type }) => type === "group");

const sheetSeries = (series: ChartSeries, scale: number, language: Language): SheetSeries | undefined => {
  const values = series.values.map((value) => (value === null ? null : scaled(value, scale)));
  const looks = series.texts.map((text, index): NumberLook | undefined =>
    values[index] === null ? undefined : numberLook(text, language),
  );
  const grouping = looks.some((look) => look?.grouped);
  const exact = values.every((value, index) => {
    const look = looks[index];
    if (value === null) return true;
    if (look === undefined || !printsAs(value, look) || !canFormat(look, language)) return false;
    return look.grouped || !grouping || !isGrouped(look.number, language);
  });
  if (!exact) return undefined;
  return {
    name: series.name,
    colour: series.colour.replace("#", "").toUpperCase(),
    values,
    labels: series.texts.map((text, index) => (values[index] === null ? "" : text)),
    ...formatsOf(looks, language),
  };
};

const sheetPanel = (panel: ChartPanel, setting: Setting): SheetPanel | undefined => {
  const series = panel.series.map((one) => sheetSeries(one, panel.scale, setting.language));
  const change = changeSeries(panel, setting);
  if (series.length === 0 || panel.categories.length === 0 || change === "unprintable") return undefined;
  if (!series.every((one) => one !== undefined)) return undefined;
  return { title: panel.title, categories: panel.categories, series, ...(change ? { change } : {}) };
};

/**
 * A chart's panels as a spreadsheet holds them, or nothing where a label cannot be had from its number: a label typed by
 * hand would go on saying the old figure after the data was edited.
 */
export const sheetPanels = (model: ChartModel, setting: Setting): readonly SheetPanel[] | undefined => {
  const panels = model.panels.map((panel) => sheetPanel(panel, setting));
  return panels.length > 0 && panels.every((panel) => panel !== undefined) ? panels : undefined;
};
