/** A piece of text on a page: x and y in points from the lower left corner of A4. */
export type Drawn = { readonly x: number; readonly y: number; readonly size?: number; readonly text: string };

const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&");

/** What a PDF may have besides: a crop box, entries of its catalog, pages (0-based) that draw a picture. */
type Extras = {
  readonly crop?: readonly number[];
  readonly catalog?: string;
  readonly pictured?: readonly number[];
};

/** A grey picture of one pixel over half of the page. */
const picture = "q 300 0 0 400 100 200 cm\nBI /W 1 /H 1 /CS /G /BPC 8 ID \x80\nEI Q";

/** A PDF of pages with text in Helvetica, without tags, as any program makes them. */
export const pdfOf = (pages: readonly (readonly Drawn[])[], extras: Extras = {}): Uint8Array => {
  const crop = extras.crop ? ` /CropBox [${extras.crop.join(" ")}]` : "";
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = 3;
  add(`<< /Type /Catalog /Pages 2 0 R ${extras.catalog ?? ""} >>`);
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const [index, page] of pages.entries()) {
    const drawn = page
      .map(({ x, y, size = 11, text }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join("\n");
    const content = extras.pictured?.includes(index) ? `${drawn}\n${picture}` : drawn;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]${crop} /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let out = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const offset = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, "latin1");
};

/** Lines of a column, each 14 points below the one before. */
export const column = (top: number, lines: readonly string[], x = 72): readonly Drawn[] =>
  lines.map((text, index) => ({ x, y: top - 14 * index, text }));
