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

/** A block, or a note, while what stands inside it is named: ids of now and of composing, prints of each key so far. */
type Owner = { readonly own: Id; readonly id: Id; readonly prints: Map<Key, number>; notes: number };

const ownerOf = (own: Id, nameOf: NameOf, prints: Iterable<readonly [Key, number]> = []): Owner => ({
  own,
  id: nameOf(own),
  prints: new Map(prints),
  notes: 0,
});

const inlineNames = (owner: Owner, nameOf: NameOf): Handlers<Inline, Inline> => {
  const inside = <T extends { readonly children: readonly Inline[] }>(node: T): T => ({
    ...node,
    children: named(node.children, owner, nameOf),
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
    reference: (node) => ({ ...node, target: nameOf(node.target) }),
    note: (node) => {
      owner.notes += 1;
      const note = ownerOf(node.id || `${owner.own}.n${owner.notes}`, nameOf);
      return { ...node, id: note.id, children: named(node.children, note, nameOf) };
    },
    break: (node) => node,
  };
};

const named = (inlines: readonly Inline[], owner: Owner, nameOf: NameOf): readonly Inline[] => {
  const names = inlineNames(owner, nameOf);
  return inlines.map((inline) => handle(names, inline));
};

const namedCell = (cell: Cell, own: Id, table: Owner, nameOf: NameOf): Cell => ({
  ...cell,
  id: nameOf(cell.id || own),
  children: named(cell.children, table, nameOf),
});

const namedRows = (rows: readonly Row[], letter: "h" | "r", table: Owner, nameOf: NameOf): readonly Row[] =>
  rows.map((row, index) => {
    const own = row.id || `${table.own}.${letter}${index + 1}`;
    const cells = row.cells.map((cell, column) => namedCell(cell, `${own}.c${column + 1}`, table, nameOf));
    return { ...row, id: nameOf(own), cells };
  });

const namedItem = (item: ListItem, nameOf: NameOf): ListItem => ({
  ...item,
  id: nameOf(item.id),
  children: item.children.map((child) => namedBlock(child, nameOf)),
});

/** What a chart prints is counted before the words below it; it prints each key once. */
const namedFigure = (figure: Figure, nameOf: NameOf): Figure => {
  const { caption, note, source, body } = figure;
  const values = body.type === "chart" ? body.values : [];
  const owner = ownerOf(
    figure.id,
    nameOf,
    values.map(({ key }) => [key, 1]),
  );
  return {
    ...figure,
    id: owner.id,
    caption: named(caption, owner, nameOf),
    ...(note && { note: named(note, owner, nameOf) }),
    ...(source && { source: named(source, owner, nameOf) }),
  };
};

const blockNames = (nameOf: NameOf): Handlers<Block, Block> => ({
  section: (node) => {
    const owner = ownerOf(node.id, nameOf);
    const title = named(node.title, owner, nameOf);
    return { ...node, id: owner.id, title, children: node.children.map((child) => namedBlock(child, nameOf)) };
  },
  paragraph: (node) => {
    const owner = ownerOf(node.id, nameOf);
    return { ...node, id: owner.id, children: named(node.children, owner, nameOf) };
  },
  list: (node) => ({ ...node, id: nameOf(node.id), items: node.items.map((item) => namedItem(item, nameOf)) }),
  quote: (node) => ({
    ...node,
    id: nameOf(node.id),
    children: node.children.map((child) => namedBlock(child, nameOf)),
  }),
  figure: (node) => namedFigure(node, nameOf),
  table: (node) => {
    const owner = ownerOf(node.id, nameOf);
    return {
      ...node,
      id: owner.id,
      caption: named(node.caption, owner, nameOf),
      head: namedRows(node.head, "h", owner, nameOf),
      rows: namedRows(node.rows, "r", owner, nameOf),
    };
  },
});

const namedBlock = (block: Block, nameOf: NameOf): Block => handle(blockNames(nameOf), block);

/** The document with an id for everything inside its blocks: rows, cells, notes, printed figures. */
export const withIds = (document: Document, nameOf: NameOf = (own) => own): Document => ({
  ...document,
  sections: document.sections.map((section) => namedBlock(section, nameOf) as Section),
  choices: document.choices.map((choice) => ({ ...choice, blocks: choice.blocks.map(nameOf) })),
});

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
