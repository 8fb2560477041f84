import { describe, expect, it } from "vitest";
import { language, millions, myriads } from "../languages.ts";
import { composed } from "./printing.ts";

/** Where a counter stands once for several numbers: ranges, and columns whose head names the unit. */

const chinese = language("zh", myriads.numbers, {
  language: "zh-CN",
  script: "Hani",
  units: {
    case: { counter: "件", also: ["起"] },
    day: { counter: "天" },
    CNY: { counter: "元" },
    edition: { counter: "届" },
  },
});
const english = language("en", millions.numbers, {
  units: {
    case: { counter: "" },
    day: { counter: { one: " day", other: " days" } },
    CNY: { counter: "RMB {n}" },
    edition: { counter: "" },
  },
});

const figures = `
low: { value: 10, unit: day }
high: { value: 15, unit: day }
few: { value: 12, unit: case }
many: { value: 90000, unit: case, step: 1000 }
more: { value: 160000, unit: case, step: 1000 }
from: { value: 3, unit: edition }
to: { value: 5, unit: edition }
least: { value: 10, unit: percent }
most: { value: 15.5, unit: percent }
fine: { value: 300, unit: CNY }
top: { value: 500, unit: CNY }
`;

describe("ranges", () => {
  const said = (text: string, of = chinese) => {
    const { lines, findings } = composed(of, figures, `# A {#a}\n\n${text}\n`);
    expect(findings).toEqual([]);
    return lines.slice(1).join("|");
  };
  it.each([
    ["{{low}}—{{high}}。", "10—15天。"],
    ["{{low}}～{{high}}。", "10～15天。"],
    ['{{few counter="起"}}–{{few counter="起"}}。', "12–12起。"],
    // Said whole: another unit, a scale word, a sign, a place in an order, a word between.
    ["{{low}}—{{few}}。", "10天—12件。"],
    ["{{many}}—{{more}}。", "9.0万件—16.0万件。"],
    ["{{least}}—{{most}}。", "10%—15.5%。"],
    ['{{from form="digits"}}—{{to form="digits"}}。', "3届—5届。"],
    ["{{low}}至{{high}}。", "10天至15天。"],
  ])("%s", (text, printed) => expect(said(text)).toBe(printed));

  it("print it once in tables and captions too", () => {
    const table = ":::table[{{low}}—{{high}}]{#t}\n| 项 | 时限 |\n| -- | -- |\n| 甲 | {{low}}—{{high}} |\n:::";
    expect(said(table)).toBe("10—15天|项\t时限|甲\t10—15天");
  });
  it("keep what stands before the number", () => {
    expect(said("{{low}}–{{high}} and {{fine}}–{{top}}.", english)).toBe("10–15 days and RMB 300–RMB 500.");
  });
});

describe("a head that names the unit", () => {
  const column = (head: string, cells: readonly string[], of = chinese) => {
    const rows = cells.map((cell) => `| 甲 | ${cell} |`).join("\n");
    const text = `# A {#a}\n\n:::table[B]{#t}\n| 项 | ${head} |\n| -- | --: |\n${rows}\n:::\n`;
    const { lines, findings } = composed(of, figures, text);
    return { cells: lines.slice(2).map((line) => line.split("\t")[1]), findings };
  };
  it.each([
    ["数量（:unit[件]）", ["{{few}}", "{{many}}"], ["数量（件）", "12", "9.0万"]],
    ["数量（:unit[起]）", ["{{few}}"], ["数量（起）", "12"]],
    ["数量（:unit[万件]）", ["{{many}}", "{{more}}"], ["数量（万件）", "9.0", "16.0"]],
    ["变化（:unit[%]）", ["{{least}}", "{{most}}"], ["变化（%）", "10", "15.5"]],
    ["时限（:unit[天]）", ["{{low}}—{{high}}"], ["时限（天）", "10—15"]],
    ["数量", ["{{few}}"], ["数量", "12件"]],
  ])("%s", (head, cells, printed) => {
    expect(column(head, cells)).toEqual({ cells: printed, findings: [] });
  });
  it("is a finding where a figure counts something else", () => {
    const { findings } = column("数量（:unit[件]）", ["{{few}}", "{{fine}}"]);
    expect(findings).toEqual(['01.md.hbs:7:7 wrong-head-unit: the head of the column says "件", but fine counts 元']);
  });
  it("is a finding outside of a head", () => {
    const { findings } = composed(chinese, figures, "# A {#a}\n\n数量:unit[件]。\n");
    expect(findings).toEqual([
      "01.md.hbs:3:3 unknown-directive: :unit[…] names the unit of a column, in the head of a table",
    ]);
  });
});
