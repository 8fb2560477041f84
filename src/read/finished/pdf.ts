import type { TextBlock } from "../../model/finished.ts";
import { withoutFurniture } from "./furniture.ts";
import { Unreadable } from "./package.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { pdfLibrary } from "./pdf-library.ts";
import { linesOf, type Piece } from "./pdf-lines.ts";

/** Most pages that are read. */
const maxPages = 3000;

type Marked = { readonly type?: string; readonly tag?: string };

/**
 * The text of a PDF (ISO 32000-1): heads, paragraphs, rows of tables and the words of pictures, in the order in which they
 * are drawn, without running heads and page numbers.
 *
 * @throws Unreadable when it is broken, locked, or holds pictures of pages only
 */
export const readPdf = async (bytes: Uint8Array): Promise<readonly TextBlock[]> => {
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
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const [, bottom = 0, , top = 0] = page.view;
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
        pieces.push({
          text: item.str,
          x,
          y: y - bottom,
          width: upright ? item.width : size,
          size,
          pictured: tags.includes("Figure") || !upright,
        });
      }
      pages.push({ lines: linesOf(pieces, number), height: top - bottom });
      page.cleanup();
    }
    if (pages.every(({ lines }) => lines.length === 0))
      throw new Unreadable(
        "it holds no text, only pictures of pages: recognize the text first (OCR), or take the file that it was scanned from",
      );
    return paragraphsOf(withoutFurniture(pages));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const name = (error as Error | undefined)?.name;
    if (name === "PasswordException") throw new Unreadable("it is locked with a password");
    throw new Unreadable(`it is broken (${String((error as Error | undefined)?.message ?? error).split("\n")[0]})`);
  } finally {
    await task.destroy();
  }
};
