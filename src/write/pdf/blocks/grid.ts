import type { Item } from "../../../typeset/index.ts";
import { type Content, shifted } from "../content.ts";

const missing = (height: number, grid: number): number => Math.ceil(height / grid - 1e-6) * grid - height;

const lowered = (item: Item<Content>, by: number, height: number): Item<Content> => ({
  ...item,
  content: { ...item.content, marks: shifted(item.content.marks, 0, by) },
  height,
});

/**
 * Items of any height with the space after them, made to take whole lines of the grid: text that follows stands on its
 * line and as far from them as asked; what is left over stands above.
 */
export const aboveText = (items: readonly Item<Content>[], grid: number): readonly Item<Content>[] => {
  const [first, ...rest] = items;
  if (!first) return [];
  const height = items.reduce((sum, item) => sum + item.height, 0) + (items.at(-1)?.after ?? 0);
  const slack = missing(height, grid);
  return [{ ...lowered(first, slack, first.height + slack), onGrid: true }, ...rest];
};

/** The same for what stands where it stands at the head of a page: what is left over goes below. */
export const fromTop = (items: readonly Item<Content>[], grid: number): readonly Item<Content>[] => {
  const last = items.at(-1);
  if (!last) return [];
  const height = items.reduce((sum, item) => sum + item.height, 0) + last.after;
  const after = last.after + missing(height, grid);
  return items.map((item, index) => ({
    ...item,
    onGrid: index === 0,
    after: index === items.length - 1 ? after : item.after,
  }));
};

/** An item made to take whole lines of the grid, in the middle of them. */
export const betweenText = (item: Item<Content>, grid: number): Item<Content> => {
  const slack = missing(item.height, grid);
  return { ...lowered(item, slack / 2, item.height + slack), onGrid: true };
};
