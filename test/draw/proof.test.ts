import { describe, expect, it } from "vitest";
import type { Chart, ChartRow } from "../../src/model/document.ts";
import { textsIn } from "../gallery/marks.ts";
import { barsIn, columns, rowsOf } from "./columns.ts";
import { drawText, sound } from "./specification.ts";

/** What a picture must prove of its bars, points and names before it is printed. */

/** What proves the picture; where its words stand is for other tests. */
const proving = ["out-of-proportion", "off-baseline", "too-small-to-see", "chart-order-differs", "not-a-share"];
const rulesOf = async (text: string, rows: readonly ChartRow[], more: Partial<Chart> = {}) =>
  (await drawText(text, rows, more)).findings.map(({ rule }) => rule).filter((rule) => proving.includes(rule));
const drawn = async (text: string, rows: readonly ChartRow[], more: Partial<Chart> = {}) => {
  const { picture, findings } = await drawText(text, rows, more);
  expect(findings).toEqual([]);
  if (!picture) throw new Error("nothing was drawn");
  return picture;
};

describe("lengths are read from what is seen", () => {
  const large = rowsOf("5200", "5000", "5800");
  // The words stand below, so that the axis of names may stand on top.
  const layers = [{ mark: { type: "text", style: "note" }, encoding: { text: { field: "text" }, y: { value: 132 } } }];
  const onTop = { axis: { orient: "top" } };
  it("where a clipped scale shows the ends of bars alone", async () => {
    const text = columns({ y: { scale: { domain: [4900, 6000] } }, mark: { clip: true }, x: onTop, layers });
    expect(await rulesOf(text, large)).toEqual(["out-of-proportion"]);
  });
  it("where a clipped scale cuts the longest", async () => {
    const text = columns({ y: { scale: { domain: [0, 5500] } }, mark: { clip: true }, x: onTop, layers });
    expect(await rulesOf(text, large)).toEqual(["out-of-proportion"]);
  });
  it("where they begin below the base line", async () => {
    const text = columns({ y: { scale: { domain: [4900, 9000] } }, x: onTop, layers });
    expect(await rulesOf(text, large)).toEqual(["off-baseline"]);
  });
  it("whatever else a specification measures along the other axis", async () => {
    const order = { x: { field: "order", type: "quantitative", axis: null }, y: { value: -9 } };
    const points = [{ mark: { type: "text", style: "note" }, encoding: { ...order, text: { field: "text" } } }];
    const text = columns({ layers: points }).replace('"layer"', '"resolve": {"scale": {"x": "independent"}}, "layer"');
    expect(await rulesOf(text, large)).toEqual([]);
  });
  it("of areas as of bars", async () => {
    const area = { type: "area", style: [] } as const;
    expect((await drawn(columns({ mark: area }), rowsOf("5", "3", "9"))).model.kind).toBe("area");
    const cut = columns({ mark: { ...area, clip: true }, y: { scale: { domain: [2, 9] } } });
    expect(await rulesOf(cut, rowsOf("5", "3", "9"))).toEqual(["out-of-proportion"]);
  });
  it("and are not drawn where nothing is to be seen of them", async () => {
    expect(await rulesOf(columns({}), rowsOf("1.5", "1000000000000000"))).toEqual(["too-small-to-see"]);
    expect(await rulesOf(columns({}), rowsOf("1", "300"))).toEqual([]);
    expect(await rulesOf(columns({}), rowsOf("0", "1000000000000000"))).toEqual([]);
  });
});

describe("zero lies on the base line", () => {
  it("where all values are zero: bars that lie, columns and points", async () => {
    const zero = rowsOf("0", "0");
    expect(barsIn((await drawn(sound, zero)).svg).map(([x, , width]) => [x, width])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(barsIn((await drawn(columns({}), zero)).svg).map(([, y, , height]) => [y, height])).toEqual([
      [120, 0],
      [120, 0],
    ]);
    const points = columns({ mark: { type: "point", style: [] } });
    expect(await rulesOf(points, zero)).toEqual([]);
  });
  it("and is refused elsewhere", async () => {
    const points = { type: "point", style: [] } as const;
    const middle = { scale: { domain: [-1, 1] } };
    expect(await rulesOf(columns({ mark: points, y: middle }), rowsOf("0", "0"))).toEqual(["off-baseline"]);
    expect(await rulesOf(columns({ y: middle }), rowsOf("0", "0"))).toEqual(["off-baseline"]);
    expect(await rulesOf(columns({ y: middle }), rowsOf("0", "1"))).toEqual(["off-baseline"]);
  });
  it("and between gains and losses", async () => {
    expect(await rulesOf(columns({}), rowsOf("-4", "7"))).toEqual([]);
    expect(await rulesOf(columns({}), rowsOf("-4", "-7"))).toEqual([]);
  });
});

describe("drawn order is the order of the rows", () => {
  it("though some are not published, the first of them too", async () => {
    const picture = await drawn(sound, rowsOf(null, "0", "20", null, "3"));
    const names = textsIn(picture.svg).filter((text) => /^C\d$/.test(text));
    expect(names).toEqual(["C0", "C1", "C2", "C3", "C4"]);
    expect(barsIn(picture.svg).map(([, y]) => y)).toEqual([23.2, 43.2, 83.2]);
  });
  it("in columns, without a word about sorting", async () => {
    const picture = await drawn(columns({ x: { sort: null } }), rowsOf(null, "9", "3"));
    const [first, second] = barsIn(picture.svg) as [number[], number[]];
    expect(first[0]).toBeGreaterThan(100);
    expect(second[0]).toBeGreaterThan(first[0] as number);
  });
  const unsorted = sound.replace('"sort": null, ', "");
  const named = (...names: readonly string[]) =>
    rowsOf("9", "3", "5").map((row, index) => ({ ...row, category: names[index] ?? "" }));
  it("where names would be put into the order of the alphabet", async () => {
    const names = textsIn((await drawn(unsorted, named("South", "East", "North"))).svg);
    expect(names.filter((text) => /^(South|East|North)$/.test(text))).toEqual(["South", "East", "North"]);
  });
  it.each(['"descending"', '"ascending"', '["C", "A", "B"]'])(
    "and %s is refused where it makes another",
    async (sort) => {
      const text = sound.replace('"sort": null', `"sort": ${sort}`);
      expect(await rulesOf(text, named("B", "C", "A"))).toEqual(["chart-order-differs"]);
    },
  );
  it("of series beside each other and in the legend, though all of one are not published", async () => {
    const grouped = columns({
      x: { axis: null },
      encoding: {
        xOffset: { field: "series_id", sort: null },
        color: { field: "series", type: "ordinal", sort: null },
      },
      layers: [
        {
          mark: { type: "text", style: "note" },
          encoding: { text: { field: "text" }, y: { value: 132 }, xOffset: { field: "series_id", sort: null } },
        },
      ],
    });
    const both = ["C0", "C1"].flatMap((category, index) => [
      {
        ...(rowsOf(null)[0] as ChartRow),
        key: `p${index}`,
        category,
        text: "n/a",
        series: { id: "prior", name: "2029" },
      },
      { ...(rowsOf("5")[0] as ChartRow), key: `c${index}`, category },
    ]);
    const { svg } = await drawn(grouped, both);
    const texts = textsIn(svg);
    expect(texts.filter((text) => /^20\d\d$/.test(text))).toEqual(["2029", "2030"]);
    const [bar] = barsIn(svg) as [number[]];
    // In the second half of its band.
    expect(bar[0]).toBeGreaterThan(100);
  });
  it("of the parts of a stack", async () => {
    const stack = (order: string) =>
      columns({
        encoding: { color: { field: "series", type: "nominal", sort: null }, order: { field: order } },
        layers: [],
      });
    const parts = ["a", "b", "c"].map((id, index) => ({
      ...(rowsOf("5")[0] as ChartRow),
      key: id,
      value: String(5 + ((index * 2) % 3)),
      text: id,
      series: { id, name: id },
    }));
    expect(await rulesOf(stack("order"), parts)).not.toContain("chart-order-differs");
    expect(await rulesOf(stack("value"), parts)).toContain("chart-order-differs");
  });
});

describe("stacks of one length", () => {
  const normalized = columns({ y: { stack: "normalize" } });
  it("show no part below zero, and nothing of nothing", async () => {
    expect(await rulesOf(normalized, rowsOf("5", "-3"))).toEqual(["not-a-share"]);
    expect(await rulesOf(normalized, rowsOf("5", "0"))).toEqual(["not-a-share"]);
  });
  it("are in proportion within each stack", async () => {
    const rows = rowsOf("5", "15", "1", "3").map((row, index) => ({
      ...row,
      category: index < 2 ? "C0" : "C1",
      series: { id: `s${index % 2}`, name: `s${index % 2}` },
    }));
    const text = columns({
      y: { stack: "normalize" },
      encoding: { color: { field: "series", type: "nominal", sort: null } },
      layers: [],
    });
    expect(await rulesOf(text, rows)).toEqual([]);
    expect(
      await rulesOf(
        text,
        rows.map((row, index) => ({ ...row, value: index === 3 ? "9" : row.value })),
      ),
    ).toEqual([]);
  });
});

describe("the kind of a chart", () => {
  it("is mixed where some rows are bars and others a line, which Word must not draw as bars", async () => {
    const rows = rowsOf("5", "3", "4", "2").map((row, index) => ({
      ...row,
      category: `C${index % 2}`,
      series: { id: index < 2 ? "a" : "b", name: index < 2 ? "A" : "B" },
    }));
    const only = (id: string) => ({ transform: [{ filter: { field: "series_id", equal: id } }] });
    const line = { ...only("b"), mark: { type: "line" }, encoding: { y: { field: "value", type: "quantitative" } } };
    const beside = { y: { value: 132 }, xOffset: { field: "series_id" }, text: { field: "text" } };
    const words = { mark: { type: "text", style: "note" }, encoding: beside };
    const text = columns({ x: { axis: null }, bars: only("a"), layers: [line, words] });
    expect((await drawn(text, rows)).model.kind).toBe("mixed");
    const bars = rows.map((row) => ({ ...row, series: { id: "a", name: "A" } })).slice(0, 2);
    expect((await drawn(columns({}), bars)).model.kind).toBe("column");
  });
});

it("years have no legend that names one of them", async () => {
  const coloured = columns({ encoding: { color: { field: "series", type: "ordinal", sort: null } } });
  const over = (implied: boolean) =>
    rowsOf("5", "7").map((row) => ({ ...row, series: { id: "current", name: "PCT", ...(implied && { implied }) } }));
  expect(textsIn((await drawn(coloured, over(true) as readonly ChartRow[])).svg)).not.toContain("PCT");
  expect(textsIn((await drawn(coloured, over(false))).svg)).toContain("PCT");
});
