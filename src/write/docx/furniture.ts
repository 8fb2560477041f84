import { Footer, Header, type ISectionOptions, type Paragraph, Tab, TextRun, type XmlComponent } from "docx";
import { textField } from "./field.ts";
import { paragraph } from "./paragraph.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting } from "./volume.ts";

type Furniture = Required<Pick<ISectionOptions, "headers" | "footers">>;

/** A line of furniture at the outer edge of its page: the right of a recto, the left of a verso. */
const line = (
  writing: PartWriting,
  style: "Header" | "Footer",
  recto: boolean,
  content: readonly XmlComponent[],
): Paragraph =>
  paragraph(writing, style, [
    ...(recto && content.length > 0 ? [new TextRun({ children: [new Tab()] })] : []),
    ...content,
  ]);

const pageNumber = (): readonly XmlComponent[] => textField("PAGE", "1");

/**
 * The chapter of the page (STYLEREF, ECMA-376 §17.16.5.59). Word's own first heading goes by its number, which holds in
 * every language of Word. The result written here shows in programs that do not know the field: it must be right on
 * every page, so it is the title of the document.
 */
const chapter = (writing: PartWriting): readonly XmlComponent[] =>
  textField(
    writing.setting.first ? "STYLEREF 1" : `STYLEREF "heading 1${writing.setting.nameSuffix}"`,
    writing.part.document.title,
  );

/** Head and foot of a part: chapter on rectos, title on versos, page number below; the first page has the number alone. */
export const partFurniture = (writing: PartWriting): Furniture => ({
  headers: {
    default: new Header({ children: [line(writing, "Header", true, chapter(writing))] }),
    even: new Header({ children: [line(writing, "Header", false, textRuns(writing, writing.part.document.title))] }),
    first: new Header({ children: [line(writing, "Header", true, [])] }),
  },
  footers: {
    default: new Footer({ children: [line(writing, "Footer", true, pageNumber())] }),
    even: new Footer({ children: [line(writing, "Footer", false, pageNumber())] }),
    first: new Footer({ children: [line(writing, "Footer", true, pageNumber())] }),
  },
});

/** The contents have page numbers and no running head. */
export const frontFurniture = (writing: PartWriting): Furniture => ({
  headers: {
    default: new Header({ children: [line(writing, "Header", true, [])] }),
    even: new Header({ children: [line(writing, "Header", false, [])] }),
  },
  footers: {
    default: new Footer({ children: [line(writing, "Footer", true, pageNumber())] }),
    even: new Footer({ children: [line(writing, "Footer", false, pageNumber())] }),
  },
});

/** Cover and closing page carry nothing; Word would repeat the furniture of the section before. */
export const noFurniture = (writing: PartWriting): Furniture => ({
  headers: {
    default: new Header({ children: [line(writing, "Header", true, [])] }),
    even: new Header({ children: [line(writing, "Header", true, [])] }),
  },
  footers: {
    default: new Footer({ children: [line(writing, "Footer", true, [])] }),
    even: new Footer({ children: [line(writing, "Footer", true, [])] }),
  },
});
