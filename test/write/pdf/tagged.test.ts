import { beforeAll, describe, expect, it } from "vitest";
import { nameOf, textOf } from "../../../src/preflight/reader/object.ts";
import { screenBreaches } from "../../../src/preflight/screen/index.ts";
import { heard } from "../../../src/preflight/structure/marked.ts";
import { type TaggedElement, walkElements } from "../../../src/preflight/structure/tree.ts";
import { readTagged, spokenIn, spokenOf, type TaggedFile } from "../../finished/spoken.ts";
import { veraPdf, whyNoVeraPdf } from "../../judges/verapdf.ts";
import { type Drawn, drawScreen } from "./make.ts";
import { volume } from "./volume.ts";

/** A volume with every kind of block and inline, as its structure tree has it. */

let drawn: Drawn;
let tagged: TaggedFile;
beforeAll(async () => {
  drawn = await drawScreen(volume());
  tagged = readTagged(drawn.bytes);
});

const all = (role: string, from = tagged.root): readonly TaggedElement[] =>
  [...walkElements(from)].filter((element) => element.role === role);
const parts = (): readonly TaggedElement[] => all("Part");
const words = (element: TaggedElement): string => heard(element, tagged.marked);
const children = (element: TaggedElement): readonly TaggedElement[] =>
  element.kids.filter((kid): kid is TaggedElement => kid.kind === "element");
const annotations = (element: TaggedElement) =>
  element.kids.flatMap((kid) => (kid.kind === "object" ? [kid.dict] : []));

describe("the structure of a volume", () => {
  it("keeps every promise of a screen file", () => {
    expect(drawn.findings).toEqual([]);
    expect(screenBreaches(drawn.bytes)).toEqual([]);
  });

  it("is the same, byte for byte, each time", async () => {
    const again = await drawScreen(volume());
    expect(Buffer.compare(again.bytes, drawn.bytes)).toBe(0);
  });

  it("is that of the documents, each part in its language, between cover and closing page", () => {
    expect(children(tagged.root).map(({ role, lang }) => `${role} ${lang ?? ""}`.trim())).toEqual([
      "Sect",
      "Part zh-CN",
      "Part en",
      "Sect",
    ]);
    expect(parts().map((part) => spokenIn(part, tagged.marked))).toEqual(spokenOf(drawn.laid));
  });

  it("names the language of each line on cover and closing page", () => {
    const [cover] = children(tagged.root) as [TaggedElement];
    expect(children(cover).map((line) => [line.type, line.lang, words(line)])).toEqual([
      ["Title", "zh-CN", "Title zh-CN"],
      ["Title", "en", "Title en"],
      ["P", "zh-CN", "Office zh-CN"],
      ["P", "zh-CN", "Date zh-CN"],
      ["P", "en", "Office en"],
      ["P", "en", "Date en"],
    ]);
  });

  it("nests the contents as the sections are, each entry a link to its head with the page's number", () => {
    for (const part of parts()) {
      const [contents] = all("TOC", part) as [TaggedElement];
      const outline = (toc: TaggedElement): unknown[] =>
        children(toc).flatMap((item): unknown[] => {
          if (item.role !== "TOCI") return [];
          const [reference, nested] = children(item) as [TaggedElement, TaggedElement | undefined];
          const [link] = children(reference) as [TaggedElement];
          expect(words(link)).toMatch(/\D\d+$/);
          for (const annotation of annotations(link))
            expect(textOf(annotation?.entries.get("Contents"))).toBe(words(link).replace(/\d+$/, ""));
          return [words(link).replace(/\d+$/, ""), ...(nested ? [outline(nested)] : [])];
        });
      expect(outline(contents)).toEqual(["One", ["Opening", "Closing"], "Two", ["Deeper"]]);
    }
  });

  it("makes one link of words that run over lines, with a place to click on each of them", () => {
    const long = all("Link", parts()[1]).find((link) => words(link).startsWith("the register")) as TaggedElement;
    expect(words(long)).toBe("the register of every trade mark and patent that was granted");
    expect(annotations(long).length).toBeGreaterThanOrEqual(1);
    for (const annotation of annotations(long)) expect(nameOf(annotation?.entries.get("Subtype"))).toBe("Link");
  });

  it("says words of another language in that", () => {
    for (const part of parts()) {
      const spans = all("Span", part);
      expect(spans.map(({ lang }) => lang)).toEqual(["fr"]);
      expect(words(spans[0] as TaggedElement)).toBe("Code de la propriété intellectuelle");
    }
  });

  it("reads a note where it is called, behind its number, and names it", () => {
    for (const part of parts()) {
      const notes = all("Note", part);
      expect(notes.map(words)).toEqual(["1As amended, & in force.", "2A second note."]);
      for (const note of notes) {
        expect(note.id).toBeDefined();
        const holder = [...walkElements(part)].find(({ kids }) => kids.includes(note)) as TaggedElement;
        const before = holder.kids[holder.kids.indexOf(note) - 1] as TaggedElement;
        expect(before.role).toBe("Reference");
        expect(words(before)).toBe(words(note)[0]);
      }
    }
    expect(new Set(all("Note").map(({ id }) => id)).size).toBe(4);
  });

  it("reads a table's head once, however many pages it runs over", () => {
    for (const part of parts()) {
      const table = all("Table", part).at(-1) as TaggedElement;
      const pages = new Set(
        [...walkElements(table)].flatMap(({ kids }) =>
          kids.flatMap((kid) => (kid.kind === "content" ? [kid.page] : [])),
        ),
      );
      expect(pages.size).toBeGreaterThan(1);
      expect(all("TR", table)).toHaveLength(71);
      expect(all("TR", table).every((row) => children(row).length === 2)).toBe(true);
      expect(all("THead", table).map((head) => words(head))).toEqual(["NameCount"]);
    }
  });

  it("gives the data of a chart behind its caption, and nothing of it on the page", () => {
    for (const part of parts()) {
      const [figure] = all("Figure", part) as [TaggedElement];
      const group = [...walkElements(part)].find(({ kids }) => kids.includes(figure)) as TaggedElement;
      expect(children(group).map(({ role }) => role)).toEqual(["Figure", "Caption", "P", "P", "Table", "Table", "P"]);
      const [first, second] = children(group).slice(4) as [TaggedElement, TaggedElement];
      const rows = (table: TaggedElement) => all("TR", table).map((row) => children(row).map(words));
      expect(rows(first)).toEqual([
        ["", "2030", "2029"],
        ["Patents", "120", "100"],
        ["Marks <new>", "80", "n/a"],
      ]);
      // Only what the panel shows.
      expect(rows(second)).toEqual([
        ["", "2030"],
        ["Grants", "7"],
      ]);
      expect(words(children(group).at(-1) as TaggedElement)).toBe("The panels have their own scales.");
      const drawnWords = [...walkElements(first)].flatMap(({ kids }) =>
        kids.flatMap((kid) => (kid.kind === "content" ? [tagged.marked.textOf(kid)] : [])),
      );
      expect(new Set(drawnWords)).toEqual(new Set([" "]));
    }
  });

  it("parts words where Latin lines end, and none where Han lines end", () => {
    const [han, latin] = parts() as [TaggedElement, TaggedElement];
    const body = (part: TaggedElement) =>
      all("P", part)
        .map(words)
        .sort((a, b) => b.length - a.length)[0] as string;
    expect(body(han)).not.toMatch(/\p{Script=Han}\s+\p{Script=Han}/u);
    expect(body(latin).replaceAll("\u00ad", "")).toContain(
      "protection internationally, communicating extraordinary accomplishments",
    );
    expect(body(latin)).toContain("\u00ad");
  });

  it.skipIf(whyNoVeraPdf)(`passes veraPDF${whyNoVeraPdf ? `: ${whyNoVeraPdf}` : ""}`, () => {
    const judgements = veraPdf(new Map([["volume.pdf", drawn.bytes]]), ["ua1", "2a"]);
    expect(judgements.map(({ flavour, failed }) => [flavour, failed])).toEqual([
      ["ua1", []],
      ["2a", []],
    ]);
  });
});
