import type { Thing } from "../../model/change.ts";
import type { Block, Document, Row, Section } from "../../model/document.ts";
import type { Place } from "../../model/place.ts";
import type { Snapshot } from "../../model/release.ts";
import { headText, inlineText } from "../../model/text.ts";
import { type Handlers, handle, inlinesOf } from "../../model/walk.ts";
import { shownEntries } from "./chart-entries.ts";
import { type Entry, inlineEntry, type Standing, slotOf } from "./entry.ts";
import { notesIn, sentenceEntries } from "./sentence-entries.ts";
import { shapeOf } from "./shape.ts";

/** What contents and cover say beside the sections. */
export type Front = {
  /** What the contents of the edition print of a section; `undefined` for sections that they do not list. */
  readonly contentsEntry: (section: Section) => string | undefined;
  /** What the files of an image hold, by its name. */
  readonly imageHash: (name: string) => string;
  /** Language folder, and the file that says how the language writes. */
  readonly language: string;
  readonly languageFile: string;
  /** The data file, and the place of each entry of its publication block: "title.zh". */
  readonly dataFile: string;
  readonly places: Snapshot["places"];
};

const rowEntries = (row: Row, at: Standing): readonly Entry[] => {
  const slot = slotOf("row", row.id);
  const text = row.cells.map(({ children }) => inlineText(children)).join(" | ");
  const keys = row.cells.flatMap(({ children }) => shapeOf(children).prints);
  return [
    {
      slot,
      thing: "row",
      ...at,
      within: row.id,
      wording: { text, place: row.place },
      // Its cells are compared one by one.
      shape: { printed: String(row.cells.length), typed: String(row.cells.length), prints: keys },
    },
    ...row.cells.map((cell) => inlineEntry("cell", cell.children, cell.place, at, { within: cell.id, part: slot })),
  ];
};

/** Every thing of a document that a reader sees, in reading order. */
export const entriesOf = (document: Document, front: Front): readonly Entry[] => {
  const { contentsEntry, imageHash, language, languageFile, dataFile, places } = front;
  const before: Standing = { language, block: "", around: [], head: "" };
  const start: Place = document.sections[0]?.place ?? { file: "", line: 1, column: 1 };
  const plain = (thing: Thing, text: string, name: string): Entry => {
    const stated = places[name];
    return {
      slot: thing,
      thing,
      ...before,
      files: [dataFile],
      ...(stated && { stated }),
      wording: { text, place: stated ?? start },
      shape: { printed: text, typed: text, prints: [] },
    };
  };

  const visit = (block: Block, above: Standing, marker: string): readonly Entry[] => {
    const around = [block.id, ...above.around];
    const at: Standing = { language, block: block.id, around, head: above.head };
    const own: Handlers<Block, readonly Entry[]> = {
      section: (node) => {
        const inside = { ...at, head: node.head === "none" ? above.head : inlineText(node.title) };
        const entry = contentsEntry(node);
        return [
          ...(node.head === "none" ? [] : [headingOf(node, inside)]),
          ...(entry === undefined ? [] : [contentsOf(node, entry, inside)]),
          ...node.children.flatMap((child) => visit(child, inside, "")),
        ];
      },
      paragraph: (node) => sentenceEntries(node.children, node.place, at, document.lang, marker),
      list: (node) =>
        node.items.flatMap((item, index) =>
          item.children.flatMap((child, position) =>
            visit(
              child,
              { ...at, around: [item.id, ...around] },
              position === 0 ? (node.ordered ? `${node.start + index}. ` : "• ") : "",
            ),
          ),
        ),
      quote: (node) => node.children.flatMap((child) => visit(child, at, "")),
      figure: (node) => [
        inlineEntry("caption", node.caption, node.place, at, { around: node.prefix }),
        ...shownEntries(node, at, imageHash),
        ...(node.note ? [inlineEntry("note", node.note, node.place, at)] : []),
        ...(node.source ? [inlineEntry("source", node.source, node.place, at)] : []),
      ],
      table: (node) => [
        inlineEntry("caption", node.caption, node.place, at, { around: node.prefix }),
        ...[...node.head, ...node.rows].flatMap((row) => rowEntries(row, at)),
      ],
    };
    return [...handle(own, block), ...notesIn(inlinesOf(block), at)];
  };

  return [
    plain("title", document.title, `title.${language}`),
    plain("issuer", document.issuer, `issuer.${language}`),
    plain("date", document.date, "date"),
    ...document.sections.flatMap((section) => visit(section, before, "")),
  ].map((entry) => ({ ...entry, files: [...(entry.files ?? []), languageFile] }));
};

const headingOf = (section: Section, at: Standing): Entry => ({
  ...inlineEntry("heading", section.title, section.place, at),
  wording: { text: headText(section), inlines: section.title, place: section.place },
  shape: shapeOf(section.title, JSON.stringify([section.head, section.prefix, section.suffix])),
});

const contentsOf = (section: Section, page: string, at: Standing): Entry => ({
  ...inlineEntry("contents-entry", section.title, section.place, at),
  wording: {
    text: `${section.prefix}${inlineText(section.title)}\t${page}`,
    inlines: section.title,
    place: section.place,
  },
  shape: shapeOf(section.title, JSON.stringify([section.prefix, page])),
});
