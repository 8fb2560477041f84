import { describe, expect, it } from "vitest";
import { formatFindings } from "../../src/commands/format.ts";
import type { Finding } from "../../src/model/finding.ts";

/** One finding in the three formats: each says rule, severity, places, what the languages say, and the hint. */

const place = { file: "templates/2019/en/01-text.md.hbs", line: 3, column: 7 } as const;
const finding: Finding = {
  severity: "error",
  rule: "figure-order",
  message: "en says b before a,\nzh after it: 100%",
  place,
  hint: "see that each number stands in its own place",
  texts: { zh: "受理23580件，派员349人次。", en: `They counted ${"very ".repeat(60)}much.` },
  related: [{ message: "b in zh", place: { file: "templates/2019/zh/01-text.md.hbs", line: 4, column: 2 } }],
};

it("human: a line to go to, then the texts and the further places", () => {
  const [first, ...more] = formatFindings([finding], "human", false).replace("a,\n", "a, ").trimEnd().split("\n");
  expect(first).toBe(
    "templates/2019/en/01-text.md.hbs:3:7 figure-order: en says b before a, zh after it: 100%; see that each number stands in its own place",
  );
  expect(more).toEqual([
    "    zh “受理23580件，派员349人次。”",
    expect.stringMatching(/^ {4}en “They counted .{100,150}…”$/),
    "    templates/2019/zh/01-text.md.hbs:4:2 b in zh",
  ]);
});

it("json: the finding as it is", () => {
  expect(JSON.parse(formatFindings([finding], "json", false))).toEqual({ version: 1, findings: [finding] });
  expect(JSON.parse(formatFindings([], "json", false))).toEqual({ version: 1, findings: [] });
});

it("github: one annotation a finding, escaped", () => {
  const text = formatFindings([finding, { ...finding, severity: "warning" }], "github", false);
  const [error = "", warning = "", ...more] = text.split("\n");
  expect(more).toEqual([""]);
  expect(error).toMatch(
    /^::error file=templates\/2019\/en\/01-text\.md\.hbs,line=3,col=7,title=figure-order::en says b before a,%0Azh after it: 100%25; /,
  );
  expect(error).toContain("%0Azh “受理23580件，派员349人次。”%0Aen “They counted");
  expect(error).toMatch(/%0Atemplates\/2019\/zh\/01-text\.md\.hbs:4:2 b in zh$/);
  expect(warning).toMatch(/^::warning /);
});

it("a finding without a place has none in any format", () => {
  const { place: _, related: __, texts: ___, ...bare } = finding;
  expect(formatFindings([bare], "human", false)).toMatch(/^figure-order: /);
  expect(formatFindings([bare], "github", false)).toMatch(/^::error title=figure-order::/);
});

describe("sarif", () => {
  const read = (findings: readonly Finding[]) => JSON.parse(formatFindings(findings, "sarif", false));

  it("a result with its rule, its region and the further places", () => {
    const { version, runs } = read([{ ...finding, place: { ...place, end: { line: 3, column: 12 } } }]);
    expect(version).toBe("2.1.0");
    const [{ tool, columnKind, results }] = runs;
    expect(columnKind).toBe("utf16CodeUnits");
    expect(tool.driver.rules).toEqual([
      { id: "figure-order", shortDescription: { text: expect.any(String) }, help: { text: expect.any(String) } },
    ]);
    expect(results).toMatchObject([
      {
        ruleId: "figure-order",
        ruleIndex: 0,
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "templates/2019/en/01-text.md.hbs", uriBaseId: "%SRCROOT%" },
              region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 12 },
            },
          },
        ],
        relatedLocations: [{ id: 0, message: { text: "b in zh" } }],
      },
    ]);
    expect(results[0].message.text).toContain("see that each number stands in its own place");
    expect(results[0].message.text).toContain("zh: 受理23580件");
  });

  it("escapes paths, and claims no line of a finished file", () => {
    const [{ results }] = read([{ ...finding, place: { file: "报告 1.pdf", page: 4, line: 7, column: 1 } }]).runs;
    expect(results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: "%E6%8A%A5%E5%91%8A%201.pdf", uriBaseId: "%SRCROOT%" } } },
    ]);
    expect(results[0].message.text).toContain("报告 1.pdf, page 4:7:1");
  });

  it("is a whole log when nothing was found", () => {
    expect(read([]).runs).toEqual([expect.objectContaining({ results: [] })]);
  });
});
