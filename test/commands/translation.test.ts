import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { languageSchema } from "../../src/model/language.ts";
import { call } from "../command.ts";
import { copyProject, type Project } from "../project.ts";

let project: Project;
beforeAll(() => {
  project = copyProject();
});
afterEach(() => {
  project.restore();
  for (const lang of ["fr", "ja", "tlh"])
    rmSync(join(project.root, "templates/2019", lang), { recursive: true, force: true });
});
afterAll(() => project.remove());

const whitepaper = (...args: readonly string[]) => call([...args, "--root", project.root]);
const french = "templates/2019/fr";
const statusOf = async (lang: string, ...args: readonly string[]) => {
  const { stdout } = await whitepaper("translate", "status", lang, "--format", "json", ...args);
  return JSON.parse(stdout).languages[0];
};

describe("translate add", () => {
  it("makes a folder that rests: rules from CLDR, templates with all figures, and a list of what is to be done", async () => {
    const { code, stdout, stderr } = await whitepaper("translate", "add", "fr");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/^\[x\] from CLDR/m);
    expect(stdout).toMatch(/^\[ \] 124 units, \d+ words: whitepaper translate export fr$/m);
    expect(readdirSync(join(project.root, french)).toSorted()).toEqual(
      [...readdirSync(join(project.root, "templates/2019/zh")), "translation.yaml"].toSorted(),
    );
    const prose = project.read(`${french}/03-protection.md.hbs`);
    expect(prose.match(/\{\{[a-z_.]+/g)).toEqual(
      project.read("templates/2019/zh/03-protection.md.hbs").match(/\{\{[a-z_.]+/g),
    );
    expect(prose).not.toMatch(/counter=|form="first"/);
    expect(prose).toContain('sign="said"');
    // Other editions go on as if it were not there.
    expect(await whitepaper("check")).toMatchObject({ code: 0, stdout: "" });
  });

  it("leaves nothing to guess: with its gaps filled the language is whole", async () => {
    await whitepaper("translate", "add", "fr");
    const text = project.read(`${french}/language.yaml`);
    const filled = text
      .replace("spellout: null", "spellout: {}")
      .replace(/: null|\[null\]/g, (gap) => (gap.startsWith("[") ? '["{n}"]' : ': "{n}"'));
    expect(languageSchema.safeParse(parse(filled)).error).toBeUndefined();
    expect(text).toContain("month: LLLL y");
  });

  it("marks what CLDR cannot tell, and check finds it once an edition prints the language", async () => {
    await whitepaper("translate", "add", "tlh");
    const file = "templates/2019/tlh/language.yaml";
    for (const gap of ["grouping", "scales", "month", "day"]) expect(project.read(file)).toContain(`${gap}: null`);
    project.replace("data/2019.yaml", "editions: [[zh], [en], [zh, en]]", "editions: [[zh], [tlh]]");
    const { findings } = JSON.parse((await whitepaper("check", "--format", "json")).stdout);
    const line =
      project
        .read(file)
        .split("\n")
        .findIndex((text) => text.includes("grouping: null")) + 1;
    expect(findings).toContainEqual(expect.objectContaining({ rule: "to-fill", place: { file, line, column: 13 } }));
  });

  it("touches nothing where the language is there", async () => {
    const before = project.read("templates/2019/en/language.yaml");
    const { code, stdout } = await whitepaper("translate", "add", "en");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^templates\/2019\/en\/language\.yaml:1:1 language-exists: /);
    expect(project.read("templates/2019/en/language.yaml")).toBe(before);
    project.write(`${french}/note.txt`, "mine");
    expect((await whitepaper("translate", "add", "fr")).stdout).toContain("language-exists");
    expect(readdirSync(join(project.root, french))).toEqual(["note.txt"]);
  });

  it.each([["français"], ["../x"], ["e"]])("refuses %s, which is no language tag", async (tag) => {
    const { code, stderr } = await whitepaper("translate", "add", tag);
    expect(code).toBe(2);
    expect(stderr).toContain("is no language tag (BCP 47)");
  });

  it("translates from the language that is asked for", async () => {
    await whitepaper("translate", "add", "fr", "--from", "en");
    expect(project.read(`${french}/translation.yaml`)).toContain("source: en");
    expect(project.read(`${french}/01-creation.md.hbs`)).toContain("# Improvement in Both");
    expect((await whitepaper("translate", "add", "ja", "--from", "de")).stderr).toContain(
      "no language folder templates/2019/de",
    );
  });
});

describe("translate status", () => {
  it("counts rules, names and units, and the words to do", async () => {
    await whitepaper("translate", "add", "fr");
    const { language, source, rests, chapters } = await statusOf("fr");
    expect({ language, source, rests }).toEqual({ language: "fr", source: "zh", rests: true });
    const { creation, rules } = Object.fromEntries(
      chapters.map((chapter: { name: string }) => [chapter.name, chapter]),
    );
    expect(creation).toMatchObject({ units: 9, counts: { translated: 0, missing: 9 } });
    expect(rules.open.map(({ id }: { id: string }) => id)).toEqual([
      "numbers.ordinals.one",
      "numbers.ordinals.other",
      "numbers.spellout",
    ]);
  });

  it("follows translations by hand, changes of the source and of signs; --same-meaning takes a typo along", async () => {
    await whitepaper("translate", "add", "fr");
    const [zh, fr] = ["templates/2019/zh/01-creation.md.hbs", `${french}/01-creation.md.hbs`];
    project.replace(fr, "上海有效商标注册量达到", "Les marques en vigueur : ");
    project.replace(fr, "# 知识产权创造实现量质齐升", "# Création");
    const counts = async () =>
      (await statusOf("fr")).chapters.find(({ name }: { name: string }) => name === "creation").counts;
    expect(await counts()).toMatchObject({ translated: 2, missing: 7, stale: 0 });
    project.replace("data/2019.yaml", "growth: 28.13", "growth: 28.14");
    expect(await counts()).toMatchObject({ stale: 0 });
    project.replace("data/2019.yaml", "growth: 28.14", "growth: -28.14");
    expect(await counts()).toMatchObject({ translated: 1, stale: 1 });
    project.replace("data/2019.yaml", "growth: -28.14", "growth: 28.13");
    project.replace(zh, "上海有效商标注册量达到", "上海有效商标的注册量达到");
    const shown = (await whitepaper("translate", "status", "fr")).stdout;
    expect(shown).toMatch(
      /01-creation\.md\.hbs:\d+:1 stale creation\.5\n {4}上海有效商标\{\+的\+\}注册量达到\{trademarks\.in_force\}/,
    );
    expect(await statusOf("fr", "--same-meaning", "creation.5")).toBeDefined();
    expect(await counts()).toMatchObject({ translated: 2, stale: 0 });
    expect(project.read(`${french}/translation.yaml`)).toMatch(
      /sameMeaning:\n {2}- unit: creation\.5\n {4}was: 上海有效商标注册量/,
    );
  });

  it("says what it does not know", async () => {
    expect((await whitepaper("translate", "status", "en")).stderr).toContain("it was written by hand");
    expect((await whitepaper("translate", "status", "sw")).stderr).toContain("whitepaper translate add sw makes it");
    await whitepaper("translate", "add", "fr");
    const { code, stderr } = await whitepaper("translate", "status", "fr", "--same-meaning", "creation.99");
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain('no unit "creation.99"');
  });
});
