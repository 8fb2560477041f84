import { expect } from "vitest";
import { type DrawContext, draw } from "../../src/draw/index.ts";
import type { Chart, ChartRow, Json } from "../../src/model/document.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Picture } from "../../src/model/picture.ts";
import { columnWidth } from "../../src/model/style.ts";
import { readSource } from "../../src/read/index.ts";
import { chartBody, chartRow } from "../charts.ts";

/** A specification that nothing is wrong with; tests spoil its text. */
export const sound = `{
  "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
  "description": "Bars",
  "usermeta": {"figures": {"keys": ["courts.accepted", "courts.concluded", "courts.pending"]}},
  "data": {"name": "figures"},
  "params": [{"name": "panel_width", "value": 300}, {"name": "text_width", "value": 30}],
  "width": "container",
  "height": {"step": 20},
  "encoding": {"y": {"field": "category", "sort": null, "title": null}},
  "layer": [
    {
      "mark": {"type": "bar", "style": "current"},
      "encoding": {
        "x": {
          "field": "value",
          "type": "quantitative",
          "axis": null,
          "scale": {"nice": false, "range": [0, {"expr": "panel_width - text_width - 10"}]}
        }
      }
    },
    {
      "transform": [{"filter": {"field": "value", "valid": true}}],
      "mark": {"type": "text", "style": "value"},
      "encoding": {"x": {"field": "value", "type": "quantitative"}, "text": {"field": "text"}}
    },
    {
      "transform": [{"filter": {"field": "status", "equal": "not-published"}}],
      "mark": {"type": "text", "style": "missing"},
      "encoding": {"x": {"value": 0}, "text": {"field": "text"}}
    }
  ]
}
`;

const row = (key: string, category: string, value: string | null, text: string): ChartRow =>
  chartRow({ key, category, series: { id: "current", name: "2019" }, value, text });
/** What the sound specification draws. */
export const soundRows: readonly ChartRow[] = [
  row("courts.accepted", "Accepted", "23580", "23,580"),
  row("courts.concluded", "Concluded", "23510", "23,510"),
  row("courts.pending", "Pending", null, "not published"),
];

const file = "charts/courts.vl.json";
const dataFile = "data/1999.yaml";
const figures = new Map(
  soundRows.map(({ key }, index) => [key, { key, place: { file: dataFile, line: index + 1, column: 5 } } as Figure]),
);

let context: Promise<Omit<DrawContext, "source">> | undefined;
/** The faces, the style and one language of the publication. */
export const english = (): Promise<Omit<DrawContext, "source">> => {
  context ??= readSource(".", "2019", () => {}).then((source) => {
    const language = source?.languages.get("en")?.language;
    if (!source || !language) throw new Error("the publication cannot be read");
    return { language, style: source.style, faces: source.faces, width: columnWidth(source.style) };
  });
  return context;
};

/** A specification with these rows; `more` says what its alternative text and its panels are. */
export const chartOf = (spec: Json, rows: readonly ChartRow[] = soundRows, more: Partial<Chart> = {}): Chart =>
  chartBody(rows, { spec, ...more });

export type Drawing = { readonly picture?: Picture | undefined; readonly findings: readonly Finding[] };

/** Draws a specification as it is written. */
export const drawText = async (
  text: string,
  rows?: readonly ChartRow[],
  more: Partial<Chart> = {},
  limits: DrawContext["limits"] = {},
): Promise<Drawing> => {
  const spec = JSON.parse(text) as Json;
  const findings: Finding[] = [];
  const charts = new Map([["courts", { name: "courts", file, text, spec }]]);
  const picture = await draw(
    chartOf(spec, rows, more),
    { ...(await english()), limits, source: { charts, figures } },
    (finding) => void findings.push(finding),
  );
  return { picture, findings };
};

/** The sound specification with a part of its text replaced; the part must be there once. */
export const spoiled = (from: string, to: string): string => {
  expect(sound.split(from).length, `"${from}" in the sound specification`).toBe(2);
  return sound.replace(from, () => to);
};

/** Demands a finding of a rule, at the text where the marker stands (counted here), and that nothing was drawn. */
export const expectFinding = (
  { picture, findings }: Drawing,
  text: string,
  { rule, at, says, data }: { rule: string; at?: string; says?: RegExp; data?: number },
): void => {
  const shown = findings.map(
    ({ rule, message, hint, place }) => `${place?.line}:${place?.column} ${rule} ${message}; ${hint}`,
  );
  const found = findings.find((one, index) => one.rule === rule && (!says || says.test(shown[index] ?? "")));
  expect(found, `${rule} ${says ?? ""} among:\n${shown.join("\n")}`).toBeDefined();
  expect(picture).toBeUndefined();
  const before = text.slice(0, at === undefined ? 0 : text.indexOf(at)).split("\n");
  if (at !== undefined) expect(text).toContain(at);
  expect(found?.place, shown.join("\n")).toMatchObject({
    file,
    line: before.length,
    column: (before.at(-1) as string).length + 1,
  });
  if (data !== undefined) expect(found?.related?.[0]?.place).toEqual({ file: dataFile, line: data, column: 5 });
};
