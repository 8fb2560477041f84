import type { Paragraph, XmlComponent } from "docx";
import type { Figure, Id, Section, Table } from "../../model/document.ts";
import { referenceBookmark } from "../../model/word-names.ts";
import { textField } from "./field.ts";
import { inlineScope, writeInlines } from "./inlines.ts";
import { bookmarked, paragraph } from "./paragraph.ts";
import { headingId } from "./styles/levels.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting } from "./volume.ts";

type Content = readonly XmlComponent[];

/** What a cross-reference repeats stands between bookmarks, so that a REF field finds it. */
const repeatable = (writing: PartWriting, id: Id, show: "label" | "title", content: Content): Content =>
  writing.repeated.get(id)?.[show] === undefined
    ? content
    : bookmarked(writing.volume, referenceBookmark(writing.setting.language.id, id, show), content);

/** The prefix of a head or caption; `counted` writes the label in it. */
const writePrefix = (
  writing: PartWriting,
  node: Section | Figure | Table,
  counted: (label: string) => Content,
): Content => {
  const label = writing.part.document.labels[node.id]?.text;
  if (!label || !node.prefix.startsWith(label)) return textRuns(writing, node.prefix);
  return [
    ...repeatable(writing, node.id, "label", counted(label)),
    ...textRuns(writing, node.prefix.slice(label.length)),
  ];
};

/** A section's head. A run-in head runs on where a paragraph of text follows it, and stands alone otherwise. */
export const writeHead = (writing: PartWriting, node: Section, blocks: readonly Id[]): Paragraph => {
  const title = writeInlines(inlineScope(writing), node.title);
  const runIn = node.head === "run-in";
  return paragraph(
    writing,
    headingId(node.level, runIn ? "run-in" : "display", writing.volume.levels),
    [
      ...writePrefix(writing, node, (label) => textRuns(writing, label)),
      ...repeatable(writing, node.id, "title", title),
      ...textRuns(writing, node.suffix),
    ],
    { blocks, runsOn: runIn && node.children[0]?.type === "paragraph" },
  );
};

/**
 * Name of the count of figures or tables (SEQ, ECMA-376 §17.16.5.56): the word of their labels, as Word's own captions
 * have it, apart for each language of a volume.
 */
export const sequenceName = (writing: PartWriting, kind: "figure" | "table"): string => {
  const label = Object.values(writing.part.document.labels).find((one) => one.kind === kind)?.text ?? "";
  const word = label.replace(/[^\p{L}]+/gu, "") || (kind === "figure" ? "Figure" : "Table");
  return writing.setting.first ? word : `${word}_${writing.setting.language.id.replace(/[^A-Za-z0-9]+/g, "")}`;
};

/** Where the number stands in a label, if it is printed in digits: only those are counted by a SEQ field. */
const numberIn = (label: string, number: number | undefined): readonly [number, number] | undefined => {
  if (number === undefined) return undefined;
  const at = label.lastIndexOf(String(number));
  return at < 0 ? undefined : [at, at + String(number).length];
};

/** Whether a caption carries a counted number, so that Word can count it too. */
export const isCounted = (writing: PartWriting, node: Figure | Table): boolean => {
  const label = writing.part.document.labels[node.id];
  return (
    label !== undefined && node.prefix.startsWith(label.text) && numberIn(label.text, label.number.at(-1)) !== undefined
  );
};

const countedLabel = (writing: PartWriting, node: Figure | Table, label: string): Content => {
  const number = numberIn(label, writing.part.document.labels[node.id]?.number.at(-1));
  if (!number) return textRuns(writing, label);
  return [
    ...textRuns(writing, label.slice(0, number[0])),
    ...textField(`SEQ ${sequenceName(writing, node.type)} \\* ARABIC`, label.slice(...number)),
    ...textRuns(writing, label.slice(number[1])),
  ];
};

/** Id of the style of captions, one for figures and one for tables, so that each can be listed. */
export const captionStyle = (kind: "figure" | "table"): string =>
  kind === "figure" ? "FigureCaption" : "TableCaption";

/** The caption of a figure or table; nothing where there is none. */
export const writeCaption = (
  writing: PartWriting,
  node: Figure | Table,
  blocks: readonly Id[],
): readonly Paragraph[] => {
  if (node.prefix === "" && node.caption.length === 0) return [];
  const caption = writeInlines(inlineScope(writing), node.caption);
  return [
    paragraph(
      writing,
      captionStyle(node.type),
      [
        ...writePrefix(writing, node, (label) => countedLabel(writing, node, label)),
        ...repeatable(writing, node.id, "title", caption),
      ],
      { blocks },
    ),
  ];
};
