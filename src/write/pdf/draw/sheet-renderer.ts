import { blockPath } from "../../../model/edition.ts";
import { type Piece, shape } from "../../../typeset/index.ts";
import type { Tag } from "../content.ts";
import type { Element } from "../structure.ts";
import { type Tagging, together } from "../tags/tagging.ts";
import type { EditionDocument } from "./edition-document.ts";
import type { Medium } from "./medium.ts";
import type { Owned, TextItem, UnseenItem } from "./page-items.ts";
import { type ImageNode, PdfmakeRenderer, type SvgNode, type Vector } from "./pdfmake.ts";
import { number, showText, stretchesOf } from "./text-operators.ts";

/** Dots under Han characters that are emphasized, where the face has no italic (clreq 3.5 着重号). In em. */
const emphasisDot = { below: 0.3, radius: 0.055 };
const han = /\p{Script=Han}/u;

/** Pieces side by side that belong to one element, and what they carry. */
type Segment = { readonly pieces: readonly [Piece<Tag>, ...Piece<Tag>[]]; readonly tag: Tag | undefined };

/** What a piece carries; the space behind a link is none of its words, but where the link may go on in the next line. */
const tagOf = (piece: Piece<Tag>, next: Piece<Tag> | undefined): Tag | undefined => {
  const { tag } = piece.run;
  const inside = next ? together(tag, next.run.tag) : !tag?.note;
  if (!tag || inside || piece.text.trim() !== "") return tag;
  return tag.owner && { owner: tag.owner };
};

const segmentsOf = (pieces: readonly Piece<Tag>[]): readonly Segment[] => {
  const segments: { pieces: [Piece<Tag>, ...Piece<Tag>[]]; tag: Tag | undefined }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const tag = tagOf(piece, pieces[index + 1]);
    const last = segments.at(-1);
    if (last && together(last.tag, tag)) last.pieces.push(piece);
    else segments.push({ pieces: [piece], tag });
  }
  return segments;
};

/**
 * pdfmake's renderer with lines of its own kind: one TJ array a stretch, emphasis dots, links. With `tagging`, everything
 * drawn belongs to something; without, links are left out, as the press wants it.
 */
export class SheetRenderer extends PdfmakeRenderer {
  readonly medium: Medium;
  readonly edition: EditionDocument;
  readonly tagging: Tagging | undefined;

  constructor(document: EditionDocument, medium: Medium, tagging?: Tagging) {
    super(document);
    this.edition = document;
    this.medium = medium;
    this.tagging = tagging;
  }

  override renderVector(vector: Vector): void {
    const { owner, part } = vector as Vector & Owned;
    this.tagging?.enter(owner, part);
    super.renderVector(vector);
  }

  override renderSVG(svg: SvgNode): void {
    const { owner, part } = svg as SvgNode & Owned;
    this.tagging?.enter(owner, part);
    this.tagging?.box(owner, svg.x, svg.y, svg._width, svg._height);
    super.renderSVG(svg);
  }

  override renderImage(image: ImageNode): void {
    const { owner, part } = image as ImageNode & Owned;
    this.tagging?.enter(owner, part);
    this.tagging?.box(owner, image.x, image.y, image._width, image._height);
    super.renderImage(image);
  }

  override renderLine(item: unknown): void {
    if (Object.hasOwn(item as object, "unseen")) return this.stand(item as UnseenItem);
    const { x, y, mark, part } = item as TextItem;
    const segments = segmentsOf(mark.line.pieces);
    for (const [index, { pieces, tag }] of segments.entries()) {
      const owner = this.tagging?.ownerOf(tag, mark.owner, part) ?? mark.owner;
      this.tagging?.enter(owner, part);
      this.showPieces(pieces, segments[index + 1]?.pieces[0], x, y);
      for (const piece of pieces) this.emphasize(piece, x, y);
      if (owner.role === "Link") this.link(owner, pieces, x, y, part);
    }
  }

  /** A space, which no reader shows, so that an element has a place on the page. */
  private stand({ x, y, unseen, part }: UnseenItem): void {
    if (!this.tagging) return;
    const { edition } = this;
    const embedded = edition.embedded(unseen.face.face);
    const { font, size } = unseen.face;
    const codes = shape(font, " ").glyphs.map((glyph) => edition.codes(embedded).codeOf(glyph));
    edition.page.fonts[embedded.id] ??= embedded.ref();
    this.tagging.enter(unseen.owner, part);
    const matrix = `1 0 0 -1 ${number(x)} ${number(y)}`;
    edition.addContent(`BT /${embedded.id} ${number(size)} Tf ${matrix} Tm <${codes.join("")}> Tj ET`);
  }

  private showPieces(pieces: readonly Piece<Tag>[], following: Piece<Tag> | undefined, x: number, y: number): void {
    const { edition } = this;
    const { height } = edition.page;
    const stretches = stretchesOf(pieces);
    edition.save();
    edition.transform(1, 0, 0, -1, 0, height);
    edition.addContent("BT");
    let [scale, letterspace] = [1, 0];
    for (const [index, stretch] of stretches.entries()) {
      const [first] = stretch.pieces as readonly [Piece<Tag>];
      const { face, run } = first;
      const embedded = edition.embedded(face.face);
      edition.page.fonts[embedded.id] ??= embedded.ref();
      edition.fillColor(this.medium.colour(run.style.colour));
      edition.addContent(`/${embedded.id} ${number(face.size)} Tf`);
      if (first.scale !== scale) edition.addContent(`${number(first.scale * 100)} Tz`);
      // Character space is scaled with the glyphs (ISO 32000-1 §9.4.4).
      const space = first.letterspace / first.scale;
      if (space !== letterspace) edition.addContent(`${number(space)} Tc`);
      [scale, letterspace] = [first.scale, space];
      edition.addContent(`1 0 0 1 ${number(x + stretch.x)} ${number(height - y + run.style.raise)} Tm`);
      const next = stretches[index + 1]?.pieces[0] ?? following;
      edition.addContent(showText(stretch, next, edition.codes(embedded).codeOf));
    }
    edition.addContent("ET");
    edition.restore();
  }

  private emphasize(piece: Piece<Tag>, x: number, y: number): void {
    const { style } = piece.run;
    if (!style.italic || piece.face.face.style === "italic" || !han.test(piece.text)) return;
    const { size } = piece.face;
    const middle = x + piece.x + (piece.shaped.advance * size) / 2000;
    this.edition.circle(middle, y + emphasisDot.below * size, emphasisDot.radius * size);
    this.edition.fill(this.medium.colour(style.colour));
  }

  /** A link's place on the page. */
  private link(element: Element, pieces: Segment["pieces"], x: number, y: number, part: number): void {
    const [first, last] = [pieces[0], pieces.at(-1) as Piece<Tag>];
    const { tag } = first.run;
    const { size } = first.face;
    const [left, top, width, height] = [x + first.x, y - size, last.x + last.advance - first.x, size * 1.3];
    const contents = tag?.says ?? pieces.map(({ text }) => text).join("");
    this.tagging?.annotate(element, contents, (options) => {
      if (tag?.url) this.edition.link(left, top, width, height, tag.url, options);
      else if (tag?.target) this.edition.goTo(left, top, width, height, blockPath(part, tag.target), options);
    });
  }
}
