import type { Figure, Image, Inline } from "../../../model/document.ts";
import { mm, type TypeName } from "../../../model/style.ts";
import { missingText } from "../../../model/text.ts";
import { chartOf } from "../../../model/walk.ts";
import type { Item } from "../../../typeset/index.ts";
import { type Content, type Mark, shifted } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { type Owner, within } from "../structure.ts";
import { dataTable } from "./data-table.ts";
import { betweenText } from "./grid.ts";
import { lineItems, type Strip, stack } from "./lines.ts";
import { plain, runsOf } from "./runs.ts";

/** Height in lines of the space kept for a picture that could not be drawn. */
const missingLines = 6;

/** Share of the page that a picture has at least, however much its words take: they are told to be too many. */
const leastPicture = 1 / 4;

/** Share of the free width that stands at the left. */
const shareBefore = { start: 0, center: 0.5 };

/** The lines of a caption, a note or a source as one stack. */
const captionStack = (
  prefix: string,
  inlines: readonly Inline[],
  name: TypeName,
  strip: Strip,
  figure: Figure,
  ps: PartSetting,
) => {
  const type = ps.type(name);
  const style = textStyle(type);
  const runs = [...(prefix ? [plain(prefix, style, figure.place)] : []), ...runsOf(inlines, style, ps.style.inline)];
  const owner = within(strip.owner, name === "caption" ? "Caption" : "P");
  const stacked = stack(
    lineItems(runs, type, { ...strip, owner }, { alignment: ps.style.figure.align, bound: true }, ps),
  );
  return { ...stacked, before: type.before };
};

/** Whether there is something to be drawn; else its key stands there as text. */
const isDrawn = ({ id, body }: Figure, { part }: PartSetting): boolean =>
  body.type === "image" ? part.images.has(body.name) : part.pictures[id] !== undefined;

type Drawn = { readonly marks: readonly Mark[]; readonly height: number };

/** A figure's key where its picture would stand. */
const missingMarks = (figure: Figure, strip: Strip, owner: Owner, ps: PartSetting): Drawn => {
  const type = ps.type("caption");
  const runs = [plain(missingText(figure.id), { ...textStyle(type), colour: ps.style.figure.colour }, figure.place)];
  const { marks } = stack(lineItems(runs, type, { ...strip, owner }, { alignment: ps.style.figure.align }, ps));
  const height = missingLines * ps.grid;
  return { marks: shifted(marks, 0, (height - type.leading) / 2), height };
};

/** The size in which something is drawn, no larger than the column and the room, and where it stands. */
const placed = (
  size: { readonly width: number; readonly height: number },
  strip: Strip,
  room: number,
  ps: PartSetting,
) => {
  const scale = Math.min(1, strip.width / size.width, room / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  return { width, height, x: strip.left + (strip.width - width) * shareBefore[ps.style.figure.align] };
};

/** An image as wide as its author says, else as the column. */
const imageMarks = (figure: Figure, image: Image, strip: Strip, room: number, owner: Owner, ps: PartSetting): Drawn => {
  const artwork = ps.part.images.get(image.name);
  if (!artwork) return missingMarks(figure, strip, owner, ps);
  const wanted = image.width === undefined ? strip.width : image.width * mm;
  const height = (wanted * artwork.screen.height) / artwork.screen.width;
  const size = placed({ width: wanted, height }, strip, room, ps);
  const mark: Mark = { kind: "image", ...size, y: 0, artwork, place: figure.place, owner };
  return { marks: [mark], height: size.height };
};

/** The picture; its key, where there is none. */
const pictureMarks = (figure: Figure, strip: Strip, room: number, owner: Owner, ps: PartSetting): Drawn => {
  if (figure.body.type === "image") return imageMarks(figure, figure.body, strip, room, owner, ps);
  const picture = ps.part.pictures[figure.id];
  if (!picture) return missingMarks(figure, strip, owner, ps);
  const { width, height, x } = placed(picture, strip, room, ps);
  const { svg } = picture;
  const { place } = figure;
  const values = (chartOf(figure)?.values ?? []).map(({ id }) => id);
  return { marks: [{ kind: "picture", x, y: 0, width, height, svg, values, place, owner }], height };
};

/**
 * A figure with its caption, note and source below it, as one thing that is never torn. A picture too wide for the
 * column or too high for the page is drawn smaller.
 */
export const figureItem = (figure: Figure, strip: Strip, pageHeight: number, ps: PartSetting): Item<Content> => {
  const element = within(strip.owner, isDrawn(figure, ps) ? "Figure" : "P", {
    alt: figure.alt,
    block: figure.id,
  });
  const texts = [
    captionStack(figure.prefix, figure.caption, "caption", strip, figure, ps),
    ...[figure.note, figure.source].flatMap((line) =>
      line ? [captionStack("", line, "source", strip, figure, ps)] : [],
    ),
  ];
  const below = texts.reduce((sum, text) => sum + text.before + text.height, 0);
  const picture = pictureMarks(figure, strip, Math.max(pageHeight - below, pageHeight * leastPicture), element, ps);
  const marks = [...picture.marks];
  let y = picture.height;
  for (const text of texts) {
    y += text.before;
    marks.push(...shifted(text.marks, 0, y));
    y += text.height;
  }
  const chart = chartOf(figure);
  if (chart && ps.part.pictures[figure.id]) marks.push(...dataTable(chart, strip.owner, ps));
  const space = ps.style.figure.space * ps.grid;
  const item: Item<Content> = {
    content: { marks, blocks: strip.blocks, place: figure.place },
    height: y,
    before: space,
    after: space,
    onGrid: false,
    withNext: false,
    moves: "floats",
    notes: [],
    repeat: [],
  };
  return betweenText(item, ps.grid);
};
