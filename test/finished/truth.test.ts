import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import { documentText, headText, inlineText } from "../../src/model/text.ts";
import { chartOf, sectionsOf, walkBlocks } from "../../src/model/walk.ts";
import { type Prepared, prepare } from "../../src/pipeline.ts";
import { builtPublication } from "../built.ts";
import { readDocx } from "./docx-text.ts";
import { bare, follow } from "./follow.ts";
import { readPdf } from "./pdf-text.ts";

/**
 * The finished files say what the documents say, letter for letter and in order; that the documents say what the printed
 * edition said is proven in test/truth.
 */

let prepared: Prepared;
let folder: string;
beforeAll(async () => {
  folder = await builtPublication();
  const none = { get: async () => undefined, set: async () => {} };
  prepared = (await prepare(".", "2019", { cache: none, report: () => {}, progress: () => {} })) as Prepared;
});

const documentOf = (lang: string): Document => prepared.documents.get(lang) as Document;
const read = (edition: string, ending: string): Uint8Array =>
  readFileSync(join(folder, `whitepaper-2019.${edition}.${ending}`));
const chartTexts = (document: Document): readonly string[] =>
  [...walkBlocks(document.sections)].flatMap((block) =>
    block.type === "figure"
      ? [
          ...(chartOf(block)?.panels ?? []).map(({ head }) => head),
          ...(chartOf(block)?.rows ?? []).flatMap(({ category, series, text, share, change }) =>
            [category, series.name, text, share?.text, change?.text].filter((words) => words !== undefined),
          ),
        ]
      : [],
  );

/** Under a chart of Word stands what its picture says in words instead of numbers: series and categories, then the word. */
const gapsOf = (lang: string): readonly string[] => {
  const { language } = prepared.source.languages.get(lang)?.language ?? {};
  const list = new Intl.ListFormat(language, { style: "narrow", type: "conjunction" });
  return Object.values(prepared.pictures.get(lang) ?? {}).flatMap(({ model }) =>
    model.panels.flatMap((panel) =>
      panel.series.flatMap((series) => {
        const missing = panel.categories.filter((_, index) => series.values[index] === null);
        return missing.length > 0 ? [`${series.name} · ${list.format(missing)}`] : [];
      }),
    ),
  );
};

/** What may stand beside the text: cover, contents, running heads, words of the furniture, charts. */
const furnitureOf = (langs: readonly string[]): readonly string[] =>
  langs.flatMap((lang) => {
    const document = documentOf(lang);
    const { language } = prepared.source.languages.get(lang) ?? {};
    const sections = sectionsOf(document);
    return [
      document.title,
      document.issuer,
      document.date,
      ...sections.flatMap((section) => [
        headText(section),
        section.prefix + inlineText(section.title),
        inlineText(section.title),
      ]),
      ...Object.values(language?.messages ?? {}).map((message) =>
        message.replaceAll("{year}", "2019").replaceAll("{prior}", "2018"),
      ),
      ...chartTexts(document),
      ...gapsOf(lang),
      language?.name ?? "",
    ];
  });

const editions = [["zh"], ["en"], ["zh", "en"]] as const;
const named = editions.map((langs) => ({ id: langs.join("-"), langs }));

/** A volume's blocks: its covers' lines first, then the parts one after the other. */
const blocksOf = (langs: readonly string[]): readonly string[] =>
  langs.flatMap((lang) => documentText(documentOf(lang)).slice(3));

describe.each(named)("$id", ({ id, langs }) => {
  it("the PDF's text is the document's", async () => {
    const { pages } = await readPdf(read(id, "pdf"), prepared.source.style);
    expect(follow(pages.join("\n"), blocksOf(langs), furnitureOf(langs))).toEqual([]);
  });

  it("the DOCX's text is the document's, and says which numbers of a chart are missing", () => {
    const { paragraphs } = readDocx(read(id, "docx"));
    for (const gap of langs.flatMap(gapsOf)) expect(paragraphs.some(({ text }) => text.startsWith(gap))).toBe(true);
    expect(follow(paragraphs.map(({ text }) => text).join("\n"), blocksOf(langs), furnitureOf(langs))).toEqual([]);
  });

  it("the cover of both shows title, issuer and date of every part", async () => {
    const cover = bare((await readPdf(read(id, "pdf"))).pages[0] as string);
    const word = bare(
      readDocx(read(id, "docx"))
        .paragraphs.slice(0, 20)
        .map(({ text }) => text)
        .join(""),
    );
    for (const lang of langs) {
      const document = documentOf(lang);
      for (const text of [document.title, document.issuer, document.date]) {
        expect(cover).toContain(bare(text));
        expect(word).toContain(bare(text));
      }
    }
  });

  it("the PDF's bookmarks are the heads, in order, each on the page of its head", async () => {
    const { outline, pages } = await readPdf(read(id, "pdf"));
    const heads = langs.flatMap((lang) => sectionsOf(documentOf(lang)).filter((section) => section.head !== "none"));
    const titles = heads.map((section) => bare(section.prefix + inlineText(section.title)));
    const found = outline.map(({ title }) => bare(title));
    expect(found.filter((title) => titles.includes(title))).toEqual(titles);
    for (const { title, page } of outline) {
      if (!titles.includes(bare(title))) continue;
      expect(bare(pages[page - 1] ?? ""), `${title} on page ${page}`).toContain(bare(title).slice(0, 12));
    }
  });

  it("the contents name every head with the page that it is on", async () => {
    // Without furniture: else the folio of the contents page follows the number of its last entry.
    const { outline, pages, labels } = await readPdf(read(id, "pdf"), prepared.source.style);
    const all = pages.map(bare);
    for (const { title, page } of outline) {
      const label = labels?.[page - 1] ?? String(page);
      const entry = new RegExp(`${bare(title).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[.·…]*${label}(?![0-9])`, "u");
      const heads = langs.flatMap((lang) =>
        sectionsOf(documentOf(lang)).map((section) => bare(section.prefix + inlineText(section.title))),
      );
      if (heads.includes(bare(title)))
        expect(
          all.some((text) => entry.test(text)),
          `${title} … ${label}`,
        ).toBe(true);
    }
  });

  it("the PDF carries title, language and date of the data, and embedded subsets only", async () => {
    const bytes = read(id, "pdf");
    const { info, lang } = await readPdf(bytes);
    for (const part of langs) expect(String(info.Title)).toContain(documentOf(part).title);
    expect(lang).toBe(documentOf(langs[0]).lang);
    expect(String(info.CreationDate)).toMatch(/^D:20200401/);
  });
});
