import { describe, expect, it } from "vitest";
import type { ChartRow, Document } from "../../../src/model/document.ts";
import type { Part } from "../../../src/model/edition.ts";
import { writeCharts } from "../../../src/write/charts/index.ts";
import { language } from "../../languages.ts";

const place = { file: "prose.md.hbs", line: 1, column: 1 };
const row = (more: Partial<ChartRow>): ChartRow => ({
  key: "courts.accepted",
  value: 23580,
  text: "23,580",
  panel: "Courts (cases)",
  panel_title: "Courts",
  unit: "cases",
  category: 'Accepted, "new"',
  series: "2019",
  status: "stated",
  ...more,
});
const rows = [
  row({ key: "courts.accepted.prior", value: null, text: "not published", series: "2018", status: "not-published" }),
  row({ change: "+3.97%", rated: true }),
  row({ key: "courts.concluded", category: "Concluded", value: -7, text: "−7", change: "–", rated: false }),
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
            body: { type: "chart", rows },
          },
          { type: "figure", place, id: "undrawn", prefix: "", caption: [], alt: "", body: { type: "chart", rows: [] } },
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

  it("hold the numbers in full as RFC 4180 has it, with an empty cell for what is not published", () => {
    expect(files.get("courts.en.csv")?.split("\r\n")).toEqual([
      "\uFEFFpanel,category,series,value,text,unit,share,change,status,figure",
      'Courts,"Accepted, ""new""",2018,,not published,cases,,,not-published,courts.accepted.prior',
      'Courts,"Accepted, ""new""",2019,23580,"23,580",cases,,+3.97%,stated,courts.accepted',
      "Courts,Concluded,2019,-7,−7,cases,,,stated,courts.concluded",
      "",
    ]);
  });
});
