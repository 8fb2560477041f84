import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Style } from "../../src/model/style.ts";
import { mm } from "../../src/model/style.ts";

/** A finished PDF as a reader program sees it. */
export type ReadPdf = {
  readonly pages: readonly string[];
  readonly labels: readonly string[] | null;
  readonly outline: readonly { readonly title: string; readonly level: number; readonly page: number }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly lang: string | null;
};

/**
 * Reads the text of each page in the order in which it is drawn. With a style, what stands above or below the text block
 * (running heads, folios) is left out.
 */
export const readPdf = async (bytes: Uint8Array, style?: Style): Promise<ReadPdf> => {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, bottom = 0, , top = 0] = page.view;
    const low = bottom + (style ? style.page.margins.bottom * mm - 12 : 0);
    const high = top - (style ? style.page.margins.top * mm - 4 : 0);
    const { items } = await page.getTextContent({ disableNormalization: true });
    let text = "";
    for (const item of items) {
      if (!("str" in item)) continue;
      const y = item.transform[5] as number;
      if (style && (y < low || y > high)) continue;
      text += item.str + (item.hasEOL ? "\n" : "");
    }
    pages.push(text);
  }
  const outline: { title: string; level: number; page: number }[] = [];
  const visit = async (items: Awaited<ReturnType<typeof pdf.getOutline>>, level: number): Promise<void> => {
    for (const item of items ?? []) {
      const dest = typeof item.dest === "string" ? await pdf.getDestination(item.dest) : item.dest;
      const page = dest ? (await pdf.getPageIndex(dest[0])) + 1 : 0;
      outline.push({ title: item.title, level, page });
      await visit(item.items, level + 1);
    }
  };
  await visit(await pdf.getOutline(), 1);
  const { info } = await pdf.getMetadata();
  const result: ReadPdf = {
    pages,
    labels: await pdf.getPageLabels(),
    outline,
    info: info as Record<string, unknown>,
    lang: ((info as { Language?: string }).Language ?? null) as string | null,
  };
  await pdf.destroy();
  return result;
};
