import type { Choice, Id } from "../model/document.ts";
import type { Chosen } from "../template/rope.ts";

/** What a block takes of a rope; 0-based offsets, `to` exclusive. A section reaches up to the next head of its rank. */
export type Extent = {
  readonly id: Id;
  readonly kind: "section" | "block";
  readonly from: number;
  readonly to: number;
};

const smallest = (extents: readonly Extent[]): Extent | undefined =>
  extents.reduce<Extent | undefined>(
    (best, one) => (best && best.to - best.from <= one.to - one.from ? best : one),
    undefined,
  );

/** Whether a branch that printed nothing stands inside a block, and not in a line of its own before it. */
const isInside = (at: number, { closesLine }: Chosen, { from, to }: Extent): boolean =>
  at > from ? at <= to : at === from && !closesLine;

const blocksOf = (choice: Chosen, extents: readonly Extent[]): readonly Id[] => {
  const { from, to } = choice;
  const blocks = extents.filter(({ kind }) => kind === "block");
  const around =
    from === to
      ? blocks.filter((block) => isInside(from, choice, block))
      : blocks.filter((block) => block.from <= from && to <= block.to);
  const innermost = smallest(around);
  if (innermost) return [innermost.id];
  const made = from === to ? [] : extents.filter((one) => one.from < to && one.to > from && one.from >= from);
  const inOrder = made.toSorted((a, b) => a.from - b.from || b.to - a.to);
  if (made.length > 0) return [...new Set(inOrder.map(({ id }) => id))];
  const section = smallest(
    extents.filter(({ kind, from: start, to: end }) => kind === "section" && start <= from && from <= end),
  );
  return section ? [section.id] : [];
};

/** The choices of a template with the blocks that they are about. */
export const choicesOf = (choices: readonly Chosen[], extents: readonly Extent[]): readonly Choice[] =>
  choices.map((choice) => {
    const { place, fact, branch } = choice;
    return { place, fact, branch, blocks: blocksOf(choice, extents) };
  });
