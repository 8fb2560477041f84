import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { agree } from "../../src/commands/agree.ts";
import type { Severity } from "../../src/model/finding.ts";

const folder = mkdtempSync(join(tmpdir(), "agree-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The rules that two loose texts give, in their order. */
const found = async (chinese: string, english: string, more: { level?: Severity; accepted?: string } = {}) => {
  const files = [write("zh.txt", chinese), write("en.txt", english)];
  const result = await agree({ root: ".", files, ...more, progress: () => {} });
  return { ...result, rules: result.findings.map(({ rule }) => rule) };
};

describe("agree", () => {
  const chinese = "约300家企业参展。\n\n总产值2585.23万吨，增长5.1%。\n\n新增岗位8000个。\n";
  const english =
    "There were 300 exhibitors.\n\nOutput was 25.85 million tons, up 5.1 percent.\n\nIt created 9,000 jobs.\n";

  it("tells what weighs most first, and counts what is lighter than wanted", async () => {
    const usual = await found(chinese, english);
    expect([usual.rules, usual.lighter]).toEqual([["figures-disagree", "approximation-disagrees"], 1]);
    const all = await found(chinese, english, { level: "note" });
    expect(all.rules).toEqual(["figures-disagree", "approximation-disagrees", "figures-rounded"]);
    const errors = await found(chinese, english, { level: "error" });
    expect([errors.rules, errors.lighter]).toEqual([["figures-disagree"], 2]);
  });

  it("tells the entries of a reviewed list that meet nothing", async () => {
    const entry = (about: string): string =>
      `  - { rule: figures-disagree, about: "${about}", reason: Looked at with the office. }\n`;
    const accepted = write("mine.yaml", `accepted:\n${entry("8000个 / 9,000")}${entry("7000个 / 9,000")}`);
    const { rules, findings, accepted: count } = await found(chinese, english, { accepted });
    expect([rules.toSorted(), count]).toEqual([["approximation-disagrees", "unused-acceptance"], 1]);
    expect(findings.find(({ rule }) => rule === "unused-acceptance")?.message).toContain("7000个 / 9,000");
  });

  it("lists what was changed between two states of one text, by the names of the files", async () => {
    const files = [
      write("old.txt", "Output was 25.85 million tons, up 5.1 percent.\n"),
      write("new.txt", "Output was 25.9 million tons, up 5.1 percent.\n"),
    ];
    const { findings } = await agree({ root: ".", files, progress: () => {} });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["figures-disagree", "error"]]);
    expect(findings[0]?.message).toMatch(
      /"25\.85 million tons" .* in .*old\.txt is "25\.9 million tons" .* in .*new\.txt/,
    );
  });
});
