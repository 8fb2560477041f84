import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { SheetsResult } from "../../src/commands/sheets.ts";
import { drawnPages } from "../../src/preflight/drawing/index.ts";
import { call } from "../command.ts";
import { type Project, smallProject } from "../project.ts";

let project: Project;
const folder = (): string => join(project.root, "output/2030/sheets");
beforeAll(async () => {
  project = smallProject();
  expect((await call(["release", "--as", "1.0", "--root", project.root])).code).toBe(0);
}, 120_000);
afterEach(() => project.restore());
afterAll(() => project.remove());

const sheets = (...args: readonly string[]) => call(["sheets", "--root", project.root, ...args]);

it("writes nothing where nothing is to be printed", async () => {
  const { code, stdout, stderr } = await sheets("--since", "1.0");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^zh {2}nothing to print; 8 pages have the same bytes$/m),
  });
  expect(stderr).toContain("nothing written");
  expect(existsSync(folder())).toBe(false);
});

it("writes a print file of the changed leaves alone, and says what each page replaces", async () => {
  project.replace("data/2030.yaml", "value: 173600,", "value: 173700,");
  const { code, stdout, stderr } = await sheets("--format", "json", "--edition", "zh,zh-en");
  expect(code, stderr).toBe(0);
  const { editions } = JSON.parse(stdout) as SheetsResult;
  expect(editions.map(({ edition, printed }) => [edition, printed.map(({ label }) => label)])).toEqual([
    ["zh", ["1", ""]],
    ["zh-en", ["1", "", "5", ""]],
  ]);
  expect(readdirSync(folder()).toSorted()).toEqual([
    "whitepaper-2030.zh-en.sheets.print.json",
    "whitepaper-2030.zh-en.sheets.print.pdf",
    "whitepaper-2030.zh.sheets.print.json",
    "whitepaper-2030.zh.sheets.print.pdf",
  ]);
  const read = (name: string): Buffer => readFileSync(join(folder(), `whitepaper-2030.zh.sheets.print.${name}`));
  const ticket = JSON.parse(read("json").toString());
  expect(ticket).toMatchObject({ standard: "PDF/X-4", pages: { count: 2, multiple: 2, blank: [2] } });
  expect(ticket.replaces).toEqual([
    { page: 5, label: "1", replaces: 5, changed: true },
    { page: 6, label: "", replaces: 6, changed: false },
  ]);

  // What is on the sheets is what a whole build has in their places.
  const out = join(project.root, "whole");
  expect(
    (await call(["build", "--root", project.root, "--edition", "zh", "--output", "print", "--out", out])).code,
  ).toBe(0);
  const whole = drawnPages(readFileSync(join(out, "whitepaper-2030.zh.print.pdf")));
  expect(drawnPages(read("pdf"))).toEqual([whole[4], whole[5]]);
  const released = drawnPages(readFileSync(join(project.root, "output/2030/1.0/whitepaper-2030.zh.print.pdf")));
  expect(whole.map(({ stream }, index) => stream === released[index]?.stream)).toEqual(
    whole.map((_, index) => index !== 4),
  );
}, 60_000);

it("names the editions that there are", async () => {
  expect(await sheets("--edition", "fr")).toMatchObject({ code: 2, stderr: expect.stringContaining("zh, en, zh-en") });
});
