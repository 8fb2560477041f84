import { describe, expect, it } from "vitest";
import { chartTable } from "../../src/model/chart-table.ts";
import type { ChartModel, ChartSeries } from "../../src/model/picture.ts";
import { language } from "../languages.ts";

const english = language("en", { grouping: true }, { messages: { "chart.change": "Change", "chart.share": "Share" } });
const series = (name: string, of: Partial<ChartSeries>): ChartSeries => ({
  name,
  colour: "#000000",
  values: [],
  texts: [],
  keys: [],
  ...of,
});
const model = (...panels: readonly (readonly [title: string, categories: readonly string[], ChartSeries[]])[]) =>
  ({
    title: "Chart",
    kind: "bar",
    panels: panels.map(([title, categories, all]) => ({ title, unit: "", scale: 1, categories, series: all })),
  }) satisfies ChartModel;
const texts = (of: ChartModel) => {
  const { columns, groups } = chartTable(of, english);
  return [
    columns.map(({ text }) => text),
    ...groups.flatMap(({ title, rows }) => [title, ...rows.map((row) => row.map(({ text }) => text))]),
  ];
};

describe("the table of a chart", () => {
  it("has a row a category and a column a series, with the change beside its year", () => {
    const compared = model([
      "Cases",
      ["Accepted", "Concluded"],
      [
        series("2018", { values: [22680, null], texts: ["22,680", "not published"], keys: ["a.prior", "b.prior"] }),
        series("2019", {
          values: [23580, 340],
          texts: ["23,580", "340"],
          keys: ["a", "b"],
          changes: ["+3.97%", "–"],
        }),
      ],
    ]);
    expect(texts(compared)).toEqual([
      ["", "2018", "2019", "Change"],
      "Cases",
      ["Accepted", "22,680", "23,580", "+3.97%"],
      ["Concluded", "not published", "340", "–"],
    ]);
    const [group] = chartTable(compared, english).groups;
    expect(group?.rows[0]?.map(({ key }) => key)).toEqual([null, "a.prior", "a", "a.growth"]);
    expect(group?.rows[1]?.map(({ value }) => value)).toEqual([null, null, 340, null]);
  });

  it("leaves cells empty where a panel lacks a series, and keeps shares beside their values", () => {
    const parts = series("2019", { values: [3, 1], texts: ["3", "1"], keys: ["a", "b"], shares: ["75%", "25%"] });
    const other = series("2018", { values: [7], texts: ["7"], keys: ["c"] });
    expect(texts(model(["One", ["A", "B"], [parts]], ["Two", ["C"], [other]]))).toEqual([
      ["", "2019", "Share", "2018"],
      "One",
      ["A", "3", "75%", ""],
      ["B", "1", "25%", ""],
      "Two",
      ["C", "", "", "7"],
    ]);
  });
});
