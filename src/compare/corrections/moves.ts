import type { Block, Document, Id } from "../../model/document.ts";

/** A block and what holds it: a section, an item of a list; "" for the document. */
type Held = { readonly block: Block; readonly holder: Id };

const held = (blocks: readonly Block[], holder: Id): readonly Held[] =>
  blocks.flatMap((block): readonly Held[] => {
    const own: Held = { block, holder };
    if (block.type === "section" || block.type === "quote") return [own, ...held(block.children, block.id)];
    if (block.type === "list") return [own, ...block.items.flatMap((item) => held(item.children, item.id))];
    return [own];
  });

/** Positions in a list that stay when it becomes the other with the fewest moves: a longest increasing subsequence. */
const staying = (order: readonly number[]): ReadonlySet<number> => {
  // ends[k]: position at which a subsequence of length k + 1 ends lowest.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [position, value] of order.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = position;
  }
  const stays = new Set<number>();
  for (let last = ends.at(-1) ?? -1; last >= 0; last = previous[last] as number) stays.add(last);
  return stays;
};

/** The blocks that stand elsewhere than before, each without what stands in it: in another section, or in another order. */
export const movedBlocks = (before: Document, after: Document): ReadonlySet<Id> => {
  const then = new Map(held(before.sections, "").map((one, index) => [one.block.id, { ...one, index }] as const));
  const byHolder = new Map<Id, Block[]>();
  for (const { block, holder } of held(after.sections, "")) {
    const known = byHolder.get(holder);
    if (known) known.push(block);
    else byHolder.set(holder, [block]);
  }
  const moved = new Set<Id>();
  for (const [holder, blocks] of byHolder) {
    const known = blocks.flatMap(({ id }) => {
      const was = then.get(id);
      if (was && was.holder !== holder) moved.add(id);
      return was?.holder === holder ? [{ id, index: was.index }] : [];
    });
    const stays = staying(known.map(({ index }) => index));
    for (const [position, { id }] of known.entries()) if (!stays.has(position)) moved.add(id);
  }
  return moved;
};
