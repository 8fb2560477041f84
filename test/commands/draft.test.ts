import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/commands/build.ts";
import { type Output, outputs } from "../../src/model/output.ts";
import { readPdf } from "../finished/pdf-text.ts";
import { type Project, smallProject } from "../project.ts";
import { judge } from "../write/docx/judges.ts";

/** What is written in spite of errors says so, wherever one may look, and claims nothing. */

let project: Project;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());
const out = (): string => join(project.root, "out");
const english = "templates/2030/en/01-registry.md.hbs";
const draft = (wanted: readonly Output[] = outputs, editions: readonly string[] | undefined = undefined) =>
  build({
    ...{ root: project.root, out: out(), outputs: wanted, editions, draft: true },
    ...{ progress: () => {}, epoch: undefined },
  });
const names = (): readonly string[] =>
  (readdirSync(out(), { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name)).toSorted();
const read = (name: string): Buffer => readFileSync(join(out(), name));
const bare = (text: string): string => text.replace(/\s/gu, "");

const words = { zh: "草稿，有错误，不得发布", en: "Draft with errors, not for publication" };
const title = `${words.zh}: 2030年登记报告 / ${words.en}: Registry Report 2030`;
const claims = /pdfuaid|pdfaid|GTS_PDFXVersion|pdfxid/;

describe("a draft with errors", () => {
  beforeAll(async () => {
    project.replace(english, "{{courts.cases.accepted}}", "{{courts.cases.acepted}}");
    await draft(outputs, ["zh-en"]);
  });
  afterAll(() => {
    project.restore();
    rmSync(out(), { recursive: true });
  });

  it("says so in the name of every file and has no sheet for the press", () => {
    const files = names().filter((name) => name !== "build.json");
    expect(files.filter((name) => !name.includes(".draft."))).toEqual([]);
    expect(files.filter((name) => !name.startsWith("charts"))).toEqual(
      ["docx", "pdf", "print.pdf"].map((ending) => `whitepaper-2030.zh-en.draft.${ending}`),
    );
    const { files: recorded } = JSON.parse(read("build.json").toString());
    expect(recorded.map((file: { draft?: boolean }) => file.draft)).toEqual(files.map(() => true));
  });

  it.each(["pdf", "print.pdf"])(
    "says so on every page of its %s and in its metadata, and claims no standard",
    async (ending) => {
      const bytes = read(`whitepaper-2030.zh-en.draft.${ending}`);
      const { pages } = await readPdf(bytes);
      expect(pages.length).toBe(ending === "pdf" ? 8 : 12);
      for (const [index, text] of pages.entries())
        expect([index, [words.zh, words.en].some((one) => bare(text).includes(bare(one)))]).toEqual([index, true]);
      const raw = bytes.toString("latin1");
      expect(raw).not.toMatch(claims);
      expect(bytes.toString("utf8")).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`);
    },
  );

  it("says so at the head of every page of its DOCX and in its properties, in a sound file", async () => {
    const bytes = read("whitepaper-2030.zh-en.draft.docx");
    const files = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
    const heads = files.filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(heads.length).toBeGreaterThan(10);
    for (const [name, xml] of heads) expect([name, /草稿，有错误|Draft with errors/.test(xml)]).toEqual([name, true]);
    const part = (name: string) => files.find(([path]) => path === name)?.[1];
    expect(part("docProps/core.xml")).toContain(`<dc:title>${title}</dc:title>`);
    expect(part("docProps/core.xml")).toContain("<cp:contentStatus>Draft</cp:contentStatus>");
    expect(part("docProps/custom.xml")).toMatch(/name="whitepaper\.draft"[^>]*><vt:lpwstr>with errors</);
    expect(await judge(bytes)).toEqual([]);
  });
});

describe("--draft", () => {
  afterEach(() => {
    project.restore();
    rmSync(out(), { recursive: true });
  });

  it("marks nothing where there is no error", async () => {
    const { findings } = await draft(["pdf", "print", "docx"], ["en"]);
    expect(findings).toEqual([]);
    expect(names()).toEqual([
      "build.json",
      ...["docx", "pdf", "print.json", "print.pdf"].map((ending) => `whitepaper-2030.en.${ending}`),
    ]);
    for (const ending of ["pdf", "print.pdf"]) {
      const bytes = read(`whitepaper-2030.en.${ending}`);
      expect(bytes.toString("latin1")).toMatch(claims);
      expect((await readPdf(bytes)).pages.join()).not.toContain("Draft");
    }
    expect(
      Object.values(unzipSync(read("whitepaper-2030.en.docx")))
        .map((part) => strFromU8(part))
        .join(),
    ).not.toContain("Draft with");
  });

  it("marks all files where an error shows only in writing some of them", async () => {
    // More columns than Word opens: seen when the Word file is written, after the PDF.
    const row = (cell: string) => `|${` ${cell} |`.repeat(64)}`;
    for (const file of [english, english.replace("/en/", "/zh/")])
      project.write(
        file,
        `${project.read(file)}\n:::table[{{period}}]{#wide}\n${row("x")}\n${row("-")}\n${row("y")}\n:::\n`,
      );
    const { findings } = await draft(["pdf", "docx"], ["zh", "en"]);
    expect(findings.map(({ rule }) => rule)).toContain("too-many-columns");
    const written = names().filter((name) => name !== "build.json");
    expect(written.length).toBeGreaterThan(2);
    expect(written.filter((name) => !name.includes(".draft."))).toEqual([]);
  });

  it("leaves sound files beside its own, and goes when a sound build follows", async () => {
    await draft(["docx"], ["en"]);
    const sound = read("whitepaper-2030.en.docx");
    project.replace(english, "{{courts.cases.accepted}}", "{{courts.cases.acepted}}");
    await draft(["docx"], ["en"]);
    expect(names()).toEqual(["build.json", "whitepaper-2030.en.docx", "whitepaper-2030.en.draft.docx"]);
    expect(read("whitepaper-2030.en.docx").equals(sound)).toBe(true);
    project.restore();
    await draft(["docx"], ["en"]);
    expect(names()).toEqual(["build.json", "whitepaper-2030.en.docx"]);
  });

  it("says so by its key where a language has no words for it", async () => {
    const rules = "templates/2030/en/language.yaml";
    project.write(rules, project.read(rules).replace(/^ {2}draft: .*\n/m, ""));
    project.replace(english, "{{courts.cases.accepted}}", "{{courts.cases.acepted}}");
    await draft(["pdf"], ["en"]);
    const { pages } = await readPdf(read("whitepaper-2030.en.draft.pdf"));
    for (const text of pages) expect(bare(text)).toContain("[[messages.draft]]");
  });
});
