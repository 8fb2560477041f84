import { strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../src/model/document.ts";
import type { ChartKind, ChartModel, ChartPanel, ChartSeries } from "../../../src/model/picture.ts";
import { below, change, parseTree } from "../../../src/write/docx/charts/tree.ts";
import { chartBody } from "../../charts.ts";
import { judge, write } from "./judges.ts";
import { chinese, edition, english, figure, part, picture, section, style } from "./make.ts";
import { all, attribute, first, openPackage } from "./package.ts";
import { lines } from "./reading.ts";
import { readCharts } from "./workbook.ts";

const panel = (more: Partial<ChartPanel> = {}): ChartPanel => ({
  title: "Filed (thousand)",
  unit: "thousand",
  scale: 1000,
  categories: ["Patents", "Marks"],
  series: [
    { name: "2029", colour: "#AEC2DE", values: [1500, null], texts: ["1.50", "not published"], keys: ["a.p", null] },
    { name: "2030", colour: "#1B4F8A", values: [2000, 1234], texts: ["2.00", "1.23"], keys: ["a", "b"] },
  ],
  ...more,
});
const drawn = (
  kind: ChartKind,
  panels: readonly ChartPanel[],
  of = english,
  notes: readonly string[] = [],
  sharedScale = false,
) => {
  const model: Partial<ChartModel> = { kind, sharedScale, panels, notes };
  const heads = panels.map(({ title, unit, scale }, index) => ({ id: `p${index}`, title, head: title, unit, scale }));
  const alternatives = panels.map((_, index) => `Panel ${index + 1} in words.`);
  const node: Partial<Figure> = { body: chartBody([], { name: "fig", panels: heads, alternatives }) };
  return edition([
    part(of, [section("one", "First", [figure("fig", "Caption", node)])], { pictures: { fig: picture(model) } }),
  ]);
};

describe("charts of Word", () => {
  it.each([
    ["bar", "bar", "clustered"],
    ["column", "col", "clustered"],
    ["stacked-bar", "bar", "stacked"],
    ["stacked-column", "col", "stacked"],
  ] as const)("draw %s as Word does, labels in the number formats of the page", async (kind, direction, grouping) => {
    const { bytes } = await write(drawn(kind, [panel()]));
    const file = openPackage(bytes);
    const chart = file.xml("word/charts/chart1.xml");
    expect(attribute(first(chart, "c:barDir"), "val")).toBe(direction);
    expect(attribute(first(chart, "c:grouping"), "val")).toBe(grouping);
    const read = readCharts(file).get("chart:fig");
    expect(read?.cache).toEqual({
      categories: ["Patents", "Marks"],
      series: [
        { name: "2029", values: [1.5, null] },
        { name: "2030", values: [2, 1.234] },
      ],
    });
    expect(read?.workbook).toEqual(read?.cache);
    expect(read?.looks).toEqual([
      { colour: "AEC2DE", labels: ["1.50", ""] },
      { colour: "1B4F8A", labels: ["2.00", "1.23"] },
    ]);
    expect(read?.alternative).toBe("Panel 1 in words.");
  });

  it("draw lines, and say below in words what has no number", async () => {
    const { bytes } = await write(drawn("line", [panel()]));
    expect(all(openPackage(bytes).xml("word/charts/chart1.xml"), "c:lineChart")).toHaveLength(1);
    expect(lines(bytes)).toContain("2029 · Marks: not published");
    const zh = await write(drawn("bar", [panel()], chinese));
    expect(lines(zh.bytes)).toContain("2029 · Marks：not published");
  });

  it("say what each of them shows in the words of the text alternative, and print the notes of the picture", async () => {
    const note = "The groups are drawn to different scales.";
    const { bytes } = await write(drawn("bar", [panel(), panel({ title: "Granted" })], english, [note]));
    const charts = readCharts(openPackage(bytes));
    expect(charts.get("chart:fig")?.alternative).toBe("Panel 1 in words.");
    expect(charts.get("chart:fig:2")?.alternative).toBe("Panel 2 in words.");
    expect(lines(bytes)).toContain(note);
  });

  it("print the changes of a comparison as a series of their own, falls with their sign", async () => {
    const [before, now] = panel().series as [ChartSeries, ChartSeries];
    const compared = panel({ series: [before, { ...now, changes: ["+33.33%", "−5%"] }] });
    const { bytes } = await write(drawn("bar", [compared]));
    const read = readCharts(openPackage(bytes)).get("chart:fig");
    expect(read?.workbook.series[2]).toEqual({ name: "Change", values: [33.33, -5] });
    expect(read?.looks[2]?.labels).toEqual(["+33.33%", "−5%"]);
  });

  const axisOf = (file: ReturnType<typeof openPackage>, number: number) => {
    const [axis] = all(file.xml(`word/charts/chart${number}.xml`), "c:valAx");
    const end = (name: string) => Number(attribute(first(axis as never, name), "val"));
    return { minimum: end("c:min"), maximum: end("c:max") };
  };
  const only = (values: readonly (number | null)[], texts: readonly string[], more: Partial<ChartPanel> = {}) =>
    panel({
      ...{ scale: 1, categories: texts.map((_, index) => `C${index}`) },
      series: [{ name: "2030", colour: "#1B4F8A", values, texts, keys: texts.map((_, index) => `k${index}`) }],
      ...more,
    });

  it("show losses below zero, with the names of the categories below them", async () => {
    const { bytes } = await write(drawn("column", [only([300, -200], ["300", "\u2212200"])]));
    const file = openPackage(bytes);
    expect(axisOf(file, 1).minimum).toBeLessThan(-200);
    const [names] = all(file.xml("word/charts/chart1.xml"), "c:catAx");
    expect(attribute(first(names as never, "c:tickLblPos"), "val")).toBe("low");
    expect(readCharts(file).get("chart:fig")?.looks[0]?.labels).toEqual(["300", "\u2212200"]);
  });

  it("leave room for the label of the longest bar, and for rates beside it", async () => {
    const long = only([1_472_600, 3], ["1,472,600", "3"]);
    const [one] = long.series as [ChartSeries];
    const { maximum } = axisOf(openPackage((await write(drawn("bar", [long]))).bytes), 1);
    expect(maximum / 1_472_600).toBeGreaterThan(1.1);
    const rated = { ...long, series: [{ ...one, changes: ["+28.13%", "\u22125%"] }] };
    const beside = axisOf(openPackage((await write(drawn("bar", [rated]))).bytes), 1);
    expect(beside.maximum).toBeGreaterThan(maximum);
  });

  it("share a scale where the picture's panels do", async () => {
    const panels = [only([900, 800], ["900", "800"], { title: "A" }), only([9, 8], ["9", "8"], { title: "B" })];
    const apart = openPackage((await write(drawn("line", panels))).bytes);
    expect(axisOf(apart, 2).maximum).toBeLessThan(20);
    const shared = openPackage((await write(drawn("line", panels, english, [], true))).bytes);
    expect(axisOf(shared, 2)).toEqual(axisOf(shared, 1));
  });

  it("write numbers in the signs of their language, in labels and caches", async () => {
    const french = { ...english, id: "fr", language: "fr", word: { ...english.word, lcid: "40C" } };
    const wide = only([150_200, 1234.5], ["150\u202f200", "1\u202f234,5"]);
    const chart = openPackage((await write(drawn("bar", [wide], french))).bytes).xml("word/charts/chart1.xml");
    const formats = all(chart, "c:dLbls").flatMap((labels) => all(labels, "c:numFmt"));
    const grouped = '[>=1000000][$-40C]0"\u202f"000"\u202f"000;[>=1000][$-40C]0"\u202f"000;[$-40C]0';
    expect(formats.map((format) => attribute(format, "formatCode"))).toContain(grouped);
    expect(all(chart, "c:formatCode").map((code) => code.textContent)).toEqual([grouped]);
  });

  it("stand side by side where two small panels show the same things", async () => {
    const extents = async (panels: readonly ChartPanel[]) => {
      const { bytes } = await write(drawn("bar", panels));
      return all(openPackage(bytes).xml("word/document.xml"), "wp:extent").map((one) => Number(attribute(one, "cx")));
    };
    const [wide, low] = [await extents([panel()]), await extents([panel(), panel({ title: "Granted" })])];
    expect(low).toHaveLength(2);
    expect(Math.max(...low)).toBeLessThanOrEqual((wide[0] as number) / 2);
    const apart = await extents([panel(), panel({ categories: ["A name that is far too long for it", "Marks"] })]);
    expect(apart).toEqual([wide[0], wide[0]]);
  });
});

describe("pictures", () => {
  const pictured = async (volume: ReturnType<typeof drawn>) => {
    const { bytes } = await write(volume);
    const { files, xml } = openPackage(bytes);
    expect(Object.keys(files).filter((path) => path.startsWith("word/charts/"))).toEqual([]);
    const media = Object.keys(files).filter((path) => path.startsWith("word/media/"));
    expect(media.map((path) => path.split(".").at(-1)).toSorted()).toEqual(["png", "svg"]);
    const svg = media.find((path) => path.endsWith(".svg")) as string;
    expect(strFromU8(files[svg] as Uint8Array)).toContain("<path");
    const named = all(xml("word/document.xml"), "wp:docPr").map((one) => [
      attribute(one, "name"),
      attribute(one, "descr"),
    ]);
    expect(named).toEqual([["chart:fig", "What fig shows."]]);
  };

  it("stand for forms that Word does not know, as SVG with PNG", () => pictured(drawn("dot", [panel()])));

  it("stand for a label that no number format prints, which would go on saying the old figure", () =>
    pictured(
      drawn("bar", [panel({ series: [{ ...(panel().series[1] as ChartSeries), texts: ["about two", "1.23"] }] })]),
    ));

  it("stand for a label that is one step off its number, as one is that was cut off", () =>
    pictured(drawn("bar", [panel({ series: [{ ...(panel().series[1] as ChartSeries), texts: ["2.00", "1.24"] }] })])));

  const lines = (values: readonly number[], name: string): ChartSeries => ({
    ...{ name, colour: "#1B4F8A", values, texts: values.map(String), keys: values.map((_, at) => `${name}${at}`) },
  });
  const years = { scale: 1, title: "", categories: ["2029", "2030"] };
  it("stand for lines whose labels would stand on one another", () =>
    pictured(drawn("line", [panel({ ...years, series: [lines([500, 900], "a"), lines([510, 200], "b")] })])));
  it("stand for parts of a stack that are shorter than their labels", () =>
    pictured(drawn("stacked-bar", [panel({ ...years, series: [lines([900, 800], "a"), lines([9, 700], "b")] })])));
  it("stand for columns that are narrower than their labels", () => {
    const many = Array.from({ length: 60 }, (_, index) => 100_000 + index);
    const categories = many.map((_, index) => String(index));
    return pictured(drawn("column", [panel({ ...years, categories, series: [lines(many, "a")] })]));
  });

  it("stand for all charts where the tokens say so", () =>
    pictured({ ...drawn("bar", [panel()]), style: { ...style, word: { ...style.word, charts: "picture" } } }));
});

it("a step in finishing a chart that finds nothing to change is a fault of the program", () => {
  const { root } = parseTree('<c:chart xmlns:c="urn:c"><c:lang val="en-US"/></c:chart>');
  expect(() => change("language", below(root, "c:lang"), () => {})).not.toThrow();
  expect(() => change("place of the plot", below(root, "c:layout"), () => {})).toThrow("place of the plot");
});

it("the lint sees a workbook that is none", async () => {
  const { bytes } = await write(drawn("bar", [panel()]));
  const { unzipSync, zipSync } = await import("fflate");
  const files = unzipSync(bytes);
  const book = Object.keys(files).find((path) => path.endsWith(".xlsx")) as string;
  expect(await judge(zipSync({ ...files, [book]: new Uint8Array([1, 2, 3]) }))).toContain(`${book} is no workbook`);
});
