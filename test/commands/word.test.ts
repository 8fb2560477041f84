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
