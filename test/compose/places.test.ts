import { describe, expect, it } from "vitest";
import { compose } from "../../src/compose/index.ts";
import type { Document, Inline } from "../../src/model/document.ts";
import { edited, textAt } from "../../src/model/edit.ts";
import type { Place } from "../../src/model/place.ts";
import { extentOf } from "../../src/model/text.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { readSource } from "../../src/read/index.ts";
import { composed, sourceOf } from "./composing.ts";

/** Every text and every value of a document is found in its template by its place, and can be written there. */

const data = `
courts: { total: { value: 1200, unit: case }, won: { value: 700, unit: case }, lost: { value: null, unit: case } }
regions: { north: { total: { value: 10, unit: case } }, south: { total: { value: 20, unit: case } } }
`;
const inlines = (document: Document): readonly Inline[] =>
  [...walkBlocks(document.sections)].flatMap((block) => [...walkInlines(inlinesOf(block))]);

/** The stretches of a text: its words, and where they stand. */
const stretches = (node: Inline): readonly { readonly words: string; readonly place: Place }[] => {
  if (node.type !== "text") return [];
  const parts = node.parts ?? [{ at: 0, place: node.place }];
  return parts.map(({ at, place }, index) => ({ words: node.text.slice(at, parts[index + 1]?.at), place }));
};

const composeText = (text: string, partials: Readonly<Record<string, string>> = {}): Document =>
  composed(sourceOf({ "01-courts.md.hbs": text, ...partials }, data), ["stray-markup"]);

/** Words and their sources, as far as the two differ. */
const departures = (text: string, document: Document): readonly (readonly [string, string])[] =>
  inlines(document)
    .flatMap(stretches)
    .map(({ words, place }) => [words, textAt(text, place)] as const)
    .filter(([words, source]) => words !== source);

const nasty = String.raw`{{!-- a comment --}}
# The *courts* &amp; \#1 of {{courts.total}} {#courts .run-in}

It is &lt;{{courts.total}}&gt;, \*not\* **{{courts.won}}** &unknown; &#x1F600;,
   and  on
the {{#if courts.won}}third{{else}}never{{/if}} line{{! hidden }}; {{~#if courts.lost}}no{{else}} yes {{~/if}}.
It says \{{courts.total}} too.

> Quoted &quot;words&quot;
> on two {{courts.won}}
lines.

{{#each regions}}
- {{total}} of \_{{label}}\_ here
  and there
{{/each}}

{{> closing}}

:::table[Of \[{{courts.won}}\] &copy;]{#tab}
| What \| why | Count |
|:---|---:|
|  won&nbsp;all  | {{courts.won}}|
|{{courts.total}}   |   |
:::

Noted[^1], raised :sup[2 &lt; 3], at 9:30, see :ref{to=tab show=title} and [a \& b](https://example.org/a).

[^1]: A note
    on {{courts.total}} lines &amp; more.
`.replace("{{label}}", "x");
const closing = "In all {{courts.total}} \\& more\n";

describe("places", () => {
  const document = composeText(nasty, { "_closing.md.hbs": closing });
  const sources = new Map([
    ["01-courts.md.hbs", nasty],
    ["_closing.md.hbs", closing],
  ]);
  const sourceAt = (place: Place): string => textAt(sources.get(place.file) as string, place);
  const all = inlines(document);

  it("have an end, and lead words to their own characters, escapes and references to theirs", () => {
    const differing = all
      .flatMap(stretches)
      .map(({ words, place }) => [words, sourceAt(place)] as const)
      .filter(([words, source]) => words !== source);
    expect(differing).toEqual([
      ["&", "&amp;"],
      ["#", "\\#"],
      ["<", "&lt;"],
      [">", "&gt;"],
      ["*", "\\*"],
      ["*", "\\*"],
      ["😀", "&#x1F600;"],
      [" ", "\n   "],
      [" ", "\n"],
      [" ", "\n"],
      ['"', "&quot;"],
      ['"', "&quot;"],
      [" ", "\n> "],
      [" ", "\n"],
      ...[1, 2].flatMap(() => [
        ["_", "\\_"],
        ["_", "\\_"],
        [" ", "\n  "],
      ]),
      ["&", "\\&"],
      ["[", "\\["],
      ["]", "\\]"],
      ["©", "&copy;"],
      ["|", "\\|"],
      ["\u00A0", "&nbsp;"],
      [" ", "\n    "],
      ["&", "&amp;"],
      ["<", "&lt;"],
      ["&", "\\&"],
    ]);
  });

  it("of values are their mustaches, also of one that prints in a loop", () => {
    const printed = all.flatMap((node) => (node.type === "value" ? [[node.key, sourceAt(node.place)]] : []));
    for (const [key, source] of printed) expect(source).toBe(key?.startsWith("regions.") ? "{{total}}" : `{{${key}}}`);
    expect(printed).toHaveLength(11);
  });

  it("hold all that stands between the first and the last word of a head, a caption, a cell", () => {
    const blocks = [...walkBlocks(document.sections)];
    const extent = (nodes: readonly Inline[] = []): string => {
      const place = extentOf(nodes);
      return place ? sourceAt(place) : "";
    };
    const table = blocks.find((block) => block.type === "table");
    expect(blocks[0]?.type === "section" && extent(blocks[0].title)).toBe(
      "The *courts* &amp; \\#1 of {{courts.total}}",
    );
    expect(extent(table?.caption)).toBe("Of \\[{{courts.won}}\\] &copy;");
    expect(
      [...(table?.head ?? []), ...(table?.rows ?? [])].map((row) => row.cells.map((cell) => extent(cell.children))),
    ).toEqual([
      ["What \\| why", "Count"],
      ["won&nbsp;all", "{{courts.won}}"],
      ["{{courts.total}}", ""],
    ]);
    const paragraph = blocks.find((block) => block.id === "courts.p1");
    expect(paragraph && sourceAt(paragraph.place).startsWith("It is &lt;{{courts.total}}")).toBe(true);
    expect(paragraph && sourceAt(paragraph.place).endsWith("\\{{courts.total}} too.")).toBe(true);
  });

  it("take a new text, and the document says it then, and nothing else changes", () => {
    const words = (of: Document): readonly string[] =>
      inlines(of).flatMap((node) => (node.type === "text" ? [node.text] : node.type === "value" ? [node.key] : []));
    const before = words(document);
    for (const node of all)
      for (const { words: old, place } of stretches(node)) {
        if (!/\p{L}{3}/u.test(old) || old !== sourceAt(place)) continue;
        const file = place.file;
        const changed = {
          ...Object.fromEntries(sources),
          [file]: edited(sources.get(file) as string, [{ place, text: old.replace(/\p{L}{3}/u, "Qqq") }]),
        };
        const after = words(composed(sourceOf(changed, data), ["stray-markup"]));
        const differing = after.filter((text, index) => text !== before[index]);
        expect(after).toHaveLength(before.length);
        expect(differing.length, old).toBeGreaterThan(0);
        expect(
          differing.every((text) => text.includes("Qqq")),
          old,
        ).toBe(true);
      }
  });
});

it("places count in the file as it is, with a byte order mark and any line ends", () => {
  const text = "# Courts {#courts}\n\nOne &amp;\ntwo {{courts.total}} three\n";
  const document = composeText(text);
  const raw = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  const sources = inlines(document).map((node) => textAt(raw, node.place));
  expect(sources).toEqual(["Courts", "One &amp;\r\ntwo ", "{{courts.total}}", " three"]);
  expect(departures(text, document)).toEqual([
    ["&", "&amp;"],
    [" ", "\n"],
  ]);
});

it("a paragraph that begins in one template and ends in another has no end; its words have", () => {
  const text = "# Courts {#courts}\n\nBegun {{> end}}\n";
  const document = composeText(text, { "_end.md.hbs": "and ended." });
  const paragraph = [...walkBlocks(document.sections)].find(({ type }) => type === "paragraph");
  expect(paragraph?.place).toEqual({ file: "01-courts.md.hbs", line: 3, column: 1 });
  expect(
    inlines(document)
      .flatMap(stretches)
      .map(({ words, place }) => [words, place.file, place.column, place.end]),
  ).toEqual([
    ["Courts", "01-courts.md.hbs", 3, { line: 1, column: 9 }],
    ["Begun ", "01-courts.md.hbs", 1, { line: 3, column: 7 }],
    ["and ended.", "_end.md.hbs", 1, { line: 1, column: 11 }],
  ]);
});

it("of a text alternative is what stands between its quotation marks", () => {
  const text = '# Courts {#courts}\n\n::figure[An alt="x" here]{#quay image=quay alt="The quay &amp; more" width=80}\n';
  const document = composed(sourceOf({ "01-courts.md.hbs": text }, data), ["unknown-image"]);
  const figure = [...walkBlocks(document.sections)].find((block) => block.type === "figure");
  const place = figure?.body.type === "image" ? figure.body.altPlace : undefined;
  expect(place && textAt(text, place)).toBe("The quay &amp; more");
});

it("of the project's own publication lead back to its templates, and each can be written as it stands", async () => {
  const source = await readSource(".", "2019", () => {});
  if (!source) throw new Error("the publication cannot be read");
  for (const [lang, { templates }] of source.languages) {
    const document = compose(source, lang, () => {});
    if (!document) throw new Error(`${lang} cannot be composed`);
    for (const { file, text } of templates) {
      const own = inlines(document).filter(({ place }) => place.file === file);
      expect(own.length, file).toBeGreaterThan(0);
      const edits = own.flatMap((node) => {
        if (node.type === "value") expect(textAt(text, node.place)).toMatch(/^\{\{.+\}\}$/);
        for (const { words, place } of stretches(node)) expect(textAt(text, place).replace("\n", " ")).toBe(words);
        return [node, ...stretches(node)].map(({ place }) => place);
      });
      for (const place of edits) expect(edited(text, [{ place, text: textAt(text, place) }])).toBe(text);
    }
  }
});

describe("edits", () => {
  const at = (column: number, end: number): Place => ({ file: "f", line: 1, column, end: { line: 1, column: end } });
  it("are written from any order, one that is asked for twice once", () => {
    const edits = [
      { place: at(5, 8), text: "C" },
      { place: at(1, 4), text: "A" },
      { place: at(5, 8), text: "C" },
    ];
    expect(edited("one two", edits)).toBe("A C");
  });
  it("that overlap or contradict one another are refused", () => {
    expect(() =>
      edited("one two", [
        { place: at(1, 4), text: "A" },
        { place: at(3, 6), text: "B" },
      ]),
    ).toThrow("overlap");
    expect(() =>
      edited("one two", [
        { place: at(1, 4), text: "A" },
        { place: at(1, 4), text: "B" },
      ]),
    ).toThrow("overlap");
    expect(() => edited("one", [{ place: { file: "f", line: 1, column: 1 }, text: "A" }])).toThrow("no end");
    expect(() => textAt("one", { ...at(1, 2), line: 2 })).toThrow("no line 2");
  });
});

it("a note of several lines is one line of words", () => {
  const document = composeText("# Courts {#courts}\n\nNoted.[^1]\n\n[^1]: Of two\n    lines.\n");
  const note = inlines(document).find((node) => node.type === "note");
  expect(note?.type === "note" && note.children.map((node) => (node.type === "text" ? node.text : ""))).toEqual([
    "Of two lines.",
  ]);
});
