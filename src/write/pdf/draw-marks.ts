import type { Style } from "../../model/style.ts";
import type { Mark, Tag } from "./content.ts";
import type { EditionDocument } from "./edition-document.ts";
import { glyphCodes } from "./glyph-codes.ts";
import { PdfmakeRenderer } from "./pdfmake.ts";
import { number, showText, stretchesOf } from "./text-operators.ts";

/** Where a sheet's marks stand on the page: the left edge of what they are measured from, and the part they are of. */
export type Origin = { readonly left: number; readonly destination: (tag: Tag) => string | undefined };

type TextMark = Extract<Mark, { kind: "text" }>;
type RuleMark = Extract<Mark, { kind: "rule" }>;

const drawText = (
  document: EditionDocument,
  { line, x, baseline }: TextMark,
  { left }: Origin,
  colourOf: (name: string) => string,
): void => {
  const { height } = document.page;
  const start = left + x + line.x;
  // pdfkit's pages run downwards, glyphs upwards.
  document.save();
  document.transform(1, 0, 0, -1, 0, height);
  document.addContent("BT");
  let colour: string | undefined;
  const stretches = stretchesOf(line);
  for (const [index, stretch] of stretches.entries()) {
    const [first] = stretch.pieces;
    if (!first) continue;
    const { face, run } = first;
    const embedded = document.embedded(face.face);
    document.page.fonts[embedded.id] ??= embedded.ref();
    const wanted = colourOf(run.style.colour);
    if (wanted !== colour) document.fillColor(wanted);
    colour = wanted;
    const y = height - baseline + run.style.raise;
    const following = stretches[index + 1]?.pieces[0];
    document.addContent(
      `/${embedded.id} ${number(face.size)} Tf 1 0 0 1 ${number(start + stretch.x)} ${number(y)} Tm ` +
        showText(stretch, following, glyphCodes(embedded)),
    );
  }
  document.addContent("ET");
  document.restore();
};

/** Links over the pieces that carry them, one for each stretch of a line. */
const drawLinks = (document: EditionDocument, { line, x, baseline }: TextMark, { left, destination }: Origin): void => {
  let index = 0;
  while (index < line.pieces.length) {
    const tag = line.pieces[index]?.run.tag;
    const from = index;
    while (index < line.pieces.length && line.pieces[index]?.run.tag === tag) index++;
    const first = line.pieces[from];
    const last = line.pieces[index - 1];
    if (!tag || !first || !last) continue;
    const { size } = first.face;
    const box = [left + x + line.x + first.x, baseline - size, last.x + last.advance - first.x, size * 1.3] as const;
    const name = destination(tag);
    if (tag.url !== undefined) document.link(...box, tag.url);
    else if (name !== undefined) document.goTo(...box, name);
  }
};

/** A rule, or the row of round dots that stands for one in a leader: dashes of no length with round caps. */
const ruleVector = ({ x, y, length, thickness, dots }: RuleMark, left: number, colour: string) => ({
  type: "line" as const,
  x1: left + x,
  y1: y,
  x2: left + x + length,
  y2: y,
  lineWidth: thickness,
  lineColor: colour,
  ...(dots !== undefined && { lineCap: "round" as const, dash: { length: 0.01, space: dots - 0.01 } }),
});

/** Draws marks on the current page. Pictures and vectors go through pdfmake's renderer, lines of text do not. */
export const drawMarks = (document: EditionDocument, marks: readonly Mark[], origin: Origin, style: Style): void => {
  const renderer = new PdfmakeRenderer(document);
  const colourOf = (name: string): string => style.colours[name]?.rgb ?? "#000000";
  const { left } = origin;
  for (const mark of marks) {
    switch (mark.kind) {
      case "text":
        drawText(document, mark, origin, colourOf);
        drawLinks(document, mark, origin);
        break;
      case "rule":
        renderer.renderVector(ruleVector(mark, left, colourOf(mark.colour)));
        break;
      case "panel":
        renderer.renderVector({
          type: "rect",
          x: left + mark.x,
          y: mark.y,
          w: mark.width,
          h: mark.height,
          color: colourOf(mark.colour),
        });
        break;
      case "picture": {
        const { width, height } = mark;
        // svg-to-pdfkit takes a size in pt for one in pixels of 96 to the inch.
        const svg = mark.svg.replace(/^<svg[^>]*>/, (tag) => tag.replace(/ (width|height)="([\d.]+)pt"/g, ' $1="$2"'));
        renderer.renderSVG({ svg, x: left + mark.x, y: mark.y, _width: width, _height: height, font: "", options: {} });
        break;
      }
    }
  }
};
