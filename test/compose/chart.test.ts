import { describe, expect, it } from "vitest";
import { resolveChart } from "../../src/compose/chart.ts";
import type { ChartRow, Json } from "../../src/model/document.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Operand } from "../../src/model/relation.ts";
import type { Style } from "../../src/model/style.ts";
import { language } from "../languages.ts";

const file = "charts/courts.vl.json";
const dataFile = "data/2000.yaml";
let line = 0;
const entries: readonly (readonly [key: string, value: string | null, more?: Partial<Figure>])[] = [
  ["accepted", "23580"],
  ["concluded", "23510"],
  ["pending", null],
  ["rank", "2", { kind: "ordinal", unit: "place" }],
  ["fines", "900", { kind: "money", unit: "CNY" }],
  ["total", "47090"],
  ["about", "50", { approx: "about" }],
  ["lines.y1999", "5"],
  ["lines.y2000", "7"],
];
const figures = new Map(
  entries.map(([key, value, more]) => {
    const figure: Figure = {
      ...{ key, value, unit: "case", kind: "count", step: "1", place: { file: dataFile, line: ++line, column: 3 } },
      ...more,
    };
    return [key, figure] as const;
  }),
);
const rate = (value: string | null): Figure => ({
  ...{ key: "growth", value, unit: "percent", kind: "percent", step: "0.01" },
  place: { file: dataFile, line: 99, column: 3 },
});
const withGrowth = (key: string, growth: string | null, prior?: string): void => {
  const figure = figures.get(key) as Figure;
  const stated: Figure | undefined = prior === undefined ? undefined : { ...figure, key: `${key}.prior`, value: prior };
  figures.set(key, { ...figure, growth: rate(growth), ...(stated && { prior: stated }) });
};

const english = language(
  "en",
  { grouping: true },
  {
    units: { case: { counter: " cases" }, CNY: { counter: " RMB" }, place: { counter: "" } },
    labels: { accepted: "Accepted", concluded: "Concluded", pending: "Pending", fines: "Fines", about: "About" },
    messages: {
      ...{ kind: "Bars of {year}", bad: "Bars of {yaer}", one: "One", two: "Two", "not-published": "not published" },
      ...{ "chart.year": "{year}", "chart.year-derived": "{year} (derived)", "chart.value-derived": "{n} (derived)" },
      ...{ "chart.change": "Change", "chart.no-change": "–", "chart.unit": "Unit: {unit}" },
      ...{ "chart.head-unit": "{title} ({unit})", "alt.chart": "{kind}. {panels}", "alt.panel": "{title}: {items}." },
      ...{ "alt.panel-untitled": "{items}.", "alt.panel-separator": " ", "alt.item": "{label} {value}" },
      ...{ "alt.item-compared": "{label} {value} ({series}: {prior}; {change} {rate})", "alt.item-separator": "; " },
      ...{ "alt.item-unrated": "{label} {value} ({series}: {prior})", "alt.share": "{value} ({share})" },
      ...{ "alt.category": "{label}: {items}", "alt.series": "{series} {value}", "alt.series-separator": ", " },
    },
  },
);

const specOf = (chartFigures: Json): string =>
  JSON.stringify(
    { description: "@kind", usermeta: { figures: chartFigures }, data: { name: "figures" }, mark: "bar" },
    null,
    2,
  );
const bases = new Map<string, Operand>();
const resolve = (text: string) => {
  const findings: Finding[] = [];
  const source = { name: "courts", file, text, spec: JSON.parse(text) as Json };
  const context = { figures, language: english, style: {} as Style, period: 2000, bases };
  const resolved = resolveChart(source, "courts", context, (finding) => void findings.push(finding));
  return { chart: resolved?.chart, ...resolved?.alternative, findings };
};
const rowsOf = (chartFigures: Json): readonly ChartRow[] => {
  const { chart, findings } = resolve(specOf(chartFigures));
  expect(findings).toEqual([]);
  return chart?.rows ?? [];
};

/** Demands a finding at the marker (counted here); with `related`, that it names these figures' places. */
const expectFault = (
  text: string,
  rule: string,
  marker: string,
  related: readonly string[] = [],
  says?: RegExp,
): void => {
  const { chart, findings } = resolve(text);
  expect(chart, rule).toBeUndefined();
  const found = findings.find((finding) => finding.rule === rule);
  const all = JSON.stringify(findings, null, 1);
  expect(found, all).toBeDefined();
  expect(text).toContain(marker);
  const before = text.slice(0, text.lastIndexOf(marker)).split("\n");
  expect(found?.place, all).toEqual({ file, line: before.length, column: (before.at(-1) ?? "").length + 1 });
  for (const key of related)
    expect(
      found?.related?.map(({ place }) => place),
      all,
    ).toContainEqual(figures.get(key)?.place);
  if (says) expect(`${found?.message} ${found?.hint}`).toMatch(says);
};

describe("what usermeta.figures gets wrong", () => {
  it.each<[rule: string, marker: string, chartFigures: Json, related?: readonly string[], says?: RegExp]>([
    ["unknown-figure", '"acepted"', { keys: ["acepted"] }, ["accepted"], /did you mean accepted/],
    ["not-a-quantity", '"rank"', { keys: ["rank"] }, ["rank"]],
    ["missing-label", '"total"', { keys: ["total"] }],
    ["unknown-key", '"kesy"', { kesy: ["accepted"] }, [], /did you mean key/],
    ["wrong-type", '"accepted"', { keys: "accepted" }],
    [
      "wrong-count",
      '[\n        "accepted"',
      { categories: ["@one", "@two"], keys: ["accepted"] },
      [],
      /1 figures for 2/,
    ],
    ["duplicate-figure", '"accepted"', { categories: ["@one", "@two"], keys: ["accepted", "accepted"] }],
    ["duplicate-category", '"@one"', { categories: ["@one", "@one"], keys: ["accepted", "concluded"] }],
    ["mixed-units", '"fines"', { keys: ["accepted", "fines"] }, ["accepted", "fines"]],
    ["chart-without-figures", '{\n      "keys"', { keys: ["pending"] }, [], /none/],
    ["chart-without-figures", '{\n      "categories"', { categories: ["@one"], keys: [null] }],
    ["untranslated-text", '"One"', { categories: ["One"], keys: ["accepted"] }],
    ["unknown-message", '"@tow"', { categories: ["@one", "@tow"], keys: ["accepted", "concluded"] }, [], /@?two/],
    [
      "parts-do-not-sum",
      '"total"',
      { categories: ["@one", "@two"], keys: ["accepted", "lines.y1999"], whole: "total" },
    ],
    ["share-unknown", '"about"', { keys: ["about"], whole: "total" }, ["about", "total"]],
    ["wrong-value", '"lines.y"', { years: 2, key: "lines.y" }, [], /\{year\}/],
    ["wrong-value", '"lines.y{year}"', { key: "lines.y{year}" }, [], /years/],
    [
      "missing-categories",
      "[\n        {",
      {
        series: [
          { id: "a", name: "@one", keys: ["accepted"] },
          { id: "b", name: "@two", keys: ["concluded"] },
        ],
      },
    ],
  ])("%s at %s", (rule, marker, chartFigures, related, says) => {
    const text = specOf(chartFigures);
    expectFault(text, rule, marker, related, says);
  });

  it("names what a chart must have: figures, rows by name, words for those who cannot see it", () => {
    const rules = (spec: Json): readonly string[] => resolve(JSON.stringify(spec)).findings.map(({ rule }) => rule);
    expect(rules({ description: "@kind", data: { name: "figures" } })).toContain("chart-without-figures");
    expect(rules({ usermeta: { figures: { keys: ["accepted"] } }, data: { name: "figures" } })).toContain(
      "missing-description",
    );
    expect(
      rules({ description: "@kind", usermeta: { figures: { keys: ["accepted"] } }, data: { url: "x" } }),
    ).toContain("chart-data");
    expect(
      rules({ description: "@bad", usermeta: { figures: { keys: ["accepted"] } }, data: { name: "figures" } }),
    ).toContain("unknown-placeholder");
  });
});

describe("last year's values", () => {
  const compared = (): readonly (readonly unknown[])[] =>
    rowsOf({ compare: "prior", keys: ["accepted", "concluded", "pending"] }).map(
      ({ key, series, text, status, change }) => [...[key, series.name, text, status, change?.text ?? ""]],
    );

  it("are derived with the precision that rounding leaves, and said to be", () => {
    withGrowth("accepted", "3.97");
    withGrowth("concluded", null);
    expect(compared()).toEqual([
      ["accepted.prior", "1999 (derived)", "22,680", "derived", ""],
      ["accepted", "2000", "23,580", "stated", "+3.97%"],
      ["concluded.prior", "1999 (derived)", "not published", "not-published", ""],
      ["concluded", "2000", "23,510", "stated", "–"],
      ["pending.prior", "1999 (derived)", "not published", "not-published", ""],
      ["pending", "2000", "not published", "not-published", "–"],
    ]);
  });
  it("are not said to be derived where they were not published", () => {
    withGrowth("accepted", "3.97");
    const { alt } = resolve(specOf({ keys: ["accepted", "concluded"], compare: "prior" }));
    expect(alt).toContain("(1999 (derived): 22,680 cases;");
    expect(alt).toContain("(1999: not published)");
  });

  it("are what the change is known to start from, to the digits of the figure, where the data names it", () => {
    withGrowth("accepted", "3.97");
    bases.set("accepted", {
      value: "22684.6",
      step: "0.1",
      source: "White paper of 1999",
      place: { file: dataFile, line: 1, column: 1 },
    });
    expect(compared()[0]).toEqual(["accepted.prior", "1999", "22,685", "stated", ""]);
    bases.set("accepted", {
      value: "23000",
      step: "1000",
      source: "White paper of 1999",
      place: { file: dataFile, line: 1, column: 1 },
    });
    expect(compared()[0]).toEqual(["accepted.prior", "1999 (derived)", "22,680", "derived", ""]);
    bases.clear();
  });

  it("are never an approximate number that the change is known to start from", () => {
    withGrowth("accepted", "3.97");
    const about = { ...(figures.get("accepted") as Figure), key: "earlier", value: "22700", approx: "about" as const };
    bases.set("accepted", about);
    expect(compared()[0]).toEqual(["accepted.prior", "1999 (derived)", "22,680", "derived", ""]);
    const { approx: _, ...exact } = about;
    bases.set("accepted", exact);
    expect(compared()[0]).toEqual(["accepted.prior", "1999", "22,700", "stated", ""]);
    bases.clear();
  });

  it("are marked one by one where others are stated", () => {
    withGrowth("concluded", "6.28", "22121");
    expect(compared().slice(0, 4)).toEqual([
      ["accepted.prior", "1999", "22,680 (derived)", "derived", ""],
      ["accepted", "2000", "23,580", "stated", "+3.97%"],
      ["concluded.prior", "1999", "22,121", "stated", ""],
      ["concluded", "2000", "23,510", "stated", "+6.28%"],
    ]);
  });

  it("are refused where no earlier value can have changed so", () => {
    withGrowth("accepted", "-100");
    expectFault(specOf({ compare: "prior", keys: ["accepted"] }), "growth-impossible", '"accepted"');
  });
});

it("years, series and order of categories", () => {
  expect(rowsOf({ years: 2, key: "lines.y{year}" }).map(({ category, text }) => [category, text])).toEqual([
    ["1999", "5"],
    ["2000", "7"],
  ]);
  // A year names the figures of this year, never those of several.
  const called = (more: { readonly [name: string]: Json }): unknown =>
    rowsOf({ years: 2, key: "lines.y{year}", ...more }).map(({ series }) => series)[0];
  expect(called({})).toEqual({ id: "current", name: "cases", implied: true });
  expect(called({ name: "@one" })).toEqual({ id: "current", name: "One" });
  expect(rowsOf({ keys: ["accepted"] })[0]?.series).toEqual({ id: "current", name: "2000" });
  const sorted = rowsOf({ categories: ["@one", "@two"], keys: ["concluded", "accepted"], sort: "descending" });
  expect(sorted.map(({ category, key }) => [category, key])).toEqual([
    ["Two", "accepted"],
    ["One", "concluded"],
  ]);
});

it("shares of a whole are told beside their values, in the alternative text too", () => {
  const { chart, alt } = resolve(specOf({ keys: ["accepted", "concluded"], whole: "total" }));
  expect(chart?.rows.map(({ share }) => share)).toEqual([
    { value: "50.1", text: "50.1%" },
    { value: "49.9", text: "49.9%" },
  ]);
  expect(alt).toContain("Accepted 23,580 cases (50.1%); Concluded 23,510 cases (49.9%)");
});
