import { type FileChild, Tab, TextRun, type XmlComponent } from "docx";
import type { Figure, Id, Inline, Section, Table } from "../../model/document.ts";
import { sectionsOf, walkBlocks } from "../../model/walk.ts";
import { blockBookmark, partBookmark } from "../../model/word-names.ts";
import { field, fieldBegin, fieldEnd } from "./field.ts";
import { captionStyle, isCounted, sequenceName } from "./heads.ts";
import { blockElement, element } from "./markup.ts";
import { paragraph } from "./paragraph.ts";
import { repeatedWords } from "./repeated-words.ts";
import { contentsDepth } from "./styles/levels.ts";
import { textRuns } from "./text-runs.ts";
import { type PartWriting, pageLabel } from "./volume.ts";

type Entry = { readonly id: Id; readonly prefix: string; readonly words: readonly Inline[]; readonly style: string };

/** One line of a list: a link to its place, with the page as a field of its own. */
const entryContent = (writing: PartWriting, entry: Entry): XmlComponent => {
  const anchor = blockBookmark(writing.setting.language.id, entry.id);
  const page = pageLabel(writing, entry.id);
  return element(
    "w:hyperlink",
    { "w:anchor": anchor, "w:history": 1 },
    ...textRuns(writing, entry.prefix),
    ...repeatedWords(writing, entry.words),
    ...(page === undefined
      ? []
      : [new TextRun({ children: [new Tab()] }), ...field(`PAGEREF ${anchor} \\h`, [new TextRun(page)])]),
  );
};

/** A field over the paragraphs of a list, already filled: Word asks nothing on opening, and can bring it up to date. */
const filledList = (writing: PartWriting, instruction: string, entries: readonly Entry[]): readonly FileChild[] =>
  entries.map((entry, index) =>
    paragraph(writing, entry.style, [
      ...(index === 0 ? fieldBegin(instruction) : []),
      entryContent(writing, entry),
      ...(index === entries.length - 1 ? [fieldEnd()] : []),
    ]),
  );

/** In a volume of several languages each list keeps to its own part. */
const scope = (writing: PartWriting): string =>
  writing.volume.parts.length > 1 ? ` \\b ${partBookmark(writing.setting.language.id)}` : "";

const headEntries = (writing: PartWriting): readonly Entry[] =>
  sectionsOf(writing.part.document)
    .filter(
      (section): section is Section => section.head !== "none" && section.level <= contentsDepth(writing.setting.style),
    )
    .map((section) => ({
      id: section.id,
      prefix: section.prefix,
      words: section.title,
      style: `TOC${section.level}`,
    }));

/** The contents of one language (TOC, ECMA-376 §17.16.5.68), as the building block that Word's own contents are. */
export const writeContents = (writing: PartWriting): readonly FileChild[] => {
  const entries = headEntries(writing);
  if (entries.length === 0) return [];
  const head = paragraph(writing, "TOCHeading", textRuns(writing, writing.setting.language.messages.contents ?? ""));
  const list = filledList(
    writing,
    `TOC \\o "1-${contentsDepth(writing.setting.style)}" \\h \\z \\u${scope(writing)}`,
    entries,
  );
  return [
    blockElement(
      "w:sdt",
      element(
        "w:sdtPr",
        {},
        element("w:id", { "w:val": writing.volume.controlId(`contents/${writing.setting.language.id}`) }),
        element(
          "w:docPartObj",
          {},
          element("w:docPartGallery", { "w:val": "Table of Contents" }),
          element("w:docPartUnique"),
        ),
      ),
      element("w:sdtContent", {}, head, ...list),
    ),
  ];
};

const captioned = (writing: PartWriting, kind: "figure" | "table"): readonly (Figure | Table)[] =>
  [...walkBlocks(writing.part.document.sections)].filter(
    (block): block is Figure | Table => block.type === kind && (block.prefix !== "" || block.caption.length > 0),
  );

/** Lists by their count what is counted (\c), and by the style of its caption what carries no number (\t). */
const listInstruction = (
  writing: PartWriting,
  kind: "figure" | "table",
  nodes: readonly (Figure | Table)[],
): string => {
  const by = nodes.every((node) => isCounted(writing, node))
    ? `\\c "${sequenceName(writing, kind)}"`
    : `\\t "${styleNames[captionStyle(kind)]}${writing.setting.nameSuffix},1"`;
  return `TOC \\h \\z ${by}${scope(writing)}`;
};
const styleNames: Readonly<Record<string, string>> = { FigureCaption: "Figure Caption", TableCaption: "Table Caption" };

/**
 * The lists of figures and of tables of one language, each where the language file has a head for it (messages
 * `figures` and `tables`) and there is something to list.
 */
export const writeLists = (writing: PartWriting): readonly FileChild[] =>
  (["figure", "table"] as const).flatMap((kind) => {
    const head = writing.setting.language.messages[`${kind}s`];
    const nodes = captioned(writing, kind);
    if (head === undefined || nodes.length === 0) return [];
    const entries = nodes.map((node) => ({
      id: node.id,
      prefix: node.prefix,
      words: node.caption,
      style: "TableofFigures",
    }));
    return [
      paragraph(writing, "TOCHeading", textRuns(writing, head)),
      ...filledList(writing, listInstruction(writing, kind, nodes), entries),
    ];
  });
