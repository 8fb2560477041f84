import { describe, expect, it } from "vitest";
import type { Inline } from "../../../src/model/document.ts";
import { write } from "./judges.ts";
import { chinese, edition, english, paragraph, part, place, section, text } from "./make.ts";
import { all, attribute, childrenOf, first, openPackage } from "./package.ts";

const noted = (id: string, number: number, words: string): readonly Inline[] => [
  text("Said"),
  { type: "note", place, id: `${id}.n1`, number, children: [text(words)] },
  text("."),
];
/** Two chapters with a note each, which count through their part. */
const twoNotes = (name: string) => [
  section("one", "First", [paragraph("one.p1", noted("one.p1", 1, `${name} one`))]),
  section("two", "Second", [paragraph("two.p1", noted("two.p1", 2, `${name} two`))]),
];

/** The notes of a file as Word counts them: through its sections, anew where one says so (ECMA-376 part 1 §17.11.19). */
const counted = (bytes: Uint8Array): readonly (readonly [number: number, words: string])[] => {
  const file = openPackage(bytes);
  const words = new Map(
    all(file.xml("word/footnotes.xml"), "w:footnote").map((note) => [
      attribute(note, "w:id"),
      note.textContent?.trim(),
    ]),
  );
  const sections: { ids: string[]; restarts: boolean }[] = [];
  let ids: string[] = [];
  for (const block of childrenOf(first(file.xml("word/document.xml"), "w:body") as never)) {
    ids.push(...all(block, "w:footnoteReference").map((mark) => attribute(mark, "w:id") ?? ""));
    const end = block.localName === "sectPr" ? block : first(block, "w:sectPr");
    if (!end) continue;
    sections.push({ ids, restarts: attribute(first(end, "w:numRestart"), "w:val") === "eachSect" });
    ids = [];
  }
  let number = 0;
  return sections.flatMap(({ ids, restarts }) => {
    if (restarts) number = 0;
    return ids.map((id) => {
      number += 1;
      return [number, words.get(id) ?? "none"] as const;
    });
  });
};

describe("notes", () => {
  it("of each part of a volume are its own and count from 1, through its chapters", async () => {
    const { bytes } = await write(edition([part(chinese, twoNotes("zh")), part(english, twoNotes("en"))]));
    expect(counted(bytes)).toEqual([
      [1, "zh one"],
      [2, "zh two"],
      [1, "en one"],
      [2, "en two"],
    ]);
  });
  it("of a single part count on", async () => {
    const { bytes } = await write(edition([part(english, twoNotes("en"))]));
    expect(counted(bytes)).toEqual([
      [1, "en one"],
      [2, "en two"],
    ]);
  });
  it("called again refer to the first call, which Word counts", async () => {
    const again: Inline = { type: "reference", place, target: "one.p1.n1", show: "note", text: "1" };
    const twice = section("one", "First", [
      paragraph("one.p1", noted("one.p1", 1, "once")),
      paragraph("one.p2", [text("Again"), again, text(".")]),
    ]);
    const { bytes } = await write(edition([part(english, [twice])]));
    expect(counted(bytes)).toEqual([[1, "once"]]);
    const body = openPackage(bytes).xml("word/document.xml");
    const bookmarks = all(body, "w:bookmarkStart").filter((one) => attribute(one, "w:name")?.startsWith("_Ref"));
    expect(bookmarks).toHaveLength(1);
    // The mark stands between the bookmark's start and end.
    expect(first(bookmarks[0]?.nextSibling as never, "w:footnoteReference")).toBeDefined();
    const [instruction] = all(body, "w:instrText").filter((one) => one.textContent?.includes("NOTEREF"));
    expect(instruction?.textContent).toBe(` NOTEREF ${attribute(bookmarks[0], "w:name")} \\f \\h `);
    const [paragraphAgain] = all(body, "w:p").filter((one) => one.textContent?.startsWith("Again"));
    expect(paragraphAgain?.textContent?.replace(/ NOTEREF \S+ \\f \\h /, "")).toBe("Again1.");
  });
});
