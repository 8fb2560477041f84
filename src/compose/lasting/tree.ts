import type { Block, Document, Id, Inline, Row, Table } from "../../model/document.ts";
import { printsNumber } from "../../model/text.ts";
import { type Handlers, handle, inlinesOf, walkInlines } from "../../model/walk.ts";

/** What is named by its place, each kind counted by itself below its owner: `creation.p2`, `tab.r1`, `tab.c2`. */
export const letters = {
  paragraph: "p",
  list: "l",
  item: "i",
  quote: "q",
  note: "n",
  head: "h",
  row: "r",
  column: "c",
} as const;
export type PlacedKind = keyof typeof letters;

/** A thing with an id: what its author named, or what is named by its place below its owner. */
export type Named = {
  /** Of a column: that of its table with `.c` and its number. */
  readonly id: Id;
  readonly kind: PlacedKind | "authored";
  /** Words and, for each printed figure, its key in braces: what is recognised when ids and values are not the same. */
  readonly words: readonly string[];
  readonly keys: readonly string[];
  readonly children: readonly Named[];
};

const units = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+|[^\s]/gu;

type Content = Pick<Named, "words" | "keys">;
const contentOf = (inlines: readonly Inline[]): Content => {
  const keys: string[] = [];
  const words = [...walkInlines(inlines)].flatMap((inline): readonly string[] => {
    if (inline.type === "text") return inline.text.match(units) ?? [];
    if (inline.type === "reference") return [`{${inline.target}}`];
    if (inline.type !== "value") return [];
    if (!printsNumber(inline)) return [`{${inline.form} ${inline.key}}`];
    keys.push(inline.key);
    return [`{${inline.key}}`];
  });
  return { words, keys };
};

const joined = (parts: readonly Content[]): Content => ({
  words: parts.flatMap(({ words }) => words),
  keys: parts.flatMap(({ keys }) => keys),
});

/** The notes that inlines call, and what they call themselves. */
const notesIn = (inlines: readonly Inline[]): readonly Named[] =>
  inlines.flatMap((inline): readonly Named[] => {
    if (inline.type === "note")
      return [{ id: inline.id, kind: "note", ...contentOf(inline.children), children: notesIn(inline.children) }];
    return "children" in inline ? notesIn(inline.children) : [];
  });

const rowsOf = (rows: readonly Row[], kind: "head" | "row"): readonly Named[] =>
  rows.map(({ id, cells }) => ({ id, kind, ...contentOf(cells.flatMap((cell) => cell.children)), children: [] }));

/** The number of a cell's column, the last part of its id. */
export const columnNumber = (cell: Id): number => Number(/\.c(\d+)$/.exec(cell)?.[1] ?? 0);

/** Columns by their heads; those without head by all that stands in them. */
const columnsOf = ({ id, head, rows }: Table): readonly Named[] => {
  const [first] = [...head, ...rows];
  return (first?.cells ?? []).map((cell, index) => {
    const own = (from: readonly Row[]): readonly Inline[] => from.flatMap(({ cells }) => cells[index]?.children ?? []);
    const named = contentOf(own(head));
    const content = named.words.length > 0 ? named : contentOf(own(rows));
    return { id: `${id}.c${columnNumber(cell.id)}`, kind: "column", ...content, children: [] };
  });
};

const handlers: Handlers<Block, Named> = {
  section: (node) => ({
    ...{ id: node.id, kind: "authored", ...contentOf(node.title) },
    children: [...notesIn(node.title), ...node.children.map(namedOf)],
  }),
  paragraph: (node) => ({
    ...{ id: node.id, kind: "paragraph", ...contentOf(node.children) },
    children: notesIn(node.children),
  }),
  list: (node) => {
    const items = node.items.map((item): Named => {
      const children = item.children.map(namedOf);
      return { id: item.id, kind: "item", ...joined(children), children };
    });
    return { id: node.id, kind: "list", ...joined(items), children: items };
  },
  quote: (node) => {
    const children = node.children.map(namedOf);
    return { id: node.id, kind: "quote", ...joined(children), children };
  },
  figure: (node) => ({
    ...{ id: node.id, kind: "authored", ...contentOf(inlinesOf(node)) },
    children: notesIn(inlinesOf(node)),
  }),
  table: (node) => ({
    ...{ id: node.id, kind: "authored", ...contentOf(node.caption) },
    children: [
      ...columnsOf(node),
      ...rowsOf(node.head, "head"),
      ...rowsOf(node.rows, "row"),
      ...notesIn(inlinesOf(node)),
    ],
  }),
};

const namedOf = (block: Block): Named => handle(handlers, block);

/** Everything in a document that has an id, below one root. */
export const treeOf = (document: Pick<Document, "sections">): Named => ({
  ...{ id: "", kind: "authored", words: [], keys: [] },
  children: document.sections.map(namedOf),
});

/** A tree's things in reading order, the root first. */
export function* walkTree(named: Named): Generator<Named> {
  yield named;
  for (const child of named.children) yield* walkTree(child);
}

/** The last number of each kind below each owner: `creation.p` → 5. */
export const lastNumbersIn = (tree: Named): Readonly<Record<string, number>> => {
  const last: Record<string, number> = {};
  for (const { id } of walkTree(tree)) {
    const [, name, number] = /^(.+\.[a-z])(\d+)$/.exec(id) ?? [];
    if (name !== undefined) last[name] = Math.max(last[name] ?? 0, Number(number));
  }
  return last;
};
