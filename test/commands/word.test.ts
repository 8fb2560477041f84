import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ImportResult } from "../../src/commands/word/import.ts";
import { call } from "../command.ts";
import {
  flattened,
  inMarkup,
  replaced,
  retyped,
  swollen,
  withoutBinding,
  withoutBookmarks,
  withoutList,
  withoutTags,
} from "../office/damage.ts";
import { type Project, smallProject } from "../project.ts";
import { hasOffice, saveInOffice } from "../write/docx/colleague.ts";
import { judge } from "../write/docx/judges.ts";
import { readFile } from "../write/docx/reading.ts";

/** Word files that come back from an office, brought back into the project and up to date. */

const english = "templates/2030/en/01-registry.md.hbs";
let project: Project;
let original: Uint8Array;
let saved: Uint8Array | undefined;
const file = (): string => join(project.root, "edited.docx");

beforeAll(async () => {
  project = smallProject();
  const { code, stdout, stderr } = await call(["build", "--root", project.root, "--edition", "en", "--output", "docx"]);
  expect(code, stdout + stderr).toBe(0);
  original = readFileSync(join(project.root, "output/2030/draft/whitepaper-2030.en.docx"));
  if (hasOffice) saved = await saveInOffice(original);
});
afterEach(() => project.restore());
afterAll(() => project.remove());

const imported = async (
  bytes: Uint8Array,
  ...more: string[]
): Promise<ImportResult & { readonly code: number | null }> => {
  writeFileSync(file(), bytes);
  const { code, stdout, stderr } = await call(["import", file(), "--root", project.root, "--format", "json", ...more]);
  expect(stdout, stderr).not.toBe("");
  expect(readFileSync(file())).toEqual(Buffer.from(bytes));
  return { code, ...JSON.parse(stdout) };
};
const refreshed = async (bytes: Uint8Array) => {
  writeFileSync(file(), bytes);
  const out = join(project.root, "out.docx");
  const { code, stdout, stderr } = await call([
    "refresh",
    file(),
    "-o",
    out,
    "--root",
    project.root,
    "--format",
    "json",
  ]);
  expect(stdout, stderr).not.toBe("");
  return { code, bytes: existsSync(out) ? new Uint8Array(readFileSync(out)) : undefined, ...JSON.parse(stdout) };
};
const textOf = (bytes: Uint8Array): string =>
  readFile(bytes)
    .paragraphs.map(({ text }) => text)
    .join("\n");

const damages: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array, string])[] = [
  ["as Word saves it", (bytes) => bytes, "store"],
  ["without bindings", withoutBinding, "store"],
  ["without tags", withoutTags, "store"],
  ["without its list", withoutList, "control"],
  ["without tags and list", (bytes) => withoutTags(withoutList(bytes)), "control"],
  ["with controls flattened", flattened, "store"],
  ["with controls flattened and no list", (bytes) => flattened(withoutList(bytes)), "alignment"],
  ["without bookmarks", withoutBookmarks, "store"],
  ["without bookmarks and controls", (bytes) => flattened(withoutBookmarks(withoutList(bytes))), "alignment"],
];

describe.each(damages)("a file %s", (_, damage, by) => {
  it("has no edits when there were none", async () => {
    const { figures, words, structure, findings } = await imported(damage(original));
    expect({ figures, words, structure, findings }).toEqual({ figures: [], words: [], structure: [], findings: [] });
  });

  it("proposes a figure that was typed over, and a sentence", async () => {
    const edited = replaced(
      retyped(original, "patents.applications.total", "173,600", "173,700"),
      "There were ",
      "The registry had ",
    );
    const { figures, words, structure } = await imported(damage(edited));
    expect(figures).toEqual([
      expect.objectContaining({
        key: "patents.applications.total",
        before: "173,600",
        after: "173,700",
        value: "173700",
        by,
      }),
    ]);
    expect(words).toEqual([
      expect.objectContaining({
        before: "There were",
        after: "The registry had",
        place: expect.objectContaining({ file: english, line: 3, column: 1 }),
      }),
    ]);
    expect(words[0]?.unsafe).toBeUndefined();
    expect(structure).toEqual([]);
  });

  it("is brought up to date, words kept", async () => {
    const edited = damage(replaced(original, "There were ", "The registry had "));
    project.replace("data/2030.yaml", "value: 173600", "value: 174900");
    project.replace("data/2030.yaml", "value: 640, unit: case, growth: 6.67", "value: 630, unit: case, growth: 5");
    const { bytes, charts, findings } = await refreshed(edited);
    const flat = by === "alignment";
    if (!flat) expect(findings.filter((one: { rule: string }) => one.rule !== "other-data")).toEqual([]);
    if (flat) return expect(findings).toContainEqual(expect.objectContaining({ rule: "figure-not-placed" }));
    expect(textOf(bytes as Uint8Array)).toContain("The registry had 174,900 applications");
    expect(textOf(bytes as Uint8Array)).toContain("accepted 630 cases, up 5%");
    expect(charts).toEqual(["chart:court-cases"]);
    if (damage === damages[0]?.[1]) expect(await judge(bytes as Uint8Array)).toEqual([]);
  });
});

it.skipIf(!hasOffice)(
  "a file that LibreOffice saved has no edits, and its figures are found by their bindings",
  async () => {
    const bytes = saved as Uint8Array;
    const { figures, words, structure } = await imported(bytes);
    expect({ figures, words, structure }).toEqual({ figures: [], words: [], structure: [] });
    project.replace("data/2030.yaml", "value: 173600", "value: 174900");
    const made = await refreshed(bytes);
    expect(textOf(made.bytes as Uint8Array)).toContain("There were 174,900 applications");
    expect(made.placed).toEqual([
      expect.objectContaining({ key: "patents.applications.total", by: expect.stringMatching(/binding|title/) }),
    ]);
    // And what LibreOffice saves of it says the same.
    expect(textOf(await saveInOffice(made.bytes as Uint8Array))).toContain("There were 174,900 applications");
  },
);

describe("import", () => {
  it("writes words into the template and nothing else", async () => {
    const before = project.read(english);
    project.write(english, before);
    const edited = replaced(original, "There were ", "*The* registry had ");
    const { written } = await imported(edited, "--apply");
    expect(written).toEqual([english]);
    expect(project.read(english)).toBe(before.replace("There were ", "\\*The\\* registry had "));
  });

  it("writes a figure only when it is named", async () => {
    const edited = retyped(original, "patents.applications.total", "173,600", "173,700");
    const data = project.read("data/2030.yaml");
    project.write("data/2030.yaml", data);
    expect((await imported(edited, "--apply")).written).toEqual([]);
    const { written } = await imported(edited, "--apply", "--accept", "patents.applications.total");
    expect(written).toEqual(["data/2030.yaml"]);
    expect(project.read("data/2030.yaml")).toBe(data.replace("value: 173600", "value: 173700"));
  });

  it("refuses a figure that the file does not change, and --accept alone", async () => {
    writeFileSync(file(), original);
    const accept = (...args: string[]) =>
      call(["import", file(), "--root", project.root, "--accept", "patents.applications.total", ...args]);
    expect((await accept("--apply")).stderr).toContain("changes no figure");
    expect((await accept()).stderr).toContain("say both");
  });

  it("tells who changed what with tracked changes, and comments", async () => {
    const change = (kind: string, text: string) =>
      `<w:${kind} w:id="9001" w:author="A reviewer" w:date="2031-01-01T00:00:00Z"><w:r><w:${kind === "del" ? "delText" : "t"} xml:space="preserve">${text}</w:${kind === "del" ? "delText" : "t"}></w:r></w:${kind}>`;
    const edited = inMarkup(original, (markup) =>
      markup.replace(
        '<w:r><w:t xml:space="preserve">There were </w:t></w:r>',
        change("del", "There were ") + change("ins", "We had ").replace("9001", "9002"),
      ),
    );
    const { words } = await imported(edited);
    expect(words).toEqual([
      expect.objectContaining({ before: "There were", after: "We had", authors: ["A reviewer"] }),
    ]);
  });

  it("names a store and a surface that disagree, and a figure that was deleted", async () => {
    const pasted = replaced(original, ">173,600<", ">199,999<");
    expect((await imported(pasted)).findings).toEqual([expect.objectContaining({ rule: "figure-conflict" })]);
    const deleted = inMarkup(original, (markup) =>
      markup.replace(/<w:sdt><w:sdtPr><w:alias w:val="patents\.applications\.total"\/>.*?<\/w:sdt>/, ""),
    );
    const { figures, findings } = await imported(deleted);
    expect(figures).toEqual([expect.objectContaining({ key: "patents.applications.total", after: "" })]);
    expect(findings).toContainEqual(expect.objectContaining({ rule: "figure-gone" }));
  });

  it("leaves structure to a person", async () => {
    const added = inMarkup(original, (markup) =>
      markup.replace(
        /(<w:p>(?:(?!<\/w:p>).)*There were.*?<\/w:p>)/,
        "$1<w:p><w:r><w:t>A paragraph of the office.</w:t></w:r></w:p>",
      ),
    );
    const { structure, words } = await imported(added, "--apply");
    expect(structure).toEqual([expect.objectContaining({ what: "added", text: "A paragraph of the office." })]);
    expect(words).toEqual([]);
  });
});

describe("files that cannot be taken", () => {
  it.each([
    ["a torn file", () => original.slice(0, original.length / 2), "unreadable-file"],
    ["no Word file", () => new TextEncoder().encode("words"), "unreadable-file"],
    ["a small file that unpacks to more than can be read", () => swollen(original), "unreadable-file"],
    ["a part that is no XML", () => replaced(original, "</w:body>", ""), "unreadable-file"],
  ] as const)("%s", async (_, make, rule) => {
    for (const command of ["import", "refresh"]) {
      writeFileSync(file(), make());
      const { code, stdout, stderr } = await call([command, file(), "--root", project.root]);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain(rule);
    }
    expect(existsSync(join(project.root, "edited.refreshed.docx"))).toBe(false);
  });

  it("a file of another issue", async () => {
    const other = new TextDecoder().decode(original);
    expect(other).toBeDefined();
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import("fflate");
    const parts = unzipSync(original);
    parts["docProps/custom.xml"] = strToU8(
      strFromU8(parts["docProps/custom.xml"] as Uint8Array).replace(">2030<", ">2029<"),
    );
    expect((await imported(zipSync(parts))).findings).toEqual([expect.objectContaining({ rule: "other-issue" })]);
  });

  it("a file that is not there; a file that would be lost", async () => {
    expect(await call(["refresh", join(project.root, "none.docx"), "--root", project.root])).toMatchObject({ code: 2 });
    writeFileSync(file(), original);
    const beside = join(project.root, "edited.refreshed.docx");
    writeFileSync(beside, "mine");
    expect(await call(["refresh", file(), "--root", project.root])).toMatchObject({ code: 2 });
    expect(readFileSync(beside, "utf8")).toBe("mine");
  });
});

describe("what a reviewer does", () => {
  const paragraphOf = (markup: string, words: string): string => {
    const at = markup.indexOf(words);
    return markup.slice(markup.lastIndexOf("<w:p>", at), markup.indexOf("</w:p>", at) + 6);
  };

  it("a sentence that was moved is words that went and words that came, figures with them", async () => {
    const moved = inMarkup(original, (markup) => {
      const paragraph = paragraphOf(markup, "There were ");
      if (!paragraph.includes("There were ")) return markup;
      const from = paragraph.indexOf('<w:r><w:t xml:space="preserve">There were ');
      const to = paragraph.indexOf('<w:r><w:t xml:space="preserve"> applications. Courts accepted ');
      const sentence = paragraph.slice(from, to);
      const rest = paragraph.slice(0, from) + paragraph.slice(to);
      return markup.replace(paragraph, () =>
        rest.replace(/(<w:bookmarkEnd [^>]*\/><\/w:p>)$/, (end) => sentence + end),
      );
    });
    project.write(english, project.read(english));
    const { figures, words, structure, written } = await imported(moved, "--apply");
    expect(structure).toEqual([]);
    expect(written).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
    // Nothing that reaches around a figure is written by itself.
    expect(figures.every(({ value }) => value === undefined)).toBe(true);
  });

  it("comments are told with their author, and stay in a refreshed file with tracked changes", async () => {
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import("fflate");
    const parts = unzipSync(
      inMarkup(original, (markup) => {
        const paragraph = paragraphOf(markup, "There were ");
        const insertion =
          '<w:ins w:id="9001" w:author="A reviewer" w:date="2031-01-01T00:00:00Z"><w:r><w:t>And so on.</w:t></w:r></w:ins>';
        const mark = '<w:r><w:commentReference w:id="0"/></w:r>';
        return markup.replace(paragraph, () => paragraph.replace(/<\/w:p>$/, `${insertion}${mark}</w:p>`));
      }),
    );
    const edit = (path: string, by: (text: string) => string) => {
      parts[path] = strToU8(by(strFromU8(parts[path] as Uint8Array)));
    };
    parts["word/comments.xml"] = strToU8(
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="A reviewer"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment></w:comments>',
    );
    edit("[Content_Types].xml", (text) =>
      text.includes("/word/comments.xml")
        ? text
        : text.replace(
            "</Types>",
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
          ),
    );
    const edited = zipSync(parts);
    const { structure, words } = await imported(edited);
    expect(structure).toEqual([
      expect.objectContaining({ what: "comment", text: "Is this right?", authors: ["A reviewer"] }),
    ]);
    expect(words).toEqual([expect.objectContaining({ before: "", after: "And so on.", authors: ["A reviewer"] })]);
    project.replace("data/2030.yaml", "value: 173600", "value: 174900");
    const made = await refreshed(edited);
    const markup = strFromU8(unzipSync(made.bytes as Uint8Array)["word/document.xml"] as Uint8Array);
    expect(markup).toContain('<w:ins w:id="9001"');
    expect(markup).toContain("w:commentReference");
    expect(markup).toContain(">174,900<");
  });

  it("a figure that was changed with tracked changes on is proposed with its author, and not overwritten", async () => {
    const edited = inMarkup(original, (markup) =>
      markup.replace(
        '<w:r><w:t xml:space="preserve">173,600</w:t></w:r>',
        '<w:del w:id="9001" w:author="A reviewer" w:date="2031-01-01T00:00:00Z"><w:r><w:delText>173,600</w:delText></w:r></w:del><w:ins w:id="9002" w:author="A reviewer" w:date="2031-01-01T00:00:00Z"><w:r><w:t>173,700</w:t></w:r></w:ins>',
      ),
    );
    const { figures } = await imported(edited);
    expect(figures).toEqual([
      expect.objectContaining({ after: "173,700", value: "173700", authors: ["A reviewer"], by: "control" }),
    ]);
    project.replace("data/2030.yaml", "value: 173600", "value: 174900");
    const made = await refreshed(edited);
    expect(made.findings).toContainEqual(expect.objectContaining({ rule: "figure-in-revision" }));
    expect(textOf(made.bytes as Uint8Array)).toContain("173,700");
  });
});

describe("an edition without controls", () => {
  it("is compared by its words", async () => {
    const style = "templates/2030/style.yaml";
    const text = project.read(style);
    project.write(
      style,
      /^word:/m.test(text) ? text.replace(/^word:.*$/m, "word: { controls: off }") : `${text}word: { controls: off }\n`,
    );
    const out = join(project.root, "plain");
    const { code, stderr } = await call([
      "build",
      "--root",
      project.root,
      "--edition",
      "en",
      "--output",
      "docx",
      "--out",
      out,
    ]);
    expect(code, stderr).toBe(0);
    const plain = new Uint8Array(readFileSync(join(out, "whitepaper-2030.en.docx")));
    expect(textOf(plain)).toContain("There were 173,600 applications");
    const { figures, words } = await imported(replaced(plain, "173,600", "173,700"));
    expect(words).toEqual([]);
    expect(figures).toEqual([
      expect.objectContaining({
        key: "patents.applications.total",
        after: "173,700",
        value: "173700",
        by: "alignment",
      }),
    ]);
  });
});
