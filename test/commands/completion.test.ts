import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/table/index.ts";
import { call } from "../command.ts";

/** The shells themselves complete from the scripts. */

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "completion-"));
  mkdirSync(join(folder, "data"));
  for (const issue of ["2030", "2031"]) writeFileSync(join(folder, "data", `${issue}.yaml`), "");
  for (const shell of ["bash", "zsh", "fish"])
    writeFileSync(join(folder, shell), (await call(["completion", shell])).stdout);
});
afterAll(() => rmSync(folder, { recursive: true }));

const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;
const lines = (text: string): readonly string[] => text.split("\n").filter(Boolean);

const asks: Readonly<Record<string, (line: string) => readonly string[]>> = {
  bash: (line) => {
    const words = line.split(" ").map((word) => `'${word}'`);
    const script = `source ./bash; COMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _whitepaper; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return lines(execFileSync("bash", ["--norc", "-c", script], { cwd: folder, encoding: "utf8" }));
  },
  fish: (line) =>
    lines(
      execFileSync("fish", ["--no-config", "-c", `source ./fish; complete -C '${line}'`], {
        cwd: folder,
        encoding: "utf8",
      }),
    ).map((item) => item.split("\t")[0] as string),
};

for (const [shell, ask] of Object.entries(asks))
  describe.skipIf(!has(shell))(`${shell} (skipped where it is not installed)`, () => {
    it("commands", () => {
      const tops = new Set(commands.map(({ name }) => name.split(" ")[0]));
      expect(new Set(ask("whitepaper "))).toEqual(tops);
      expect(ask("whitepaper bu")).toEqual(["build"]);
    });
    it("commands of a group", () => {
      const below = commands.filter(({ name }) => name.startsWith("translate ")).map(({ name }) => name.split(" ")[1]);
      expect(new Set(ask("whitepaper translate "))).toEqual(new Set(below));
    });
    it("issues of the project, then nothing of the kind", () => {
      expect(ask("whitepaper check 203")).toEqual(["2030", "2031"]);
    });
    it("options, and the values that an option knows", () => {
      expect(ask("whitepaper check --str")).toEqual(["--strict"]);
      expect(ask("whitepaper check --edit")).toEqual([]);
      expect(ask("whitepaper build --format s")).toEqual(["sarif"]);
    });
    it("the option's value is not taken for the command", () => {
      expect(ask("whitepaper check --format json 203")).toEqual(["2030", "2031"]);
    });
    it("rules behind explain", () => {
      expect(ask("whitepaper explain growth-contra")).toEqual(["growth-contradicts"]);
    });
  });

describe.skipIf(!has("zsh"))("zsh (skipped where it is not installed)", () => {
  it("reads the script, and finds in it the commands with their descriptions", () => {
    const check = spawnSync("zsh", ["-n", "zsh"], { cwd: folder, encoding: "utf8" });
    expect(check).toMatchObject({ status: 0, stderr: "" });
    const called = "compdef() { :; }; _arguments() { state=command; }; _describe() { print -l -- $commands; }";
    const script = `${called}; source ./zsh; _whitepaper`;
    const shown = execFileSync("zsh", ["-f", "-c", script], { cwd: folder, encoding: "utf8" });
    expect(shown).toContain("build:Build the editions of an issue");
    expect(shown).toContain("translate:");
  });
});

it("says which shells there are", async () => {
  const { code, stderr } = await call(["completion", "zhs"]);
  expect(code).toBe(2);
  expect(stderr).toContain('there is no completion for "zhs"; did you mean zsh?');
});
