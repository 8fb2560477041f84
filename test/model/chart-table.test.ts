import { describe, expect, it } from "vitest";
import { chartTable } from "../../src/model/chart-table.ts";
import type { Chart } from "../../src/model/document.ts";
import { chartBody, chartRow } from "../charts.ts";
import { language } from "../languages.ts";

const english = language("en", { grouping: true }, { messages: { "chart.change": "Change", "chart.share": "Share" } });
const panelOf = (head: string) => ({ id: head, title: head, head, unit: "", scale: 1 });
const prior = { id: "prior", name: "2018" };
const current = { id: "current", name: "2019" };
const texts = (of: Chart) => {
  const { columns, groups, notes } = chartTable(of, english);
  return [
    columns.map(({ text }) => text),
    ...groups.flatMap(({ title, rows }) => [title, ...rows.map((row) => row.map(({ text }) => text))]),
    ...notes,
  ];
};

describe("the table of a chart", () => {
  it("has a row a category and a column a series, with the change beside its year", () => {
    const compared = chartBody(
      [
        chartRow({ key: "a.prior", series: prior, value: "22680", text: "22,680" }),
        chartRow({
          key: "a",
          series: current,
          value: "23580",
          text: "23,580",
          change: { text: "+3.97%", rated: true },
        }),
        chartRow({ key: "b.prior", category: "Concluded", series: prior, value: null }),
        chartRow({
          key: "b",
          category: "Concluded",
          series: current,
          value: "340",
          change: { text: "–", rated: false },
        }),
      ],
      { panels: [panelOf("Cases")], notes: ["The groups are drawn to different scales."] },
    );
    expect(texts(compared)).toEqual([
      ["", "2018", "2019", "Change"],
      "Cases",
      ["Accepted", "22,680", "23,580", "+3.97%"],
      ["Concluded", "not published", "340", "–"],
      "The groups are drawn to different scales.",
    ]);
    const [group] = chartTable(compared, english).groups;
    expect(group?.rows[0]?.map(({ key }) => key)).toEqual([null, "a.prior", "a", "a.growth"]);
    expect(group?.rows[1]?.map(({ value }) => value)).toEqual([null, null, "340", null]);
  });

  it("leaves cells empty where a panel lacks a series, and keeps shares beside their values", () => {
    const rows = [
      chartRow({ key: "a", category: "A", series: current, value: "3", share: { value: "75", text: "75%" } }),
      chartRow({ key: "b", category: "B", series: current, value: "1", share: { value: "25", text: "25%" } }),
      chartRow({ key: "c", panel: 1, category: "C", series: prior, value: "7" }),
    ];
    expect(texts(chartBody(rows, { panels: [panelOf("One"), panelOf("Two")] }))).toEqual([
      ["", "2019", "Share", "2018"],
      "One",
      ["A", "3", "75%", ""],
      ["B", "1", "25%", ""],
      "Two",
      ["C", "", "", "7"],
    ]);
  });
});
