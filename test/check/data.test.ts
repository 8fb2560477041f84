import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { findingsOf } from "./publication.ts";

/** Figures that contradict one another, and figures whose rounding explains everything. */

/** A figure of each year from 2015 on. */
const pct = (...values: readonly number[]): string =>
  `  pct:\n${values.map((value, index) => `    y${2015 + index}: { value: ${value}, unit: case }`).join("\n")}`;

/** What is found in the data alone: its figures are printed nowhere. */
const found = async (figures: string, relations = ""): Promise<readonly Finding[]> =>
  (await findingsOf({ figures, relations, prose: { en: "Nothing." } })).filter(({ rule }) => rule !== "unused-figure");

type Case = readonly [name: string, figures: string, relations: string, ...rules: string[]];
const source = 'source: "Bureau, 2018"';

const cases: readonly Case[] = [
  // Growth: every value that rounds to what is stated is tried, never the stated digits alone.
  [
    "growth that follows as stated",
    "  a: { value: 173600, unit: case, step: 100, growth: 15.54 }",
    `  - { kind: growth, of: a, base: { value: 150233, ${source} } }`,
  ],
  [
    "growth that only rounding explains",
    "  a: { value: 173600, unit: case, step: 100, growth: 15.58 }",
    `  - { kind: growth, of: a, base: { value: 150233, ${source} } }`,
  ],
  [
    "growth beyond rounding",
    "  a: { value: 173600, unit: case, step: 100, growth: 15.61 }",
    `  - { kind: growth, of: a, base: { value: 150233, ${source} } }`,
    "growth-contradicts",
  ],
  [
    "growth with the wrong sign",
    "  a: { value: 173600, unit: case, step: 100, growth: -15.54 }",
    `  - { kind: growth, of: a, base: { value: 150233, ${source} } }`,
    "growth-contradicts",
  ],
  ["growth against last year's figure", "  a: { value: 110, unit: case, growth: 10, prior: 100 }", ""],
  [
    "growth against another last year",
    "  a: { value: 110, unit: case, growth: 12, prior: 100 }",
    "",
    "growth-contradicts",
  ],
  ["a fall that is said with its sign", "  a: { value: 90, unit: case, growth: -10, prior: 100 }", ""],
  ["a change on nothing", "  a: { value: 90, unit: case, growth: 10, prior: 0 }", "", "growth-contradicts"],
  ["growth that a whole number can have", "  a: { value: 443, unit: case, growth: 120.4 }", ""],
  ["growth that no whole number can have", "  a: { value: 443, unit: case, growth: 120.5 }", "", "growth-impossible"],
  ["a fall below nothing", "  a: { value: 443, unit: case, growth: -120.4 }", "", "growth-impossible"],
  // Scales.
  ["万 for 亿", "  a: { value: 13580, unit: CNY, prior: 125000000 }", "", "magnitude-suspect"],
  ["a digit lost", "  a: { value: 23580, unit: case, prior: 226800 }", "", "magnitude-suspect"],
  [
    "a scale slip with a stated change",
    "  a: { value: 17360, unit: case, growth: 15.54, prior: 150233 }",
    "",
    "growth-contradicts",
  ],
  ["a figure that doubled", "  a: { value: 23580, unit: case, prior: 11000 }", ""],
  ["a small count that grew tenfold", "  a: { value: 12, unit: case, prior: 1 }", ""],
  ["a year of a series with another scale", pct(2500, 2800, 32000000, 3100, 3300), "", "magnitude-suspect"],
  ["the last year with another scale", pct(250, 280, 3200000), "", "magnitude-suspect"],
  ["a series that grows", pct(2500, 8000, 30000, 150000), ""],
  ["a series of small counts", pct(1, 12, 2, 150), ""],
  ["two years only", pct(250, 3200000), ""],
  // Sums, shares, ratios.
  [
    "parts that make up their whole",
    "  a: { value: 60, unit: case }\n  b: { value: 40, unit: case }\n  all: { value: 100, unit: case }",
    "  - { kind: sum, parts: [a, b], whole: all }",
  ],
  [
    "rounded parts that can make up their whole",
    "  a: { value: 17400, unit: case, step: 100 }\n  b: { value: 2300, unit: case, step: 100 }\n  all: { value: 19800, unit: case, step: 100 }",
    "  - { kind: sum, parts: [a, b], whole: all }",
  ],
  [
    "parts that do not",
    "  a: { value: 60, unit: case }\n  b: { value: 41, unit: case }\n  all: { value: 100, unit: case }",
    "  - { kind: sum, parts: [a, b], whole: all }",
    "sum-contradicts",
  ],
  [
    "parts of an approximate whole",
    "  a: { value: 60, unit: case }\n  b: { value: 41, unit: case }\n  all: { value: 100, unit: case, approx: more-than }",
    "  - { kind: sum, parts: [a, b], whole: all }",
  ],
  [
    "parts that are not counted alike",
    "  a: { value: 60, unit: case }\n  b: { value: 40, unit: person }\n  all: { value: 100, unit: case }",
    "  - { kind: sum, parts: [a, b], whole: all }",
    "units-contradict",
  ],
  [
    "shares that round to 100 %",
    "  a: { value: 33.3, unit: percent }\n  b: { value: 33.3, unit: percent }\n  c: { value: 33.3, unit: percent }",
    "  - { kind: shares, parts: [a, b, c] }",
  ],
  [
    "shares of more than 100 %",
    "  a: { value: 60.1, unit: percent }\n  b: { value: 40.1, unit: percent }",
    "  - { kind: shares, parts: [a, b] }",
    "shares-contradict",
  ],
  [
    "a rate that follows",
    "  a: { value: 53.54, unit: patent_per_10k_residents }\n  n: { value: 129800, unit: patent, step: 100 }",
    `  - { kind: ratio, of: a, numerator: n, denominator: { value: 24237800, step: 100, ${source} }, per: 10000 }`,
  ],
  [
    "a rate on another year's residents",
    "  a: { value: 53.54, unit: patent_per_10k_residents }\n  n: { value: 129800, unit: patent, step: 100 }",
    `  - { kind: ratio, of: a, numerator: n, denominator: { value: 24281400, step: 100, ${source} }, per: 10000 }`,
    "ratio-contradicts",
  ],
  [
    "a share that follows",
    "  a: { value: 95.9, unit: percent }\n  n: { value: 280, unit: case }\n  d: { value: 292, unit: case }",
    "  - { kind: ratio, of: a, numerator: n, denominator: d, per: 100 }",
  ],
  [
    "a percentage that is not per 100",
    "  a: { value: 95.9, unit: percent }\n  n: { value: 280, unit: case }\n  d: { value: 292, unit: case }",
    "  - { kind: ratio, of: a, numerator: n, denominator: d }",
    "units-contradict",
  ],
  // Orders and stocks.
  [
    "a part within its whole",
    "  all: { value: 37, unit: station }\n  new: { value: 13, unit: station }",
    "  - { kind: order, descending: [all, new] }",
  ],
  [
    "equal when rounded",
    "  all: { value: 12000, unit: station, step: 1000 }\n  new: { value: 12400, unit: station }",
    "  - { kind: order, descending: [all, new] }",
  ],
  [
    "a part beyond its whole",
    "  all: { value: 37, unit: station }\n  new: { value: 73, unit: station }",
    "  - { kind: order, descending: [all, new] }",
    "order-contradicts",
  ],
  [
    "persons and cases",
    "  persons: { value: 959, unit: person }\n  cases: { value: 443, unit: case }",
    "  - { kind: order, descending: [persons, cases] }",
  ],
  [
    "money and cases",
    "  money: { value: 959, unit: CNY }\n  cases: { value: 443, unit: case }",
    "  - { kind: order, descending: [money, cases] }",
    "units-contradict",
  ],
  [
    "a stock with its lapses",
    "  new: { value: 361000, unit: trademark, step: 100 }\n  all: { value: 1472600, unit: trademark, step: 100 }",
    `  - { kind: stock, opening: { value: 1149300, step: 100, ${source} }, inflow: new, closing: all }`,
  ],
  [
    "a stock out of nothing",
    "  new: { value: 36100, unit: trademark, step: 100 }\n  all: { value: 1472600, unit: trademark, step: 100 }",
    `  - { kind: stock, opening: { value: 1149300, step: 100, ${source} }, inflow: new, closing: all }`,
    "stock-contradicts",
  ],
  // Facts that stand twice, ranks, bounds.
  [
    "one fact twice",
    "  a: { value: 37, unit: station }\n  b: { value: 37, unit: station }",
    "  - { kind: equal, figures: [a, b] }",
  ],
  [
    "one fact in two versions",
    "  a: { value: 37, unit: station }\n  b: { value: 73, unit: station }",
    "  - { kind: equal, figures: [a, b] }",
    "facts-differ",
  ],
  [
    "one fact, once approximate",
    "  a: { value: 37, unit: station }\n  b: { value: 37, unit: station, approx: more-than }",
    "  - { kind: equal, figures: [a, b] }",
    "facts-differ",
  ],
  [
    "ranks in the order of their values",
    "  a: { value: 60, unit: case, rank: 1 }\n  b: { value: 53, unit: case, rank: 2 }",
    "  - { kind: ranking, figures: [a, b] }",
  ],
  [
    "a rank that its value does not earn",
    "  a: { value: 50, unit: case, rank: 1 }\n  b: { value: 53, unit: case, rank: 2 }",
    "  - { kind: ranking, figures: [a, b] }",
    "ranking-contradicts",
  ],
  [
    "one rank twice",
    "  a: { value: 60, unit: case, rank: 1 }\n  b: { value: 53, unit: case, rank: 1 }",
    "  - { kind: ranking, figures: [a, b] }",
    "ranking-contradicts",
  ],
  [
    "a value within its bounds",
    "  a: { value: 66, unit: percent }",
    `  - { kind: range, of: a, from: { value: 0, ${source} }, to: { value: 100, ${source} } }`,
  ],
  [
    "a value outside its bounds",
    "  a: { value: 166, unit: percent }",
    `  - { kind: range, of: a, from: { value: 0, ${source} }, to: { value: 100, ${source} } }`,
    "range-contradicts",
  ],
  [
    "a relation of a figure that is not published",
    "  a: { value: null, unit: case }\n  b: { value: 41, unit: case }\n  all: { value: 10, unit: case }",
    "  - { kind: sum, parts: [a, b], whole: all }",
  ],
];

describe("figures against one another", () => {
  it.each(cases.map(([name, figures, relations, ...rules]) => ({ name, figures, relations, rules })))(
    "$name → $rules",
    async ({ figures, relations, rules }) => {
      expect((await found(figures, relations)).map(({ rule }) => rule)).toEqual(rules);
    },
  );

  it("says which growth would follow, where everything stands, and how to accept it", async () => {
    const [finding] = await found(
      "  a: { value: 173700, unit: case, step: 100, growth: 15.54 }",
      `  - { kind: growth, of: a, base: { value: 150233, ${source} } }`,
    );
    expect(finding?.severity).toBe("error");
    expect(finding?.message).toContain("15.54 % does not follow from 150233 → 173700: 15.62 %");
    expect(finding?.hint).toMatch(
      /^write growth: 15\.62, .*accept \{ rule: growth-contradicts, about: a, reason: … \}$/,
    );
    expect(finding?.related?.map(({ message }) => message)).toEqual([
      "a is stated here",
      "from 150233 (Bureau, 2018)",
      "the relation is declared here",
    ]);
  });

  it("accepts a contradiction with its reason, and asks for the entry back when it is gone", async () => {
    const accepted =
      "accepted:\n  - { rule: sum-contradicts, about: 'all, a, b', reason: Counted on different days. }\n";
    const of = async (whole: number): Promise<readonly string[]> =>
      (
        await findingsOf({
          figures: `  a: { value: 60, unit: case }\n  b: { value: 41, unit: case }\n  all: { value: ${whole}, unit: case }`,
          relations: "  - { kind: sum, parts: [a, b], whole: all }",
          prose: { en: "Nothing." },
          accepted,
        })
      )
        .map(({ rule }) => rule)
        .filter((rule) => rule !== "unused-figure");
    expect(await of(100)).toEqual([]);
    expect(await of(101)).toEqual(["unused-acceptance"]);
  });
});
