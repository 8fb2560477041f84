import { expect, it } from "vitest";
import type { Block } from "../../../src/model/document.ts";
import { blockBookmark } from "../../../src/write/docx/index.ts";
import { write } from "./judges.ts";
import { chinese, edition, english, list, paragraph, part, section, table } from "./make.ts";
import { paragraphOf, readFile } from "./reading.ts";

const blocksOf = async (children: readonly Block[]): Promise<readonly string[]> => {
  const { bytes } = await write(edition([part(english, [section("one", "First", children)])]));
  return readFile(bytes).paragraphs.flatMap(({ blocks }) => blocks);
};

it("blocks keep their names while others come, go and change", async () => {
  const first = paragraph("one.p1", "As it was.");
  const rows = table("tab", "Table", [], [["a"]]);
  const before = await blocksOf([first, rows]);
  const after = await blocksOf([paragraph("new", "New."), list("l", [[paragraph("l.p", "item")]]), first, rows]);
  expect(before).toEqual(["one", "one.p1", "tab"].map((id) => blockBookmark("en", id)));
  expect(after.filter((name) => before.includes(name))).toEqual(before);
});

it("names say their language and place in Word's 40 letters, and long ids stay apart", () => {
  expect(blockBookmark("zh", "creation.p2")).toMatch(/^_wp_zh_creation_p2_[0-9a-f]{8}$/);
  const long = "a-very-long-id-of-a-section.with-a-part.p";
  expect(blockBookmark("en", `${long}1`)).not.toBe(blockBookmark("en", `${long}2`));
  expect(blockBookmark("en", `${long}1`).length).toBeLessThanOrEqual(40);
  expect(blockBookmark("en", "a")).not.toBe(blockBookmark("zh", "a"));
});

it("the same block of two languages is found in each", async () => {
  const { bytes } = await write(
    edition([
      part(chinese, [section("one", "一", [paragraph("one.p1", "文")])]),
      part(english, [section("one", "One", [paragraph("one.p1", "Text")])]),
    ]),
  );
  const file = readFile(bytes);
  expect(paragraphOf(file, blockBookmark("zh", "one.p1"))?.text).toBe("文");
  expect(paragraphOf(file, blockBookmark("en", "one.p1"))?.text).toBe("Text");
});
