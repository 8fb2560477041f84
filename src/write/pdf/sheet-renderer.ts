import { blockPath } from "../../model/edition.ts";
import type { Style } from "../../model/style.ts";
import type { Piece } from "../../typeset/index.ts";
import type { Mark, Tag } from "./content.ts";
import type { EditionDocument } from "./edition-document.ts";
import { glyphCodes } from "./glyph-codes.ts";
import { type Colour, type PageItem, PdfmakeRenderer, type RendererPage } from "./pdfmake.ts";
import type { Sheet } from "./sheet.ts";
import { number, showText, stretchesOf } from "./text-operators.ts";

/** A line of text in its place on the page, x and y of its baseline's left end. */
type TextItem = {
  readonly x: number;
  readonly y: number;
  readonly mark: Extract<Mark, { kind: "text" }>;
  readonly part: number;
};

/** Dots under Han characters that are emphasized, where the face has no italic (clreq 3.5 着重号). In em. */
const emphasisDot = { below: 0.3, radius: 0.055 };
const han = /\p{Script=Han}/u;

/** Colour of a token for a kind of file. */
export type Palette = (token: string) => Colour;
export const screenPalette =
  (style: Style): Palette =>
  (token) =>
    style.colours[token]?.rgb ?? "#000000";

/** svg-to-pdfkit takes a size in pt for one in pixels of 96 to the inch. */
const inPoints = (svg: string): string =>
  svg.replace(/^<svg[^>]*>/, (tag) => tag.replace(/ (width|height)="([\d.]+)pt"/g, ' $1="$2"'));

const itemOf = (mark: Mark, dx: number, part: number, palette: Palette): PageItem => {
  switch (mark.kind) {
    case "text": {
      const item: TextItem = { x: mark.x + mark.line.x + dx, y: mark.baseline, mark, part };
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
          lineColor: palette(mark.colour),
          ...dotted,
        },
      };
    }
    case "panel":
      return {
        type: "vector",
        item: { type: "rect", x: mark.x + dx, y: mark.y, w: mark.width, h: mark.height, color: palette(mark.colour) },
      };
    case "picture":
      return {
        type: "svg",
        item: {
          svg: inPoints(mark.svg),
          x: mark.x + dx,
          y: mark.y,
          _width: mark.width,
          _height: mark.height,
          font: "",
          options: {},
        },
      };
  }
};

/** A sheet as a page of pdfmake's renderer. `left`: left edge of the text column in pt. */
export const rendererPage = (
  sheet: Sheet,
  size: { readonly width: number; readonly height: number },
  left: number,
  palette: Palette,
): RendererPage => ({
  pageSize: size,
  items: [
    ...sheet.ground.map((mark) => itemOf(mark, 0, sheet.part, palette)),
    ...[...sheet.column, ...sheet.furniture].map((mark) => itemOf(mark, left, sheet.part, palette)),
  ],
});

/** pdfmake's renderer with lines of its own kind: one TJ array a stretch, emphasis dots, links. */
export class SheetRenderer extends PdfmakeRenderer {
  readonly palette: Palette;
  readonly edition: EditionDocument;

  constructor(document: EditionDocument, palette: Palette) {
    super(document);
    this.edition = document;
    this.palette = palette;
  }

  override renderLine(item: unknown): void {
    const { x, y, mark, part } = item as TextItem;
    const { line } = mark;
    const { edition } = this;
    const { height } = edition.page;
    const stretches = stretchesOf(line);
    edition.save();
    edition.transform(1, 0, 0, -1, 0, height);
    edition.addContent("BT");
    for (const [index, stretch] of stretches.entries()) {
      const [first] = stretch.pieces as readonly [Piece<Tag>];
      const { face, run } = first;
      const embedded = edition.embedded(face.face);
      edition.page.fonts[embedded.id] ??= embedded.ref();
      edition.fillColor(this.palette(run.style.colour));
      edition.addContent(`/${embedded.id} ${number(face.size)} Tf`);
      edition.addContent(`1 0 0 1 ${number(x + stretch.x)} ${number(height - y + run.style.raise)} Tm`);
      edition.addContent(showText(stretch, stretches[index + 1]?.pieces[0], glyphCodes(embedded)));
    }
    edition.addContent("ET");
    edition.restore();
    for (const piece of line.pieces) this.emphasize(piece, x, y);
    this.linkPieces(line.pieces, x, y, part);
  }

  private emphasize(piece: Piece<Tag>, x: number, y: number): void {
    const { style } = piece.run;
    if (!style.italic || piece.face.face.style === "italic" || !han.test(piece.text)) return;
    const { size } = piece.face;
    const middle = x + piece.x + (piece.shaped.advance * size) / 2000;
    this.edition.circle(middle, y + emphasisDot.below * size, emphasisDot.radius * size);
    this.edition.fill(this.palette(style.colour));
  }

  /** One link over the pieces side by side that lead to the same place. */
  private linkPieces(pieces: readonly Piece<Tag>[], x: number, y: number, part: number): void {
    for (let from = 0; from < pieces.length; ) {
      const tag = pieces[from]?.run.tag;
      let to = from + 1;
      while (to < pieces.length && pieces[to]?.run.tag?.url === tag?.url && pieces[to]?.run.tag?.target === tag?.target)
        to++;
      const [first, last] = [pieces[from] as Piece<Tag>, pieces[to - 1] as Piece<Tag>];
      const { size } = first.face;
      const width = last.x + last.advance - first.x;
      if (tag?.url) this.edition.link(x + first.x, y - size, width, size * 1.3, tag.url);
      else if (tag?.target) this.edition.goTo(x + first.x, y - size, width, size * 1.3, blockPath(part, tag.target));
      from = to;
    }
  }
}
