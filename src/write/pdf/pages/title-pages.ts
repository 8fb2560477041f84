import type { Bar } from "../../../model/design.ts";
import type { Style, TypeName } from "../../../model/style.ts";
import type { Item } from "../../../typeset/index.ts";
import { barMark, belowBar } from "../art/bar.ts";
import { skyline } from "../art/skyline.ts";
import { evenItems } from "../blocks/even.ts";
import { stack } from "../blocks/lines.ts";
import { plain } from "../blocks/runs.ts";
import { type Content, type Mark, shifted } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { geometryOf, type Leaf } from "../sheet.ts";
import { detached, type Element, within } from "../structure.ts";

/** Cover, inner titles and closing page: words above the year's figures, which run off the page. */

type Settings = readonly [PartSetting, ...PartSetting[]];
/** What a title page with towers says of them. */
type Design = Pick<Style["inner"], "skyline">;

/** Type of what is a title to a reader too. */
const titleTypes: ReadonlySet<TypeName> = new Set(["title", "partTitle"]);

const words = (
  text: string,
  name: TypeName,
  after: number,
  ps: PartSetting,
  parent: Element,
  colour?: string,
): readonly Item<Content>[] => {
  const type = ps.type(name);
  const style = colour ? { ...textStyle(type), colour } : textStyle(type);
  const place = ps.part.document.sections[0]?.place ?? { file: "", line: 1, column: 1 };
  const owner = within(parent, titleTypes.has(name) ? "Title" : "P", { lang: ps.part.language.language });
  const strip = { left: 0, width: ps.width, blocks: [], owner };
  return evenItems([plain(text, style, place)], type, strip, { alignment: "start", after }, ps);
};

const leaf = (
  kind: Leaf["kind"],
  part: number,
  starts: Leaf["starts"],
  ground: readonly Mark[],
  column: readonly Mark[],
): Leaf => ({ kind, part, starts, ground, column, anchors: [], bookmarks: [], blocks: new Set(), runningHead: [] });

/** A colour over the whole width of the page and its bleed. */
const panel = (colour: string, top: number, bottom: number, ps: PartSetting): Mark => {
  const { width, bleed } = geometryOf(ps.style);
  return { kind: "panel", x: -bleed, y: top, width: width + 2 * bleed, height: bottom - top, colour };
};

/** Issuers and dates of parts, one below the other. */
const imprint = (parts: readonly PartSetting[], name: TypeName, parent: Element, colour?: string) =>
  stack(
    parts.flatMap((ps) => {
      const { issuer, date } = ps.part.document;
      const after = ps.type(name).leading / 2;
      return [...words(issuer, name, 0, ps, parent, colour), ...words(date, name, after, ps, parent, colour)];
    }),
  );

/** A stack of lines below its bar. */
const barred = (bar: Bar, top: number, marks: readonly Mark[]): readonly Mark[] => [
  ...barMark(bar, 0, top),
  ...shifted(marks, 0, top + belowBar(bar)),
];

/** Where the towers of cover and closing page stand: the foot of the cover has room for issuers and dates. */
const horizonOf = (parts: Settings): number => {
  const [first] = parts;
  const { height } = geometryOf(first.style);
  const foot = imprint(parts, "subtitle", detached("Sect")).height;
  return Math.min(height * first.style.cover.horizon, height - foot - 2 * first.type("subtitle").leading);
};

/** The towers of a title page. `horizon`: where they stand; `room`: what the words leave them above it. */
const towers = (design: Design, horizon: number, room: number, ps: PartSetting): readonly Mark[] => {
  const page = geometryOf(ps.style);
  const { low, high, houses, street, colours } = design.skyline;
  const highest = Math.min(page.height * high, room - 2 * ps.grid);
  // A page full of words has no room for a picture.
  if (highest <= page.height * low) return [];
  return skyline(ps.houses, page, {
    base: horizon >= page.height ? page.height + page.bleed : horizon,
    low: page.height * low,
    high: highest,
    houses,
    street,
    colour: (latest) => (latest ? colours.latest : colours.earlier),
  });
};

const titleStack = ([first, ...others]: Settings, element: Element) =>
  stack([
    ...words(first.part.document.title, "title", first.type("title").leading / 2, first, element),
    ...others.flatMap((ps) =>
      words(ps.part.document.title, "partTitle", ps.type("partTitle").leading / 2, ps, element),
    ),
  ]);

/** The cover: the titles of all parts above the skyline, issuers and dates below the horizon. */
export const coverLeaf = (parts: Settings, element: Element): Leaf => {
  const [first] = parts;
  const { cover } = first.style;
  const page = geometryOf(first.style);
  const titles = titleStack(parts, element);
  const foot = imprint(parts, "subtitle", element, cover.colours.imprint);
  const horizon = horizonOf(parts);
  const top = page.height * cover.top;
  const room = horizon - top - belowBar(cover.bar) - titles.height;
  const ground = [
    panel(cover.colours.ground, -page.bleed, page.height + page.bleed, first),
    ...towers(cover, horizon, room, first),
    panel(cover.colours.panel, horizon, page.height + page.bleed, first),
  ];
  const footTop = horizon + (page.height - horizon - foot.height) / 2;
  return leaf("cover", 0, "recto", ground, [
    ...barred(cover.bar, top, titles.marks),
    ...shifted(foot.marks, 0, footTop),
  ]);
};

/** The inner title of a part: its title at the head, issuer and date at the foot. */
export const titleLeaf = (ps: PartSetting, part: number): Leaf => {
  const { inner } = ps.style;
  const page = geometryOf(ps.style);
  const title = stack(words(ps.part.document.title, "partTitle", 0, ps, ps.element));
  const foot = imprint([ps], "partSubtitle", ps.element);
  const horizon = page.height * inner.horizon;
  const footTop = Math.min(
    page.height - page.top - foot.height,
    horizon - page.height * inner.skyline.high - 2 * ps.grid - foot.height,
  );
  const top = page.height * inner.top;
  return leaf("title", part, "recto", towers(inner, horizon, horizon - footTop - foot.height, ps), [
    ...barred(inner.bar, top, title.marks),
    ...shifted(foot.marks, 0, footTop),
  ]);
};

/** The closing page: the skyline of the cover once more, with the titles, issuers and dates of all parts. */
export const closingLeaf = (parts: Settings, element: Element): Leaf => {
  const [first] = parts;
  const { closing } = first.style;
  const page = geometryOf(first.style);
  const text = stack(
    parts.flatMap((ps) => {
      const { title, issuer, date } = ps.part.document;
      const { imprint: colour } = closing.colours;
      const set = (line: string, after: number) => words(line, "closing", after, ps, element, colour);
      return [...set(title, 0), ...set(issuer, 0), ...set(date, ps.type("closing").leading)];
    }),
  );
  const top = page.height * closing.top;
  const horizon = horizonOf(parts);
  const room = horizon - top - belowBar(closing.bar) - text.height;
  const ground = [
    panel(closing.colours.ground, -page.bleed, page.height + page.bleed, first),
    ...towers(closing, horizon, room, first),
    panel(closing.colours.panel, horizon, page.height + page.bleed, first),
  ];
  return leaf("closing", parts.length - 1, "verso", ground, barred(closing.bar, top, text.marks));
};
