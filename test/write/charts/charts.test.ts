import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/model/document.ts";
import type { Part } from "../../../src/model/edition.ts";
import { writeCharts } from "../../../src/write/charts/index.ts";
import { chartBody, chartRow } from "../../charts.ts";
import { language } from "../../languages.ts";

const place = { file: "prose.md.hbs", line: 1, column: 1 };
const panels = [{ id: "courts", title: "Courts", head: "Courts (cases)", unit: "cases", scale: 1 }];
const category = 'Accepted, "new"';
const prior = { id: "prior", name: "2029" };
const rows = [
  chartRow({ key: "courts.accepted.prior", category, series: prior, value: null }),
  chartRow({ category, value: "23580", text: "23,580", change: { text: "+3.97%", rated: true } }),
  chartRow({ key: "courts.small", category: "Small", value: "-0.0000001", change: { text: "–", rated: false } }),
  chartRow({ key: "courts.huge", category: "Huge", value: "12345678901234567890123" }),
  chartRow({ key: "courts.formula", category: "=1+2", series: { id: "x", name: "@SUM(1)" }, value: "-7", text: "−7" }),
  chartRow({ key: "courts.more", category: "＋1", value: "7", text: "+7 or more" }),
];
const part = {
  language: language("en", { grouping: true }),
  document: {
    sections: [
      {
        type: "section",
        place,
        children: [
          {
            type: "figure",
            place,
            id: "courts",
            prefix: "Figure 1. ",
            caption: [{ type: "text", place, text: "Cases < 1 year & more" }],
            alt: "Bar chart. Accepted 23,580.",
            body: chartBody(rows, { panels }),
          },
          { type: "figure", place, id: "undrawn", prefix: "", caption: [], alt: "", body: chartBody([]) },
        ],
      },
    ],
  } as unknown as Document,
  pictures: {
    courts: {
      svg: `<svg viewBox="0 0 9 9"><title>kind</title><desc>kind</desc><text font-family="'Source Sans 3'">23,580</text></svg>`,
      outlined: `<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>`,
      png: new Uint8Array([137, 80]),
    },
  },
} as unknown as Part;

const files = new Map(writeCharts(part).map(({ name, bytes }) => [name, Buffer.from(bytes).toString("utf8")]));

describe("the files of a chart", () => {
  it("are named by figure and language; a figure without picture has none", () => {
    expect([...files.keys()]).toEqual(["courts.en.svg", "courts.en.outlined.svg", "courts.en.png", "courts.en.csv"]);
  });

  it("say in both SVG files, escaped, what the picture is", () => {
    for (const name of ["courts.en.svg", "courts.en.outlined.svg"])
      expect(files.get(name)).toMatch(
        /^<svg viewBox="0 0 9 9"><title>Figure 1\. Cases &lt; 1 year &amp; more<\/title><desc>Bar chart\. Accepted 23,580\.<\/desc><(text|path)/,
      );
    expect(files.get("courts.en.svg")).toContain(`font-family="'Source Sans 3', sans-serif"`);
  });

  it("hold plain decimals as RFC 4180 has it, an empty cell for what is not published, and nothing that a spreadsheet computes", () => {
    expect(files.get("courts.en.csv")?.split("\r\n")).toEqual([
      "\uFEFFpanel,category,series,value,text,unit,share,change,status,figure",
      'Courts,"Accepted, ""new""",2029,,not published,cases,,,not-published,courts.accepted.prior',
      'Courts,"Accepted, ""new""",2030,23580,"23,580",cases,,+3.97%,stated,courts.accepted',
      "Courts,Small,2030,-0.0000001,-0.0000001,cases,,,stated,courts.small",
      "Courts,Huge,2030,12345678901234567890123,12345678901234567890123,cases,,,stated,courts.huge",
      "Courts,'=1+2,'@SUM(1),-7,−7,cases,,,stated,courts.formula",
      "Courts,'＋1,2030,7,'+7 or more,cases,,,stated,courts.more",
      "",
    ]);
  });
});
