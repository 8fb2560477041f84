import type { ImageFile } from "../../../model/image.ts";
import type { Mark } from "../content.ts";
import type { Sheet } from "../sheet.ts";
import { type Artifact, backgroundArtifact, layoutArtifact, type Owner } from "../structure.ts";
import type { Medium } from "./medium.ts";
import type { PageItem, RendererPage } from "./pdfmake.ts";

/** A line of text in its place on the page, x and y of its baseline's left end. */
export type TextItem = {
  readonly x: number;
  readonly y: number;
  readonly mark: Extract<Mark, { kind: "text" }>;
  readonly part: number;
};
/** A place where something is read that is not drawn. */
export type UnseenItem = {
  readonly x: number;
  readonly y: number;
  readonly unseen: Extract<Mark, { kind: "unseen" }>;
  readonly part: number;
};
/** What pdfmake's renderer hands on of a vector or a picture beside what it draws. */
export type Owned = { readonly owner: Owner; readonly part: number };

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** svg-to-pdfkit draws a picture in the size that it states, and takes pt for pixels of 96 to the inch. */
const sized = (svg: string, { width, height }: Box): string =>
  svg.replace(/^<svg[^>]*>/, (tag) =>
    tag.replace(/ (width|height)="[^"]*"/g, (_, side) => ` ${side}="${side === "width" ? width : height}"`),
  );

const svgItem = (svg: string, box: Box, owned: Owned): PageItem => {
  const { x, y, width, height } = box;
  const placed = { x, y, _width: width, _height: height, ...owned };
  return { type: "svg", item: { svg: sized(svg, box), font: "", options: {}, ...placed } };
};

const imageItem = (file: ImageFile, box: Box, owned: Owned): PageItem => {
  if (file.format === "svg") return svgItem(Buffer.from(file.bytes).toString("utf8"), box, owned);
  const image = `data:image/${file.format};base64,${Buffer.from(file.bytes).toString("base64")}`;
  return { type: "image", item: { image, x: box.x, y: box.y, _width: box.width, _height: box.height, ...owned } };
};

const itemOf = (mark: Mark, dx: number, part: number, medium: Medium, ground: Artifact): PageItem => {
  const owned: Owned = { owner: "owner" in mark ? mark.owner : ground, part };
  switch (mark.kind) {
    case "text": {
      const item: TextItem = { x: mark.x + mark.line.x + dx, y: mark.baseline, mark, part };
      return { type: "line", item };
    }
    case "unseen": {
      const item: UnseenItem = { x: mark.x + dx, y: mark.y, unseen: mark, part };
      return { type: "line", item };
    }
    case "rule": {
      const dotted =
        mark.dots === undefined ? {} : { dash: { length: 0.001, space: mark.dots }, lineCap: "round" as const };
      return {
        type: "vector",
        item: {
          type: "line",
          x1: mark.x + dx,
          x2: mark.x + dx + mark.length,
          y1: mark.y,
          y2: mark.y,
          lineWidth: mark.thickness,
          lineColor: medium.colour(mark.colour),
          ...dotted,
          ...owned,
        },
      };
    }
    case "panel":
      return {
        type: "vector",
        item: {
          type: "rect",
          x: mark.x + dx,
          y: mark.y,
          w: mark.width,
          h: mark.height,
          color: medium.colour(mark.colour),
          ...owned,
        },
      };
    case "picture":
      return svgItem(mark.svg, { ...mark, x: mark.x + dx }, owned);
    case "image":
      return imageItem(medium.image(mark.artwork), { ...mark, x: mark.x + dx }, owned);
  }
};

/** A sheet as a page of pdfmake's renderer. `left`: left edge of the text column in pt. */
export const rendererPage = (
  sheet: Pick<Sheet, "part" | "ground" | "column" | "furniture">,
  size: { readonly width: number; readonly height: number },
  left: number,
  medium: Medium,
): RendererPage => ({
  pageSize: size,
  items: [
    ...sheet.ground.map((mark) => itemOf(mark, 0, sheet.part, medium, backgroundArtifact)),
    ...[...sheet.column, ...sheet.furniture].map((mark) => itemOf(mark, left, sheet.part, medium, layoutArtifact)),
  ],
});
