import { expect, it } from "vitest";
import { whereUsed } from "../../../src/compare/uses/index.ts";
import { composed, english, sourceOf } from "../../compose/composing.ts";
import { edition, part } from "../docx/make.ts";
import { drawScreen, faces } from "./make.ts";

it("one place of a template that prints on two pages is two figures, each on its own page", async () => {
  const data = `
regions: { north: { total: { value: 10, unit: case } }, south: { total: { value: 20, unit: case } } }
`;
  const words = "Words that fill the page to its end so that the next region stands on another one. ".repeat(60);
  const prose = `# Regions {#regions}\n\n{{#each regions}}\nThe region had {{total}}. ${words}\n\n{{/each}}\n`;
  const source = sourceOf({ "01-regions.md.hbs": prose }, data);
  const document = composed(source);
  const { laid } = await drawScreen(
    edition([{ ...part(english, []), language: { ...english, messages: { contents: "Contents" } }, document }], {
      faces,
    }),
  );
  const { values } = laid.pages;
  const [north = 0, south = 0] = ["regions.p1:regions.north.total", "regions.p2:regions.south.total"].map((id) => {
    expect(values[`0/${id}`]).toHaveLength(1);
    return values[`0/${id}`]?.[0];
  });
  expect(south).toBeGreaterThan(north);
  const uses = whereUsed([...source.figures.values()], new Map([["en", document]]), [
    { id: "en", languages: ["en"], pages: laid.pages },
  ]);
  const pages = uses.map(({ figure, uses: all }) => [
    figure.key,
    all.flatMap((use) => use.pages.map(({ page }) => page)),
  ]);
  expect(pages).toEqual([
    ["regions.north.total", [north]],
    ["regions.south.total", [south]],
  ]);
});

it("knows on which page of the contents a section is listed", async () => {
  const sections = Array.from({ length: 40 }, (_, index) => `# Head ${index} {#head-${index}}\n\nWords.\n`);
  const document = composed(sourceOf({ "01-all.md.hbs": sections.join("\n") }, "total: { value: 1, unit: case }"));
  const { laid } = await drawScreen(
    edition([{ ...part(english, []), language: { ...english, messages: { contents: "Contents" } }, document }], {
      faces,
    }),
  );
  const { contents, blocks } = laid.pages;
  const pages = sections.map((_, index) => contents[`0/head-${index}`] ?? 0);
  expect(pages[0]).toBeGreaterThan(1);
  expect(new Set(pages).size).toBeGreaterThan(1);
  expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  expect(blocks["0/head-0"]?.[0]).toBeGreaterThan(pages.at(-1) as number);
});
