import { beforeAll, describe, expect, it } from "vitest";
import type { Inline, Note } from "../../../src/model/document.ts";
import { examinePress } from "../../../src/preflight/press/index.ts";
import { screenBreaches } from "../../../src/preflight/screen/index.ts";
import { heard } from "../../../src/preflight/structure/marked.ts";
import { type TaggedElement, walkElements } from "../../../src/preflight/structure/tree.ts";
import { readPdf } from "../../finished/pdf-text.ts";
import { readTagged, type TaggedFile } from "../../finished/spoken.ts";
import { veraPdf, whyNoVeraPdf } from "../../judges/verapdf.ts";
import { makeFiles, smallEdition } from "../../preflight/small-edition.ts";
import { paragraph, place, section, table, text } from "../docx/make.ts";

/** Notes that no page holds, notes of repeated heads, notes called twice: each is heard once, in its place. */

const note = (id: string, number: number, words: string): Note => ({
  type: "note",
  place,
  id,
  number,
  children: [text(words)],
});
const again = (target: string, number: number): Inline => ({
  type: "reference",
  place,
  target,
  show: "note",
  text: String(number),
});

const sentences = Array.from(
  { length: 260 },
  (_, index) => `Sentence ${index + 1} of the note says how it was counted.`,
);
const long = sentences.join(" ");
const body = "The registry says in its own reports how it counts what was filed, granted and refused. "
  .repeat(6)
  .trim();

const rows = Array.from({ length: 60 }, (_, index) => [`Row ${index + 1}`, "filed"]);
const counted = table("t", "A table", [["Item", "State"]], rows);
const head = counted.head.map((row) => ({
  ...row,
  cells: row.cells.map((cell, index) =>
    index === 0 ? { ...cell, children: [text("Item"), note("n2", 2, "As the registry lists them.")] } : cell,
  ),
}));

const sections = [
  section("one", "One", [
    paragraph("one.p1", body),
    paragraph("one.p2", [text(`${body} Called here`), note("n1", 1, long), text(` and explained. ${body}`)]),
    paragraph("one.p3", [text("Called again"), again("n1", 1), text(".")]),
    { ...counted, head },
  ]),
];

let files: Awaited<ReturnType<typeof makeFiles>>;
let tagged: TaggedFile;
beforeAll(async () => {
  files = await makeFiles(await smallEdition({ sections }));
  tagged = readTagged(files.screen);
});

const all = (role: string): readonly TaggedElement[] =>
  [...walkElements(tagged.root)].filter((element) => element.role === role);
const words = (element: TaggedElement): string => heard(element, tagged.marked).replaceAll("\u00ad", "");

describe("a note longer than its page", () => {
  it("goes on over several pages and is one note, heard once behind its first call", () => {
    // Sentences that are all alike let rivers run.
    expect(files.findings.filter(({ rule }) => rule !== "river")).toEqual([]);
    const [first, second, ...more] = all("Note") as [TaggedElement, TaggedElement];
    expect(more).toEqual([]);
    expect(words(first)).toBe(`1${long}`);
    const pages = new Set(
      [...walkElements(first)].flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === "content" ? [kid.page] : []))),
    );
    expect(pages.size).toBeGreaterThan(2);
    expect(words(second)).toBe("2As the registry lists them.");
  });

  it("is seen whole: every sentence stands on a page, once", async () => {
    const seen = (await readPdf(files.screen, files.style)).pages.join(" ").replaceAll(/[\u00ad\s]+/g, "");
    const numbers = [...seen.matchAll(/Sentence(\d+)ofthenote/g)].map(([, number]) => Number(number));
    expect(new Set(numbers).size).toBe(numbers.length);
    // One whose words two pages share is not found here.
    expect(numbers.length).toBeGreaterThan(sentences.length - 4);
  });
});

it("a note called twice is referred to twice, from both places", () => {
  const holder = (call: string) => all("P").find((one) => words(one).includes(call)) as TaggedElement;
  expect(words(holder("Called again"))).toBe("Called again1.");
  const links = [...walkElements(holder("Called again"))].filter(({ role }) => role === "Link");
  expect(links.map(words)).toEqual(["1"]);
});

it("the note of a table's head stands on every page that repeats it, and is heard once", async () => {
  const { pages } = await readPdf(files.screen);
  const withHead = pages.filter((page) => /Item\s*2\s*State/.test(page));
  expect(withHead.length).toBeGreaterThan(1);
  for (const page of withHead) expect(page).toContain("As the registry lists them.");
  expect(pages.filter((page) => page.includes("As the registry lists them."))).toHaveLength(withHead.length);
});

it("files with such notes keep what they promise, for screens and for the press", () => {
  expect(screenBreaches(files.screen)).toEqual([]);
  expect(files.press).toBeDefined();
  const style = files.style;
  expect(examinePress(files.press as Uint8Array, style).breaches).toEqual([]);
});

it.skipIf(whyNoVeraPdf)(`and pass veraPDF${whyNoVeraPdf ? `: ${whyNoVeraPdf}` : ""}`, () => {
  const judgements = veraPdf(new Map([["notes.pdf", files.screen]]), ["ua1", "2a"]);
  expect(judgements.map(({ flavour, failed }) => [flavour, failed])).toEqual([
    ["ua1", []],
    ["2a", []],
  ]);
});
