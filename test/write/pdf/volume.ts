import type { ChartRow, Inline, Note } from "../../../src/model/document.ts";
import type { Edition } from "../../../src/model/edition.ts";
import type { Language } from "../../../src/model/language.ts";
import type { ChartModel } from "../../../src/model/picture.ts";
import { chartBody, chartRow } from "../../charts.ts";
import {
  chinese,
  document,
  edition,
  english,
  figure,
  list,
  paragraph,
  picture,
  place,
  quote,
  runIn,
  section,
  table,
  text,
} from "../docx/make.ts";
import { faces } from "./make.ts";

/** A volume of two parts with every kind of block and inline, made by hand. */

const note = (id: string, number: number, words: string): Note => ({
  type: "note",
  place,
  id,
  number,
  children: [text(words)],
});
const link = (url: string, words: string): Inline => ({ type: "link", place, url, children: [text(words)] });
const reference = (target: string, words: string): Inline => ({
  type: "reference",
  place,
  target,
  show: "label",
  text: words,
});

const model: ChartModel = {
  title: "Applications & grants",
  kind: "bar",
  sharedScale: false,
  panels: [
    {
      title: "Applications (cases)",
      unit: "",
      scale: 1,
      categories: ["Patents", "Marks <new>"],
      series: [
        { name: "2030", colour: "#1B4F8A", values: [120, 80], texts: ["120", "80"], keys: ["a", "b"] },
        { name: "2029", colour: "#AEC2DE", values: [100, null], texts: ["100", "n/a"], keys: ["c", "d"] },
      ],
    },
    {
      title: "",
      unit: "",
      scale: 1,
      categories: ["Grants"],
      series: [{ name: "2030", colour: "#1B4F8A", values: [7], texts: ["7"], keys: ["e"] }],
    },
  ],
  notes: ["The panels have their own scales."],
};

/** The rows that the picture draws. */
const rows: readonly ChartRow[] = model.panels.flatMap((panel, index) =>
  panel.categories.flatMap((category, at) =>
    panel.series.map(({ name, values, texts, keys }) =>
      chartRow({
        key: keys[at] ?? "",
        panel: index,
        category,
        series: { id: name, name },
        value: values[at] == null ? null : String(values[at]),
        text: texts[at] ?? "",
      }),
    ),
  ),
);
const body = chartBody(rows, {
  panels: model.panels.map(({ title }) => ({ id: title, title, head: title, unit: "", scale: 1 })),
  notes: model.notes,
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="120" height="40" fill="#1B4F8A"/><text x="4" y="90" font-family="Source Sans 3" font-size="9">120</text></svg>';

const long =
  "Administrative departments strengthened intellectual property protection internationally, communicating extraordinary accomplishments and institutionalizing comprehensive cooperation mechanisms throughout metropolitan jurisdictions. ";
const chineseLong =
  "市知识产权局指导浦东科创知识产权项目成功上市，实现知识产权证券化项目零突破，完成2035年PCT国际专利申请3200件。";

const partOf = (language: Language, words: string) => {
  const prose = words.repeat(4);
  const sections = [
    section("preface", "", [paragraph("preface.p1", words.repeat(2))], { head: "none", title: [] }),
    section("one", "One", [
      paragraph("one.p1", [
        text(`${prose}See `),
        link("https://example.org/a?b=1&c=(2)", "the register of every trade mark and patent that was granted"),
        text(", "),
        reference("fig", "Figure 1"),
        text(" and the "),
        { type: "foreign", place, lang: "fr", children: [text("Code de la propriété intellectuelle")] },
        text(" law"),
        note("n1", 1, "As amended, & in force."),
        text("."),
      ]),
      runIn("one.a", "Opening", [
        paragraph("one.a.p1", prose),
        list("one.a.l1", [
          [paragraph("l1.p1", words), list("l2", [[paragraph("l2.p1", "inner")]], {})],
          [paragraph("l1.p2", "second")],
        ]),
      ]),
      runIn("one.b", "Closing", [list("one.b.l1", [[paragraph("l3.p1", "alone")]], { ordered: true, start: 3 })]),
    ]),
    section("two", "Two", [
      figure("fig", "A chart", { prefix: "Figure 1. ", note: [text("A note.")], source: [text("A source.")], body }),
      quote("q", [paragraph("q.p1", prose)]),
      table(
        "t",
        "A table",
        [["Name", "Count"]],
        Array.from({ length: 70 }, (_, index) => [`Row ${index + 1}`, index === 3 ? "" : String(index)]),
      ),
      section("two.sub", "Deeper", [paragraph("two.sub.p1", [text("Again"), note("n2", 2, "A second note.")])], {
        level: 2,
      }),
    ]),
  ];
  return {
    document: document(language.language, sections),
    language,
    pictures: { fig: { ...picture(model), svg } },
    images: new Map(),
  };
};

/** A Chinese and an English part. */
export const volume = (): Edition =>
  edition(
    [
      partOf({ ...chinese, fonts: { body: ["Noto Serif SC"], head: ["Noto Sans SC"] } }, chineseLong),
      partOf({ ...english, fonts: { body: ["Source Serif 4"], head: ["Source Sans 3"] } }, long),
    ],
    { faces, id: "zh-en" },
  );
