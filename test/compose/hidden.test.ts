import { describe, expect, it } from "vitest";
import { findingsOf } from "../check/publication.ts";

/** What shows nothing, in every place where words are due; and what prose may ask for although it shows nothing. */

const figures = "\n  total: { value: 173600, unit: case }\n";
const start = "# Work {#work}\n\nThey accepted {{total}} cases.\n\n";
const told = async (prose: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  (await findingsOf({ figures, prose: { en: start + prose }, templates: { en: more } })).map(
    ({ rule, place, message }) => `${rule}@${place?.line}:${place?.column} ${message}`,
  );

describe("characters by reference", () => {
  it.each([
    ["up&#xFEFF;on", "hidden-character@5:3 &#xFEFF; makes U+FEFF"],
    ["up &#x200B; on", "hidden-character@5:4 &#x200B; makes U+200B"],
    ["up &ZeroWidthSpace; on", "hidden-character@5:4 &ZeroWidthSpace; makes U+200B"],
    ["up &#8238; on", "hidden-character@5:4 &#8238; makes U+202E"],
    ["up \\\\&lrm; on", "hidden-character@5:6 &lrm; makes U+200E"],
    ["**up&#xE000;**", "hidden-character@5:5 &#xE000; makes U+E000"],
    ["[up](https://example.org/&#x200B;)", "hidden-character@5:26 &#x200B; makes U+200B"],
  ])("%s", async (prose, expected) => {
    const [finding, ...more] = await told(`${prose}\n`);
    expect(finding).toContain(expected);
    expect(more).toEqual([]);
  });

  it.each(["up\\&#xFEFF;on", "co&shy;op&#xAD;erate", "keep&NoBreak;together", "Smith &amp; Sons", "a\tb"])(
    "%s is sound",
    async (prose) => expect(await told(`${prose}\n`)).toEqual([]),
  );

  it("the one that stands for values does not put a figure elsewhere", async () => {
    expect(await told("Of &#xFFFC; they accepted {{total}} cases.\n")).toEqual([
      expect.stringContaining("hidden-character@5:4"),
    ]);
  });

  it("a soft hyphen hides no word and no number from the checks", async () => {
    expect(await told("They closed 2&shy;3 cases, thir&shy;teen of them late.\n")).toEqual([
      expect.stringMatching(/^typed-numeral@5:13 "23"/),
      expect.stringMatching(/^typed-numeral@5:28 "thirteen"/),
    ]);
  });
});

describe("words that show nothing", () => {
  it.each([
    ["a paragraph", "&nbsp;", "blank-text@5:1 this paragraph"],
    ["an item", "- \n- one by one", "blank-text@5:1 this item"],
    ["a quote", ">", "blank-text@5:1 this quote"],
    ["a link", "See [](https://example.org) there.", "blank-text@5:5 this link"],
    ["an emphasis", "See *&nbsp;* there.", "blank-text@5:5 this emphasis"],
    ["raised text", "See :sup[] there.", "blank-text@5:5 :sup[]"],
    ["foreign words", "See :lang[&nbsp;]{tag=fr} there.", "blank-text@5:5 :lang[]"],
    ["a note", "Seen[^1].\n\n[^1]: &nbsp;", 'blank-text@7:7 the note "1"'],
    ["a head", "# &nbsp; {#blank}\n\nSeen.", "empty-heading@5:1"],
    ["a caption of a table", ":::table[&nbsp;]{#t}\n\n| a | b |\n|---|---|\n| c | d |\n\n:::", "missing-caption@5:1"],
    ["a row", ":::table[A]{#t}\n\n| a | b |\n|---|---|\n| c | d |\n| &nbsp; | |\n\n:::", "blank-text@10:1 this row"],
    ["all rows", ":::table[A]{#t}\n\n| a | b |\n|---|---|\n\n:::", "bad-table@5:1"],
  ])("%s", async (_, prose, expected) => {
    const [finding, ...more] = await told(`${prose}\n`);
    expect(finding).toContain(expected);
    expect(more).toEqual([]);
  });

  it("a template", async () => {
    expect(await told("", { "02-more.md.hbs": "{{! Later. }}\n" })).toEqual([
      "empty-template@1:1 templates/2019/en/02-more.md.hbs says nothing",
    ]);
    const conditional = "{{#unless total}}# Nothing {#nothing}\n\nNothing.\n{{/unless}}\n";
    expect(await told("", { "02-more.md.hbs": conditional })).toEqual([]);
  });

  it("a title", async () => {
    const data = (yaml: string): string => yaml.replace("en: Title", 'en: "\\u00A0"');
    const found = await findingsOf({ figures, prose: { en: start }, data });
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "wrong-value: publication.title.en: expected words, not blanks",
    ]);
  });
});

it("a mark that stayed text is shown where it stands", async () => {
  expect(await told("Courts &amp; \\* others\nare **bold。**here.\n")).toEqual([
    expect.stringMatching(/^stray-markup@6:5 "\*\*"/),
  ]);
});

describe("limits", () => {
  it.each([
    ["quotes in quotes", `${">".repeat(17)} deep`, "nested-too-deeply@5:1"],
    ["lists in lists", `${"- ".repeat(17)}deep`, "nested-too-deeply@5:1"],
    ["blocks in blocks", Array.from({ length: 17 }, () => ":::table[A]{#t}").join("\n"), "nested-too-deeply@21:1"],
    ["marks of emphasis", "*so* ".repeat(501), "markup-too-dense@5:1"],
    ["marks of all kinds", "[so] ".repeat(2501), "markup-too-dense@5:1"],
    ["a paragraph", "so ".repeat(6700), "text-too-long@5:1"],
    ["a cell", `:::table[A]{#t}\n\n| a | b |\n|---|---|\n| c | ${"so ".repeat(6700)} |\n\n:::`, "text-too-long@9:7"],
  ])("%s", async (_, prose, expected) => {
    const [finding, ...more] = await told(`${prose}\n`);
    expect(finding).toContain(expected);
    expect(more).toEqual([]);
  });

  it("are counted by the paragraph and by the row", async () => {
    const paragraphs = "*so* *so*\n\n".repeat(300);
    const rows = `:::table[A]{#t}\n\n| a | b |\n|---|---|\n${"| *c* | *d* |\n".repeat(300)}\n:::\n`;
    expect(await told(paragraphs + rows)).toEqual([]);
  });
});
