import type { XmlComponent } from "docx";
import { ShapeRun } from "docx/shapes";
import type { Document } from "../../model/document.ts";
import { mm } from "../../model/style.ts";
import { drawnRows, walkBlocks } from "../../model/walk.ts";
import { colourOf } from "./styles/format.ts";
import type { Volume } from "./volume.ts";

/** Shares of the page's height. */
const cover = { base: 0.9, low: 0.06, high: 0.5 } as const;
const closing = { low: 0.03, high: 0.34 } as const;
/** Fewer values make no picture; they are repeated up to a page full of towers; a share of each tower's room is open. */
const towers = { fewest: 6, across: 30, street: 0.16 } as const;

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

const drawnValues = (document: Document): readonly number[] =>
  [...walkBlocks(document.sections)].flatMap((block) =>
    block.type === "figure"
      ? drawnRows(block).flatMap((row) => (row.value !== null && row.value > 0 ? [row.value] : []))
      : [],
  );

/** The year's figures as towers, each as high as its value's order of magnitude: one shape for each colour. */
const skyline = (
  volume: Volume,
  ground: { readonly base: number; readonly low: number; readonly high: number; readonly colours: readonly string[] },
): readonly XmlComponent[] => {
  const logs = drawnValues(volume.edition.parts[0].document).map(Math.log10);
  if (logs.length < towers.fewest) return [];
  const { width } = volume.edition.style.page;
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const count = Math.max(towers.across, logs.length);
  const pitch = (width * mm) / count;
  const areas = Array.from({ length: count }, (_, index): Area => {
    const share = most > least ? ((logs[index % logs.length] as number) - least) / (most - least) : 0.5;
    const height = ground.low + share * (ground.high - ground.low);
    return { x: index * pitch, y: ground.base - height, width: pitch * (1 - towers.street), height };
  });
  return ground.colours.map((colour, which) => {
    const own = areas.filter((_, index) => index % ground.colours.length === which);
    const x = Math.min(...own.map((one) => one.x));
    const y = Math.min(...own.map((one) => one.y));
    const right = Math.max(...own.map((one) => one.x + one.width));
    const box = { x, y, width: right - x, height: ground.base - y };
    return shape(volume, box, own.map(rectangle).join(" "), colour);
  });
};

/** The art of the cover: towers on a panel that fills the foot of the page. */
export const coverArt = (volume: Volume): readonly XmlComponent[] => {
  const { page, cover: tokens } = volume.edition.style;
  const [width, height] = [page.width * mm, page.height * mm];
  const base = height * cover.base;
  const { artSecond, art } = tokens.colours;
  return [
    ...skyline(volume, { base, low: height * cover.low, high: height * cover.high, colours: [artSecond, art] }),
    panel(volume, { x: 0, y: base, width, height: height - base }, tokens.colours.panel),
  ];
};

/** The art of the closing page: the page in one colour, the towers at its foot. */
export const closingArt = (volume: Volume): readonly XmlComponent[] => {
  const { page, cover: tokens } = volume.edition.style;
  const [width, height] = [page.width * mm, page.height * mm];
  return [
    panel(volume, { x: 0, y: 0, width, height }, tokens.colours.panel),
    ...skyline(volume, {
      base: height,
      low: height * closing.low,
      high: height * closing.high,
      colours: [tokens.colours.art],
    }),
  ];
};
