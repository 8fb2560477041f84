import { expect, it } from "vitest";
import { correctionKind, speaksOfBlock, speaksOfFigure } from "../../src/model/correction.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { Finding } from "../../src/model/finding.ts";
import { readCorrections } from "../../src/read/corrections.ts";
import { readYaml } from "../../src/read/yaml.ts";

const place = { file: "x.yaml", line: 1, column: 1 };
const total: Figure = { key: "patents.total", place, value: "5", unit: "case", kind: "count", step: "1" };
const publication = { period: 2022, date: "2023-04", title: {}, issuer: {}, editions: [["zh"], ["en", "zh"]] };

const read = (entries: string) => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const located = readYaml("x.yaml", `corrections:\n${entries}`, report);
  if (!located) throw new Error("no YAML");
  const corrections = readCorrections(located, new Map([[total.key, total]]), publication, report);
  return { corrections, found: findings.map(({ rule, place }) => `${rule}@${place?.line}:${place?.column}`), findings };
};

const entry = (change: Readonly<Record<string, string | undefined>> = {}): string => {
  const fields = {
    date: "2023-05-12",
    kind: "correction",
    class: "minor",
    figures: "[patents.total]",
    reason: "{ zh: 笔误, en: a slip }",
    ...change,
  };
  const written = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `  - { ${written.join(", ")} }\n`;
};

it("reads corrections and revisions with their places", () => {
  const { corrections, found } = read(entry() + entry({ kind: "revision", basis: "better-data", class: "serious" }));
  expect(found).toEqual([]);
  expect(corrections.map(correctionKind)).toEqual(["correction", "revision.better-data"]);
  expect(corrections[1]).toMatchObject({ class: "serious", date: "2023-05-12", place: { line: 3, column: 5 } });
});

/** Where a text of the only entry stands, which is in the second line. */
const at = (line: string, marker: string): string => `@2:${line.indexOf(marker) + 1}`;

it.each([
  ["a day that is none", { date: "2023-5-12" }, "wrong-value", "2023-5"],
  ["another kind", { kind: "erratum" }, "wrong-value", "erratum"],
  ["a revision without basis", { kind: "revision" }, "wrong-value", "{"],
  ["a correction with a basis", { basis: "routine" }, "wrong-value", "routine"],
  ["nothing that it is about", { figures: undefined }, "wrong-value", "{"],
  ["an empty list", { figures: "[]" }, "wrong-value", "[]"],
  ["a figure that there is not", { figures: "[patents.totals]" }, "unknown-figure", "patents.totals"],
  ["a language without reason", { reason: "{ zh: 笔误 }" }, "missing-reason", "{"],
])("finds %s", (_, change, rule, marker) => {
  const line = entry(change);
  expect(read(line).found).toEqual([rule + at(line, marker)]);
});

it("a figure's entry speaks for its parts, a section's for what stands in it", () => {
  expect(speaksOfFigure({ figures: ["patents.total"] }, "patents.total.growth")).toBe(true);
  expect(speaksOfFigure({ figures: ["patents.total"] }, "patents.totals")).toBe(false);
  expect(speaksOfBlock({ blocks: ["creation"] }, ["creation.p2", "creation"])).toBe(true);
  expect(speaksOfBlock({ blocks: ["creation.p1"] }, ["creation.p2", "creation"])).toBe(false);
});
