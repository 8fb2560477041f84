import { Option } from "commander";
import { describe, expect, it } from "vitest";
import { command } from "../../src/commands/command.ts";
import { options } from "../../src/commands/options.ts";
import { commands } from "../../src/commands/table/index.ts";
import type { Finding } from "../../src/model/finding.ts";
import { Refusal } from "../../src/model/refusal.ts";
import { call } from "../command.ts";

/** What the command line makes of what commands return: where it prints what, and with which code it leaves. */

const error: Finding = { severity: "error", rule: "unknown-figure", message: "wrong" };
const warning: Finding = { severity: "warning", rule: "unknown-figure", message: "odd" };
const internal: Finding = { severity: "error", rule: "internal-error", message: "broken" };

const returning = (outcome: Awaited<ReturnType<Parameters<typeof command>[0]["run"]>>) =>
  command({ name: "try", description: "Tries", examples: [[""]], run: async () => outcome });

describe("the exit code", () => {
  it.each<[string, readonly Finding[], readonly string[], number]>([
    ["nothing found", [], [], 0],
    ["a warning", [warning], [], 0],
    ["a warning that counts", [warning], ["--strict"], 1],
    ["nothing found, strictly", [], ["--strict"], 0],
    ["an error", [warning, error], [], 1],
    ["an error, strictly", [error], ["--strict"], 1],
    ["a fault of the tool among others", [error, internal], [], 2],
  ])("of %s", async (_, findings, args, code) => {
    expect((await call(["try", ...args], {}, [returning({ findings })])).code).toBe(code);
    // What was asked for does not change what was found.
    expect((await call(["try", ...args], {}, [returning({ findings, text: "all\n" })])).code).toBe(code);
  });

  it("is 2, with one line, for what cannot be done, and with a stack for a bug", async () => {
    const failing = (thrown: Error) =>
      command({ name: "try", description: "Tries", examples: [[""]], run: () => Promise.reject(thrown) });
    expect(await call(["try"], {}, [failing(new Refusal("no such thing"))])).toEqual({
      code: 2,
      stdout: "",
      stderr: "whitepaper: no such thing\n",
    });
    const { code, stderr } = await call(["try"], {}, [failing(new TypeError("x is not a function"))]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/internal error, please report it\nTypeError: x is not a function\n +at /);
  });
});

describe("what a command returns", () => {
  it("goes to stdout as findings, in the form asked for", async () => {
    const found = returning({ findings: [error], done: "nothing written" });
    const human = await call(["try"], {}, [found]);
    expect(human).toEqual({
      code: 1,
      stdout: "unknown-figure: wrong\n",
      stderr: "nothing written; 1 error, 0 warnings\n",
    });
    const { stdout } = await call(["try", "--format", "json"], {}, [found]);
    expect(JSON.parse(stdout)).toEqual({ version: 1, findings: [error] });
  });

  it("goes to stdout as text, with its findings beside it", async () => {
    const found = await call(["try", "--format", "json"], {}, [returning({ findings: [error], text: "{}\n" })]);
    expect(found).toEqual({ code: 1, stdout: "{}\n", stderr: "unknown-figure: wrong\n1 error, 0 warnings\n" });
    expect(await call(["try"], {}, [returning({ text: "all\n" })])).toEqual({ code: 0, stdout: "all\n", stderr: "" });
  });
});

it("--timings says when each stage begins", async () => {
  const staged = command({
    name: "try",
    description: "Tries",
    examples: [[""]],
    run: async ({ progress }) => {
      for (const stage of ["reading", "writing"]) progress(stage);
      return {};
    },
  });
  expect((await call(["try"], {}, [staged])).stderr).toBe("");
  expect((await call(["try", "--timings"], {}, [staged])).stderr).toMatch(
    /^ +0\.0 s {2}reading …\n +0\.0 s {2}writing …\n$/,
  );
});

it("words, options and groups come to the command by name", async () => {
  const seen: unknown[] = [];
  const grouped = command({
    name: "translate add",
    description: "Adds",
    examples: [["fr"]],
    words: { "<language>": "language", "[files...]": "files" },
    options: ["issue", "edition"],
    run: async ({ language, files, issue, edition, root, strict, epoch }) => {
      seen.push({ language, files, issue, edition, root, strict, epoch });
      return {};
    },
  });
  const args = ["translate", "add", "fr", "a", "b", "--issue", "2030", "--edition", "zh,en", "--root", "x"];
  expect((await call(args, { SOURCE_DATE_EPOCH: "7" }, [grouped])).code).toBe(0);
  expect(seen).toEqual([
    {
      language: "fr",
      files: ["a", "b"],
      issue: "2030",
      edition: ["zh", "en"],
      root: "x",
      strict: undefined,
      epoch: "7",
    },
  ]);
  expect((await call(["translate", "ad"], {}, [grouped])).code).toBe(2);
  expect((await call(["translate", "add"], {}, [grouped])).stderr).toContain("missing required argument 'language'");
});

describe("the table of commands", () => {
  it("names options as a command gets them", () => {
    for (const [name, { flags }] of Object.entries(options)) expect(new Option(flags).attributeName()).toBe(name);
  });

  it.each(commands.map(({ name }) => name))("%s: examples stand first in its help", async (name) => {
    const { code, stdout } = await call([...name.split(" "), "--help"]);
    expect([code, stdout.startsWith(`Examples:\n  whitepaper ${name}`)]).toEqual([0, true]);
  });

  it.each(commands.flatMap(({ name, examples }) => examples.map(([args]) => `${name} ${args}`.trim())))(
    "the example can be called: %s",
    async (line) => {
      // What stands behind > is the shell's; a watch would go on.
      const args = line.split(" > ")[0]?.replace(" --watch", "").split(" ") ?? [];
      const idle = commands.map((one) => ({ ...one, run: async () => ({}) }));
      expect(await call(args, {}, idle)).toEqual({ code: 0, stdout: "", stderr: "" });
    },
  );
});
