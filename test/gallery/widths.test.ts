import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../src/compose/index.ts";
import { textWidth, weightOf } from "../../src/draw/runs.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { LanguageSource, Source } from "../../src/model/source.ts";
import { drawAll } from "../../src/pipeline.ts";
import { layOut, render } from "../../src/write/pdf/index.ts";
import { gallerySource } from "./gallery.ts";

/** A stretch of chart text in one face as the SVG names it: what was measured. */
type Run = { readonly text: string; readonly family: string; readonly size: number; readonly weight: number };

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
const runsIn = (svg: string): readonly Run[] =>
  [...svg.matchAll(/(<text [^>]*>)(.*?)<\/text>/gs)].flatMap(([, tag = "", content = ""]) => {
    const size = Number.parseFloat(attribute(tag, "font-size"));
    const weight = weightOf(attribute(tag, "font-weight") || undefined);
    const parts = content.includes("<tspan")
      ? [...content.matchAll(/(<tspan[^>]*>)([^<]*)/g)]
      : [[content, tag, content]];
    return parts.map(([, own = "", text = ""]) => ({
      text: text.replaceAll("&amp;", "&"),
      family: (attribute(own, "font-family") || attribute(tag, "font-family")).replaceAll("'", ""),
      size,
      weight,
    }));
  });

let source: Source;
beforeAll(async () => {
  source = await gallerySource(() => {});
});

describe.each(["zh", "en"])("text of the charts in %s", (lang) => {
  it("is as wide in the finished PDF as it was measured before it was drawn", async () => {
    const from = source.languages.get(lang) as LanguageSource;
    const document = compose(source, lang, () => {});
    if (!document) throw new Error("the gallery cannot be composed");
    const cache = { get: async () => undefined, set: async () => {} };
    const pictures = await drawAll(source, from, document, cache, () => {});
    const edition = {
      ...{ id: lang, issue: source.issue, parts: [{ document, language: from.language, pictures }] },
      ...{ style: source.style, faces: source.faces, created: new Date(0) },
      origin: { dataSha256: "", release: "draft" },
    } as unknown as Edition;
    const bytes = await render(await layOut(edition, () => {}), () => {});
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const items: { readonly str: string; readonly size: number; readonly width: number }[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items: own } = await (await pdf.getPage(number)).getTextContent();
      for (const item of own) if ("str" in item) items.push({ ...item, size: Math.abs(item.transform[3]) });
    }
    const runs = Object.values(pictures).flatMap(({ svg }) => runsIn(svg));
    expect(runs.length).toBeGreaterThan(150);
    for (const { text, family, size, weight } of runs) {
      const faces = source.faces.filter((face) => face.family === family && face.style === "normal");
      const measured = textWidth(text, size, weight, { faces, families: [family], script: "Latn" });
      const set = items
        .filter((item) => item.str === text && Math.abs(item.size - size) < 0.2)
        .map(({ width }) => width);
      const nearest = Math.min(...set.map((width) => Math.abs(width - measured)));
      expect(nearest, `"${text}" ${size} pt ${weight}: measured ${measured}, set ${set.join(", ")}`).toBeLessThan(0.05);
    }
  });
});
