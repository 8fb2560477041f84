import { bareText as bare, isFolio, wordingOf as wording } from "./folio.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** Running heads and page numbers stand so near the edge, as a share of the page's height. */
const zone = 0.13;
/** Lines of two pages stand at the same height when they are no further apart, in points. */
const near = 3;

type Page = { readonly lines: readonly PdfLine[]; readonly height: number };

/** The outermost lines of a page, at its head and at its foot, which may be furniture. */
const edgesOf = ({ lines, height }: Page): readonly PdfLine[] => {
  const inOrder = lines.toSorted((a, b) => b.y - a.y);
  const within = (line: PdfLine): boolean => line.y > height * (1 - zone) || line.y < height * zone;
  const rows = new Set(inOrder.map(({ y }) => Math.round(y / near)));
  const outer = [...rows].slice(0, 2).concat([...rows].slice(-2));
  return inOrder.filter((line) => within(line) && outer.includes(Math.round(line.y / near)));
};

/**
 * Takes running heads and page numbers out of the pages: lines at the edge that hold only a page number, or whose words
 * stand at the same height of other pages, or are those of a head elsewhere.
 */
export const withoutFurniture = (pages: readonly Page[]): readonly (readonly PdfLine[])[] => {
  const edges = pages.map(edgesOf);
  const all = edges.flat();
  const words = new Map<string, number>();
  for (const { lines } of pages) for (const { text } of lines) words.set(bare(text), (words.get(bare(text)) ?? 0) + 1);
  const repeated = (line: PdfLine): boolean => {
    const said = wording(line.text);
    if (said === "") return false;
    const elsewhere = all.filter(
      (other) => other.page !== line.page && Math.abs(other.y - line.y) <= near && wording(other.text) === said,
    );
    return elsewhere.length > 0;
  };
  /** A running head of a short chapter stands on one page, but says what its head says. */
  const echoes = (line: PdfLine, body: number): boolean =>
    line.size < body * 1.05 && wording(line.text).length > 3 && (words.get(wording(line.text)) ?? 0) > 1;
  const sizes = pages.flatMap(({ lines }) => lines.map(({ size, text }) => ({ size, length: text.length })));
  const body = bodySize(sizes);
  return pages.map(({ lines }, index) => {
    const edge = new Set(edges[index]);
    return lines.filter((line) => !(edge.has(line) && (isFolio(line.text) || repeated(line) || echoes(line, body))));
  });
};

/** The size in which most of the text is set. */
export const bodySize = (sizes: readonly { readonly size: number; readonly length: number }[]): number => {
  const counts = new Map<number, number>();
  for (const { size, length } of sizes) {
    const key = Math.round(size * 2) / 2;
    counts.set(key, (counts.get(key) ?? 0) + length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
};
