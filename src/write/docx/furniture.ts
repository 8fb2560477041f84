import { Footer, Header, type ISectionOptions, Paragraph, ShadingType, Tab, TextRun, type XmlComponent } from "docx";
import type { Section } from "../../model/document.ts";
import { draftWords } from "../../model/language.ts";
import { field, textField } from "./field.ts";
import { paragraph } from "./paragraph.ts";
import { repeatedWords } from "./repeated-words.ts";
import { colourOf } from "./styles/format.ts";
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

/**
 * The band of a draft with errors, in the colours of the closing page: it is seen on any ground. Its look is its own and no
 * style's, for it is in no other file.
 */
const draftBand = ({ setting }: PartWriting): Paragraph => {
  const { panel, imprint } = setting.style.closing.colours;
  const words = new TextRun({ text: draftWords(setting.language), color: colourOf(setting.style, imprint) });
  const shading = { type: ShadingType.CLEAR, color: "auto", fill: colourOf(setting.style, panel) };
  return new Paragraph({ style: setting.styleId("HeaderBlank"), shading, children: [words] });
};

/** A head; in a draft with errors the band above what else stands there. */
const head = (writing: PartWriting, line: Paragraph): Header =>
  new Header({ children: writing.volume.edition.origin.withErrors ? [draftBand(writing), line] : [line] });

/** Blank heads; `art` gives what lies behind the text, made anew for each side of the sheet. */
const noHeads = (writing: PartWriting, art: () => readonly XmlComponent[] = () => []): Heads => ({
  default: head(writing, blank(writing, "HeaderBlank", art())),
  even: head(writing, blank(writing, "HeaderBlank", art())),
  first: head(writing, blank(writing, "HeaderBlank")),
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
    default: head(writing, outerLine(writing, "Header", "recto", chapterTitle(writing, chapter))),
    even: head(writing, outerLine(writing, "Header", "verso", textRuns(writing, writing.part.document.title))),
    first: head(writing, blank(writing, "HeaderBlank")),
  },
  footers: numbered(writing, opensRecto),
});
