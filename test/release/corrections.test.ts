import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PageComparison } from "../../src/model/change.ts";
import { call } from "../command.ts";
import { type Project, smallProject } from "../project.ts";

let project: Project;
beforeAll(async () => {
  project = smallProject();
  const { code, stderr } = await call(["release", "--as", "1.0", "--root", project.root]);
  expect(code, stderr).toBe(0);
}, 120_000);
afterEach(() => project.restore());
afterAll(() => project.remove());

const corrections = (...args: readonly string[]) => call(["corrections", "--root", project.root, ...args]);
const correct = (): void => project.replace("data/2030.yaml", "value: 173600,", "value: 173700,");
const entry = `corrections:
  - { date: "2031-05-12", kind: correction, class: minor, figures: [patents.applications.total], reason: { zh: 笔误, en: a slip } }
`;
const explain = (): void => project.write("data/2030.yaml", project.read("data/2030.yaml") + entry);

describe("corrections", () => {
  it("is silent where nothing changed", async () => {
    expect(await corrections("--since", "1.0")).toMatchObject({ code: 0, stdout: "" });
  });

  it("lists each change below its cause, the data first, with its pages in every edition", async () => {
    correct();
    const { code, stdout, stderr } = await corrections("--since", "1.0");
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toMatch(
      /^patents\.applications\.total {2}173600 → 173700 {2}data\/2030\.yaml:\d+:\d+$/,
    );
    expect(stdout).toMatch(/^ {2}zh {2}sentence {2}registry\.p1 {2}p\. 1 \(zh, zh-en\) {2}templates\/2030\/zh/m);
    expect(stdout).toMatch(/^ {2}en {2}sentence {2}registry\.p1 {2}p\. 1 \(en\), 5 \(zh-en\)/m);
    expect(stdout).toContain("[-17.36万件-]{+17.37万件+}");
    expect(stdout).toContain("[-173,600-]{+173,700+}");
    expect(stderr).toContain("2 changes since 1.0");
    expect(stderr).toContain("unexplained-change");
  });

  it("gives data to machines, with before and after and their places", async () => {
    correct();
    explain();
    const { code, stdout } = await corrections("--since", "1.0", "--format", "json");
    const { version, issue, since, sound, changes, findings } = JSON.parse(stdout);
    expect({ code, version, issue, since, sound, findings }).toEqual({
      code: 0,
      version: 1,
      issue: "2030",
      since: "1.0",
      sound: true,
      findings: [],
    });
    expect(changes).toHaveLength(2);
    expect(changes[0]).toMatchObject({
      id: "zh/registry.p1/sentence",
      thing: "sentence",
      action: "changed",
      before: { text: "专利申请量17.36万件。" },
      after: {
        text: "专利申请量17.37万件。",
        place: { file: "templates/2030/zh/01-registry.md.hbs", line: 3, column: 1 },
      },
      causes: [
        { kind: "figure", key: "patents.applications.total", before: { value: "173600" }, after: { value: "173700" } },
      ],
      pages: [{ edition: "zh", after: [{ label: "1" }] }, { edition: "zh-en" }],
    });
  });

  it("says which pages to print again, and that all others have the same bytes", async () => {
    correct();
    const { stdout } = await corrections("--since", "1.0");
    expect(stdout).toMatch(/^ {2}zh print: 1$/m);
    expect(stdout).toMatch(/^ {2}zh-en screen: 1, 5$/m);
    const { pages } = JSON.parse((await corrections("--format", "json")).stdout) as {
      pages: readonly PageComparison[];
    };
    expect(pages.map(({ edition, file }) => `${edition} ${file}`)).toEqual(
      ["zh", "en", "zh-en"].flatMap((edition) => [`${edition} screen`, `${edition} print`]),
    );
    for (const { changed, pages: all, from, gone } of pages) {
      expect({ from, gone }).toEqual({ from: undefined, gone: [] });
      const others = all.filter(({ page }) => !changed.some((one) => one.page === page));
      expect(others.map(({ state }) => state)).toEqual(others.map(() => "bytes"));
      expect(changed.every(({ label }) => label === "1" || label === "5")).toBe(true);
    }
  });

  it("and from which page on the text runs differently", async () => {
    const file = "templates/2030/zh/01-registry.md.hbs";
    const more = Array.from({ length: 60 }, (_, index) => `\n第${"甲乙丙丁"[index % 4]}段又写了很多很多的话。\n`).join(
      "",
    );
    project.write(file, project.read(file) + more);
    const { stdout } = await corrections("--since", "1.0", "--format", "json");
    const { pages } = JSON.parse(stdout) as { pages: readonly PageComparison[] };
    const volume = pages.find(({ edition, file: kind }) => edition === "zh-en" && kind === "screen");
    expect(volume?.from?.label).toBe("1");
    expect((await corrections("--since", "1.0")).stdout).toMatch(
      /^ {2}zh-en screen: .*from 1 on the text runs differently/m,
    );
  });

  it("annotates the data for code hosts", async () => {
    correct();
    const { stdout } = await corrections("--format", "github");
    expect(stdout).toMatch(/^::notice file=data\/2030\.yaml,line=\d+,col=\d+,title=changed-since-release::patents/m);
    expect(stdout).toContain("[-173,600-]{+173,700+}");
    const { runs } = JSON.parse((await corrections("--format", "sarif")).stdout);
    expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("changed-since-release");
  });

  it("writes nothing, into the release least of all", async () => {
    correct();
    const before = project.read("output/2030/1.0/SHA256SUMS");
    await corrections("--since", "1.0");
    expect(project.read("output/2030/1.0/SHA256SUMS")).toBe(before);
    const again = await corrections("--since", "1.0");
    expect(again.stderr).not.toContain("release-edited");
  });

  it("names the releases that there are", async () => {
    expect(await corrections("--since", "1.1")).toMatchObject({ code: 2, stderr: expect.stringContaining("1.0") });
  });

  it("refuses a release that somebody edited, and says in which file", async () => {
    project.write("output/2030/1.0/charts/court-cases.en.csv", "edited");
    project.write("output/2030/1.0/notes.txt", "mine");
    const { code, stdout, stderr } = await corrections("--since", "1.0");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("output/2030/1.0/charts/court-cases.en.csv:1:1 release-edited");
    expect(stderr).toContain("output/2030/1.0/notes.txt:1:1 release-edited");
    project.write("output/2030/1.0/notes.txt", undefined);
  });
});

describe("a second release", () => {
  it("refuses what nobody explains, and follows the first once it is explained", async () => {
    correct();
    const refused = await call(["release", "--as", "1.1", "--root", project.root]);
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining("unexplained-change") });
    explain();
    const made = await call(["release", "--as", "1.1", "--root", project.root]);
    expect(made, made.stderr).toMatchObject({ code: 0 });
    expect(project.read("output/2030/1.1/release.json")).toContain('"follows": "1.0"');
    expect(await corrections()).toMatchObject({ code: 0, stdout: "" });
    expect((await corrections("--since", "1.0")).stdout).toContain("173600 → 173700");
    project.write("output/2030/1.1", undefined);
  }, 60_000);

  it("refuses a language that was left behind, which a draft says", async () => {
    project.replace("templates/2030/en/01-registry.md.hbs", "Courts accepted", "All courts accepted");
    const check = await call(["check", "--root", project.root]);
    expect(check).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/zh\/01-registry\.md\.hbs:1:1 stale-translation/),
    });
    const refused = await call(["release", "--as", "1.1", "--root", project.root]);
    expect(refused.stdout).toContain("stale-translation");
    const about = /about: ("registry@\w+")/.exec(check.stdout)?.[1];
    project.write(
      "templates/2030/accepted.yaml",
      `accepted:\n  - { rule: stale-translation, about: ${about}, language: zh, reason: It says so already. }\n`,
    );
    expect((await call(["check", "--root", project.root])).stdout).not.toContain("stale-translation");
  });
});
