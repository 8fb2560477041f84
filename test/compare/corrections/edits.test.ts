import { expect, it } from "vitest";
import { type Edit, editsBetween } from "../../../src/compare/corrections/edits.ts";
import type { Inline } from "../../../src/model/document.ts";
import { inlineText } from "../../../src/model/text.ts";
import { place, text, value } from "../../write/docx/make.ts";

const strong = (...children: readonly Inline[]): Inline => ({ type: "strong", place, children });
const note = (id: string): Inline => ({ type: "note", place, id, number: 1, children: [text("A note.")] });

const shown = ({ kind, inlines }: Edit): string => {
  const words = inlines.map((inline) => (inline.type === "note" ? `^${inline.id}` : inlineText([inline]))).join("");
  return kind === "same" ? words : kind === "removed" ? `[-${words}-]` : `{+${words}+}`;
};
const edits = (before: readonly Inline[], after: readonly Inline[], language = "en"): string =>
  editsBetween(before, after, language).map(shown).join("");
const words = (before: string, after: string, language = "en"): string =>
  edits([text(before)], [text(after)], language);

it("strikes a figure and nothing beside it", () => {
  const sentence = (printed: string) => [text("上海专利申请量"), value("patents.total", printed), text("，同比增长。")];
  expect(edits(sentence("17.36万件"), sentence("17.37万件"), "zh-CN")).toBe(
    "上海专利申请量[-17.36万件-]{+17.37万件+}，同比增长。",
  );
});

it("takes no number apart, typed or not", () => {
  expect(words("up 15.54% in 2019", "up 15.62% in 2019")).toBe("up [-15.54%-]{+15.62%+} in 2019");
  expect(words("共1\u202F234,5件", "共1\u202F234,6件", "zh")).toBe("共[-1\u202F234,5-]{+1\u202F234,6+}件");
  expect(words("by −3 points", "by 3 points")).toBe("by [-−3-]{+3+} points");
});

it("replaces whole words, Han words too", () => {
  expect(words("The court sat.", "The courts sat.")).toBe("The [-court-]{+courts+} sat.");
  expect(words("全面加强保护工作", "全面推进保护工作", "zh")).toBe("全面[-加强-]{+推进+}保护工作");
});

it("gives a phrase for a phrase, not word by word", () => {
  expect(words("in a good year", "in the best time")).toBe("in [-a good year-]{+the best time+}");
  expect(words("one two three", "one three")).toBe("one [-two -]three");
});

it("sees emphasis, links and notes", () => {
  expect(edits([text("a "), strong(text("bold")), text(" word")], [text("a bold word")])).toBe(
    "a [-bold-]{+bold+} word",
  );
  expect(edits([text("A word.")], [text("A word"), note("a.n1"), text(".")])).toBe("A word{+^a.n1+}.");
});

it.each([
  ["The quick brown fox.", "The slow brown dog jumps."],
  ["", "New."],
  ["一网通办改革，提升效能。", "深化改革，全面提升效能！"],
])("gives both texts back: %s → %s", (before, after) => {
  const made = editsBetween([text(before)], [text(after)], "zh");
  const side = (without: Edit["kind"]): string =>
    made.flatMap(({ kind, inlines }) => (kind === without ? [] : [inlineText(inlines)])).join("");
  expect(side("added")).toBe(before);
  expect(side("removed")).toBe(after);
});
