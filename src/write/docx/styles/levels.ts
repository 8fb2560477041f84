import type { Style } from "../../../model/style.ts";

/** Which head styles a volume needs: levels that have display heads, and levels that have run-in heads. */
export type HeadLevels = { readonly display: ReadonlySet<number>; readonly runIn: ReadonlySet<number> };

/** Deepest level that Word has a heading style for. */
export const deepestHeading = 9;
/** Deepest level of heads that the contents list. */
export const contentsDepth = ({ contents }: Style): number => Math.min(contents.depth, deepestHeading);
/** Deepest level that Word has list styles for. */
export const deepestList = 5;

/**
 * Id of the style of a head. Word's own heading of a level belongs to its display heads, and to its run-in heads where
 * it has no others.
 */
export const headingId = (level: number, head: "display" | "run-in", levels: HeadLevels): string => {
  const depth = Math.min(level, deepestHeading);
  return head === "run-in" && levels.display.has(depth) ? `RunInHeading${depth}` : `Heading${depth}`;
};
