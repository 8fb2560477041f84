import type { PDFPageProxy } from "pdfjs-dist";
import type { TextBlock } from "../../model/finished.ts";
import { withoutFurniture } from "./furniture.ts";
import { Unreadable } from "./package.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { pdfLibrary } from "./pdf-library.ts";
import { linesOf, type Piece } from "./pdf-lines.ts";
import type { ReadBlocks, Remark } from "./remark.ts";

/** Most pages that are read. */
const maxPages = 3000;

/** Drawing operations that put a picture on a page. */
const pictureOperators = ["paintImageXObject", "paintInlineImageXObject", "paintImageMaskXObject"] as const;

/** Whether a page draws a picture; asked only of pages without text, which may be scans or blank. */
const hasPicture = async (page: PDFPageProxy): Promise<boolean> => {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator) => pictureOperators.some((name) => OPS[name] === operator));
};

/** So many pages are named one by one. */
const mostNamed = 10;

const withoutText = (pages: readonly string[]): Remark => {
  const named = pages.slice(0, mostNamed).join(", ");
  const rest = pages.length > mostNamed ? ` and ${pages.length - mostNamed} more` : "";
  const [noun, verb] = pages.length === 1 ? ["page", "holds"] : ["pages", "hold"];
  return {
    rule: "page-without-text",
    message: `${noun} ${named}${rest} ${verb} a picture and no text, so no number there was compared: recognize the text first (OCR)`,
  };
};

/** A block whose places know the number that is printed on their page. */
const labelled = (block: TextBlock, labels: readonly string[] | null): TextBlock =>
  labels === null
    ? block
    : {
        ...block,
        marks: block.marks.map((mark) => {
          const label = mark.page === undefined ? undefined : labels[mark.page - 1];
          return label === undefined ? mark : { ...mark, label };
        }),
      };

type Marked = { readonly type?: string; readonly tag?: string };

/**
 * The text of a PDF (ISO 32000-1): heads, paragraphs, rows of tables and the words of pictures, in the order in which they
 * are drawn, without running heads and page numbers.
 *
 * @throws Unreadable when it is broken, locked, or holds pictures of pages only
 */
export const readPdf = async (bytes: Uint8Array): Promise<ReadBlocks> => {
  const { getDocument, data } = await pdfLibrary();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    cMapPacked: true,
    ...data,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > maxPages) throw new Unreadable(`it has ${pdf.numPages} pages; ${maxPages} are read at most`);
    const labels = await pdf.getPageLabels();
    const pages = [];
    const pictured: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const pieces: Piece[] = [];
      const tags: string[] = [];
      for (const item of items) {
        if (!("str" in item)) {
          const { type, tag = "" } = item as Marked;
          if (type === "endMarkedContent") tags.pop();
          else tags.push(tag);
          continue;
        }
        if (tags.includes("Artifact")) continue;
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
        const size = Math.hypot(c, d) || Math.hypot(a, b);
        // Upright text is read by its baseline; turned text stands for itself.
        const upright = Math.abs(b) < Math.abs(a) * 0.1;
        // What lies outside the crop box nobody sees.
        const isSeen = x < right && x + item.width > left && y < top && y + size > bottom;
        if (!isSeen) continue;
        pieces.push({
          text: item.str,
          x,
          y: y - bottom,
          width: upright ? item.width : size,
          size,
          pictured: tags.includes("Figure") || !upright,
        });
      }
      const label = labels?.[number - 1];
      pages.push({ lines: linesOf(pieces, number), height: top - bottom });
      if (pieces.every(({ text }) => text.trim() === "") && (await hasPicture(page)))
        pictured.push(label || String(number));
      page.cleanup();
    }
    if (pages.every(({ lines }) => lines.length === 0))
      throw new Unreadable(
        "it holds no text, only pictures of pages: recognize the text first (OCR), or take the file that it was scanned from",
      );
    const blocks = paragraphsOf(withoutFurniture(pages)).map((block) => labelled(block, labels));
    return { blocks, remarks: pictured.length === 0 ? [] : [withoutText(pictured)] };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const name = (error as Error | undefined)?.name;
    if (name === "PasswordException") throw new Unreadable("it is locked with a password");
    throw new Unreadable(`it is broken (${String((error as Error | undefined)?.message ?? error).split("\n")[0]})`);
  } finally {
    await task.destroy();
  }
};
