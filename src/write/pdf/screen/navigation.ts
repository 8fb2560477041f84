import { blockPath } from "../../../model/edition.ts";
import type { EditionDocument } from "../draw/edition-document.ts";
import type { Outline } from "../draw/pdfmake.ts";
import type { LaidOut } from "../lay-out.ts";
import type { Sheet } from "../sheet.ts";

/** Space in pt kept above what a jump leads to. */
const above = 12;

/** Makes blocks reachable by name, `part/id`, page by page: where they begin, not where they go on. */
export const anchorsOf = (document: EditionDocument) => {
  const named = new Set<string>();
  return (sheet: Sheet): void => {
    for (const { id, y } of sheet.anchors) {
      const name = blockPath(sheet.part, id);
      if (!named.has(name)) document.addNamedDestination(name, "XYZ", null, Math.max(0, y - above), null);
      named.add(name);
    }
  };
};

type Entry = { readonly level: number; readonly outline: Outline };

/** Bookmarks of a document, added page by page: parts where there are several, then heads by level. */
export const bookmarksOf = (document: EditionDocument, { edition }: LaidOut) => {
  const open: Entry[] = [{ level: -1, outline: document.outline }];
  const listed = new Set<number>();
  const add = (title: string, level: number, y: number) => {
    while ((open.at(-1) as Entry).level >= level) open.pop();
    const parent = open.at(-1) as Entry;
    const outline = parent.outline.addItem(title, { expanded: level < 1 });
    outline.outlineData.Dest = [
      document.page.dictionary,
      "XYZ",
      null,
      document.page.height - Math.max(0, y - above),
      null,
    ];
    open.push({ level, outline });
  };
  return (sheet: Sheet): void => {
    const part = edition.parts[sheet.part];
    if (sheet.kind === "title" && edition.parts.length > 1) add(part?.document.title ?? "", 0, 0);
    if (sheet.kind === "contents" && !listed.has(sheet.part)) add(part?.language.messages.contents ?? "", 1, 0);
    if (sheet.kind === "contents") listed.add(sheet.part);
    for (const bookmark of sheet.bookmarks) add(bookmark.title, bookmark.level, bookmark.y);
  };
};

/**
 * Page labels (ISO 32000-1 §12.4.2): a range begins where the numbering changes or skips a page that stands in print
 * only.
 */
export const pageLabels = (sheets: readonly Sheet[]): readonly unknown[] => {
  let expected = "";
  return sheets.flatMap(({ numbering, count }, index) => {
    const known = `${numbering} ${count}` === expected;
    expected = `${numbering} ${count + 1}`;
    return known ? [] : [index, { S: numbering === "roman" ? "r" : "D", St: count }];
  });
};
