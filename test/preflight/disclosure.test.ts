import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { disclosures } from "../../src/preflight/disclosure/index.ts";
import { pagesOf } from "../../src/preflight/reader/pages.ts";
import { writeDocx } from "../../src/write/docx/index.ts";
import { edition, english, noPages, paragraph, part, runIn, section } from "../write/docx/make.ts";
import { dict, edit, entries, name, rewritten, string } from "./rewrite.ts";
import { makeFiles, smallEdition } from "./small-edition.ts";

/** What must not leave the house is seen in finished files; a file as it is made has nothing of it. */

const rules = (file: string, bytes: Uint8Array): readonly string[] => disclosures(file, bytes).map(({ rule }) => rule);

describe("Word files", () => {
  let docx: Uint8Array;
  beforeAll(async () => {
    const chapter = section("one", "One", [runIn("two", "Run-in", [paragraph("two.p1", "Words.")])]);
    docx = await writeDocx(edition([part(english, [chapter])]), noPages, () => {});
  });
  const edited = (path: string, from: string | RegExp, to: string): Uint8Array => {
    const parts = unzipSync(docx);
    const text = strFromU8(parts[path] as Uint8Array);
    expect(text).toMatch(from);
    return zipSync({ ...parts, [path]: strToU8(text.replace(from, to)) });
  };
  const run = "<w:r><w:t>secret</w:t></w:r>";
  const revision = 'w:id="1" w:author="A" w:date="2030-01-01T00:00:00Z"';

  it("tell nothing as they are made, run-in heads included", () => expect(rules("a.docx", docx)).toEqual([]));

  it.each([
    ["an insertion", `<w:ins ${revision}>${run}</w:ins>`, "release-revision"],
    ["a deletion", `<w:del ${revision}><w:r><w:delText>secret</w:delText></w:r></w:del>`, "release-revision"],
    ["a move", `<w:moveFrom ${revision}>${run}</w:moveFrom>`, "release-revision"],
    ["another format", `<w:r><w:rPr><w:rPrChange ${revision}><w:rPr/></w:rPrChange></w:rPr></w:r>`, "release-revision"],
    ["hidden text", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", "release-hidden-text"],
  ])("tell %s", (_, markup, rule) => {
    expect(rules("a.docx", edited("word/document.xml", /(?<=<w:t[^>]*>Words\.<\/w:t><\/w:r>)/, markup))).toEqual([
      rule,
    ]);
  });

  it("tell comments, by their part", () => {
    const parts = unzipSync(docx);
    expect(rules("a.docx", zipSync({ ...parts, "word/comments.xml": strToU8("<w:comments/>") }))).toEqual([
      "release-comment",
    ]);
  });

  it("tell a style that hides, and not one that shows", () => {
    const style = (on: string) =>
      edited(
        "word/styles.xml",
        "</w:styles>",
        `<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish${on}/></w:rPr></w:style></w:styles>`,
      );
    expect(rules("a.docx", style(""))).toEqual(["release-hidden-text"]);
    expect(rules("a.docx", style(' w:val="false"'))).toEqual([]);
  });
});

describe("PDF files", () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = (await makeFiles(await smallEdition())).screen;
  });
  const spoilt = (change: Parameters<typeof rewritten>[1]): readonly string[] => rules("a.pdf", rewritten(pdf, change));

  it("tell nothing as they are made, links included", () => expect(rules("a.pdf", pdf)).toEqual([]));

  it("tell a comment", () => {
    const note = dict({
      Type: name("Annot"),
      Subtype: name("Text"),
      Rect: [0, 0, 9, 9],
      Contents: string("look again"),
    });
    expect(spoilt(({ objects }) => void objects.set(Math.max(...objects.keys()) + 1, note))).toEqual([
      "release-comment",
    ]);
  });

  it("tell layers", () => {
    expect(
      spoilt(({ file, trailer }) => void entries(file, trailer.get("Root")).set("OCProperties", dict({}))),
    ).toEqual(["release-hidden-text"]);
  });

  it("tell words that are not drawn", () => {
    const hide = (parts: Parameters<Parameters<typeof rewritten>[1]>[0]): void => {
      const page = pagesOf(parts.file)[3];
      edit(parts, page?.dict.entries.get("Contents"), (text) => text.replace("\nBT\n", "\nBT\n3 Tr\n"));
    };
    expect(spoilt(hide)).toEqual(["release-hidden-text"]);
  });
});
