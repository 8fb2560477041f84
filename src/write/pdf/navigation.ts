import type { EditionDocument } from "./edition-document.ts";
import type { Outline } from "./pdfmake.ts";
import type { Sheet } from "./sheet.ts";

/** The outline, nested by level; each entry leads to its head, not to the top of its page (ISO 32000-1 §12.3.3). */
export const outlineOf = (document: EditionDocument): ((sheet: Sheet) => void) => {
  /** The entry that is open at each level; the outline itself stands at level 0. */
  const open: Outline[] = [document.outline];
  return (sheet) => {
    for (const { level, title, y } of sheet.bookmarks) {
      open.length = Math.min(open.length, level);
      const item = (open.at(-1) as Outline).addItem(title, { expanded: level === 1 });
      item.outlineData.Dest = [document.page.dictionary, "XYZ", null, document.page.height - y, null];
      open[level] = item;
      // A level that was left out shares its parent.
      for (let between = 0; between < level; between++) open[between] ??= open[between - 1] as Outline;
    }
  };
};

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const romanValue = (text: string): number =>
  [...text].reduce((sum, sign, index) => {
    const value = romanValues[sign] ?? 0;
    return sum + (value < (romanValues[text[index + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);

/** The number tree of page labels (ISO 32000-1 §12.4.2): a range for every run of labels that count on. */
export const pageLabels = (labels: readonly string[]): { readonly Nums: readonly unknown[] } => {
  const nums: unknown[] = [];
  let expected: string | undefined;
  for (const [index, label] of labels.entries()) {
    const roman = /^[ivxlcdm]+$/.test(label);
    const value = roman ? romanValue(label) : Number(label);
    const key = (n: number) => `${roman ? "r" : "D"}${n}`;
    if (key(value) !== expected) nums.push(index, { S: roman ? "r" : "D", St: value });
    expected = key(value + 1);
  }
  return { Nums: nums };
};
