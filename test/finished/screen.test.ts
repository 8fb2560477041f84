import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { PressProfile } from "../../src/model/press.ts";
import { editionsOf, prepare } from "../../src/pipeline.ts";
import { interpret } from "../../src/preflight/content/interpret.ts";
import type { Paint } from "../../src/preflight/content/state.ts";
import { type PdfFile, readPdf } from "../../src/preflight/reader/file.ts";
import { isArray, isRef, type PdfObject, textOf } from "../../src/preflight/reader/object.ts";
import { pagesOf } from "../../src/preflight/reader/pages.ts";
import { screenBreaches } from "../../src/preflight/screen/index.ts";
import { heard } from "../../src/preflight/structure/marked.ts";
import { type TaggedElement, walkElements } from "../../src/preflight/structure/tree.ts";
import { folderCache } from "../../src/store/cache.ts";
import { type LaidOut, layOut, render, renderPress } from "../../src/write/pdf/index.ts";
import { makeEdition } from "../editions/make.ts";
import { veraPdf, whyNoVeraPdf } from "../judges/verapdf.ts";
import { readTagged, spokenIn, spokenOf, type TaggedFile } from "./spoken.ts";

/** The screen files as a screen reader walks through them; veraPDF judges form, this judges sense. */

const ids = ["zh", "en", "zh-en"];
/** The small publications that the page is held by. */
const small = readdirSync("test/editions").filter((name) => !name.includes("."));

type Made = { readonly laid: LaidOut; readonly bytes: Uint8Array; readonly tagged: TaggedFile };
const made = new Map<string, Made>();

beforeAll(async () => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const cache = folderCache(join("output", ".cache", "pictures"));
  const prepared = await prepare(".", "2019", { cache, report, progress: () => {} });
  if (!prepared) throw new Error("the project cannot be read");
  for (const edition of editionsOf(prepared, new Date("2020-04-01T00:00:00Z"))) {
    const laid = await layOut(edition, report);
    const bytes = await render(laid, report);
    made.set(edition.id, { laid, bytes, tagged: readTagged(bytes) });
  }
  expect(findings).toEqual([]);
  for (const name of small) {
    const { laid, pdf } = await makeEdition(name, [210, 297]);
    made.set(name, { laid, bytes: pdf, tagged: readTagged(pdf) });
  }
});

const get = (id: string): Made => made.get(id) as Made;
const partsIn = (root: TaggedElement): readonly TaggedElement[] =>
  [...walkElements(root)].filter(({ role }) => role === "Part");

describe.each([...ids, ...small])("%s", (id) => {
  it("keeps its promises", () => {
    expect(screenBreaches(get(id).bytes)).toEqual([]);
  });

  it("says what the documents say, in their order", () => {
    const { laid, tagged } = get(id);
    const parts = partsIn(tagged.root);
    expect(parts.map(({ lang }) => lang)).toEqual(laid.edition.parts.map(({ document }) => document.lang));
    expect(parts.map((part) => spokenIn(part, tagged.marked))).toEqual(spokenOf(laid));
  });
});

/** Where named destinations lead: page by name, and y in pt from its foot. */
const destinationsIn = (file: PdfFile): ReadonlyMap<string, readonly [page: number, y: number]> => {
  const numbers = new Map(pagesOf(file).map(({ ref, number }) => [ref?.number, number]));
  const found = new Map<string, readonly [number, number]>();
  const visit = (node: PdfObject): void => {
    const names = file.get(node, "Names");
    const kids = file.get(node, "Kids");
    if (isArray(names))
      for (let index = 0; index + 1 < names.length; index += 2) {
        const target = file.resolve(names[index + 1]);
        if (!isArray(target)) continue;
        const [page, , , y] = target;
        found.set(textOf(names[index]) as string, [isRef(page) ? (numbers.get(page.number) ?? 0) : 0, Number(y)]);
      }
    if (isArray(kids)) for (const kid of kids) visit(file.resolve(kid));
  };
  visit(file.get(file.get(file.get(file.trailer, "Root"), "Names"), "Dests"));
  return found;
};

describe.each([...ids, ...small])("the contents of %s", (id) => {
  it("name every head that they should, and lead to it and to no other", () => {
    const { laid, bytes, tagged } = get(id);
    const { root, marked } = tagged;
    const file = readPdf(bytes);
    const destinations = destinationsIn(file);
    const { depth } = laid.edition.style.contents;
    for (const part of partsIn(root)) {
      const elements = [...walkElements(part)];
      const links = elements
        .filter(({ role }) => role === "TOCI")
        .map((item) => [...walkElements(item)].find(({ role }) => role === "Link") as TaggedElement);
      const heads = elements.filter(({ role }) => /^H[1-6]$/.test(role) && Number(role[1]) <= depth);
      const pageOf = (head: TaggedElement) => head.kids.find((kid) => kid.kind === "content")?.page as number;
      const labelled = heads.map((head) => [heard(head, marked).trim(), laid.pages.labels[pageOf(head) - 1]] as const);
      expect(links).toHaveLength(heads.length);
      for (const [index, link] of links.entries()) {
        const [words, label] = labelled[index] as (typeof labelled)[number];
        const text = heard(link, marked);
        expect(text.endsWith(String(label)), `${text} … ${label}`).toBe(true);
        const title = text.slice(0, -String(label).length).trim();
        // A run-in head ends with a mark that the contents leave out.
        expect(words.slice(0, title.length)).toBe(title);
        expect(words.length - title.length).toBeLessThanOrEqual(1);
        for (const kid of link.kids) {
          if (kid.kind !== "object") continue;
          const action = kid.dict?.entries.get("A");
          const name = textOf(file.get(action, "D")) as string;
          expect(destinations.get(name)?.[0], title).toBe(pageOf(heads[index] as TaggedElement));
        }
      }
    }
  });
});

/** The words of each page in the order in which they are drawn, without spaces; blank pages left out. */
const pageWords = (bytes: Uint8Array): readonly string[] => {
  const file = readPdf(bytes);
  return pagesOf(file)
    .map((page) => {
      let words = "";
      const paint = (paint: Paint): void => {
        if (paint.kind === "text") for (const code of paint.codes) words += paint.state.font?.unicode(code) ?? "\uFFFD";
      };
      interpret(file, page, { paint, fault: () => {} });
      return words.replace(/\s+/gu, "");
    })
    .filter((words) => words !== "");
};

describe.each(ids)("the print file of %s", (id) => {
  it("says the same on each page as the screen file", async () => {
    const { laid, bytes } = get(id);
    const press = await renderPress(laid, laid.edition.profile as PressProfile, () => {});
    if (!press) throw new Error("there is no print file");
    expect(pageWords(press.bytes)).toEqual(pageWords(bytes));
  });
});

it.skipIf(whyNoVeraPdf)(
  `veraPDF finds nothing by PDF/UA-1 and PDF/A-2a${whyNoVeraPdf ? `: ${whyNoVeraPdf}` : ""}`,
  () => {
    const all = [...made.keys()];
    const files = new Map(all.map((id) => [`${id}.pdf`, get(id).bytes]));
    const judgements = veraPdf(files, ["ua1", "2a"]);
    expect(judgements.map(({ file, flavour, failed }) => [file, flavour, failed])).toEqual(
      all.flatMap((id) => ["ua1", "2a"].map((flavour) => [`${id}.pdf`, flavour, []])),
    );
    // It did look.
    for (const { assertions } of judgements) expect(assertions).toBeGreaterThan(2000);
  },
  300_000,
);
