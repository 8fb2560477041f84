import { beforeAll, expect, it } from "vitest";
import type { Inline } from "../../../src/model/document.ts";
import { layOut } from "../../../src/write/pdf/index.ts";
import type { Sheet } from "../../../src/write/pdf/sheet.ts";
import { smallEdition } from "../../preflight/small-edition.ts";
import { paragraph, place, section, text, value } from "../docx/make.ts";

/** A head whose characters are raised, lowered and stressed, and that calls a note, as it is repeated elsewhere. */

const inside = (type: "superscript" | "subscript" | "emphasis", words: string): Inline => ({
  type,
  place,
  children: [text(words)],
});
const title: readonly Inline[] = [
  text("On "),
  value("area.total", "12 km"),
  inside("superscript", "2"),
  text(" of H"),
  inside("subscript", "2"),
  text("O, "),
  { type: "link", place, url: "https://example.org/", children: [inside("emphasis", "Typha")] },
  { type: "note", place, id: "n1", number: 1, children: [text("As counted.")] },
];
const plain = "On 12 km2 of H2O, Typha";

let sheets: readonly Sheet[];
let prints: Readonly<Record<string, readonly number[]>>;
beforeAll(async () => {
  const body = Array.from({ length: 40 }, (_, index) =>
    paragraph(`one.p${index}`, "Words of the chapter. ".repeat(12)),
  );
  const edition = await smallEdition({ sections: [section("one", "", body, { title }), section("two", "Two", body)] });
  const laid = await layOut(edition, () => {});
  ({ sheets } = laid);
  prints = laid.pages.values;
});

/** The pieces of the first line that begins with the head's words: text, size, height of its baseline. */
const piecesOf = (marks: Sheet["column"]) => {
  const line = marks.find(
    (mark) =>
      mark.kind === "text" &&
      mark.line.pieces
        .map((piece) => piece.text)
        .join("")
        .startsWith("On 12"),
  );
  if (line?.kind !== "text") throw new Error("the head is not there");
  return line.line.pieces.map(({ text: words, run }) => [words, run.style.raise, run.style.italic] as const);
};

it.each([
  ["contents", (sheet: Sheet) => sheet.kind === "contents", (sheet: Sheet) => sheet.column],
  [
    "the running head",
    (sheet: Sheet) => sheet.runningHead.length > 0 && sheet.position % 2 === 1,
    (sheet: Sheet) => sheet.furniture,
  ],
])("raises and lowers in %s what is raised and lowered in the head", (_, is, of) => {
  const pieces = piecesOf(of(sheets.find(is) as Sheet));
  expect(
    pieces
      .map(([words]) => words)
      .join("")
      .trim(),
  ).toBe(plain);
  const twos = pieces.filter(([words]) => words === "2");
  expect(twos.map(([, raise]) => Math.sign(raise))).toEqual([1, -1]);
  expect(pieces.filter(([, , italic]) => italic).map(([words]) => words)).toEqual(["Typha"]);
});

it("writes bookmarks in characters that are raised and lowered themselves", () => {
  const titles = sheets.flatMap(({ bookmarks }) => bookmarks.map((bookmark) => bookmark.title));
  expect(titles).toEqual(["On 12 km² of H₂O, Typha", "Two"]);
});

it("prints the figure of a head once, where the head stands", () => {
  const first = sheets.findIndex(({ kind }) => kind === "body");
  expect(Object.values(prints)).toEqual([[first + 1]]);
});
