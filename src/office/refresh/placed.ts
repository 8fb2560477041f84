import type { FigureControl } from "../figures.ts";

/** A figure that an edited file shows anew. */
export type Placed = {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  /** By what it was found. */
  readonly by: FigureControl["by"] | "bookmark" | "alignment";
};
