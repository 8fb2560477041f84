import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/document.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { layOut } from "../../../src/write/pdf/index.ts";
import { geometryOf, type Sheet } from "../../../src/write/pdf/sheet.ts";
import { smallEdition } from "../../preflight/small-edition.ts";
import { paragraph, section, table } from "../docx/make.ts";

/** Tables that have no room: what is made of them, and that no words ever stand over others. */

const made = async (...blocks: readonly Block[]) => {
  const findings: Finding[] = [];
  const edition = await smallEdition({ sections: [section("one", "One", [paragraph("p", "Before."), ...blocks])] });
  const { sheets } = await layOut(edition, (finding) => void findings.push(finding));
  const body = sheets.filter(({ kind }) => kind === "body");
  return {
    body,
    page: geometryOf(edition.style),
    style: edition.style,
    found: findings.map(({ severity, rule }) => `${severity} ${rule}`),
  };
};

type Words = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
};

const wordsOn = ({ column }: Sheet): readonly Words[] =>
  column.flatMap((mark): readonly Words[] => {
    if (mark.kind !== "text") return [];
    const { pieces, x, width } = mark.line;
    const text = pieces.map((piece) => piece.text).join("");
    const left = mark.x + x;
    return [{ text, left, right: left + width, y: mark.baseline, size: pieces[0]?.run.style.size ?? 0 }];
  });

/** Words that stand over others, over the edge of the column or over the foot of the page. */
const clashes = (body: readonly Sheet[], page: ReturnType<typeof geometryOf>): readonly string[] =>
  body.flatMap((sheet) => {
    const words = wordsOn(sheet);
    return words.flatMap((one, index) => [
      ...(one.right > page.columnWidth + 0.01 ? [`${one.text} in the margin`] : []),
      ...(one.y > page.top + page.columnHeight ? [`${one.text} in the foot`] : []),
      ...words
        .slice(index + 1)
        .filter((other) => Math.abs(other.y - one.y) < 4 && other.left < one.right && one.left < other.right)
        .map((other) => `${one.text} over ${other.text}`),
    ]);
  });

const names =
  "alpha bravo charlie delta foxtrot golfing hotel india juliet kilos limestone november oscar papa quebec romeos sierra tango uniform victor".split(
    " ",
  );
const wide = (columns: number, word = (index: number) => names[index % names.length] as string): Block => {
  const cells = (from: number) => Array.from({ length: columns }, (_, index) => word(from + index));
  return table("t", "A table", [cells(0)], [cells(1), cells(2), cells(3)]);
};
const sizes = (body: readonly Sheet[], text: string) =>
  new Set(body.flatMap((sheet) => wordsOn(sheet).flatMap((words) => (words.text.trim() === text ? [words.size] : []))));

describe("a table with many columns", () => {
  it("keeps its type as long as its words have room", async () => {
    const { body, page, style, found } = await made(wide(8));
    expect(found).toEqual([]);
    expect(clashes(body, page)).toEqual([]);
    expect([...sizes(body, "limestone")]).toEqual([style.scripts.Latn?.table?.size]);
  });

  it("is set in smaller type, its words whole, when they have none", async () => {
    const { body, page, style, found } = await made(wide(12));
    expect(found).toEqual([]);
    expect(clashes(body, page)).toEqual([]);
    const [size, ...more] = sizes(body, "limestone");
    expect(more).toEqual([]);
    const usual = style.scripts.Latn?.table?.size as number;
    expect(size).toBeLessThan(usual);
    expect(size).toBeGreaterThanOrEqual(usual * 0.75 - 1e-6);
    const texts = body.flatMap(wordsOn).map(({ text }) => text);
    expect(texts.filter((text) => text.includes("\u00ad"))).toEqual([]);
  });

  it("divides words in the smallest type before it gives up", async () => {
    const long = (index: number) => (index % 2 === 0 ? "administration" : "representation");
    const { body, page, found } = await made(wide(12, long));
    expect(found).toEqual([]);
    expect(clashes(body, page)).toEqual([]);
    expect(body.flatMap(wordsOn).some(({ text }) => text.includes("\u00ad"))).toBe(true);
  });

  it("is one error when nothing helps, and no words stand over others even then", async () => {
    const ten = (index: number) => (names[index % names.length] as string).repeat(3).slice(0, 10);
    const { body, page, found } = await made(wide(20, ten));
    expect(found).toEqual(["error table-too-wide"]);
    expect(clashes(body, page)).toEqual([]);
  });

  it("gives a word that nothing divides the room that it needs", async () => {
    const { body, page, found } = await made(
      table(
        "t",
        "A table",
        [["Name", "What"]],
        [["Rhythmsstrengthslengthsbreadths", "It is said at length what this is about and why. ".repeat(9)]],
      ),
    );
    expect(found).toEqual([]);
    expect(clashes(body, page)).toEqual([]);
  });
});

describe("a table's head", () => {
  const tall = (lines: number) => "A head that goes on and on for no reason at all. ".repeat(lines);
  const rows = Array.from({ length: 60 }, (_, index) => [`Row ${index + 1}`, "said"]);

  it("as high as the page is an error; nothing of it and of the rows is lost", async () => {
    const { body, page, found } = await made(table("t", "A table", [[tall(150), "State"]], rows));
    expect(found).toContain("error table-head-too-high");
    expect(found.filter((one) => one.startsWith("error"))).toEqual(["error table-head-too-high"]);
    expect(clashes(body, page)).toEqual([]);
    const text = body.flatMap(wordsOn).map((words) => words.text.trim());
    for (const [name] of rows) expect(text.filter((words) => words === name)).toHaveLength(1);
    expect(text.join(" ").replaceAll("\u00ad ", "").split("for no reason").length - 1).toBe(150);
  });

  it("higher than half of the page is not repeated", async () => {
    const { body, page, found } = await made(table("t", "A table", [[tall(60), "State"]], rows));
    expect(found).toEqual([]);
    expect(clashes(body, page)).toEqual([]);
    const heads = body.filter((sheet) => wordsOn(sheet).some(({ text }) => text.trim() === "State"));
    expect(heads).toHaveLength(1);
    expect(body.length).toBeGreaterThan(2);
  });
});
