import type {
  Block,
  Cell,
  ChartValue,
  Document,
  Figure,
  Id,
  Inline,
  ListItem,
  Row,
  Section,
  Value,
} from "./document.ts";
import type { Key } from "./figure.ts";
import { chartOf, type Handlers, handle, inlinesOf, walkBlocks, walkInlines } from "./walk.ts";

/**
 * The identity of what is printed. Everything that page map, controls, uses, corrections and translation speak of has one
 * id: blocks as their author or their place names them (`creation`, `creation.p2`), what stands inside a block after it:
 * a row `table.r2` (of the head `table.h1`), a cell `table.r2.c3`, a note `creation.p2.n1`, a printed figure
 * `creation.p2:patents.total`, its second print in the same block `creation.p2:patents.total#2`.
 */

/** The id of the nth print of a figure in a block (a note counts as a block of its own). */
export const valueId = (block: Id, key: Key, ordinal = 1): Id => `${block}:${key}${ordinal === 1 ? "" : `#${ordinal}`}`;

/** What the id of a printed figure says; `undefined` for ids of anything else. */
export const readValueId = (
  id: Id,
): { readonly block: Id; readonly key: Key; readonly ordinal: number } | undefined => {
  const [, block, key, ordinal = "1"] = /^([^:#]+):([^:#]+)(?:#(\d+))?$/.exec(id) ?? [];
  return block === undefined || key === undefined ? undefined : { block, key, ordinal: Number(ordinal) };
};

/** Gives the name that a thing has from now on; `own` is the one that it was composed with. */
export type NameOf = (own: Id) => Id;

/** Names while they are given. `notes`: ids of the notes so far by their numbers, for what calls them again. */
type Naming = { readonly nameOf: NameOf; readonly notes: Map<number, Id> };

/** A block, or a note, while what stands inside it is named: ids of now and of composing, prints of each key so far. */
type Owner = { readonly own: Id; readonly id: Id; readonly prints: Map<Key, number>; notes: number };

const ownerOf = (own: Id, naming: Naming, prints: Iterable<readonly [Key, number]> = []): Owner => ({
  own,
  id: naming.nameOf(own),
  prints: new Map(prints),
  notes: 0,
});

const inlineNames = (owner: Owner, naming: Naming): Handlers<Inline, Inline> => {
  const inside = <T extends { readonly children: readonly Inline[] }>(node: T): T => ({
    ...node,
    children: named(node.children, owner, naming),
  });
  return {
    text: (node) => node,
    value: (node) => {
      const ordinal = (owner.prints.get(node.key) ?? 0) + 1;
      owner.prints.set(node.key, ordinal);
      return { ...node, id: valueId(owner.id, node.key, ordinal) };
    },
    emphasis: inside,
    strong: inside,
    superscript: inside,
    subscript: inside,
    foreign: inside,
    link: inside,
    reference: (node) => {
      const target = node.show === "note" && node.target === "" ? naming.notes.get(Number(node.text)) : undefined;
      return { ...node, target: target ?? naming.nameOf(node.target) };
    },
    note: (node) => {
      owner.notes += 1;
      const note = ownerOf(node.id || `${owner.own}.n${owner.notes}`, naming);
      naming.notes.set(node.number, note.id);
      return { ...node, id: note.id, children: named(node.children, note, naming) };
    },
    break: (node) => node,
  };
};

const named = (inlines: readonly Inline[], owner: Owner, naming: Naming): readonly Inline[] => {
  const names = inlineNames(owner, naming);
  return inlines.map((inline) => handle(names, inline));
};

const namedCell = (cell: Cell, own: Id, table: Owner, naming: Naming): Cell => ({
  ...cell,
  id: naming.nameOf(cell.id || own),
  children: named(cell.children, table, naming),
});

const namedRows = (rows: readonly Row[], letter: "h" | "r", table: Owner, naming: Naming): readonly Row[] =>
  rows.map((row, index) => {
    const own = row.id || `${table.own}.${letter}${index + 1}`;
    const cells = row.cells.map((cell, column) => namedCell(cell, `${own}.c${column + 1}`, table, naming));
    return { ...row, id: naming.nameOf(own), cells };
  });

const namedItem = (item: ListItem, naming: Naming): ListItem => ({
  ...item,
  id: naming.nameOf(item.id),
  children: item.children.map((child) => namedBlock(child, naming)),
});

/** What a chart prints is counted before the words below it; it prints each key once. */
const namedFigure = (figure: Figure, naming: Naming): Figure => {
  const { caption, note, source, body } = figure;
  const values = body.type === "chart" ? body.values : [];
  const owner = ownerOf(
    figure.id,
    naming,
    values.map(({ key }) => [key, 1]),
  );
  return {
    ...figure,
    id: owner.id,
    caption: named(caption, owner, naming),
    ...(note && { note: named(note, owner, naming) }),
    ...(source && { source: named(source, owner, naming) }),
  };
};

const blockNames = (naming: Naming): Handlers<Block, Block> => ({
  section: (node) => {
    const owner = ownerOf(node.id, naming);
    const title = named(node.title, owner, naming);
    return { ...node, id: owner.id, title, children: node.children.map((child) => namedBlock(child, naming)) };
  },
  paragraph: (node) => {
    const owner = ownerOf(node.id, naming);
    return { ...node, id: owner.id, children: named(node.children, owner, naming) };
  },
  list: (node) => ({ ...node, id: naming.nameOf(node.id), items: node.items.map((item) => namedItem(item, naming)) }),
  quote: (node) => ({
    ...node,
    id: naming.nameOf(node.id),
    children: node.children.map((child) => namedBlock(child, naming)),
  }),
  figure: (node) => namedFigure(node, naming),
  table: (node) => {
    const owner = ownerOf(node.id, naming);
    return {
      ...node,
      id: owner.id,
      caption: named(node.caption, owner, naming),
      head: namedRows(node.head, "h", owner, naming),
      rows: namedRows(node.rows, "r", owner, naming),
    };
  },
});

const namedBlock = (block: Block, naming: Naming): Block => handle(blockNames(naming), block);

/** The document with an id for everything inside its blocks: rows, cells, notes, printed figures. */
export const withIds = (document: Document, nameOf: NameOf = (own) => own): Document => {
  const naming: Naming = { nameOf, notes: new Map() };
  return {
    ...document,
    sections: document.sections.map((section) => namedBlock(section, naming) as Section),
    choices: document.choices.map((choice) => ({ ...choice, blocks: choice.blocks.map(nameOf) })),
  };
};

/** A printed figure and the block that prints it. */
export type Print = { readonly value: Value | ChartValue; readonly block: Block };

/** Every printed figure of a document by its id, in reading order; those of a chart before the words below it. */
export const printsOf = ({ sections }: Pick<Document, "sections">): ReadonlyMap<Id, Print> => {
  const prints = new Map<Id, Print>();
  for (const block of walkBlocks(sections)) {
    const drawn = block.type === "figure" ? (chartOf(block)?.values ?? []) : [];
    const inWords = [...walkInlines(inlinesOf(block))].filter((inline) => inline.type === "value");
    for (const value of [...drawn, ...inWords]) prints.set(value.id, { value, block });
  }
  return prints;
};
