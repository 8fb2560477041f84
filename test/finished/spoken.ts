import { chartTable } from "../../src/model/chart-table.ts";
import type { Block, Inline, List, Note, Section, Table } from "../../src/model/document.ts";
import type { Edition, Part } from "../../src/model/edition.ts";
import { inlineText } from "../../src/model/text.ts";
import { type Handlers, handle } from "../../src/model/walk.ts";
import { readPdf } from "../../src/preflight/reader/file.ts";
import { pagesOf } from "../../src/preflight/reader/pages.ts";
import { heard, type MarkedPages, readMarked } from "../../src/preflight/structure/marked.ts";
import { readTree, type TaggedElement } from "../../src/preflight/structure/tree.ts";
import type { LaidOut } from "../../src/write/pdf/index.ts";

/** What a screen reader says of one element: its role, and its words; of a cell, whose head it is. */
export type Spoken = readonly [role: string, words: string];

/** Words as they are heard: a hyphen that a line's end added is none, and lines end without a sound. */
const sound = (words: string): string => words.replaceAll("\u00ad", "").replaceAll("\n", "").trim();

/** What words depend on beyond the document: which notes were called before, on which page a block stands. */
type Reading = { readonly called: Set<string>; readonly pageOf: (target: string) => string };

/** The words of inlines with each note where it is first called: its number in the text, its number again, its words. */
const withNotes = (inlines: readonly Inline[], reading: Reading): string => {
  const { called, pageOf } = reading;
  const note = (node: Note): string => {
    if (called.has(node.id)) return String(node.number);
    called.add(node.id);
    return `${node.number}${node.number}${withNotes(node.children, reading)}`;
  };
  return inlines
    .map((inline) => {
      if (inline.type === "note") return note(inline);
      if (inline.type === "reference" && inline.show === "page") return pageOf(inline.target);
      if (inline.type === "reference" && inline.show === "note") return inline.text;
      return "children" in inline ? withNotes(inline.children, reading) : inlineText([inline]);
    })
    .join("");
};

const tableOf = (table: Table, words: (inlines: readonly Inline[]) => string): readonly Spoken[] => {
  const named =
    table.columns.length > 1 &&
    table.columns[0]?.align === "start" &&
    table.rows.every((row) => (row.cells[0]?.children.length ?? 0) > 0);
  const caption = table.prefix + words(table.caption);
  return [
    ...(caption ? [["Caption", caption] as const] : []),
    ...table.head.flatMap((row) => row.cells.map((cell) => ["TH Column", words(cell.children)] as const)),
    ...table.rows.flatMap((row) =>
      row.cells.map((cell, index) => [named && index === 0 ? "TH Row" : "TD", words(cell.children)] as const),
    ),
  ];
};

const itemMarks = (list: List, depth: number, part: Edition["style"]["list"]["marks"]): readonly string[] =>
  list.items.map((_, index) =>
    list.ordered ? `${list.start + index}.` : (part[Math.min(depth, part.length - 1)] as string),
  );

/** What a part says, from its document alone: every block in its order, notes where they are called. */
const spokenOfPart = (part: Part, { style }: Edition, pageOf: Reading["pageOf"]): readonly Spoken[] => {
  const { document, language, pictures, images } = part;
  const reading: Reading = { called: new Set(), pageOf };
  const words = (inlines: readonly Inline[]): string => withNotes(inlines, reading);
  const blocks = (all: readonly Block[], level: number, depth: number): readonly Spoken[] =>
    all.flatMap((block) => {
      const handlers: Handlers<Block, readonly Spoken[]> = {
        section: (node: Section) => {
          if (node.head === "none") return blocks(node.children, level, depth);
          const head: Spoken = [`H${level + 1}`, node.prefix + words(node.title) + node.suffix];
          return [head, ...blocks(node.children, level + 1, depth)];
        },
        paragraph: (node) => [["P", words(node.children)]],
        list: (node) => {
          const marks = itemMarks(node, depth, style.list.marks);
          return node.items.flatMap((item, index) => [
            ["Lbl", marks[index] as string] as const,
            ...blocks(item.children, level, depth + 1),
          ]);
        },
        quote: (node) => blocks(node.children, level, depth),
        figure: (node) => {
          const picture = pictures[node.id];
          const drawn = picture !== undefined || (node.body.type === "image" && images.has(node.body.name));
          const data = picture && node.body.type === "chart" ? chartTable(node.body, language) : undefined;
          return [
            [drawn ? "Figure" : "P", drawn ? node.alt : `[[${node.id}]]`],
            ["Caption", node.prefix + words(node.caption)],
            ...[node.note, node.source].flatMap((line): readonly Spoken[] => (line ? [["P", words(line)]] : [])),
            ...(data?.groups ?? []).flatMap(({ title, rows }): readonly Spoken[] => {
              const used = data?.columns.map((_, index) => index === 0 || rows.some((row) => row[index]?.text)) ?? [];
              const kept = <T>(items: readonly T[] | undefined): readonly T[] =>
                (items ?? []).filter((_, index) => used[index]);
              return [
                ...(title ? [["Caption", title] as const] : []),
                ...kept(data?.columns).map(({ text }): Spoken => [text ? "TH Column" : "TD", text]),
                ...rows.flatMap((row) =>
                  kept(row).map(({ text }, index): Spoken => [index === 0 ? "TH Row" : "TD", text]),
                ),
              ];
            }),
            ...(data?.notes ?? []).map((note): Spoken => ["P", note]),
          ];
        },
        table: (node) => tableOf(node, words),
      };
      return handle(handlers, block);
    });
  return [["P", document.title], ["P", document.issuer], ["P", document.date], ...blocks(document.sections, 0, 0)];
};

/** What the parts of a volume say; of its pages, only the labels that references print. */
export const spokenOf = ({ edition, pages }: LaidOut): readonly (readonly Spoken[])[] =>
  edition.parts.map((part, index) =>
    spokenOfPart(part, edition, (target) => pages.labels[(pages.blocks[`${index}/${target}`]?.[0] ?? 0) - 1] ?? "?")
      .map(([role, words]): Spoken => [role, sound(words)])
      .filter(([role, words]) => words !== "" || role === "TD" || role.startsWith("TH")),
  );

/** A finished file as its structure tree has it. */
export type TaggedFile = { readonly root: TaggedElement; readonly marked: MarkedPages };

export const readTagged = (bytes: Uint8Array): TaggedFile => {
  const file = readPdf(bytes);
  const pages = pagesOf(file);
  const root = readTree(file, new Map(pages.map(({ ref, number }) => [ref?.number ?? -1, number])));
  if (!root) throw new Error("the file has no structure tree");
  return { root, marked: readMarked(file, pages) };
};

const leaf = /^(H[1-6]|P|Lbl|Caption|TH|TD|Figure)$/;

/** What is said from an element down, without the contents. */
export const spokenIn = (element: TaggedElement, marked: MarkedPages): readonly Spoken[] => {
  const { role } = element;
  if (role === "TOC") return [];
  if (!leaf.test(role)) return element.kids.flatMap((kid) => (kid.kind === "element" ? spokenIn(kid, marked) : []));
  const scope = element.attributes.get("Scope") as { name?: string } | undefined;
  const name = scope?.name === undefined ? role : `${role} ${scope.name}`;
  return [[name, sound(role === "Figure" ? (element.alt ?? "") : heard(element, marked))]];
};
