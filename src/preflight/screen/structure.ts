import type { Note } from "../breach.ts";
import type { PdfFile } from "../reader/file.ts";
import { isArray, nameOf, numberOf, textOf } from "../reader/object.ts";
import type { Page } from "../reader/pages.ts";
import { type MarkedPages, stretchKey } from "../structure/marked.ts";
import {
  attributeNumbers,
  type TaggedContent,
  type TaggedElement,
  type TaggedKid,
  walkElements,
} from "../structure/tree.ts";

/** What the logical structure of a screen file must be (ISO 14289-1 §7); each check is told of the whole tree. */
export type Structure = {
  readonly file: PdfFile;
  readonly pages: readonly Page[];
  readonly root: TaggedElement;
  readonly marked: MarkedPages;
};

const contentsOf = (element: TaggedElement): readonly TaggedContent[] =>
  [...walkElements(element)].flatMap(({ kids }) => kids.filter((kid): kid is TaggedContent => kid.kind === "content"));

const pageOf = (element: TaggedElement): { readonly page?: number } => {
  const page = contentsOf(element)[0]?.page;
  return page === undefined ? {} : { page };
};

/** Everything painted is in the tree once, or is an artifact (§7.1). */
export const checkMarked = ({ root, marked }: Structure, note: Note): void => {
  for (const { page, kind } of marked.loose)
    note({ rule: "screen-unmarked", message: `a ${kind} belongs to nothing that is read and is no artifact`, page });
  for (const { page, message } of marked.faults) note({ rule: "screen-structure", message, page });
  const painted = new Set(marked.stretches.map(stretchKey));
  const seen = new Set<string>();
  for (const content of contentsOf(root)) {
    const key = stretchKey(content);
    const { page } = content;
    if (!painted.has(key))
      note({ rule: "screen-structure", message: `the tree names content ${content.mcid}, which is not there`, page });
    if (seen.has(key)) note({ rule: "screen-structure", message: `content ${content.mcid} is read twice`, page });
    seen.add(key);
  }
  for (const content of marked.stretches)
    if (!seen.has(stretchKey(content)))
      note({ rule: "screen-unmarked", message: `content ${content.mcid} is not in the tree`, page: content.page });
};

/** Heads begin with the first level and skip none on the way down (§7.4.2); each part begins anew. */
export const checkHeads = ({ root }: Structure, note: Note): void => {
  let last = 0;
  for (const element of walkElements(root)) {
    if (element.role === "Part") last = 0;
    const level = Number(/^H([1-6])$/.exec(element.role)?.[1] ?? 0);
    if (level > last + 1)
      note({
        rule: "screen-headings",
        message: `a head of level ${level} follows ${last === 0 ? "no head" : `one of level ${last}`}`,
        ...pageOf(element),
      });
    if (level > 0) last = level;
  }
};

/** A figure has a text alternative and says where it stands (§7.3). */
export const checkFigures = ({ root }: Structure, note: Note): void => {
  for (const element of walkElements(root)) {
    if (element.role !== "Figure") continue;
    if (!(element.alt ?? element.actualText ?? "").trim())
      note({ rule: "screen-alternative", message: "a figure has no text alternative", ...pageOf(element) });
    if (attributeNumbers(element, "BBox")?.length !== 4)
      note({ rule: "screen-structure", message: "a figure does not say where it stands", ...pageOf(element) });
  }
};

const elementsIn = (kids: readonly TaggedKid[], role: RegExp): readonly TaggedElement[] =>
  kids.filter((kid): kid is TaggedElement => kid.kind === "element" && role.test(kid.role));

/** Rows of a table have the same cells, and heads say whose they are (§7.5). */
export const checkTables = ({ root }: Structure, note: Note): void => {
  for (const table of walkElements(root)) {
    if (table.role !== "Table") continue;
    const groups = [table, ...elementsIn(table.kids, /^T(Head|Body|Foot)$/)];
    const rows = groups.flatMap(({ kids }) => elementsIn(kids, /^TR$/)).map(({ kids }) => elementsIn(kids, /^T[HD]$/));
    if (new Set(rows.map((cells) => cells.length)).size > 1)
      note({
        rule: "screen-table",
        message: "the rows of a table do not have the same number of cells",
        ...pageOf(table),
      });
    const heads = rows.flat().filter(({ role }) => role === "TH");
    if (heads.some(({ attributes }) => !/^(Row|Column|Both)$/.test(nameOf(attributes.get("Scope")) ?? "")))
      note({ rule: "screen-table", message: "a head of a table does not say whose it is", ...pageOf(table) });
  }
};

/** Every link is part of the text that it stands in, and says where it leads (§7.18). */
export const checkLinks = ({ file, pages, root }: Structure, note: Note): void => {
  const known = new Set(
    [...walkElements(root)].flatMap(({ role, kids }) =>
      role === "Link" ? kids.flatMap((kid) => (kid.kind === "object" && kid.dict ? [kid.dict] : [])) : [],
    ),
  );
  for (const { number: page, dict } of pages) {
    const annotations = file.get(dict, "Annots");
    if (!isArray(annotations)) continue;
    if (nameOf(file.get(dict, "Tabs")) !== "S")
      note({
        rule: "screen-link",
        message: "the links of the page are not walked through in the order of the text",
        page,
      });
    for (const one of annotations.map(file.resolve)) {
      if (nameOf(file.get(one, "Subtype")) !== "Link") continue;
      if (![...known].some((dict) => dict === one))
        note({ rule: "screen-link", message: "a link is not part of the text that it stands in", page });
      if (!textOf(file.get(one, "Contents"))?.trim())
        note({ rule: "screen-link", message: "a link does not say where it leads", page });
      if (numberOf(file.get(one, "StructParent")) === undefined)
        note({ rule: "screen-link", message: "a link does not know what it belongs to", page });
    }
  }
};

/** Notes have names, each its own (§7.9). */
export const checkNotes = ({ root }: Structure, note: Note): void => {
  const seen = new Set<string>();
  for (const element of walkElements(root)) {
    if (element.role !== "Note") continue;
    const { id } = element;
    if (id === undefined || seen.has(id))
      note({
        rule: "screen-structure",
        message: `a note has ${id === undefined ? "no name" : "the name of another"}`,
        ...pageOf(element),
      });
    if (id !== undefined) seen.add(id);
  }
};

/** Every glyph stands for characters, and none for a character that the face lacks (§7.21.7, §7.21.8). */
export const checkGlyphs = ({ marked }: Structure, note: Note): void => {
  for (const { page, font, code, lacking } of marked.mute)
    note({
      rule: "screen-glyph",
      message: lacking ? `a character is not in ${font}` : `glyph ${code} of ${font} stands for no character`,
      page,
    });
};
