import type { TypeName } from "../../model/style.ts";
import type { Item } from "../../typeset/index.ts";
import { type Content, type Mark, shifted } from "./content.ts";
import { lineItems, stack } from "./lines.ts";
import { type PartSetting, textStyle } from "./part-setting.ts";
import { plain } from "./runs.ts";
import { geometryOf, type Leaf } from "./sheet.ts";
import { drawnValues, skyline } from "./skyline.ts";
import { type Element, within } from "./structure.ts";

/** Cover, inner titles and closing page. Shares are of the page's height. */
const cover = { title: 0.155, base: 0.9, high: 0.5, low: 0.06 };
const inner = { title: 0.24 };
const closing = { text: 0.1, low: 0.03, high: 0.34 };
const bar = { length: 48, thickness: 4, below: 22 };

/** Type of what is a title to a reader too. */
const titles: ReadonlySet<TypeName> = new Set(["title", "partTitle"]);

const words = (
  text: string,
  name: TypeName,
  after: number,
  ps: PartSetting,
  parent: Element,
): readonly Item<Content>[] => {
  const type = ps.type(name);
  const style = textStyle(type);
  const place = ps.part.document.sections[0]?.place ?? { file: "", line: 1, column: 1 };
  const owner = within(parent, titles.has(name) ? "Title" : "P", { lang: ps.part.language.language });
  const strip = { left: 0, width: ps.width, blocks: [], owner };
  return lineItems([plain(text, style, place)], type, strip, { alignment: "start", after }, ps);
};

const barMark = (y: number, colour: string): Mark => ({
  kind: "panel",
  x: 0,
  y,
  width: bar.length,
  height: bar.thickness,
  colour,
});

const leaf = (
  kind: Leaf["kind"],
  part: number,
  starts: Leaf["starts"],
  ground: readonly Mark[],
  column: readonly Mark[],
): Leaf => ({
  kind,
  part,
  starts,
  ground,
  column,
  anchors: [],
  bookmarks: [],
  blocks: new Set(),
  runningHead: "",
});

const panel = (colour: string, top: number, bottom: number, ps: PartSetting): Mark => {
  const { width, bleed } = geometryOf(ps.style);
  return { kind: "panel", x: -bleed, y: top, width: width + 2 * bleed, height: bottom - top, colour };
};

const imprint = (parts: readonly PartSetting[], parent: Element): readonly Item<Content>[] =>
  parts.flatMap((ps) => {
    const { issuer, date } = ps.part.document;
    return [
      ...words(issuer, "subtitle", 0, ps, parent),
      ...words(date, "subtitle", ps.type("subtitle").leading / 2, ps, parent),
    ];
  });

/** The cover: titles, issuers and dates of all parts above the year's figures as a skyline that bleeds off the page. */
export const coverLeaf = (parts: readonly [PartSetting, ...PartSetting[]], element: Element): Leaf => {
  const [first, ...others] = parts;
  const { style } = first;
  const page = geometryOf(style);
  const { colours } = style.cover;
  const titles = [
    ...words(first.part.document.title, "title", first.type("title").leading / 2, first, element),
    ...others.flatMap((ps) =>
      words(ps.part.document.title, "partTitle", ps.type("partTitle").leading / 2, ps, element),
    ),
  ];
  const top = page.height * cover.title;
  const base = page.height * cover.base;
  const text = stack([...titles, ...imprint(parts, element)]);
  const bottom = top + bar.thickness + bar.below + text.height;
  const high = Math.min(page.height * cover.high, base - bottom - first.grid * 2);
  const towers = skyline(drawnValues(first.part.document), style, {
    base,
    low: page.height * cover.low,
    high,
    colours: [colours.artSecond, colours.art],
  });
  const ground = [
    panel(colours.ground, -page.bleed, page.height + page.bleed, first),
    ...towers,
    panel(colours.panel, base, page.height + page.bleed, first),
  ];
  const column = [barMark(top, colours.accent), ...shifted(text.marks, 0, top + bar.thickness + bar.below)];
  return leaf("cover", 0, "recto", ground, column);
};

/** The inner title of a part. */
export const titleLeaf = (ps: PartSetting, part: number): Leaf => {
  const page = geometryOf(ps.style);
  const { document } = ps.part;
  const text = stack([
    ...words(document.title, "partTitle", ps.type("partTitle").after, ps, ps.element),
    ...words(document.issuer, "partSubtitle", 0, ps, ps.element),
    ...words(document.date, "partSubtitle", 0, ps, ps.element),
  ]);
  const top = page.height * inner.title;
  const column = [
    barMark(top, ps.style.cover.colours.accent),
    ...shifted(text.marks, 0, top + bar.thickness + bar.below),
  ];
  return leaf("title", part, "recto", [], column);
};

/** The closing page: the skyline once more, in one colour, with the titles and issuers of all parts. */
export const closingLeaf = (parts: readonly [PartSetting, ...PartSetting[]], element: Element): Leaf => {
  const [first] = parts;
  const { style } = first;
  const page = geometryOf(style);
  const { colours } = style.cover;
  const text = stack(
    parts.flatMap((ps) => {
      const { title, issuer, date } = ps.part.document;
      const { leading } = ps.type("closing");
      return [
        ...words(title, "closing", 0, ps, element),
        ...words(issuer, "closing", 0, ps, element),
        ...words(date, "closing", leading, ps, element),
      ];
    }),
  );
  const ground = [
    panel(colours.panel, -page.bleed, page.height + page.bleed, first),
    ...skyline(drawnValues(first.part.document), style, {
      base: page.height + page.bleed,
      low: page.height * closing.low,
      high: page.height * closing.high,
      colours: [colours.art, colours.art],
    }),
  ];
  const top = page.height * closing.text;
  return leaf("closing", parts.length - 1, "verso", ground, shifted(text.marks, 0, top));
};
