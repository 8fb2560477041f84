import type { Sheet } from "../sheet.ts";

/**
 * The pages of a print file in order, blank ones as `undefined`: sheets in their positions, and as many blank pages
 * before the closing page as make the whole a multiple.
 */
export const signatures = (sheets: readonly Sheet[], multiple: number): readonly (Sheet | undefined)[] => {
  const last = sheets.at(-1);
  const count = Math.ceil((last?.position ?? 0) / multiple) * multiple;
  const pages = new Array<Sheet | undefined>(count).fill(undefined);
  for (const sheet of sheets) pages[sheet.position - 1] = sheet;
  if (last?.kind === "closing") {
    pages[last.position - 1] = undefined;
    pages[count - 1] = last;
  }
  return pages;
};
