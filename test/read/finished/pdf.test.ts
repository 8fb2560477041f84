import { describe, expect, it } from "vitest";
import { readPdf } from "../../../src/read/finished/pdf.ts";
import { column, type Drawn, pdfOf } from "./pdf-fixture.ts";

const read = async (...pages: readonly (readonly Drawn[])[]) => (await readPdf(pdfOf(pages))).blocks;
const texts = async (...pages: readonly (readonly Drawn[])[]) => (await read(...pages)).map(({ text }) => text);

/** Lines that fill their column, so that a paragraph goes on. */
const full = (words: string): string => words.padEnd(78, " and so on");

describe("a PDF's paragraphs", () => {
  it("are joined over lines, and numbers with them", async () => {
    const lines = [full("The courts accepted a total of"), full("cases, which is more by 173,"), "600 than before."];
    expect(await texts(column(700, lines))).toEqual([
      expect.stringMatching(/^The courts.*173,\s?.*600 than before\.$/),
    ]);
    const broken = ["In the year before there were in all of the provinces more than 1,173,", "600 cases."];
    expect(await texts(column(700, broken))).toEqual([expect.stringContaining("1,173,600 cases.")]);
  });

  it("lose the hyphen that divides a word and keep that of a range", async () => {
    const [text] = await texts(
      column(700, [`${full("There were in that period exact").slice(0, 70)} twenty-`, "two cases."]),
    );
    expect(text).toMatch(/twenty-?two cases/);
    const [range] = await texts(
      column(700, [`${full("It was seen in the years").slice(0, 70)} 2016-`, "2019, as they said."]),
    );
    expect(range).toContain("2016-2019");
  });

  it("go on over the end of a page", async () => {
    const line = "and so on ".repeat(9).trim();
    const blocks = await read(
      column(700, [line, line.replace(/on$/, "RMB")]),
      column(700, ["550 million in the year."]),
    );
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.text).toMatch(/RMB 550 million/);
    expect(blocks[0]?.marks.at(-1)).toMatchObject({ page: 2, line: 1 });
  });

  it("leave out raised note marks", async () => {
    const line: readonly Drawn[] = [
      { x: 72, y: 700, text: "There were 17" },
      { x: 142, y: 705, size: 6, text: "3" },
      { x: 147, y: 700, text: " cases in all." },
    ];
    expect(await texts(line)).toEqual(["There were 17 cases in all."]);
  });
});

describe("a PDF's furniture", () => {
  const pages = [1, 2, 3, 4].map((number): readonly Drawn[] => [
    { x: 72, y: 800, size: 8, text: `White Paper ${2000 + number}`.replace(/\d+$/, "2019") },
    ...column(700, [
      full(`Paragraph number ${"abcd"[number - 1]} of the text, which says what is to be said`),
      "and ends here.",
    ]),
    { x: 290, y: 30, size: 9, text: String(number) },
  ]);

  it("is left out: running heads and page numbers", async () => {
    const found = await texts(...pages);
    expect(found).toHaveLength(4);
    for (const text of found) expect(text).toMatch(/^Paragraph number [abcd] .* and ends here\.$/);
  });
});

describe("a PDF's table", () => {
  it("is read by its rows, cells apart", async () => {
    const row = (y: number, ...cells: readonly string[]): readonly Drawn[] =>
      cells.map((text, index) => ({ x: 72 + index * 150, y, text }));
    const blocks = await read([
      ...column(760, [full("The table below says how many cases there were in the two years that are compared")]),
      ...row(700, "Year", "Accepted", "Concluded"),
      ...row(684, "2018", "22,680", "22,121"),
      ...row(668, "2019", "23,580", "23,510"),
    ]);
    const rows = blocks.filter(({ role }) => role === "row" || role === "alternative").map(({ text }) => text);
    expect(rows.join(" / ")).toContain("2018 | 22,680 | 22,121");
    expect(rows.join(" / ")).toContain("2019 | 23,580 | 23,510");
  });
});

describe("a PDF's pages", () => {
  const head = (label: string): readonly Drawn[] => column(700, [`Text of the page ${label}.`]);

  it("are read as far as they are seen: nothing outside the crop box", async () => {
    const page = [...head("seen"), { x: 20, y: 700, text: "123" }, { x: 72, y: 830, text: "Job 678" }];
    const { blocks } = await readPdf(pdfOf([page], { crop: [50, 50, 545, 800] }));
    expect(blocks.map(({ text }) => text)).toEqual(["Text of the page seen."]);
  });

  it("are called by the numbers that are printed on them, where the file says so", async () => {
    const labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >>";
    const { blocks } = await readPdf(pdfOf([head("i"), head("one")], { catalog: labels }));
    expect(blocks.map(({ marks: [mark] }) => [mark?.page, mark?.label])).toEqual([
      [1, "i"],
      [2, "1"],
    ]);
  });

  it("that were scanned say so, and blank ones do not", async () => {
    const { remarks } = await readPdf(pdfOf([head("one"), [], []], { pictured: [1] }));
    expect(remarks).toEqual([
      expect.objectContaining({ rule: "page-without-text", message: expect.stringMatching(/^page 2 holds a picture/) }),
    ]);
    expect((await readPdf(pdfOf([head("one"), []]))).remarks).toEqual([]);
  });
});
