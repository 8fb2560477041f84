import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agree } from "../../src/commands/agree.ts";
import { type FiguresResult, figures, figuresJson } from "../../src/commands/figures.ts";
import { figuresTable } from "../../src/commands/figures-table.ts";
import { figuresUnder } from "../../src/compare/uses/index.ts";
import { builtPublication } from "../built.ts";
import { call } from "../command.ts";
import { bare } from "../finished/follow.ts";
import { readPdf } from "../finished/pdf-text.ts";
import { copyProject, type Project, smallProject } from "../project.ts";

/**
 * The commands that follow the figures into finished files. What `figures` says stands where it says: in the template's
 * line, and on the page of the PDF. `agree` finds nothing in the files of one build, and everything that a stale one says.
 */

const listed = (root: string, key?: string): Promise<FiguresResult> =>
  figures({ root, key, progress: () => {}, epoch: undefined });

let all: FiguresResult;
let folder: string;
let project: Project;
let small: Project;
beforeAll(async () => {
  project = copyProject();
  small = smallProject();
  folder = join(project.root, "output", "2019", "draft");
  cpSync(await builtPublication(), folder, { recursive: true, filter: (path) => !path.includes(".print.") });
  all = await listed(project.root);
});
afterAll(() => {
  project.remove();
  small.remove();
});

describe("every use", () => {
  it("stands in the line of the template that it names", () => {
    const wrong = all.figures.flatMap(({ figure, uses }) =>
      uses
        .filter(({ place, in: kind }) => {
          const line = readFileSync(join(project.root, place.file), "utf8").split("\n")[place.line - 1] ?? "";
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

describe("figures", () => {
  it("prints data on stdout and leaves with 0", async () => {
    const { code, stdout, stderr } = await call([
      "figures",
      "courts.cases.*",
      "--format",
      "json",
      "--root",
      small.root,
    ]);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout).figures.map((one: { key: string }) => one.key)).toContain(
      "courts.cases.concluded.growth",
    );
  });

  it.each([
    [
      ["figures", "patnts.applications"],
      /there is no figure "patnts\.applications"; did you mean patents\.applications\?/,
    ],
    [["figures", "1999"], /there is no figure "1999"/],
    [["figures", "2030"], /there is no figure "2030"; the issue is said by --issue 2030/],
    [["figures", "--issue", "1999"], /there is no issue 1999/],
    [["figures", "courts", "cases"], /too many arguments/],
  ])("%j leaves with 2", async (args, message) => {
    const { code, stdout, stderr } = await call([...args, "--root", small.root]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe("agree", () => {
  const compared = (...files: readonly string[]) => agree({ root: project.root, files, progress: () => {} });
  const file = (name: string): string => join(folder, `whitepaper-2019.${name}`);
  const told = async (...words: readonly string[]) =>
    (await compared(...words)).findings.map(({ rule, message }) => `${rule}: ${message}`);

  it("finds nothing in the files of one build, all pairs and the parts of the volume", async () => {
    const { findings, pairs, agreed, accepted } = await compared();
    expect(findings).toEqual([]);
    // PDF with PDF, DOCX with DOCX, and the volume in both.
    expect(pairs).toBe(4);
    // So much is no silence: the prose alone has more than 180 numbers in each pair.
    expect(agreed).toBeGreaterThan(4 * 180);
    expect(accepted).toBe(1);
  });

  it.each([
    ["zh.pdf", "en.docx"],
    ["zh.docx", "en.pdf"],
    ["en.docx", "zh.docx"],
    ["zh.pdf", "zh.docx"],
    ["en.pdf", "en.docx"],
  ])("finds nothing between %s and %s", async (one, other) => {
    expect(await told(file(one), file(other))).toEqual([]);
  });

  it("finds what a stale file says, in prose and chart, with page and paragraph", async () => {
    const made = (edition: string, out: string) =>
      call([
        "build",
        "--root",
        small.root,
        "--edition",
        edition,
        "--output",
        "pdf,docx",
        "--out",
        join(small.root, out),
      ]);
    const name = (out: string, edition: string) => join(small.root, out, `whitepaper-2030.${edition}`);
    expect((await made("zh", "now")).code).toBe(0);
    small.replace(
      "data/2030.yaml",
      "accepted: { value: 640, unit: case, growth: 6.67 }",
      "accepted: { value: 650, unit: case, growth: 8.33 }",
    );
    expect((await made("en", "stale")).code).toBe(0);
    small.restore();
    for (const kind of ["pdf", "docx"]) {
      const [zh, en] = [`${name("now", "zh")}.${kind}`, `${name("stale", "en")}.${kind}`];
      const { findings } = await agree({ root: small.root, files: [zh, en], progress: () => {} });
      const found = findings.filter(({ message }) => message.includes('"640件"') && message.includes('"650"'));
      expect(found[0], JSON.stringify(findings, null, 1)).toMatchObject({ rule: "figures-disagree" });
      const [place, other] = (found[0]?.related ?? []).map((related) => related.place);
      expect([place?.file, other?.file]).toEqual([zh, en]);
      // The chart says it without its unit.
      if (kind === "pdf") expect(findings.some(({ message }) => /"640" .*"650"/.test(message))).toBe(true);
      if (kind === "docx") continue;
      const { pages } = await readPdf(readFileSync(zh));
      expect(bare(pages[(place?.page ?? 0) - 1] ?? "")).toContain("法院受理案件640件");
    }
  });

  it("keeps to a reviewed list, and says what in it has no ground any more", async () => {
    const list = "templates/2019/accepted.yaml";
    project.write("mine.yaml", project.read(list).replace("about: 2035年", "about: 2036年"));
    const files = [file("zh.docx"), file("en.docx")];
    const mine = join(project.root, "mine.yaml");
    const { findings } = await agree({ root: project.root, files, accepted: mine, progress: () => {} });
    project.restore();
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(["figure-without-counterpart", "unused-acceptance"]);
  });

  it("takes a list of its own for loose files, with the entry that its findings propose", async () => {
    project.write("a.txt", "全市共有15家企业，其中3家新增。\n");
    project.write("b.txt", "There were 16 companies in the city, three of them new.\n");
    const [a, b] = [join(project.root, "a.txt"), join(project.root, "b.txt")];
    const first = await call(["agree", a, b, "--root", project.root]);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain(`${a}:1:5 figures-disagree: "15家" (15) in zh is "16" in en`);
    expect(first.stdout).toContain(`${b}:1:12 en: There were 16 companies`);
    const entry = /accept (\{ .*\})$/m.exec(first.stdout)?.[1]?.replace("…", "Counted a month later.");
    project.write("mine.yaml", `accepted:\n  - ${entry}\n`);
    const again = await call(["agree", a, b, "--root", project.root, "--accepted", join(project.root, "mine.yaml")]);
    expect([again.code, again.stdout]).toEqual([0, ""]);
    expect(again.stderr).toContain("1 accepted");
    project.restore();
  });

  it.each([
    [["nowhere.pdf", "b.pdf"], /there is no file nowhere\.pdf/],
    [["1999"], /there is no file 1999/],
    [["2019"], /there is no file 2019; the issue is said by --issue 2019/],
    [["--issue", "1999"], /there is no issue 1999/],
    [["package.json", "package.json", "package.json"], /two files are compared, not 3/],
    [
      ["test/compare/agree/printed.txt", "test/truth/en.md", "--languages", "zh,eng"],
      /there is no language folder "eng"; did you mean en/,
    ],
    [["test/truth/en.md"], /is not in two of the languages/],
    [["test/truth/en.md", "test/truth/zh.md", "--accepted", "nowhere/accepted.yaml"], /there is no file nowhere/],
  ])("%j leaves with 2 and one line", async (words, message) => {
    const { code, stdout, stderr } = await call(["agree", ...words]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
  });

  it("says so when there is nothing to compare yet", async () => {
    const empty = smallProject();
    const { code, stderr } = await call(["agree", "--root", empty.root]);
    empty.remove();
    expect([code, stderr]).toEqual([2, expect.stringContaining("whitepaper build makes them")]);
  });

  it("finds the errata of the printed edition in Markdown too, under their heads", async () => {
    const { stdout } = await call(["agree", "test/truth/zh.md", "test/truth/en.md"]);
    const found = [...stdout.matchAll(/ ([a-z-]+): .*accept \{ rule: .*about: "([^"]+)", in: ([^,]+),/g)];
    expect(found.map(([, rule, about]) => [rule, about])).toEqual([
      ["figures-disagree", "147.26万件 / 1.4736 million"],
      ["figures-disagree", "14个 / 6"],
      ["approximation-disagrees", "21万余件（只） / 210,000"],
    ]);
    expect(found[0]?.[3]).toContain("一、知识产权创造实现量质齐升");
  });
});
