import { expect, it } from "vitest";
import { controlsOf, matched, printsIn } from "../../src/office/figures.ts";
import { openSide } from "../../src/office/side.ts";
import { list, paragraph, section, text, value } from "../write/docx/make.ts";
import { inMarkup, withoutTags } from "./damage.ts";
import { fileOf } from "./redlines.ts";

it("finds figures by block and key where bookmarks that begin together stand in another order", async () => {
  const item = (id: string, printed: string) => [
    paragraph(id, [text("Of "), value("patents.total", printed), text(".")]),
  ];
  const items = list("one.l", [item("one.l.i1.p1", "10"), item("one.l.i2.p1", "20")]);
  const own = await fileOf([section("one", "First", [items, ...item("one.p9", "30")])]);
  const swapped = inMarkup(withoutTags(own), (markup) =>
    markup.replace(/(?:<w:bookmarkStart [^>]*\/>){2,}/g, (marks) =>
      (marks.match(/<[^>]*>/g) ?? []).toReversed().join(""),
    ),
  );
  expect(swapped).not.toEqual(withoutTags(own));
  const prints = printsIn(openSide(own));
  const matches = matched(prints, controlsOf(openSide(swapped)));
  expect(matches.map(({ print, control }) => [print.text, control.text])).toEqual([
    ["10", "10"],
    ["20", "20"],
    ["30", "30"],
  ]);
});
