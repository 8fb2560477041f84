import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inline } from "../../../src/model/document.ts";
import type { Edition, PageMap } from "../../../src/model/edition.ts";
import { inlineText } from "../../../src/model/text.ts";
import { inlinesOf, sectionsOf, walkBlocks, walkInlines } from "../../../src/model/walk.ts";
import { editionsOf, type Prepared, prepare } from "../../../src/pipeline.ts";
import { blockBookmark, chartName, writeDocx } from "../../../src/write/docx/index.ts";
import { layOut } from "../../../src/write/pdf/index.ts";
import { asColleague, hasOffice, openOffice, saveInOffice } from "./colleague.ts";
import { judge } from "./judges.ts";
import { openPackage } from "./package.ts";
import { paragraphOf, type ReadFile, readFile } from "./reading.ts";
import { readCharts } from "./workbook.ts";

/** The three Word files of the project's own publication, as they leave the pipeline. */

type Made = { readonly edition: Edition; readonly pages: PageMap; readonly bytes: Uint8Array };
const made = new Map<string, Made>();
let prepared: Prepared;
const none = { get: async () => undefined, set: async () => {} };

beforeAll(async () => {
  prepared = (await prepare(".", "2019", { cache: none, report: () => {}, progress: () => {} })) as Prepared;
  for (const edition of editionsOf(prepared, new Date("2020-04-01T00:00:00Z"))) {
    const { pages } = await layOut(edition, () => {});
    made.set(edition.id, { edition, pages, bytes: await writeDocx(edition, pages, () => {}) });
  }
});
afterAll(() => made.clear());
const of = (id: string): Made => made.get(id) as Made;
const ids = ["zh", "en", "zh-en"] as const;

/** Every value that a line prints, those of its notes after it, as notes stand in a part of their own. */
const valuesOf = (inlines: readonly Inline[]) =>
  [...walkInlines(inlines)].flatMap((one) => (one.type === "value" ? [{ key: one.key, text: one.text }] : []));

describe.each(ids)("%s", (id) => {
  it("has no fault that the judges see", async () => expect(await judge(of(id).bytes)).toEqual([]));

  it("has every printed figure as a control with its key and its text, in order", () => {
    const { edition, bytes } = of(id);
    const wanted = edition.parts.flatMap(({ document }) =>
      [...walkBlocks(document.sections)].flatMap((block) => valuesOf(inlinesOf(block))),
    );
    expect(wanted.length).toBeGreaterThan(150);
    expect(readFile(bytes).paragraphs.flatMap((one) => one.figures)).toEqual(wanted);
  });

  it("has an outline that reads like its contents, with the page labels of the layout", () => {
    const { edition, pages, bytes } = of(id);
    const { paragraphs } = readFile(bytes);
    const heads = paragraphs.filter(({ style }) => /^Heading\d/.test(style ?? ""));
    const suffixes = edition.parts.map(({ language }) => language.headings.runIn.trim());
    const bare = (text: string): string => {
      const suffix = suffixes.find((one) => one !== "" && text.trim().endsWith(one));
      return suffix ? text.trim().slice(0, -suffix.length) : text.trim();
    };
    const entries = paragraphs
      .filter(({ style }) => /^TOC\d/.test(style ?? ""))
      .map(({ text, style }) => [...text.split("\t"), style?.[3]]);
    expect(entries.map(([title, , level]) => [title, level])).toEqual(
      heads.map(({ text, style }) => [style?.startsWith("Heading1") ? text : bare(text), style?.[7]]),
    );
    const labels = edition.parts.flatMap(({ document }, part) =>
      sectionsOf(document)
        .filter(({ head }) => head !== "none")
        .map((section) => pages.labels[(pages.blocks[`${part}/${section.id}`]?.[0] ?? 0) - 1]),
    );
    expect(entries.map(([, page]) => page)).toEqual(labels);
  });

  it("carries a hidden bookmark for every block", () => {
    const { edition, bytes } = of(id);
    const found = new Set(readFile(bytes).paragraphs.flatMap(({ blocks }) => blocks));
    const lost = edition.parts.flatMap(({ document, language }) =>
      [...walkBlocks(document.sections)]
        .map((block) => blockBookmark(language.id, block.id))
        .filter((name) => !found.has(name)),
    );
    expect(lost).toEqual([]);
  });

  it("has charts whose workbook, cache, model and data are one", () => {
    const { edition, bytes } = of(id);
    const charts = readCharts(openPackage(bytes));
    let compared = 0;
    for (const [part, { document, pictures, language }] of edition.parts.entries())
      for (const block of walkBlocks(document.sections)) {
        const model = block.type === "figure" ? pictures[block.id]?.model : undefined;
        if (!model) continue;
        model.panels.forEach((panel, at) => {
          const chart = charts.get(chartName(part === 0 ? undefined : language.id, block.id, at));
          expect(chart, `${block.id} ${at}`).toBeDefined();
          if (!chart) return;
          expect(chart.workbook).toEqual(chart.cache);
          expect(chart.alternative).not.toBe("");
          expect(chart.cache.categories).toEqual(panel.categories);
          panel.series.forEach((series, index) => {
            const { name, values } = chart.cache.series[index] as (typeof chart.cache.series)[number];
            expect(name).toBe(series.name);
            expect(chart.looks[index]?.colour).toBe(series.colour.slice(1).toUpperCase());
            expect(values.map((value) => value !== null)).toEqual(series.values.map((value) => value !== null));
            series.texts.forEach((text, point) => {
              const value = values[point] ?? null;
              if (value === null) return;
              expect(chart.looks[index]?.labels[point]).toBe(text);
              expect(value * panel.scale).toBeCloseTo(series.values[point] as number, 6);
              const figure = prepared.source.figures.get(series.keys[point] ?? "");
              if (figure?.value == null) return;
              expect(value * panel.scale, figure.key).toBeCloseTo(Number(figure.value), 6);
              compared += 1;
            });
          });
        });
      }
    expect(compared).toBeGreaterThan(15);
  });

  it("says where it comes from", () => {
    const { files } = openPackage(of(id).bytes);
    const custom = new TextDecoder().decode(files["docProps/custom.xml"]);
    const sha256 = createHash("sha256").update(readFileSync("data/2019.yaml")).digest("hex");
    expect(custom).toContain(sha256);
    expect(custom).toContain("draft");
    const core = new TextDecoder().decode(files["docProps/core.xml"]);
    for (const { document } of of(id).edition.parts) expect(core).toContain(document.title);
    expect(core).toContain(`<dc:language>${of(id).edition.parts[0].document.lang}</dc:language>`);
  });
});

it("the same edition gives the same bytes", async () => {
  const { edition, pages, bytes } = of("zh-en");
  expect(Buffer.from(await writeDocx(edition, pages, () => {})).equals(Buffer.from(bytes))).toBe(true);
});

describe.skipIf(!hasOffice)("LibreOffice (needs soffice)", () => {
  const sentence = {
    zh: ["推进知识产权地方综合立法", "加快知识产权地方综合立法"],
    en: ["strengthened IP-related guidance", "expanded IP-related guidance"],
  } as const;
  const changed = { zh: "17.37万件", en: "173,700" } as const;

  /** Where a text stood before the edit: the bookmark nearest before it. */
  const bookmarkAt = (file: ReadFile, words: string): string => {
    const at = file.paragraphs.findIndex(({ text, style }) => text.includes(words) && !style?.startsWith("TOC"));
    return file.paragraphs
      .slice(0, at + 1)
      .flatMap(({ blocks }) => blocks)
      .at(-1) as string;
  };

  it.each(["zh", "en"] as const)("keeps a colleague's edit of %s, each found by its identity", async (id) => {
    const { bytes, edition } = of(id);
    const before = readFile(bytes);
    const [from, to] = sentence[id];
    const place = bookmarkAt(before, from);
    const comment = "Please check this with the courts.";
    const edited = asColleague(bytes, {
      replace: [from, to],
      figure: { key: "patents.applications.total", text: changed[id] },
      comment: { bookmark: place, text: comment },
    });
    const after = readFile(await saveInOffice(edited));

    expect(paragraphOf(after, place)?.text).toContain(to);
    expect(after.paragraphs.filter(({ comments }) => comments.length > 0)).toEqual([paragraphOf(after, place)]);
    expect(after.comments).toEqual([comment]);

    const blocks = (file: ReadFile): readonly string[] => file.paragraphs.flatMap((one) => one.blocks).toSorted();
    expect(blocks(after)).toEqual(blocks(before));
    const figures = (file: ReadFile) => file.paragraphs.flatMap((one) => one.figures);
    const total = edition.parts[0].document.lang.startsWith("zh") ? "17.36万件" : "173,600";
    expect(figures(after)).toEqual(
      figures(before).map((one) =>
        one.key === "patents.applications.total" && one.text === total ? { ...one, text: changed[id] } : one,
      ),
    );
    expect(after.store.get("/f:figures[1]/f:patents.applications.total[1]")).toBe(changed[id]);
    // Nothing else was touched.
    const words = (file: ReadFile): readonly string[] =>
      file.paragraphs
        .filter(({ style }) => !/^(TOC|Contents)/.test(style ?? ""))
        .map(({ text }) => text.trim())
        .filter((text) => text !== "");
    const correct = (text: string): string => text.replace(from, to).replace(total, changed[id]);
    expect(words(after)).toEqual(words(before).map(correct));
  });

  it("opens the volume and shows its heads as the outline", async () => {
    const { edition, bytes } = of("zh-en");
    const outline = await openOffice(bytes);
    const heads = edition.parts.flatMap(({ document }) =>
      sectionsOf(document)
        .filter(({ head }) => head !== "none")
        .map((section) => [section.level, `${section.prefix}${inlineText(section.title)}${section.suffix}`.trim()]),
    );
    expect(outline).toEqual(heads);
  });
});
