import { describe, expect, it } from "vitest";
import type { Inline, Label } from "../../../src/model/document.ts";
import { blockBookmark } from "../../../src/write/docx/index.ts";
import { write } from "./judges.ts";
import { edition, english, figure, paragraph, part, picture, place, runIn, section, table, text } from "./make.ts";
import { all, attribute, first, openPackage } from "./package.ts";
import { lines, readFile } from "./reading.ts";

const label = (kind: Label["kind"], number: number, words: string): Label => ({ kind, number: [number], text: words });
const reference = (target: string, show: "label" | "title" | "page", words: string) =>
  ({ type: "reference", place, target, show, text: words }) as const;

const document = part(
  english,
  [
    section(
      "one",
      "First",
      [
        paragraph("one.p1", [
          text("See "),
          reference("fig", "label", "Figure 1"),
          text(" on page "),
          reference("fig", "page", "?"),
          text(", "),
          reference("two", "title", "Second"),
          text(" and "),
          reference("two", "label", "Chapter II"),
        ]),
        runIn("one.a", "Run in", [paragraph("one.a.p1", "Goes on.")]),
        figure("fig", "What was sold", { prefix: "Figure 1  " }),
        table("tab", "What was bought", [["a"]], [["b"]], { prefix: "Table 1  " }),
      ],
      { prefix: "I. " },
    ),
    section("two", "Second", [paragraph("two.p1", "Text.")], { prefix: "II. " }),
  ],
  {
    labels: {
      fig: label("figure", 1, "Figure 1"),
      tab: label("table", 1, "Table 1"),
      one: label("section", 1, "Chapter I"),
      two: label("section", 2, "Chapter II"),
    },
    pictures: { fig: picture() },
  },
);
const pages = {
  labels: ["i", "iii", "iv", "1", "2", "3", "4"],
  blocks: {
    "0/one": [4, 5],
    "0/one.p1": [4, 4],
    "0/one.a": [4, 4],
    "0/fig": [5, 5],
    "0/tab": [5, 5],
    "0/two": [6, 6],
  },
  values: {},
  contents: {},
} as const;

/** Complex fields of the document in order: what they ask for and what they show. */
const fieldsOf = (bytes: Uint8Array) => {
  const found: { instruction: string; result: string }[] = [];
  const open: { instruction: string; result: string; shows: boolean }[] = [];
  for (const node of all(openPackage(bytes).xml("word/document.xml"), "w:r").flatMap((run) => [
    ...all(run, "w:fldChar"),
    ...all(run, "w:instrText"),
    ...all(run, "w:t"),
    ...all(run, "w:tab"),
  ])) {
    const type = attribute(node, "w:fldCharType");
    const current = open.at(-1);
    if (type === "begin") open.push({ instruction: "", result: "", shows: false });
    else if (type === "separate" && current) current.shows = true;
    else if (type === "end" && current) {
      const { instruction, result } = open.pop() as typeof current;
      found.push({ instruction: instruction.trim(), result });
      const around = open.at(-1);
      if (around) around.result += result;
    } else if (current && node.localName === "instrText") current.instruction += node.textContent ?? "";
    else if (current?.shows) current.result += node.localName === "tab" ? "\t" : (node.textContent ?? "");
  }
  return found;
};

describe("fields", () => {
  it("are filled with the page numbers of the layout, and nothing is left to be updated on opening", async () => {
    const { bytes } = await write(edition([document]), pages);
    const fields = fieldsOf(bytes);
    expect(fields.filter(({ result }) => result === "")).toEqual([]);
    const anchor = (id: string): string => blockBookmark("en", id);
    const contents = fields.find(({ instruction }) => instruction.startsWith('TOC \\o "1-2"'));
    expect(contents?.result).toBe("I. First\t1Run in\t1II. Second\t3");
    expect(fields).toContainEqual({ instruction: `PAGEREF ${anchor("fig")} \\h`, result: "2" });
    expect(fields).toContainEqual({ instruction: `PAGEREF ${anchor("two")} \\h`, result: "3" });
    const settings = openPackage(bytes).xml("word/settings.xml");
    expect(all(settings, "w:updateFields")).toEqual([]);
  });

  it("count captions, list them, and repeat what stands at their target", async () => {
    const { bytes } = await write(edition([document]), pages);
    const fields = fieldsOf(bytes);
    expect(fields.filter(({ instruction }) => instruction.startsWith("SEQ"))).toEqual([
      { instruction: "SEQ Figure \\* ARABIC", result: "1" },
      { instruction: "SEQ Table \\* ARABIC", result: "1" },
    ]);
    expect(fields).toContainEqual({ instruction: 'TOC \\h \\z \\c "Figure"', result: "Figure 1  What was sold\t2" });
    expect(fields).toContainEqual({ instruction: 'TOC \\h \\z \\c "Table"', result: "Table 1  What was bought\t2" });
    const repeated = fields.filter(({ instruction }) => instruction.startsWith("REF"));
    expect(repeated.map(({ result }) => result)).toEqual(["Figure 1", "Second"]);
    // "Chapter II" stands nowhere word for word: a link leads to the head.
    const links = all(openPackage(bytes).xml("word/document.xml"), "w:hyperlink").filter(
      (one) => one.textContent === "Chapter II",
    );
    expect(links.map((one) => attribute(one, "w:anchor"))).toEqual([blockBookmark("en", "two")]);
  });

  it("leave run-in heads in the outline, joined to their text in print", async () => {
    const { bytes } = await write(edition([document]), pages);
    const { paragraphs } = readFile(bytes);
    const heads = paragraphs.filter((one) => one.style?.startsWith("Heading"));
    expect(heads.map((one) => [one.style, one.text])).toEqual([
      ["Heading1", "I. First"],
      ["Heading2", "Run in. "],
      ["Heading1", "II. Second"],
    ]);
    const marks = all(openPackage(bytes).xml("word/document.xml"), "w:specVanish");
    expect(marks.map((mark) => mark.parentNode?.parentNode?.parentNode?.textContent)).toEqual(["Run in. "]);
  });

  it("repeat raised and stressed words of a head as they stand there, in contents, lists and running heads", async () => {
    const words = (name: string): readonly Inline[] => [
      text(`${name} in km`),
      { type: "superscript", place, children: [text("2")] },
      { type: "note", place, id: `${name}.n`, number: 1, children: [text("not repeated")] },
    ];
    const reference = { type: "reference", place, target: "one", show: "title", text: "Land in km2" } as const;
    const chapters = [
      section("one", "", [figure("fig", "", { caption: words("Sold") }), paragraph("one.p1", [reference])], {
        title: words("Land"),
      }),
    ];
    const { bytes } = await write(edition([part(english, chapters)]));
    const { files, xml } = openPackage(bytes);
    const heads = Object.keys(files).filter((path) => /^word\/header\d+\.xml$/.test(path));
    const raisedIn = (path: string) =>
      all(xml(path), "w:p").flatMap((line) =>
        all(line, "w:r")
          .filter((run) => attribute(first(run, "w:rStyle"), "w:val") === "Superscript")
          .map((run) => [attribute(first(line, "w:pStyle"), "w:val"), run.textContent]),
      );
    expect(raisedIn("word/document.xml")).toEqual([
      ["TOC1", "2"],
      ["TableofFigures", "2"],
      ["Heading1", "2"],
      ["FigureCaption", "2"],
      ["BodyTextFirstIndent", "2"],
    ]);
    expect(heads.flatMap(raisedIn)).toEqual([["Header", "2"]]);
    expect(lines(bytes).filter((line) => line.startsWith("Land"))).toEqual([
      "Land in km2",
      "Land in km2",
      "Land in km2",
    ]);
  });

  it("say nothing about pages that no layout numbered", async () => {
    const { bytes } = await write(edition([document]));
    const contents = fieldsOf(bytes).find(({ instruction }) => instruction.startsWith('TOC \\o "1-2"'));
    expect(contents?.result).toBe("I. FirstRun inII. Second");
  });
});
