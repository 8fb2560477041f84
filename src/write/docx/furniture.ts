import { Footer, Header, type ISectionOptions, type Paragraph, Tab, TextRun, type XmlComponent } from "docx";
import type { Section } from "../../model/document.ts";
import { field, textField } from "./field.ts";
import { paragraph } from "./paragraph.ts";
import { repeatedWords } from "./repeated-words.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting } from "./volume.ts";

type Furniture = Pick<ISectionOptions, "headers" | "footers">;
type Heads = NonNullable<ISectionOptions["headers"]>;

const blank = (writing: PartWriting, style: "HeaderBlank" | "Footer", art: readonly XmlComponent[] = []): Paragraph =>
  paragraph(writing, style, art);

/** A line at the outer edge of its page: the right of a recto, the left of a verso. */
const outerLine = (
  writing: PartWriting,
  style: "Header" | "Footer",
  side: "recto" | "verso",
  content: readonly XmlComponent[],
): Paragraph =>
  paragraph(writing, style, [...(side === "recto" ? [new TextRun({ children: [new Tab()] })] : []), ...content]);

const pageNumber = (): readonly XmlComponent[] => textField("PAGE", "1");

/**
 * The chapter of the page (STYLEREF, ECMA-376 §17.16.5.59), which follows the head when it is edited. Word's own first
 * heading goes by its number, which holds in every language of Word.
 */
const chapterTitle = (writing: PartWriting, chapter: Section): readonly XmlComponent[] =>
  field(writing.setting.first ? "STYLEREF 1" : `STYLEREF "heading 1${writing.setting.nameSuffix}"`, [
    ...textRuns(writing, chapter.prefix),
    ...repeatedWords(writing, chapter.title),
  ]);

/** Blank heads; `art` gives what lies behind the text, made anew for each side of the sheet. */
const noHeads = (writing: PartWriting, art: () => readonly XmlComponent[] = () => []): Heads => ({
  default: new Header({ children: [blank(writing, "HeaderBlank", art())] }),
  even: new Header({ children: [blank(writing, "HeaderBlank", art())] }),
  first: new Header({ children: [blank(writing, "HeaderBlank")] }),
});

const numbered = (writing: PartWriting, opensRecto = true): NonNullable<ISectionOptions["footers"]> => ({
  default: new Footer({ children: [outerLine(writing, "Footer", "recto", pageNumber())] }),
  even: new Footer({ children: [outerLine(writing, "Footer", "verso", pageNumber())] }),
  first: new Footer({ children: [outerLine(writing, "Footer", opensRecto ? "recto" : "verso", pageNumber())] }),
});

/** Cover, inner titles and closing page carry nothing but their art, which lies behind the text. */
export const noFurniture = (writing: PartWriting, art: () => readonly XmlComponent[] = () => []): Furniture => ({
  headers: noHeads(writing, art),
  footers: {
    default: new Footer({ children: [blank(writing, "Footer")] }),
    even: new Footer({ children: [blank(writing, "Footer")] }),
    first: new Footer({ children: [blank(writing, "Footer")] }),
  },
});

/** Contents and preface have page numbers and no running head. */
export const numbersOnly = (writing: PartWriting): Furniture => ({
  headers: noHeads(writing),
  footers: numbered(writing),
});

/** Running heads of a chapter: its title on rectos, that of the document on versos, none on its first page. */
export const chapterFurniture = (writing: PartWriting, chapter: Section, opensRecto: boolean): Furniture => ({
  headers: {
    default: new Header({ children: [outerLine(writing, "Header", "recto", chapterTitle(writing, chapter))] }),
    even: new Header({
      children: [outerLine(writing, "Header", "verso", textRuns(writing, writing.part.document.title))],
    }),
    first: new Header({ children: [blank(writing, "HeaderBlank")] }),
  },
  footers: numbered(writing, opensRecto),
});
