import { describe, expect, it } from "vitest";
import { compose } from "../../src/compose/index.ts";
import type { Block, Document, Inline } from "../../src/model/document.ts";
import type { Finding } from "../../src/model/finding.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { composed, sourceOf } from "./composing.ts";

/** Notes as templates write them: each is printed once, wherever it is called. */

const data = "courts:\n  total: { value: 12, unit: case }\n";
const prose = (text: string) => sourceOf({ "01-a.md.hbs": `# One {#one}\n\n${text}\n` }, data);

const found = (text: string) => {
  const findings: Finding[] = [];
  compose(prose(text), "en", (finding) => void findings.push(finding));
  return findings.map(({ rule, place, message }) => `${place?.line}:${place?.column} ${rule}: ${message}`);
};

const inlinesIn = (document: Document): readonly Inline[] =>
  [...walkBlocks(document.sections)].flatMap((block: Block) => [...walkInlines(inlinesOf(block))]);
const callsIn = (document: Document) =>
  inlinesIn(document).flatMap((inline): unknown[] => {
    if (inline.type === "note") return [`${inline.number} ${inline.id}`];
    return inline.type === "reference" && inline.show === "note" ? [`again ${inline.text} ${inline.target}`] : [];
  });

describe("a note called twice", () => {
  it("is one note; the further call prints its number and knows it", () => {
    const document = composed(prose("First[^a], second[^b], again[^a].\n\n[^a]: The one.\n[^b]: The other."));
    expect(callsIn(document)).toEqual(["1 one.p1.n1", "2 one.p1.n2", "again 1 one.p1.n1"]);
  });
  it("is one in a table's cells and in other paragraphs too", () => {
    const table = ":::table[Caption]{#t}\n\n| A | B |\n| :- | :- |\n| x[^p] | y |\n| z | w[^p] |\n\n:::";
    const document = composed(prose(`${table}\n\nLater[^p].\n\n[^p]: In part.`));
    expect(callsIn(document)).toEqual(["1 t.n1", "again 1 t.n1", "again 1 t.n1"]);
  });
  it("is two in two chapters", () => {
    const chapter = (id: string) => `# ${id} {#${id}}\n\nWords[^a].\n\n[^a]: Of ${id}.\n`;
    const source = sourceOf({ "01-a.md.hbs": chapter("one"), "02-b.md.hbs": chapter("two") }, data);
    expect(callsIn(composed(source))).toEqual(["1 one.p1.n1", "2 two.p1.n1"]);
  });
});

describe("a note that would be lost is told", () => {
  it("because nothing calls it", () => {
    expect(found("Words.\n\n[^a]: Nobody reads this.")).toEqual([
      '5:1 uncalled-note: nothing calls the note "a", so it would not be printed',
    ]);
  });
  it("because another has its name", () => {
    expect(found("Words[^a].\n\n[^a]: First.\n\n[^a]: Second.")).toEqual([
      '7:1 duplicate-note: two notes are called "a"; the second would be lost',
    ]);
  });
  it("because it is called in a note", () => {
    expect(found("Words[^a].\n\n[^a]: See[^b].\n[^b]: The other.")).toEqual([
      "5:10 bad-note: a note cannot call a note",
      '6:1 uncalled-note: nothing calls the note "b", so it would not be printed',
    ]);
    expect(found("Words[^a].\n\n[^a]: See[^a].")).toEqual(["5:10 bad-note: a note cannot call a note"]);
  });
  it("and not where it stands in a list or a quote", () => {
    expect(found("- Words[^a].\n\n  [^a]: In a list.\n\n> Words[^b].\n>\n> [^b]: In a quote.")).toEqual([]);
  });
});
