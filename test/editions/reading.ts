import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A stretch of text on a finished page. Measures in pt from the top left corner; y of the baseline. */
export type Stretch = {
  /** 0-based. */
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** Drawn and not read: running heads, folios, repeated heads of tables. */
  readonly artifact: boolean;
};

export type ReadEdition = {
  readonly stretches: readonly Stretch[];
  readonly labels: readonly string[];
};

/** Reads a finished PDF back, in the order in which it is drawn. In a print file, pages begin at their media's corner. */
export const readEdition = async (bytes: Uint8Array): Promise<ReadEdition> => {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const stretches: Stretch[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [left = 0, , , top = 0] = page.view;
    await page.getOperatorList();
    const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if (!("str" in item)) {
        if (item.type.startsWith("begin")) open.push((item as unknown as { tag?: string }).tag ?? "");
        else open.pop();
        continue;
      }
      if (item.str === "") continue;
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      const face = page.commonObjs.get(item.fontName) as { name?: string } | undefined;
      stretches.push({
        page: number - 1,
        text: item.str,
        x: x - left,
        y: top - y,
        width: item.width,
        size: Math.hypot(c, d),
        font: face?.name ?? "",
        artifact: open.includes("Artifact"),
      });
    }
  }
  const labels = (await pdf.getPageLabels()) ?? [];
  await pdf.destroy();
  return { stretches, labels };
};
