import type { Block, Chart, Document, Figure, Inline, Section } from "./document.ts";

/** One small function per node type: a new node does not compile until every user of it says what to do. */
export type Handlers<N extends { readonly type: string }, Out> = {
  readonly [T in N["type"]]: (node: Extract<N, { readonly type: T }>) => Out;
};

/** Applies the handler of a node's type. */
export const handle = <N extends { readonly type: string }, Out>(handlers: Handlers<N, Out>, node: N): Out =>
  (handlers[node.type as N["type"]] as (node: N) => Out)(node);

const blocksIn: Handlers<Block, readonly Block[]> = {
  section: (node) => node.children,
  paragraph: () => [],
  list: (node) => node.items.flatMap((item) => item.children),
  quote: (node) => node.children,
  figure: () => [],
  table: () => [],
};

const inlinesIn: Handlers<Block, readonly Inline[]> = {
  section: (node) => node.title,
  paragraph: (node) => node.children,
  list: () => [],
  quote: () => [],
  figure: (node) => [...node.caption, ...(node.note ?? []), ...(node.source ?? [])],
  table: (node) => [
    ...node.caption,
    ...[...node.head, ...node.rows].flatMap((row) => row.cells.flatMap((cell) => cell.children)),
  ],
};

const childrenOf: Handlers<Inline, readonly Inline[]> = {
  text: () => [],
  value: () => [],
  emphasis: (node) => node.children,
  strong: (node) => node.children,
  superscript: (node) => node.children,
  subscript: (node) => node.children,
  foreign: (node) => node.children,
  link: (node) => node.children,
  reference: () => [],
  note: (node) => node.children,
  break: () => [],
};

/** Every block below the given ones in reading order, parents before children. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* walkBlocks(handle(blocksIn, block));
  }
}

/** Every inline below the given ones in reading order, parents before children. */
export function* walkInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    yield* walkInlines(handle(childrenOf, inline));
  }
}

/** The inlines that a block itself holds (not those of blocks inside it). */
export const inlinesOf = (block: Block): readonly Inline[] => handle(inlinesIn, block);

/** Every section of a document in reading order. */
export const sectionsOf = (document: Document): readonly Section[] =>
  [...walkBlocks(document.sections)].filter((block) => block.type === "section");

/** The chart of a figure that holds one. */
export const chartOf = ({ body }: Figure): Chart | undefined => (body.type === "chart" ? body : undefined);
