import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unitsOf } from "../../src/exchange/prose/units.ts";
import { unitText } from "../../src/exchange/prose/writing.ts";
import { type Content, contentOf, maskedText, type Unit } from "../../src/exchange/unit.ts";

/** What a template has to translate, and how its words are written back. */

const unitsIn = (text: string): readonly Unit[] => unitsOf({ file: "t.md.hbs", name: "t", text }) ?? [];
const says = (text: string, script = "Latn"): readonly string[] =>
  unitsIn(text).map(({ section, kind, pieces }) => `${section} ${kind}: ${maskedText(contentOf(pieces, script))}`);

describe("units", () => {
  it("are heads, groups of whole lines, captions, notes, cells and text alternatives", () => {
    const template = [
      "# Head {#one}",
      "",
      "First sentence. Still the first line.",
      "A second one that",
      "goes on[^n].",
      "",
      "- item",
      "",
      "> quoted",
      "",
      '::figure[Caption with {{a.b}}]{#fig image=quay alt="A &quot;quay&quot;"}',
      "",
      ":::table[Table]{#tab}",
      "| Kind | {{a.b}} |",
      "| ---- | ------- |",
      "| Alpha \\| Beta | — |",
      ":::",
      "",
      "[^n]: The note.",
    ].join("\n");
    expect(says(template)).toEqual([
      "one head: Head",
      "one text: First sentence. Still the first line.",
      "one text: A second one that goes on{note:n}.",
      "one text: item",
      "one text: quoted",
      "fig caption: Caption with {a.b}",
      'fig alt: A "quay"',
      "tab caption: Table",
      "tab cell: Kind",
      "tab cell: Alpha | Beta",
      "one note: The note.",
    ]);
  });

  it("show figures, markup and references as codes, whatever options the language gives them", () => {
    expect(
      says(
        '**{{a form="words"}}** of {{direction a.growth b.growth up="risen"}}, [see](https://x.org/y) :ref{to=two show=page}; {{a}}.',
      ),
    ).toEqual([
      "t text: {strong}{a}{/strong} of {direction:a.growth:b.growth}, {link:https:-x.org-y}see{/link:https:-x.org-y} {ref:two:page}; {a:2}.",
    ]);
  });

  it("keep branches inside a sentence as codes, and end at blocks with lines of their own", () => {
    const template = "It rose{{#if a}} by {{a}}{{else}} a little{{/if}}.\n{{#if b}}\nOnly then.\n{{/if}}\nAlways.";
    expect(says(template)).toEqual([
      "t text: It rose{if:a} by {a}{else} a little{end-if}.",
      "t text: Only then.",
      "t text: Always.",
    ]);
  });

  it("leave out what has no words", () => expect(says("{{a}}\n\n---\n\n12 %")).toEqual([]));

  it("join lines as the script of the language does", () => {
    expect(says("上海的\n专利。", "Hani")).toEqual(["t text: 上海的专利。"]);
    expect(says("as the\nlaw says.")).toEqual(["t text: as the law says."]);
  });
});

const rewritten = (text: string, change: (content: Content) => Content, script = "Latn"): string => {
  let written = text;
  for (const unit of unitsIn(text).toReversed()) {
    const wording = {
      content: change(contentOf(unit.pieces, script)),
      former: unit.pieces,
      kind: unit.kind,
      script,
      isLineStart: /(?:^|\n)$/.test(text.slice(0, unit.start)),
    };
    written = written.slice(0, unit.start) + unitText(wording) + written.slice(unit.end);
  }
  return written;
};

const templates = [
  "templates/2019/zh",
  "templates/2019/en",
  "test/editions/handbook/en",
  "test/cases/inlines",
  "test/cases/logic",
  "test/cases/tables",
  "test/cases/blocks",
]
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith(".md.hbs"));

describe("writing back", () => {
  it.each(templates)("gives %s byte for byte where nothing was changed", (file) => {
    const text = readFileSync(file, "utf8");
    expect(rewritten(text, (content) => content, file.includes("/zh/") ? "Hani" : "Latn")).toBe(text);
  });

  const said =
    (text: string) =>
    (content: Content): Content =>
      content.map((part) => (typeof part === "string" ? part.replace("old", text) : part));

  it("keeps comments and line ends beside the words that stay", () => {
    const text =
      "The old words of the first line\ngo on {{!-- ask the bureau --}}here, and\n{{!-- alone --}}\nend with {{a}}.";
    expect(rewritten(text, said("new"))).toBe(text.replace("old", "new"));
  });

  it("gives up a line end whose words are gone, and never a comment", () => {
    expect(rewritten("Some old\nwords {{!-- c --}}here.", () => ["All is new."])).toBe("{{!-- c --}}All is new.");
  });

  it.each([
    "1. not a list",
    "a * b _c_ [d](e) <f> `g`",
    "R&D &amp; R&D",
    ":sup[2] at 9:30 {#x}",
    "# no head",
    "- no item",
    "back\\slash \\*",
  ])("escapes what Markdown would take for its own: %s", (text) => {
    const written = rewritten("old", said(text));
    expect(unitsIn(written).map(({ pieces }) => contentOf(pieces, "Latn"))).toEqual([[text]]);
  });

  it("escapes in cells and text alternatives as these are read", () => {
    const table = ":::table[T]{#t}\n| old |\n| --- |\n| x |\n:::";
    expect(rewritten(table, said("a | b"))).toContain("| a \\| b |");
    const figure = '::figure[C]{#f image=i alt="old"}';
    expect(says(rewritten(figure, said('a "b" &lt;')))).toContain('f alt: a "b" &lt;');
  });
});
