import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/commands/explain.ts";
import { rules } from "../../src/model/rules/index.ts";
import { call } from "../command.ts";

/** That every rule that is reported has its explanation is a matter of types (`RuleName`); here the other ways round. */

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("model/rules"))
  .map((file) => ({ file: `src/${file}`, text: readFileSync(join("src", file), "utf8") }));

/** A rule's name as docstrings quote it. */
const compound = "[a-z0-9]+(?:-[a-z0-9]+)+";
/** Docstrings that say what is reported: "Reports `bad-id` and `missing-id`." */
const reported = (text: string): readonly string[] =>
  [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)]
    .flatMap(([comment]) => [...comment.matchAll(/Reports? ((?:[^.]|\.(?=\w))*)/g)])
    .flatMap(([, list]) => [...(list as string).matchAll(new RegExp(`\`(${compound})\``, "g"))])
    .map(([, rule]) => rule as string);

describe("explain", () => {
  it("knows every rule that a docstring says is reported", () => {
    const unexplained = new Map(
      sources.flatMap(({ file, text }) =>
        reported(text)
          .filter((rule) => !rules.has(rule))
          .map((rule) => [rule, file] as const),
      ),
    );
    const lines = [...unexplained].map(([rule, file]) => `${rule} (${file})`);
    expect(lines, "these docstrings speak of rules that are not in src/model/rules/").toEqual([]);
  });

  it("explains no rule that nothing reports", () => {
    const idle = [...rules.keys()].filter((rule) => !sources.some(({ text }) => text.includes(`"${rule}"`)));
    expect(idle, "take these out of src/model/rules/").toEqual([]);
  });

  it("says why, what to do and how to waive", () => {
    const text = explain("missing-term", "human");
    expect(text).toMatch(/^missing-term\n\n {2}Why {4}\S/);
    expect(text).toMatch(/\n {2}Mend {3}\S/);
    expect(text).toMatch(/\n {2}Waive {2}[\s\S]*accepted\.yaml[\s\S]*reason/);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(96);
  });

  it("lists all rules without a name, once each", () => {
    const words = explain(undefined, "human").split(/\s+/);
    for (const rule of rules.keys())
      expect(
        words.filter((word) => word === rule),
        rule,
      ).toHaveLength(1);
  });

  it("is data for machines", () => {
    const { version, rules: list } = JSON.parse(explain("typed-numeral", "json"));
    expect(version).toBe(1);
    expect(list).toEqual([
      {
        name: "typed-numeral",
        stage: "check",
        why: expect.any(String),
        mend: expect.any(String),
        waive: expect.any(String),
      },
    ]);
  });

  it("suggests a rule for a misspelt one, with exit code 2", async () => {
    const { code, stdout, stderr } = await call(["explain", "typed-numerals"]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("did you mean typed-numeral?");
  });
});
