import { NumberFormat } from "docx";
import { blockPath, type PageMap } from "../../model/edition.ts";
import type { Volume } from "./volume.ts";

/** How a section counts its pages (w:pgNumType, ECMA-376 §17.6.12). `start`: where the count jumps. */
export type PageNumbers = {
  readonly start?: number;
  readonly formatType: (typeof NumberFormat)[keyof typeof NumberFormat];
};

/** A page number as printed: "iv", "12". */
type Folio = { readonly number: number; readonly roman: boolean };

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

const readRoman = (label: string): number =>
  [...label].reduce((sum, digit, index, all) => {
    const value = romanDigits[digit] as number;
    return sum + (value < (romanDigits[all[index + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);

const readFolio = (label: string | undefined): Folio | undefined => {
  if (label === undefined) return undefined;
  if (/^\d+$/.test(label)) return { number: Number(label), roman: false };
  return /^[ivxlcdm]+$/.test(label) ? { number: readRoman(label), roman: true } : undefined;
};

/** First pages of a volume's sections, physical and 1-based, as far as the layout knows them. */
export type SectionPages = {
  /** Inner title of a part; its contents stand on the page after it. */
  readonly title: (part: number) => number | undefined;
  readonly chapter: (part: number, id: string) => number | undefined;
  readonly closing: number | undefined;
};

const lastPage = ({ blocks }: PageMap, part: number): number =>
  Math.max(
    1,
    ...Object.entries(blocks).flatMap(([path, [, last]]) => (path.startsWith(blockPath(part, "")) ? [last] : [])),
  );

/** The layout binds a volume as the Word edition does: cover, then title, contents and chapters of each part, closing page. */
export const sectionPages = ({ pages }: Volume): SectionPages => ({
  title: (part) => (pages.labels.length === 0 ? undefined : part === 0 ? 2 : lastPage(pages, part - 1) + 1),
  chapter: (part, id) => pages.blocks[blockPath(part, id)]?.[0],
  closing: pages.labels.length || undefined,
});

/** Whether the page is a recto; unknown where the layout did not number it. */
export const isRecto = ({ pages }: Volume, page: number | undefined): boolean | undefined => {
  const folio = readFolio(page === undefined ? undefined : pages.labels[page - 1]);
  return folio && folio.number % 2 === 1;
};

/**
 * The numbers of a section that begins on a page, as the layout has them. They count on from the section before; where
 * the layout left blank pages out, or begins anew, they start from their own number. Sections that begin on a side of
 * the sheet by themselves (oddPage) would number alike, but LibreOffice tears their paragraphs apart on saving.
 */
export const numbersAt = ({ pages }: Volume, page: number | undefined, role: "front" | "body"): PageNumbers => {
  const folio = page === undefined ? undefined : readFolio(pages.labels[page - 1]);
  const isRoman = folio ? folio.roman : role === "front";
  const formatType = isRoman ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL;
  if (!folio || page === undefined) return { formatType };
  const before = readFolio(pages.labels[page - 2]);
  const countsOn = before && before.roman === folio.roman && before.number + 1 === folio.number;
  return countsOn ? { formatType } : { formatType, start: folio.number };
};
