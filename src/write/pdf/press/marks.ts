import { mm } from "../../../model/style.ts";
import type { PdfmakeDocument } from "../draw/pdfmake.ts";
import type { PageGeometry } from "../sheet.ts";

/** Marks that the printer cuts and registers by. Lengths in pt; `clear`: their distance from the bleed. */
const marks = { clear: 1 * mm, length: 5 * mm, radius: 1.5 * mm, colour: "All" };

/** Width in pt of the sheet around the trim: the bleed, and the marks outside it. */
export const slug = ({ bleed }: PageGeometry): number => bleed + marks.clear + marks.length + 1 * mm;

/**
 * Draws crop marks at the corners and registration marks at the middle of each side, in the colour that stands on every
 * plate. They are outside the bleed. `line`: their thickness in pt, the thinnest that the press
 * holds.
 */
export const drawMarks = (document: PdfmakeDocument, page: PageGeometry, line: number): void => {
  const { width, height } = page;
  const near = page.bleed + marks.clear;
  const far = near + marks.length;
  document.save();
  document.lineWidth(line);
  document.strokeColor(marks.colour);
  for (const x of [0, width])
    for (const y of [0, height]) {
      const [right, down] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      document.moveTo(x + right * near, y).lineTo(x + right * far, y);
      document.moveTo(x, y + down * near).lineTo(x, y + down * far);
    }
  const middle = near + marks.length / 2;
  const targets = [
    [width / 2, -middle],
    [width / 2, height + middle],
    [-middle, height / 2],
    [width + middle, height / 2],
  ] as const;
  const reach = marks.length / 2;
  for (const [x, y] of targets) {
    document.circle(x, y, marks.radius);
    document.moveTo(x - reach, y).lineTo(x + reach, y);
    document.moveTo(x, y - reach).lineTo(x, y + reach);
  }
  document.stroke();
  document.restore();
};
