import type { XmlComponent } from "docx";
import { ShapeRun } from "docx/shapes";
import type { House } from "../../model/house.ts";
import { housesOf } from "../../model/skyline.ts";
import { mm } from "../../model/style.ts";
import { pixels } from "./setting.ts";
import { colourOf } from "./styles/format.ts";
import type { Volume } from "./volume.ts";

/** Fewer houses than this make no picture. */
const fewest = 3;

const emu = 12_700;

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Over which other art a shape lies. */
type Layer = 1 | 2;

/** A shape without outline at a place of the page, in pt, behind the text; the header that holds it is no content. */
const shape = (volume: Volume, area: Area, path: string, colour: string, layer: Layer): XmlComponent =>
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
      zIndex: layer,
      allowOverlap: true,
      lockAnchor: true,
    },
  });

const rectangle = ({ x, y, width, height }: Area): string => {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((one) => one.toFixed(2));
  return `M ${left} ${top} L ${right} ${top} L ${right} ${bottom} L ${left} ${bottom} Z`;
};

const panel = (volume: Volume, area: Area, colour: string): XmlComponent =>
  shape(volume, area, rectangle({ ...area, x: 0, y: 0 }), colour, 1);

type Tokens = Volume["edition"]["style"]["cover"]["skyline"];

/** The year's figures as houses, a tower a value, in the room above a base line: one shape for each colour. */
const skyline = (volume: Volume, tokens: Tokens, base: number, room: number): readonly XmlComponent[] => {
  const houses = housesOf(volume.edition.parts[0]);
  if (houses.length < fewest) return [];
  const { width, height: page } = volume.edition.style.page;
  const low = tokens.low * page * mm;
  const high = Math.min(tokens.high * page * mm, room);
  const count = Math.max(tokens.houses, houses.length);
  const pitch = (width * mm) / count;
  const tower = (pitch * (1 - tokens.street)) / Math.max(...houses.map((house) => house.length));
  const areas = Array.from({ length: count }, (_, index) => {
    const house = houses[index % houses.length] as House;
    const left = index * pitch + (pitch - tower * house.length) / 2;
    return house.map(({ share, latest }, at) => {
      const height = low + share * (high - low);
      return { x: left + at * tower, y: base - height, width: tower, height, latest };
    });
  }).flat();
  const { earlier, latest } = tokens.colours;
  return [false, true].flatMap((last) => {
    const own = areas.filter((one) => one.latest === last);
    if (own.length === 0) return [];
    const x = Math.min(...own.map((one) => one.x));
    const y = Math.min(...own.map((one) => one.y));
    const right = Math.max(...own.map((one) => one.x + one.width));
    const box = { x, y, width: right - x, height: base - y };
    return [shape(volume, box, own.map(rectangle).join(" "), last ? latest : earlier, 2)];
  });
};

/** The art of the cover: towers on a panel that fills the foot of the page, all below the words, which end at `foot` pt. */
export const coverArt = (volume: Volume, foot: number): readonly XmlComponent[] => {
  const { page, cover: tokens } = volume.edition.style;
  const [width, height] = [page.width * mm, page.height * mm];
  const base = height * tokens.horizon;
  return [
    ...skyline(volume, tokens.skyline, base, base - foot),
    panel(volume, { x: 0, y: base, width, height: height - base }, tokens.colours.panel),
  ];
};

/** The art of the closing page: the page in one colour, the towers where the cover has them. */
export const closingArt = (volume: Volume): readonly XmlComponent[] => {
  const { page, cover, closing: tokens } = volume.edition.style;
  const [width, height] = [page.width * mm, page.height * mm];
  const base = height * cover.horizon;
  return [
    panel(volume, { x: 0, y: 0, width, height }, tokens.colours.ground),
    panel(volume, { x: 0, y: base, width, height: height - base }, tokens.colours.panel),
    ...skyline(volume, tokens.skyline, base, height),
  ];
};
