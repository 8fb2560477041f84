import { describe, expect, it } from "vitest";
import { renderScene } from "../../src/draw/render.ts";
import { drawText, sound, spoiled } from "./specification.ts";

const barMark = '"mark": {"type": "bar", "style": "current"}';
const range = '"expr": "panel_width - text_width - 10"';
const data = '"data": {"name": "figures"}';
const nested = (depth: number, inner: string): string => `${'{"layer": ['.repeat(depth)}${inner}${"]}".repeat(depth)}`;

/** What somebody might write who means harm, and the rule that stops it. */
const attacks: readonly (readonly [what: string, from: string, to: string, rule: string])[] = [
  ["a file of the machine", data, '"data": {"url": "file:///etc/passwd"}', "outside-data"],
  ["a file by its path", data, '"data": {"url": "../../package.json"}', "outside-data"],
  ["a page of the network", data, '"data": {"url": "http://127.0.0.1:9/rows.json"}', "outside-data"],
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
  ["a thousand million rows", data, '"data": {"sequence": {"start": 0, "stop": 1000000000}}', "outside-data"],
  [
    "a thousand million rows filled in",
    '"field": "value",\n          "type": "quantitative",',
    '"field": "value", "type": "quantitative", "impute": {"value": 1, "keyvals": {"start": 0, "stop": 1000000000}},',
    "not-supported",
  ],
  ["a thousand million ticks", '"axis": null,', '"axis": {"tickCount": 1000000000},', "chart-too-large"],
  ["a step of a thousand million points", '"step": 20', '"step": 1000000000', "too-high"],
  ["a script behind a mark", barMark, `${barMark.slice(0, -1)}, "href": "javascript:alert(1)"}`, "outside-data"],
  [
    "a script behind every row",
    '"text": {"field": "text"}}\n    }\n  ]',
    '"text": {"field": "text"}, "href": {"value": "javascript:alert(1)"}}\n    }\n  ]',
    "outside-data",
  ],
  [
    "the way out over a constructor",
    range,
    `"expr": "datum.constructor.constructor('return process')()"`,
    "bad-expression",
  ],
  ["the same with a computed name", range, `"expr": "datum['con' + 'structor']"`, "bad-expression"],
  ["the same over a literal", range, `"expr": "''.constructor"`, "bad-expression"],
  ["the same over a function", range, `"expr": "toString.constructor('return this')()"`, "bad-expression"],
  ["the global object", range, '"expr": "globalThis"', "bad-expression"],
  ["this", range, '"expr": "this"', "bad-expression"],
  ["an assignment", range, '"expr": "panel_width = 3"', "bad-expression"],
  ["a sequence in an expression", range, '"expr": "length(sequence(1000000000))"', "bad-expression"],
  ["an expression without end", range, `"expr": "${"(".repeat(5000)}1${")".repeat(5000)}"`, "bad-expression"],
  [
    "a catastrophic regular expression",
    range,
    '"expr": "test(/(a+)+$/, \'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\')"',
    "bad-expression",
  ],
  ["layers in layers without end", '"layer": [\n', `"layer": [${nested(5000, sound)},\n`, "chart-too-large"],
  [
    "thirty thousand layers",
    '"layer": [\n',
    `"layer": [${Array.from({ length: 30_000 }, () => '{"mark": "bar"}').join(",")},\n`,
    "chart-too-large",
  ],
  ["a member that every object inherits", '"width"', '"__proto__": {"mark": "bar"}, "width"', "vega-lite-schema"],
  ["a listener on the page", barMark, `${barMark.slice(0, -1)}, "onclick": "alert(1)"}`, "vega-lite-schema"],
];

describe("a hostile specification ends in a finding", () => {
  it.each(attacks)("%s", { timeout: 60_000 }, async (_, from, to, rule) => {
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

describe("behind the gates", () => {
  const faces = { faces: [], families: [], script: "Latn" };
  const point = { mark: "point", width: 10, height: 10 };

  it.each(["file:///etc/hostname", "package.json", "http://127.0.0.1:9/rows.json"])(
    "nothing is fetched: %s",
    async (url) => {
      const { svg, warnings } = await renderScene(
        { ...point, data: { url, format: { type: "dsv", delimiter: "x" } } },
        faces,
      );
      expect(warnings.join()).toContain("a chart fetches nothing");
      expect(svg.match(/<path transform/g)).toBeNull();
    },
  );

  it("no link leads anywhere", async () => {
    const href = { value: "javascript:alert(1)" };
    const { svg } = await renderScene({ ...point, data: { values: [{}] }, encoding: { href } }, faces);
    expect(svg).not.toContain("javascript");
  });

  it("expressions are interpreted, never made into code", async () => {
    const code = "datum.constructor.constructor('globalThis.harmed = true')()";
    const transform = [{ calculate: code, as: "harm" }];
    await renderScene({ ...point, data: { values: [{}] }, transform, encoding: { x: { field: "harm" } } }, faces).catch(
      () => {},
    );
    expect(globalThis).not.toHaveProperty("harmed");
  });
});
