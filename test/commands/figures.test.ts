import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FiguresResult, figures, figuresJson } from "../../src/commands/figures.ts";
import { figuresTable } from "../../src/commands/figures-table.ts";
import { figuresUnder } from "../../src/compare/uses/index.ts";
import { run } from "../command.ts";
import { bare } from "../finished/follow.ts";
import { readPdf } from "../finished/pdf-text.ts";
import { copyProject, type Project } from "../project.ts";

/** What `figures` says stands where it says: in the template's line, and on the page of the finished PDF. */

const listed = (root: string, ...words: readonly string[]): Promise<FiguresResult> =>
  figures({ root, words, progress: () => {}, epoch: undefined });

let all: FiguresResult;
let folder: string;
let project: Project;
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "figures-")), "draft");
  const built = await run(["build", "--output", "pdf", "--out", folder]);
  expect(built.code, built.stdout + built.stderr).toBe(0);
  all = await listed(".");
  project = copyProject();
});
afterAll(() => {
  rmSync(join(folder, ".."), { recursive: true });
  project.remove();
});

describe("every use", () => {
  it("stands in the line of the template that it names", () => {
    const wrong = all.figures.flatMap(({ figure, uses }) =>
      uses
        .filter(({ place, in: kind }) => {
          const line = readFileSync(place.file, "utf8").split("\n")[place.line - 1] ?? "";
          return !line.slice(place.column - 1).startsWith(kind === "chart" ? "::figure" : "{{");
        })
        .map(({ place }) => `${figure.key} ${place.file}:${place.line}:${place.column}`),
    );
    expect(wrong).toEqual([]);
    expect(all.figures.length).toBeGreaterThanOrEqual(126);
  });

  it.each(["zh", "en", "zh-en"])("stands on the page of %s that it names", async (edition) => {
    const { pages, labels } = await readPdf(readFileSync(join(folder, `whitepaper-2019.${edition}.pdf`)));
    const texts = pages.map(bare);
    const wrong: string[] = [];
    let checked = 0;
    for (const { figure, uses } of all.figures)
      for (const use of uses) {
        const found = use.pages.filter((page) => page.edition === edition);
        if (!edition.split("-").includes(use.language)) expect(found).toEqual([]);
        else if (found.length === 0) wrong.push(`${figure.key}: no page in ${edition}`);
        for (const { page, label } of found)
          if ((labels?.[page - 1] ?? "") !== label) wrong.push(`label of page ${page}: ${label}`);
        // A chart prints the unit in its head, and may print a number from which others follow nowhere.
        if (found.length === 0 || use.in === "chart") continue;
        checked++;
        const where = found.map(({ page }) => texts[page - 1] ?? "").join("");
        if (!where.includes(bare(use.text)))
          wrong.push(`${figure.key}: "${use.text}" is not on ${found.map(({ page }) => page).join(", ")}`);
      }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(100);
  });

  it("of a chart is on the page of its caption, with the number that it prints", async () => {
    const { pages } = await readPdf(readFileSync(join(folder, "whitepaper-2019.en.pdf")));
    const total = all.figures.find(({ figure }) => figure.key === "patents.applications.total");
    const chart = total?.uses.find((use) => use.in === "chart" && use.language === "en");
    expect(chart).toMatchObject({ chart: "ip-creation", block: "ip-creation", text: "173,600" });
    const page = chart?.pages.find(({ edition }) => edition === "en")?.page ?? 0;
    expect(bare(pages[page - 1] ?? "")).toContain(bare("IP Creation in Shanghai in 2019"));
    expect(bare(pages[page - 1] ?? "")).toContain("173,600");
  });
});

describe("the table and the JSON", () => {
  it("say the same", () => {
    const json = JSON.parse(figuresJson(all));
    const table = figuresTable(all);
    expect(json).toMatchObject({ version: 1, issue: "2019", sound: true, unused: [], partial: [] });
    for (const { key, texts } of json.figures) {
      expect(table).toContain(`${key}  `);
      for (const text of Object.values<string[]>(texts).flat()) expect(table).toContain(text);
    }
    const courts = json.figures.find((one: { key: string }) => one.key === "courts.cases.accepted");
    expect(courts).toMatchObject({
      value: "23580",
      unit: "case",
      texts: { zh: ["23580件"], en: ["23,580"] },
      missing: [],
    });
  });

  it("keep to a key and its parts, or to all of a group", () => {
    const known = new Map(all.figures.map(({ figure }) => [figure.key, figure]));
    const keys = (word: string) => figuresUnder(known, word).map(({ key }) => key);
    expect(keys("courts.cases.accepted")).toEqual(["courts.cases.accepted", "courts.cases.accepted.growth"]);
    const group = keys("patents.applications");
    expect(group).toContain("patents.applications.pct.growth");
    expect(group.every((key) => key.startsWith("patents.applications."))).toBe(true);
    expect(keys("patents.app")).toEqual([]);
  });
});

describe("a figure that is not printed everywhere", () => {
  it("is named, nowhere or in some languages", async () => {
    project.write(
      "data/2019.yaml",
      project
        .read("data/2019.yaml")
        .replace(/^figures:\n/m, "figures:\n  spare:\n    rooms: { value: 12, unit: case }\n"),
    );
    const template = "templates/2019/en/03-protection.md.hbs";
    project.write(template, project.read(template).replace("{{courts.cases.accepted}}", "many"));
    project.write(
      "templates/2019/charts/court-cases.vl.json",
      project
        .read("templates/2019/charts/court-cases.vl.json")
        .replaceAll("courts.cases.accepted", "courts.cases.concluded"),
    );
    const json = JSON.parse(figuresJson(await listed(project.root)));
    expect(json.unused).toEqual(["spare.rooms"]);
    expect(json.partial).toContainEqual({ key: "courts.cases.accepted", missing: ["en"] });
    expect(json.sound).toBe(false);
    project.restore();
  });
});

describe("the command", () => {
  it("prints data on stdout and leaves with 0", async () => {
    const { code, stdout, stderr } = await run(["figures", "courts.cases.*", "--format", "json"]);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout).figures.map((one: { key: string }) => one.key)).toContain(
      "courts.cases.concluded.growth",
    );
  });

  it.each([
    [
      ["figures", "patent.applications"],
      /there is no figure "patent\.applications"; did you mean patents\.applications\?/,
    ],
    [["figures", "1999"], /there is no issue 1999/],
    [["figures", "courts", "cases"], /there is no issue courts/],
  ])("%j leaves with 2", async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  it("shows examples first", async () => {
    const { stdout } = await run(["figures", "--help"]);
    expect(stdout.trimStart().startsWith("Examples:")).toBe(true);
  });
});
