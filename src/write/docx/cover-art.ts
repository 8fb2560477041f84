import type { XmlComponent } from "docx";
import { ShapeRun } from "docx/shapes";
import { type House, housesOf } from "../../model/skyline.ts";
import { mm } from "../../model/style.ts";
import { colourOf } from "./styles/format.ts";
import type { Volume } from "./volume.ts";

/** Shares of the page's height. */
const cover = { base: 0.9, low: 0.06, high: 0.5 } as const;
const closing = { low: 0.03, high: 0.34 } as const;
/** Fewer houses than this make no picture. */
const fewest = 3;

const emu = 12_700;
const pixels = (pt: number): number => (pt * 96) / 72;

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A shape without outline at a place of the page, in pt, behind the text; the header that holds it is no content. */
const shape = (volume: Volume, area: Area, path: string, colour: string): XmlComponent =>
  new ShapeRun({
    type: "custom",
    path,
    transformation: { width: pixels(area.width), height: pixels(area.height) },
    fill: colourOf(volume.edition.style, colour),
    line: "none",
    altText: { id: String(volume.drawingId()), name: "cover", description: "" },
    floating: {
      horizontalPosition: { relative: "page", offset: Math.round(area.x * emu) },
      verticalPosition: { relative: "page", offset: Math.round(area.y * emu) },
      behindDocument: true,
      allowOverlap: true,
      lockAnchor: true,
    },
  });

const rectangle = ({ x, y, width, height }: Area): string => {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((one) => one.toFixed(2));
  return `M ${left} ${top} L ${right} ${top} L ${right} ${bottom} L ${left} ${bottom} Z`;
};

const panel = (volume: Volume, area: Area, colour: string): XmlComponent =>
  shape(volume, area, rectangle({ ...area, x: 0, y: 0 }), colour);

type Tokens = Volume["edition"]["style"]["cover"]["skyline"];

/** The year's figures as houses, a tower a value: one shape for each colour. */
const skyline = (
  volume: Volume,
  tokens: Tokens,
  ground: { readonly base: number; readonly low: number; readonly high: number },
): readonly XmlComponent[] => {
  const houses = housesOf(volume.edition.parts[0]);
  if (houses.length < fewest) return [];
  const { width } = volume.edition.style.page;
  const count = Math.max(tokens.houses, houses.length);
  const pitch = (width * mm) / count;
  const tower = (pitch * (1 - tokens.street)) / Math.max(...houses.map((house) => house.length));
  const areas = Array.from({ length: count }, (_, index) => {
    const house = houses[index % houses.length] as House;
    const left = index * pitch + (pitch - tower * house.length) / 2;
    return house.map(({ share, latest }, at) => {
      const height = ground.low + share * (ground.high - ground.low);
      return { x: left + at * tower, y: ground.base - height, width: tower, height, latest };
    });
  }).flat();
  const { earlier, latest } = tokens.colours;
  return [false, true].flatMap((last) => {
    const own = areas.filter((one) => one.latest === last);
    if (own.length === 0) return [];
    const x = Math.min(...own.map((one) => one.x));
    const y = Math.min(...own.map((one) => one.y));
    const right = Math.max(...own.map((one) => one.x + one.width));
    const box = { x, y, width: right - x, height: ground.base - y };
    return [shape(volume, box, own.map(rectangle).join(" "), last ? latest : earlier)];
  });
};

/** The art of the cover: towers on a panel that fills the foot of the page. */
export const coverArt = (volume: Volume): readonly XmlComponent[] => {
  const { page, cover: tokens } = volume.edition.style;
  const [width, height] = [page.width * mm, page.height * mm];
  const base = height * cover.base;
  return [
    ...skyline(volume, tokens.skyline, { base, low: height * cover.low, high: height * cover.high }),
    panel(volume, { x: 0, y: base, width, height: height - base }, tokens.colours.panel),
  ];
};

/** The art of the closing page: the page in one colour, the towers at its foot. */
export const closingArt = (volume: Volume): readonly XmlComponent[] => {
  const { page, closing: tokens } = volume.edition.style;
  const [width, height] = [page.width * mm, page.height * mm];
  return [
    panel(volume, { x: 0, y: 0, width, height }, tokens.colours.ground),
    ...skyline(volume, tokens.skyline, { base: height, low: height * closing.low, high: height * closing.high }),
  ];
};
