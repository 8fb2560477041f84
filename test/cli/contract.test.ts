import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call, run } from "../command.ts";
import { type Project, smallProject } from "../project.ts";

let project: Project;
beforeAll(() => {
  project = smallProject();
});
afterEach(() => project.restore());
afterAll(() => project.remove());

const template = "templates/2030/en/01-registry.md.hbs";
const spoil = (): void => project.replace(template, "{{courts.cases.accepted}}", "{{courts.cases.acepted}}");
/** The line that the spoiled template must lead to; its column is counted here. */
const expectedPlace = (): string => {
  const lines = project.read(template).split("\n");
  const line = lines.findIndex((text) => text.includes("{{courts.cases.acepted}}"));
  return `${template}:${line + 1}:${(lines[line] ?? "").indexOf("{{courts.cases.acepted}}") + 1}`;
};

describe("check", () => {
  it("is silent on stdout and leaves with 0 when all is well", async () => {
    const { code, stdout, stderr } = await run(["check", "--root", project.root]);
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("no findings");
  });

  it("prints file:line:column, rule and hint, and leaves with 1", async () => {
    spoil();
    const { code, stdout } = await run(["check", "--root", project.root]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${expectedPlace()} unknown-figure:`);
    expect(stdout).toContain("did you mean courts.cases.accepted?");
    expect(stdout).not.toContain("    at ");
  });

  it("prints JSON for machines and annotations for code hosts", async () => {
    spoil();
    const json = JSON.parse((await call(["check", "--root", project.root, "--format", "json"])).stdout);
    const [file, line] = expectedPlace().split(":");
    expect(json.findings).toContainEqual(
      expect.objectContaining({
        rule: "unknown-figure",
        severity: "error",
        place: expect.objectContaining({ file, line: Number(line) }),
      }),
    );
    const github = (await call(["check", "--root", project.root, "--format", "github"])).stdout;
    expect(github).toMatch(new RegExp(`^::error file=${file},line=${line},col=\\d+,title=unknown-figure::`, "m"));
  });

  it("writes nothing", async () => {
    await call(["check", "--root", project.root]);
    expect(existsSync(join(project.root, "output", "2030"))).toBe(false);
  });
});

describe("wrong calls leave with 2, one line and no stack", () => {
  it.each([
    [["biuld"], /unknown command/],
    [["build", "--edtion", "zh"], /unknown option.*\n?.*--edition/],
    [["build", "--output", "odt"], /odt/],
    [["build", "1999"], /there is no issue 1999/],
    [["build", "--edition", "xx"], /there is no edition "xx"; there are zh, en, zh-en/],
    [["check", "--format", "xml"], /xml/],
    [["schema", "dat"], /there is no schema "dat"/],
  ])("%j", async (args, message) => {
    const { code, stderr } = await call([...args, ...(args[0] === "schema" ? [] : ["--root", project.root])]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
  });

  it("a folder that is no project", async () => {
    const empty = mkdtempSync(join(tmpdir(), "empty-"));
    const { code, stderr } = await run(["check", "--root", empty]);
    rmSync(empty, { recursive: true });
    expect([code, stderr]).toEqual([2, expect.stringContaining("there is no data file")]);
  });
});

it.each([[["--help"]], [["build", "--help"]], [["--version"]]])("%j leaves with 0", async (args) => {
  const { code, stdout } = await call(args);
  expect(code).toBe(0);
  expect(stdout.length).toBeGreaterThan(4);
  if (args[0] === "build") expect(stdout.trimStart().startsWith("Examples:")).toBe(true);
});

it("a build with a fault writes nothing, unless a draft is asked for", async () => {
  spoil();
  const out = join(project.root, "elsewhere");
  const refused = await call(["build", "--root", project.root, "--edition", "en", "--out", out]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("nothing written");
  expect(existsSync(out)).toBe(false);
  const draft = await call(["build", "--root", project.root, "--edition", "en", "--out", out, "--draft"]);
  expect(draft.code).toBe(1);
  expect(readdirSync(out).toSorted()).toEqual([
    "build.json",
    "charts",
    "whitepaper-2030.en.draft.docx",
    "whitepaper-2030.en.draft.pdf",
    "whitepaper-2030.en.draft.print.pdf",
  ]);
  rmSync(out, { recursive: true });
});
