import { describe, expect, it } from "vitest";
import { checkLabels } from "../../src/check/names/labels.ts";
import type { Deviation } from "../../src/model/deviation.ts";
import type { Chart, Document } from "../../src/model/document.ts";
import type { Figure, Figures } from "../../src/model/figure.ts";
import { language } from "../languages.ts";
import { findingsOf } from "./publication.ts";

/** A number stands beside the name of its own figure. */

const figures = `
  steel: { value: 5591, unit: case, growth: 3.1, prior: 5423 }
  cotton: { value: 2340, unit: case, growth: 1.2, prior: 2312 }
  exports:
    steel: { value: 811, unit: case }
    cotton: { value: 420, unit: case }
  wool: { value: 99, unit: case }
`;
const language2019 = (yaml: string): string =>
  yaml.replace("\nlabels:\n", "\nlabels:\n  steel: Steel\n  cotton: Cotton\n  exports.steel: Exports of steel\n");
const told = async (prose: string): Promise<readonly string[]> => {
  const en = `# Trade {#trade}\n\n${prose}\n`;
  const found = await findingsOf({ figures, prose: { en }, language: language2019 });
  return found
    .filter(({ rule }) => rule === "label-of-another")
    .map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
};
const table = (...rows: readonly string[]): string => {
  const [head = "", ...body] = rows;
  return `:::table[Trade]{#t}\n\n${head}\n${head.replace(/[^|]+/g, "---")}\n${body.join("\n")}\n\n:::`;
};

describe("what is named rightly", () => {
  it.each([
    ["rows", table("| Kind | Number |", "| Steel | {{steel}} |", "| Cotton: | {{cotton}} |")],
    ["columns", table("| Steel | Cotton |", "| {{steel}} | {{cotton}} |")],
    [
      "parts of a figure",
      table("| Kind | Now | Before | Change |", "| Steel | {{steel}} | {{steel.prior}} | {{steel.growth}} |"),
    ],
    [
      "further figures of what a row is about",
      table(
        "| Kind | Made | Sent |",
        "| Steel | {{steel}} | {{exports.steel}} |",
        "| Cotton | {{cotton}} | {{exports.cotton}} |",
      ),
    ],
    ["a figure without a label", table("| Kind | Number |", "| Wool | {{wool}} |")],
    ["labels that are printed", table("| Kind | Number |", "| {{label steel}} | {{steel}} |")],
    ["a number of the row before its name", table("| No. | Kind | Number |", "| a | Steel | {{steel}} |")],
    ["items", "- Steel: {{steel}}\n- Cotton: {{cotton}}"],
    ["a sentence", "Steel and the others made {{cotton}} cases."],
  ])("%s", async (_, prose) => expect(await told(prose)).toEqual([]));
});

describe("what is named for another", () => {
  it("rows that were swapped", async () => {
    expect(await told(table("| Kind | Number |", "| Steel | {{cotton}} |", "| Cotton | {{steel}} |"))).toEqual([
      '7:11 cotton stands beside "Steel", which names steel',
      '8:12 steel stands beside "Cotton", which names cotton',
    ]);
  });

  it.each([
    ["one row", table("| Kind | Number |", "| Steel | {{cotton}} |"), "cotton"],
    ["columns", table("| Steel | Cotton |", "| {{cotton}} | {{steel}} |"), "cotton"],
    ["a change", table("| Kind | Change |", "| Steel | {{cotton.growth}} |"), "cotton.growth"],
    [
      "one column of several",
      table(
        "| Kind | Made | Sent |",
        "| Steel | {{cotton}} | {{exports.steel}} |",
        "| Cotton | {{steel}} | {{exports.cotton}} |",
      ),
      "cotton",
    ],
    ["a label that is printed", table("| Kind | Number |", "| {{label steel}} | {{cotton}} |"), "cotton"],
    ["an item", "- STEEL — {{cotton}}\n- Cotton: {{steel}}", "cotton"],
    ["a line", "Steel: {{cotton}}", "cotton"],
  ])("%s", async (_, prose, key) => {
    const [first] = await told(prose);
    expect(first).toContain(`${key} stands beside`);
  });
});

it("a category of a chart", () => {
  const place = { file: "charts/trade.vl.json", line: 1, column: 1 };
  const figure = (key: string): Figure => ({ key, place, value: "1", unit: "case", kind: "count", step: "1" });
  const known: Figures = new Map(["steel", "cotton"].map((key) => [key, figure(key)]));
  const row = (key: string, category: string) => ({ key, category, panel: 0, series: { id: "current", name: "2030" } });
  const drawn = (rows: readonly unknown[]) => {
    const chart = { type: "chart", name: "trade", place, rows, values: [], keys: [], spec: {} } as unknown as Chart;
    const section = {
      type: "section",
      id: "s",
      title: [],
      children: [{ type: "figure", id: "f", caption: [], body: chart }],
    };
    const found: Deviation[] = [];
    const labels = { steel: "Steel", cotton: "Cotton" };
    const english = language("en", { grouping: true }, { labels });
    checkLabels({ sections: [section] } as unknown as Document, english, known, (one) => void found.push(one));
    return found.map(({ message }) => message);
  };
  expect(drawn([row("steel", "Steel"), row("cotton", "Cotton")])).toEqual([]);
  expect(drawn([row("steel", "Cotton"), row("cotton", "Steel")])).toEqual([
    'steel stands beside "Cotton", which names cotton',
    'cotton stands beside "Steel", which names steel',
  ]);
});

describe("errata", () => {
  const erratum = (more: string) => async () => {
    const data = (yaml: string): string =>
      `${yaml}\nerrata:\n  - { edition: en, figure: steel, printed: "9999", reason: A slip., ${more} }\n`;
    const en = "# Trade {#trade}\n\nMore than {{steel}} cases, up from {{steel.prior}} by {{steel.growth}}.\n";
    const found = await findingsOf({ figures: figures.split("\n").slice(0, 2).join("\n"), prose: { en }, data });
    return found
      .filter(({ rule }) => rule !== "approximation-contradicts")
      .map(({ rule, message }) => `${rule}: ${message}`);
  };
  it.each(["5,591", "More than 5,591", "5,591 cases"])("%s is what is printed", async (correct) =>
    expect(await erratum(`correct: "${correct}"`)()).toEqual([]),
  );
  it.each([
    ["banana", 'erratum-contradicts: "banana" is not what en prints of steel: it prints "5,591"'],
    ["5,423", 'erratum-contradicts: "5,423" is not what en prints of steel'],
    ["cases", 'erratum-contradicts: "cases" is not what en prints of steel'],
    ["9999", 'erratum-contradicts: what was printed and what is correct are the same: "9999"'],
  ])("%s is not", async (correct, says) => {
    const [finding, ...more] = await erratum(`correct: "${correct}"`)();
    expect(more).toEqual([]);
    expect(finding).toContain(says);
  });
});
