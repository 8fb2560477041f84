import { describe, expect, it } from "vitest";
import type { Inline } from "../../../src/model/document.ts";
import type { Language } from "../../../src/model/language.ts";
import { writeDocx } from "../../../src/write/docx/index.ts";
import { write } from "./judges.ts";
import { chinese, edition, english, noPages, paragraph, part, place, section, text, value } from "./make.ts";
import { all, attribute, first, openPackage } from "./package.ts";

const editionOf = (language: Language, inlines: readonly Inline[]) =>
  edition([part(language, [section("one", "一", [paragraph("one.p1", inlines)])])]);

it("stretches of both scripts make a sound file", async () => {
  for (const language of [chinese, english])
    await write(editionOf(language, [emphasis("新版Don’t“登记”"), strong("要点Key"), foreign("zh-CN", "“登记”")]));
});

type Run = { readonly text: string; readonly hint: string | undefined; readonly style: string | undefined };

/** The runs of one paragraph, and the looks of the character styles that they name. */
const runsOf = async (language: Language, inlines: readonly Inline[]) => {
  const bytes = await writeDocx(editionOf(language, inlines), noPages, () => {});
  const file = openPackage(bytes);
  const body = all(file.xml("word/document.xml"), "w:p").find((one) =>
    attribute(first(one, "w:pStyle"), "w:val")?.startsWith("BodyText"),
  );
  const looks = new Map(
    all(file.xml("word/styles.xml"), "w:style").map((style) => [
      attribute(style, "w:styleId"),
      ["w:b", "w:i", "w:em"].filter((name) => first(style, name)).join(" "),
    ]),
  );
  const runs = all(body as never, "w:r").map((run): Run & { look: string } => {
    const style = attribute(first(run, "w:rStyle"), "w:val");
    return {
      text: run.textContent ?? "",
      hint: attribute(first(run, "w:rFonts"), "w:hint"),
      style,
      look: looks.get(style) ?? "",
    };
  });
  return runs.filter((run) => run.text !== "");
};
const emphasis = (words: string): Inline => ({ type: "emphasis", place, children: [text(words)] });
const strong = (words: string): Inline => ({ type: "strong", place, children: [text(words)] });
const foreign = (lang: string, words: string): Inline => ({ type: "foreign", place, lang, children: [text(words)] });

describe("marks that two scripts share", () => {
  const hinted = (runs: readonly Run[]) => runs.map(({ text, hint }) => [text, hint === "eastAsia" ? "Han" : ""]);
  it("are Chinese in Chinese text, and part of the word inside a Latin one", async () => {
    expect(hinted(await runsOf(chinese, [text("I’m与Don’t，报告“A’s B”。")]))).toEqual([
      ["I’m", ""],
      ["与", ""],
      ["Don’t", ""],
      ["，报告“", "Han"],
      ["A’s B", ""],
      ["”。", "Han"],
    ]);
  });
  it("are those of their own language in words of another", async () => {
    expect(hinted(await runsOf(english, [text("The “key” and "), foreign("zh-CN", "“登记”")]))).toEqual([
      ["The “key” and ", ""],
      ["“登记”", "Han"],
    ]);
    expect(hinted(await runsOf(chinese, [text("“报告”"), foreign("en", "“report”")]))).toEqual([
      ["“报告”", "Han"],
      ["“report”", ""],
    ]);
  });
  it("leave the minus sign to its number", async () => {
    expect(hinted(await runsOf(chinese, [text("变动"), value("a.growth", "−0.5%"), text("——")]))).toEqual([
      ["变动", ""],
      ["−0.5%", ""],
      ["——", "Han"],
    ]);
  });
});

describe("stressed words", () => {
  const looks = (runs: readonly (Run & { look: string })[]) => runs.map(({ text, look }) => [text, look]);
  it("are slanted and dark in Latin, dotted and in the face of heads in Chinese", async () => {
    expect(looks(await runsOf(chinese, [text("见"), emphasis("新版Open Data与2030"), strong("要点Key")]))).toEqual([
      ["见", ""],
      ["新版", "w:em"],
      ["Open Data", "w:i"],
      ["与", "w:em"],
      ["2030", "w:i"],
      ["要点", ""],
      ["Key", "w:b"],
    ]);
  });
  it("keep a figure in one run, slanted where it is all digits", async () => {
    const figures: Inline = {
      type: "emphasis",
      place,
      children: [value("a.b", "23580"), text("和"), value("a.c", "17.36万件")],
    };
    expect(looks(await runsOf(chinese, [figures]))).toEqual([
      ["23580", "w:i"],
      ["和", "w:em"],
      ["17.36万件", "w:em"],
    ]);
  });
  it("are never slanted in Chinese, in Latin text neither", async () => {
    expect(looks(await runsOf(english, [emphasis("the “new” 登记 office"), strong("key 要点")]))).toEqual([
      ["the “new” ", "w:i"],
      ["登记", "w:em"],
      [" office", "w:i"],
      ["key ", "w:b"],
      ["要点", ""],
    ]);
  });
});
