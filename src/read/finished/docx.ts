import type { Element } from "@xmldom/xmldom";
import type { TextBlock, TextRole } from "../../model/finished.ts";
import { chartText } from "./docx-charts.ts";
import { numberedBy, numberingOf } from "./docx-numbering.ts";
import { attributeOf, childOf, childrenOf, isWord, maxDepth, type Picture, paragraphText } from "./docx-text.ts";
import { blockOf } from "./lines.ts";
import { type OfficePackage, openPackage, Unreadable } from "./package.ts";
import type { ReadBlocks, Remark } from "./remark.ts";

/** What the styles say of paragraphs. */
type Styles = {
  readonly roleOf: (paragraph: Element) => { readonly role: TextRole; readonly level?: number } | undefined;
  /** By which list, and at which of its levels, a paragraph is numbered. */
  readonly numberedBy: (paragraph: Element) => ReturnType<typeof numberedBy>;
};

const readStyles = (root: Element | undefined): Styles => {
  const byId = new Map<string, Element>();
  for (const style of root ? childrenOf(root) : [])
    if (isWord(style, "style")) byId.set(attributeOf(style, "styleId") ?? "", style);
  /** The style and those that it is based on. */
  const chain = (id: string | undefined): readonly Element[] => {
    const found: Element[] = [];
    for (let style = byId.get(id ?? ""); style && found.length < 20; ) {
      found.push(style);
      style = byId.get(attributeOf(childOf(style, "basedOn"), "val") ?? "");
    }
    return found;
  };
  const outlineOf = (properties: Element | undefined): number | undefined => {
    const level = properties && attributeOf(childOf(properties, "outlineLvl"), "val");
    return level !== undefined && /^[0-8]$/.test(level) ? Number(level) + 1 : undefined;
  };
  return {
    numberedBy: (paragraph) => {
      const properties = childOf(paragraph, "pPr");
      const styles = chain(properties && attributeOf(childOf(properties, "pStyle"), "val"));
      const all = [properties, ...styles.map((style) => childOf(style, "pPr"))].map(numberedBy);
      return {
        list: all.map(({ list }) => list).find((list) => list !== undefined),
        level: all.map(({ level }) => level).find((level) => level !== undefined),
      };
    },
    roleOf: (paragraph) => {
      const properties = childOf(paragraph, "pPr");
      const styles = chain(properties && attributeOf(childOf(properties, "pStyle"), "val"));
      const names = styles.map((style) => (attributeOf(childOf(style, "name"), "val") ?? "").toLowerCase());
      // Entries of contents, not text (ECMA-376 part 1, 17.9.9 names these styles).
      if (names.some((name) => /^(toc \d|toc heading|table of (figures|contents)|index \d)/.test(name)))
        return undefined;
      const levels = [properties, ...styles.map((style) => childOf(style, "pPr"))].map(outlineOf);
      const level =
        levels.find((found) => found !== undefined) ??
        names.map((name) => /^heading (\d)/.exec(name)?.[1]).flatMap((found) => (found ? [Number(found)] : []))[0];
      if (level !== undefined) return { role: "head", level };
      if (names.some((name) => /^caption|caption$/.test(name))) return { role: "caption" };
      return { role: "body" };
    },
  };
};

/** Elements that hold paragraphs and say nothing themselves; of a choice and its fallback Word shows the choice. */
const transparent: ReadonlySet<string> = new Set([
  "sdt",
  "sdtContent",
  "ins",
  "moveTo",
  "smartTag",
  "customXml",
  "AlternateContent",
  "Choice",
]);

/** Whether a content control holds contents that Word made. */
const isContents = (control: Element): boolean => {
  const properties = childOf(control, "sdtPr");
  const part = properties && childOf(properties, "docPartObj");
  return /^table of contents/i.test(attributeOf(part && childOf(part, "docPartGallery"), "val") ?? "");
};

/** A style separator: the paragraph's mark is hidden, and the next paragraph goes on in its line (17.3.2.36, specVanish). */
const isRunIn = (paragraph: Element): boolean => {
  const properties = childOf(paragraph, "pPr");
  const mark = properties && childOf(properties, "rPr");
  return mark !== undefined && childOf(mark, "specVanish") !== undefined;
};

const readNotes = (file: OfficePackage): ReadonlyMap<string, Element> => {
  const notes = new Map<string, Element>();
  for (const kind of ["footnotes", "endnotes"]) {
    const root = file.part(`word/${kind}.xml`);
    // Separators have a type.
    for (const note of root ? childrenOf(root) : [])
      if (attributeOf(note, "type") === undefined) notes.set(`${kind}/${attributeOf(note, "id")}`, note);
  }
  return notes;
};

/**
 * The text of a Word document (ECMA-376 part 1, WordprocessingML): heads, paragraphs, captions, the rows of its tables,
 * notes behind the paragraph that refers to them, text alternatives of pictures. Headers, footers and contents are left
 * out. A mark's line counts paragraphs.
 *
 * @throws Unreadable when it is no Word document
 */
export const readDocx = (bytes: Uint8Array): ReadBlocks => {
  const file = openPackage(bytes);
  const root = file.part("word/document.xml");
  const body = root && childOf(root, "body");
  if (!body) throw new Unreadable("it holds no Word document");
  const styles = readStyles(file.part("word/styles.xml"));
  const notes = readNotes(file);
  const numberOf = numberingOf(file.part("word/numbering.xml"));
  const blocks: TextBlock[] = [];
  let line = 0;
  /** `number` is what Word puts before the text. */
  const add = (text: string, role: TextRole, level?: number, number = ""): void => {
    if (text.trim() === "") return;
    const mark = { line, column: 1 };
    const block = blockOf([...(number === "" ? [] : [{ text: number, mark }]), { text, mark }], role, level);
    if (block) blocks.push(block);
  };
  let charts = 0;
  /** What a picture says: its alternative, or what its chart holds where that is gone. */
  const addPicture = ({ alternative, chart }: Picture): void => {
    if (alternative !== undefined) add(alternative, "alternative");
    else if (chart !== undefined) {
      const root = file.related(chart);
      if (!root) return;
      charts++;
      add(chartText(root), "alternative");
    }
  };
  /** The words of a run-in head, which stand in one line with the paragraph that follows. */
  let opening = "";
  const visitParagraph = (paragraph: Element, depth: number): void => {
    line++;
    const style = styles.roleOf(paragraph);
    if (!style) return;
    const { text, notes: refers, pictures, boxed } = paragraphText(paragraph);
    const number = text.trim() === "" ? "" : numberOf(styles.numberedBy(paragraph));
    if (isRunIn(paragraph)) opening += number + text;
    else {
      add(opening + text, style.role, style.level, number);
      opening = "";
    }
    for (const picture of pictures) addPicture(picture);
    for (const box of boxed) visit(box, depth + 1);
    for (const id of refers) {
      const note = notes.get(id);
      if (note) visit(note, depth + 1);
    }
  };
  const cellText = (cell: Element, depth: number): string => {
    const texts: string[] = [];
    for (const child of childrenOf(cell)) {
      if (isWord(child, "p")) {
        line++;
        const { text, pictures } = paragraphText(child);
        texts.push(text);
        for (const picture of pictures) addPicture(picture);
      } else if (isWord(child, "tbl")) visitTable(child, depth + 1);
      else if (transparent.has(child.localName ?? "") && depth < maxDepth) texts.push(cellText(child, depth + 1));
    }
    return texts.filter((text) => text.trim() !== "").join(" ");
  };
  const visitTable = (table: Element, depth: number): void => {
    if (depth > maxDepth) return;
    for (const row of childrenOf(table)) {
      if (!isWord(row, "tr")) {
        if (!isWord(row, "tblPr") && !isWord(row, "tblGrid")) visitTable(row, depth + 1);
        continue;
      }
      const cells = [...childrenOf(row)]
        .flatMap((child) =>
          isWord(child, "tc")
            ? [child]
            : [...childrenOf(child)].filter((inner) => isWord(inner, "tc") || isWord(inner, "sdtContent")),
        )
        .map((cell) => cellText(cell, depth + 1));
      add(cells.filter((cell) => cell !== "").join(" | "), "row");
    }
  };
  const visit = (parent: Element, depth: number): void => {
    if (depth > maxDepth) return;
    for (const child of childrenOf(parent)) {
      if (isWord(child, "p")) visitParagraph(child, depth);
      else if (isWord(child, "tbl")) visitTable(child, depth);
      else if (isWord(child, "sdt")) {
        const content = childOf(child, "sdtContent");
        if (content && !isContents(child)) visit(content, depth + 1);
      } else if (transparent.has(child.localName ?? "")) visit(child, depth + 1);
    }
  };
  visit(body, 0);
  add(opening, "body");
  const lost = charts === 1 ? "the text alternative of a chart is" : `the text alternatives of ${charts} charts are`;
  const remarks: readonly Remark[] =
    charts === 0
      ? []
      : [{ rule: "alternative-lost", message: `${lost} gone; the numbers were read from what the charts hold` }];
  return { blocks, remarks };
};
