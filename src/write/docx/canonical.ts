import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { visibleText } from "./visible-text.ts";

/** Date of every entry of the archive: the first that ZIP can tell, so that no clock shows. */
const zipDate = new Date(1980, 0, 1);
const contentTypes = "[Content_Types].xml";

/** Part that a relationship part speaks of: word/_rels/document.xml.rels → word/document.xml. */
const sourceOf = (relationships: string): string => relationships.replace(/_rels\/([^/]+)\.rels$/, "$1");

/** Gives relationships with chance names names by their order, in the part that lists them and the part that uses them. */
const renameRelationships = (parts: Map<string, string>): void => {
  for (const [path, list] of parts) {
    if (!path.endsWith(".rels")) continue;
    const ids = [...list.matchAll(/<Relationship\b[^>]*?\bId="([^"]+)"/g)].map((match) => match[1] as string);
    const names = new Map(ids.map((id, index) => [id, `rId${index + 1}`]));
    parts.set(
      path,
      list.replace(/(<Relationship\b[^>]*?\bId=")([^"]+)(")/g, (_, a, id, b) => a + names.get(id) + b),
    );
    const source = parts.get(sourceOf(path));
    if (source === undefined) continue;
    parts.set(
      sourceOf(path),
      source.replace(
        /(\sr:(?:id|embed|link|pict|dm|lo|qs|cs)=")([^"]+)(")/g,
        (_, a, id, b) => a + (names.get(id) ?? id) + b,
      ),
    );
  }
};

const isMarkup = (path: string): boolean => /\.(xml|rels)$/.test(path);

const repack = (entries: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  // Word expects the list of content types first.
  const order = [...entries.keys()].toSorted((a, b) =>
    a === contentTypes ? -1 : b === contentTypes ? 1 : a < b ? -1 : 1,
  );
  const archive: Zippable = {};
  for (const path of order) archive[path] = [entries.get(path) as Uint8Array, { mtime: zipDate, level: 9 }];
  return zipSync(archive);
};

/** A part of markup without a character that XML forbids, wherever it may have slipped in: it could not be opened. */
const readable = (part: Uint8Array): string => visibleText(strFromU8(part));

/** A workbook in a chart is an archive too. */
const canonicalWorkbook = (bytes: Uint8Array): Uint8Array =>
  repack(
    new Map(
      Object.entries(unzipSync(bytes)).map(([path, part]) => [path, isMarkup(path) ? strToU8(readable(part)) : part]),
    ),
  );

/**
 * The same package with the same bytes wherever and whenever it is made: parts in order, one date for all, and
 * relationships named by their order instead of by chance. `finish` has the last word on each part of markup.
 */
export const canonical = (bytes: Uint8Array, finish: (path: string, markup: string) => string): Uint8Array => {
  const files = Object.entries(unzipSync(bytes));
  const markup = new Map(
    files.filter(([path]) => isMarkup(path)).map(([path, part]) => [path, finish(path, readable(part))]),
  );
  renameRelationships(markup);
  return repack(
    new Map(
      files.map(([path, part]) => [
        path,
        markup.has(path)
          ? strToU8(markup.get(path) as string)
          : path.endsWith(".xlsx")
            ? canonicalWorkbook(part)
            : part,
      ]),
    ),
  );
};
