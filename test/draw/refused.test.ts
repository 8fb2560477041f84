import { describe, expect, it, vi } from "vitest";
import type { DrawContext } from "../../src/draw/index.ts";
import { limits } from "../../src/draw/limits.ts";
import { renderScene } from "../../src/draw/render.ts";
import { Budget } from "../../src/draw/steps.ts";
import { rowsOf } from "./columns.ts";
import { drawText, sound, spoiled } from "./specification.ts";

/**
 * What a specification must not do, by whoever wrote it: read files or the network, link, run code, look at the machine, or
 * make work without end. Each guard is tried with harmless input just beyond what it lets through.
 */

const barMark = '"mark": {"type": "bar", "style": "current"}';
const range = '"expr": "panel_width - text_width - 10"';
const data = '"data": {"name": "figures"}';
const address = "https://example.org/";

const refused: readonly (readonly [what: string, from: string, to: string, rule: string])[] = [
  ["a file by its path", data, '"data": {"url": "rows.json"}', "outside-data"],
  ["a page of the network", data, `"data": {"url": "${address}"}`, "outside-data"],
  [
    "a look-up in another file",
    '"layer": [',
    '"transform": [{"lookup": "key", "from": {"data": {"url": "x.csv"}, "key": "k", "fields": ["v"]}}], "layer": [',
    "outside-data",
  ],
  ["rows of its own", data, '"data": {"values": [{"key": "x", "value": 1}]}', "outside-data"],
  [
    "rows under another name",
    data,
    '"data": {"name": "figures"}, "datasets": {"figures": [{"value": 1}]}',
    "outside-data",
  ],
  ["rows that it makes", data, '"data": {"sequence": {"start": 0, "stop": 3}}', "outside-data"],
  [
    "rows that it fills in",
    '"field": "value",\n          "type": "quantitative",',
    '"field": "value", "type": "quantitative", "impute": {"value": 1, "keyvals": [1, 2]},',
    "not-supported",
  ],
  ["more ticks than an axis has", '"axis": null,', `"axis": {"tickCount": ${limits.ticks + 1}},`, "chart-too-large"],
  ["a step higher than a page", '"step": 20', '"step": 1000', "too-high"],
  ["a link behind a mark", barMark, `${barMark.slice(0, -1)}, "href": "${address}"}`, "outside-data"],
  [
    "a link behind every row",
    '"text": {"field": "text"}}\n    }\n  ]',
    `"text": {"field": "text"}, "href": {"value": "${address}"}}\n    }\n  ]`,
    "outside-data",
  ],
  ["a member that every object has", range, '"expr": "datum.valueOf"', "bad-expression"],
  ["a computed name of a column", range, `"expr": "datum['val' + 'ue']"`, "bad-expression"],
  ["a member of something else than the row", range, '"expr": "panel_width.length"', "bad-expression"],
  ["a name that is not on the list", range, '"expr": "window"', "bad-expression"],
  ["a function that is not on the list", range, '"expr": "sequence(3)"', "bad-expression"],
  ["an assignment", range, '"expr": "panel_width = 3"', "bad-expression"],
  ["an expression longer than allowed", range, `"expr": "${"1+".repeat(limits.expression / 2)}1"`, "bad-expression"],
  ["a regular expression", range, '"expr": "test(/a/, \'a\')"', "bad-expression"],
  ["a member that every object inherits", '"width"', '"__proto__": {"mark": "bar"}, "width"', "vega-lite-schema"],
  ["a listener on the page", barMark, `${barMark.slice(0, -1)}, "onclick": "note"}`, "vega-lite-schema"],
];

describe("what a chart must not do ends in a finding", () => {
  it.each(refused)("%s", async (_, from, to, rule) => {
    const { picture, findings } = await drawText(spoiled(from, to));
    expect(picture).toBeUndefined();
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const { place, severity } of findings)
      expect([severity, place?.file]).toEqual(["error", "charts/courts.vl.json"]);
  });

  it("and the next chart is drawn as if nothing had been", async () => {
    expect((await drawText(sound)).picture?.svg).toContain(">23,580<");
  });
});

describe("limits count what is to be done, not the time it takes", () => {
  const within = async (allowed: DrawContext["limits"], text = sound) => {
    const { picture, findings } = await drawText(text, rowsOf("5", "7", "9"), {}, allowed);
    return [picture !== undefined, ...findings.map(({ rule, message }) => `${rule}: ${message}`)];
  };
  it.each<[string, DrawContext["limits"], DrawContext["limits"], RegExp]>([
    ["rows", { rows: 3 }, { rows: 2 }, /3 rows; the limit is 2/],
    ["levels", { depth: 20 }, { depth: 5 }, /deeper than 5 levels/],
    ["parts", { parts: 200 }, { parts: 20 }, /more than 20 parts/],
    ["layers in all panels", { views: 3 }, { views: 2 }, /3 layers in all its panels; the limit is 2/],
    ["steps", { steps: 20_000 }, { steps: 100 }, /more than 100 steps/],
    ["marks", { marks: 20 }, { marks: 5 }, /marks; the limit is 5/],
  ])("%s", async (_, enough, less, says) => {
    expect(await within(enough)).toEqual([true]);
    expect(await within(less)).toEqual([
      false,
      expect.stringMatching(new RegExp(`^chart-too-large: .*${says.source}`)),
    ]);
    expect(await within(enough)).toEqual([true]);
  });
  it("a thread in which nothing goes on is stopped, and the next chart has a new one", async () => {
    expect(await within({ stuck: 0.0001 })).toEqual([false, expect.stringMatching(/nothing of the chart was drawn/)]);
    expect(await within({})).toEqual([true]);
  });
});

describe("behind the gates", () => {
  const faces = { faces: [], families: [], script: "Latn" };
  const point = { mark: "point", width: 10, height: 10 };
  const budget = () => new Budget(limits.steps);

  it.each(["file:///rows.csv", "package.json", "http://127.0.0.1:9/rows.json"])(
    "nothing is fetched: %s",
    async (url) => {
      const { svg, warnings } = await renderScene(
        { ...point, data: { url, format: { type: "dsv", delimiter: "x" } } },
        faces,
        budget(),
      );
      expect(warnings.join()).toContain("a chart fetches nothing");
      expect(svg.match(/<path transform/g)).toBeNull();
    },
  );

  it("no link leads anywhere", async () => {
    const spec = { ...point, data: { values: [{}] }, encoding: { href: { value: address } } };
    expect((await renderScene(spec, faces, budget())).svg).not.toContain(address);
  });

  it("expressions are interpreted, never made into code", async () => {
    const made = vi.spyOn(globalThis, "Function");
    const transform = [{ calculate: "datum.a + 1", as: "b" }];
    const spec = { ...point, data: { values: [{ a: 1 }] }, transform, encoding: { x: { field: "b" } } };
    await renderScene(spec, faces, budget());
    expect(made).not.toHaveBeenCalled();
    made.mockRestore();
  });
});
