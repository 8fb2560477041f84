import { describe, expect, it } from "vitest";
import type { ChartRow, Json } from "../../src/model/document.ts";
import { chartRow } from "../charts.ts";
import { columns } from "./columns.ts";
import { drawText, expectFinding, sound, soundRows, spoiled } from "./specification.ts";

type Expected = { rule: string; at?: string; says?: RegExp; data?: number };
const barMark = '"mark": {"type": "bar", "style": "current"}';
const valueField = '"field": "value",\n          "type": "quantitative",';

it("a sound specification is drawn", async () => {
  const { picture, findings } = await drawText(sound);
  expect(findings).toEqual([]);
  expect(picture?.svg).toContain(">23,580<");
});

describe("gates before drawing", () => {
  it.each<[string, string, string, Expected]>([
    [
      "a misspelt member",
      '"height": {"step"',
      '"heigth": {"step"',
      { rule: "vega-lite-schema", at: '"heigth"', says: /did you mean height/ },
    ],
    [
      "a member of a mark that does nothing",
      barMark,
      '"mark": {"type": "bar", "style": "current", "colour": "red"}',
      { rule: "vega-lite-schema", at: '"colour"', says: /did you mean color/ },
    ],
    [
      "a value that is none of the known",
      '"type": "quantitative",\n          "axis"',
      '"type": "quantitive",\n          "axis"',
      { rule: "vega-lite-schema", at: '"quantitive"', says: /did you mean quantitative/ },
    ],
    [
      "a field misspelt",
      valueField,
      '"field": "valeu",\n          "type": "quantitative",',
      { rule: "unknown-field", at: '"valeu"', says: /did you mean value/ },
    ],
    [
      "a printed field misspelt",
      '"text": {"field": "text"}}\n    },\n    {\n      "transform": [{"filter": {"field": "status"',
      '"text": {"field": "txet"}}\n    },\n    {\n      "transform": [{"filter": {"field": "status"',
      { rule: "unknown-field", at: '"txet"', says: /did you mean text/ },
    ],
    [
      "a filter by a value that no row has",
      '"equal": "not-published"',
      '"equal": "not-publishd"',
      { rule: "unknown-value", at: '"not-publishd"', says: /did you mean not-published/ },
    ],
    [
      "printed text drawn as a length",
      valueField,
      '"field": "text",\n          "type": "quantitative",',
      { rule: "not-a-number", at: '"text",\n          "type"', data: 1 },
    ],
    [
      "a clock",
      '"expr": "panel_width - text_width - 10"',
      '"expr": "panel_width - now() % 10"',
      { rule: "bad-expression", at: '"panel_width - now() % 10"', says: /calls now/ },
    ],
    [
      "chance",
      '"expr": "panel_width - text_width - 10"',
      '"expr": "panel_width * random()"',
      { rule: "bad-expression", says: /calls random/, at: '"panel_width * random()"' },
    ],
    [
      "local time",
      '"sort": null, "title": null}}',
      '"sort": null, "title": null, "timeUnit": "year"}}',
      { rule: "not-supported", at: '"timeUnit"' },
    ],
    [
      "a sum that nobody stated",
      '"axis": null,',
      '"axis": null, "aggregate": "sum",',
      { rule: "not-supported", at: '"aggregate"' },
    ],
    [
      "a logarithmic axis",
      '"scale": {"nice": false,',
      '"scale": {"type": "log", "nice": false,',
      { rule: "not-linear", at: '"type": "log"' },
    ],
    [
      "links",
      barMark,
      `${barMark.slice(0, -1)}, "href": "https://example.org"}`,
      { rule: "outside-data", at: '"href"' },
    ],
    [
      "pictures inside",
      barMark,
      '"mark": {"type": "image", "url": "data:image/png;base64,AAAA"}',
      { rule: "outside-data", at: '"url"' },
    ],
    ["image marks", barMark, '"mark": {"type": "image"}', { rule: "not-supported", at: '{"type": "image"}' }],
    ["colours of its own", barMark, '"mark": {"type": "bar", "fill": "red"}', { rule: "style-in-chart", at: '"fill"' }],
    [
      "type of its own",
      '"style": "value"}',
      '"style": "value", "fontSize": 30}',
      { rule: "style-in-chart", at: '"fontSize"' },
    ],
    [
      "a style misspelt",
      '"style": "missing"',
      '"style": "mising"',
      { rule: "unknown-style", at: '"mising"', says: /missing/ },
    ],
    [
      "translucency",
      barMark,
      '"mark": {"type": "bar", "fillOpacity": 0.5}',
      { rule: "transparency", at: '"fillOpacity"' },
    ],
    [
      "a facet by something else than the panels",
      '"width": "container",',
      '"width": "container", "facet": {"row": {"field": "category"}}, "spec": {"mark": "bar"},',
      { rule: "vega-lite-schema", at: '"layer"', says: /layer/ },
    ],
  ])("refuse %s", async (_, from, to, expected) => {
    // The place of a member is its name, where its name is what is wrong.
    const text = spoiled(from, to);
    expectFinding(await drawText(text), text, expected);
  });

  it.each(["17.36万", "NaN", "Infinity"])("refuse %s in the rows, with its place in the data", async (value) => {
    const rows = soundRows.map((row, index) => (index === 1 ? { ...row, value } : row));
    expectFinding(await drawText(sound, rows), sound, {
      rule: "not-a-number",
      at: '"value",\n          "type"',
      data: 2,
    });
  });
});

describe("gates after drawing", () => {
  const filtered = `"transform": [{"filter": {"field": "value", "gt": 23550}}],\n      ${barMark}`;
  const twice = `"layer": [{${barMark}, "encoding": {"x": {"field": "value", "type": "quantitative"}}},`;
  const machineWords = `"text": {"field": "none"}}\n    }\n  ],
  "transform": [{"calculate": "toString(datum.value)", "as": "none"}]`;
  it.each<[string, string, string, Expected]>([
    ["a figure that a filter loses", barMark, filtered, { rule: "figure-not-drawn", at: '{"keys"', data: 2 }],
    ["a figure drawn by two marks", '"layer": [', twice, { rule: "figure-drawn-twice", at: '{"keys"', data: 1 }],
    [
      "a bar for what is not published",
      valueField,
      valueField.replace("value", "order"),
      { rule: "mark-without-figure", at: '{"keys"', data: 3 },
    ],
    [
      "bars that do not begin at zero",
      '"scale": {"nice": false',
      '"stack": null, "scale": {"zero": false, "clamp": true, "nice": false',
      { rule: "out-of-proportion", at: '{"type": "bar"', data: 2 },
    ],
    [
      "a number that nothing prints",
      '"field": "value", "valid": true',
      '"field": "value", "gt": 23550',
      { rule: "number-not-printed", at: '{"keys"', data: 2 },
    ],
    [
      "a name cut short",
      '"sort": null, "title": null}}',
      '"sort": null, "title": null, "axis": {"labelLimit": 20}}}',
      { rule: "text-cut" },
    ],
    [
      "words on words",
      '"height": {"step": 20}',
      '"height": {"step": 4}',
      { rule: "text-overlap", says: /23,510/, at: '{"type": "text", "style": "value"' },
    ],
    [
      "a machine's words",
      '"text": {"field": "text"}}\n    }\n  ]',
      machineWords,
      { rule: "placeholder-text", says: /null/, at: '{"type": "text", "style": "missing"' },
    ],
    [
      "a hairline",
      barMark,
      '"mark": {"type": "bar", "style": "outlined", "strokeWidth": 0.2}',
      { rule: "hairline", at: '{"type": "bar"' },
    ],
    [
      "dark words on a dark bar",
      '"style": "value"}',
      '"style": "value", "align": "right", "dx": -4}',
      { rule: "low-contrast", says: /on-dark/, at: '{"type": "text", "style": "value"' },
    ],
  ])("refuse %s", async (_, from, to, expected) => {
    const text = spoiled(from, to);
    expectFinding(await drawText(text), text, expected);
  });

  describe("words over two bars, one behind the other", () => {
    const parts = ["current", "prior"].map((id, index) =>
      chartRow({
        key: id,
        category: "C0",
        series: { id, name: id },
        value: String(9 - index),
        text: String(9 - index),
      }),
    );
    const bar = (id: string): Json => ({
      transform: [{ filter: { field: "series_id", equal: id } }],
      mark: { type: "bar", style: id },
      encoding: { y: { field: "value", type: "quantitative", axis: null, stack: null } },
    });
    const words = (id: string, style: string, y: number): Json => ({
      transform: [{ filter: { field: "series_id", equal: id } }],
      mark: { type: "text", style },
      encoding: { text: { field: "text" }, y: { value: y } },
    });
    const rules = async (front: string, style: string): Promise<readonly string[]> => {
      const behind = front === "current" ? "prior" : "current";
      const layer = [bar(behind), bar(front), words("current", style, 60), words("prior", style, 80)];
      const text = JSON.stringify({ ...JSON.parse(columns({})), layer });
      return [...new Set((await drawText(text, parts)).findings.map(({ rule }) => rule))];
    };
    it("must stand out from the one in front", async () => {
      expect(await rules("prior", "on-light")).toEqual([]);
      expect(await rules("prior", "on-dark")).toEqual(["low-contrast"]);
      expect(await rules("current", "on-dark")).toEqual([]);
      expect(await rules("current", "on-light")).toEqual(["low-contrast"]);
    });
  });

  const renamed = (category: string): readonly ChartRow[] =>
    soundRows.map((row, index) => (index === 0 ? { ...row, category } : row));
  it("refuse a character that no face has", async () => {
    expectFinding(await drawText(sound, renamed("Accepted \u{1F4C8}")), sound, {
      rule: "missing-glyph",
      says: /U\+1F4C8/,
    });
  });
  it("refuse two categories of one name, which would be drawn as one", async () => {
    const { picture, findings } = await drawText(sound, renamed("Concluded"));
    expect(picture).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });
  it("refuse names that leave no room to draw in", async () => {
    expectFinding(await drawText(sound, renamed("Accepted ".repeat(20))), sound, { rule: "no-room" });
  });
  it("print words that end in “…” by their author's will", async () => {
    expect((await drawText(sound, renamed("And so on…"))).findings).toEqual([]);
  });

  describe("panels with scales of their own", () => {
    const { width, height, encoding, layer, ...rest } = JSON.parse(sound);
    const said = "The groups are drawn to different scales.";
    const note = {
      transform: [
        {
          filter: {
            and: [
              { field: "panel_id", equal: "b" },
              { field: "first", equal: true },
            ],
          },
        },
      ],
      mark: { type: "text", style: "note", baseline: "top", dy: 6 },
      encoding: {
        x: { value: 0 },
        y: { value: "height" },
        text: { value: said },
      },
    };
    const panels = (x: "shared" | "independent", more: readonly object[]): string => {
      const scale = { x, y: "independent" };
      const inner = { width, height, encoding, layer: [...layer, ...more] };
      const description = `Bars. ${said}`;
      return JSON.stringify(
        { ...rest, description, facet: { row: { field: "panel" } }, resolve: { scale }, spec: inner },
        null,
        2,
      );
    };
    const rows = ["a", "b"].flatMap((id, panel) =>
      soundRows.map((row, index) => ({
        ...row,
        panel,
        ...(panel === 0 && index > 0 && { key: `${row.key}.${id}` }),
        ...(panel === 1 && { key: `${row.key}.b`, value: row.value && `${row.value}0`, text: `${row.text}0` }),
      })),
    );
    const heads = ["a", "b"].map((id) => ({ id, title: id, head: `Panel ${id}`, unit: "", scale: 1 }));
    it("are refused where the picture does not say so", async () => {
      const text = panels("independent", []);
      const at = '{\n    "scale": {\n      "x": "independent"';
      expectFinding(await drawText(text, rows, { panels: heads }), text, { rule: "scales-differ", at });
    });
    it("are drawn where it does, and where the scale is shared", async () => {
      const independent = await drawText(panels("independent", [note]), rows, { panels: heads, notes: [said] });
      expect(independent.findings).toEqual([]);
      expect(independent.picture?.model.notes).toEqual([said]);
      expect((await drawText(panels("shared", []), rows, { panels: heads })).findings).toEqual([]);
    });
    it("and are refused where those who hear the chart would not be told", async () => {
      const text = panels("independent", [note]).replace(`"Bars. ${said}"`, '"Bars"');
      const [at = ""] = /\{\s*"type": "text",\s*"style": "note"/.exec(text) ?? [];
      expectFinding(await drawText(text, rows, { panels: heads }), text, { rule: "words-not-told", at });
    });
  });
});
