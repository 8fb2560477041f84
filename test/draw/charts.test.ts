import { beforeAll, describe, expect, it } from "vitest";
import type { Chart, Figure } from "../../src/model/document.ts";
import { columnWidth } from "../../src/model/style.ts";
import { chartOf, walkBlocks } from "../../src/model/walk.ts";
import { type Prepared, prepare } from "../../src/pipeline.ts";

let prepared: Prepared;
beforeAll(async () => {
  const cache = { get: async () => undefined, set: async () => {} };
  prepared = (await prepare(".", "2019", { cache, report: () => {}, progress: () => {} })) as Prepared;
});

const figures = (lang: string): readonly (Figure & { readonly body: Chart })[] =>
  [...walkBlocks(prepared.documents.get(lang)?.sections ?? [])].flatMap((block) => {
    const body = block.type === "figure" ? chartOf(block) : undefined;
    return block.type === "figure" && body ? [{ ...block, body }] : [];
  });

describe.each(["zh", "en"])("the charts in %s", (lang) => {
  it("are as wide as the column, in faces of the page, with nothing elided", () => {
    for (const { id } of figures(lang)) {
      const picture = prepared.pictures.get(lang)?.[id];
      if (!picture) throw new Error(`${id} was not drawn`);
      const { svg, width, outlined, png } = picture;
      expect(width).toBeLessThanOrEqual(columnWidth(prepared.source.style) + 0.01);
      expect(width).toBeGreaterThan(columnWidth(prepared.source.style) - 2);
      const families = prepared.source.faces.map((face) => face.family);
      for (const [, list = ""] of svg.matchAll(/font-family="([^"]*)"/g))
        for (const family of list.split(",")) expect(families).toContain(family.trim().replaceAll("'", ""));
      expect(svg).not.toMatch(/…|NaN|undefined|<image|href/);
      expect(outlined).not.toContain("<text");
      expect([...png.slice(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
    }
  });

  it("print every figure that they name, and their model says the same numbers as the data", () => {
    for (const { id, body } of figures(lang)) {
      const picture = prepared.pictures.get(lang)?.[id];
      const series = picture?.model.panels.flatMap((panel) => panel.series) ?? [];
      for (const { keys, values } of series)
        for (const [index, key] of keys.entries()) {
          const figure = key === null ? undefined : prepared.source.figures.get(key);
          if (figure?.value != null) expect(values[index], key ?? "").toBe(Number(figure.value));
        }
      const modelled = new Set(series.flatMap(({ keys }) => keys));
      for (const key of body.keys.filter((one) => !one.endsWith(".growth")))
        expect(modelled, `${id} ${key}`).toContain(key);
      const drawn = [...(picture?.svg ?? "").matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner]) =>
        (inner ?? "").replace(/<[^>]*>/g, ""),
      );
      for (const text of new Set(body.rows.map((row) => row.text).filter((one) => one !== "")))
        expect(drawn).toContain(text);
    }
  });

  it("say their numbers to those who cannot see them", () => {
    for (const { alt, body } of figures(lang))
      for (const row of body.rows) if (row.value !== null) expect(alt).toContain(row.full);
  });
});
