import type { Chart, Json } from "../model/document.ts";
import { layerPaths } from "./expand.ts";
import type { Note } from "./fault.ts";
import { isObject } from "./json.ts";

/**
 * What a chart may be made of, and how much work it may be: counted, so that the same chart is drawn on a slow machine as
 * on a fast one. Beyond this nobody reads it in print, and a specification could stop the program.
 */
export const limits = {
  rows: 1000,
  /** Levels of nesting. */
  depth: 40,
  /** Objects, lists and values of a specification. */
  parts: 20_000,
  /** Characters of an expression. */
  expression: 1000,
  /** Ticks of an axis. */
  ticks: 100,
  /** Marks of the finished picture. */
  marks: 20_000,
  /** Layers, counted in each panel. */
  views: 400,
  /** Expressions that are computed and channels of marks that are set, in all attempts to fit the width. */
  steps: 5_000_000,
  /** Seconds without any step after which the thread counts as stuck; no machine is that slow. */
  stuck: 600,
  /** Megabytes of the drawing thread. */
  memory: 1024,
} as const;
export type Limits = { readonly [name in keyof typeof limits]: number };

/** Reports `chart-too-large`; what is not within limits is not looked at further. */
export const checkLimits = (
  { spec, rows, panels }: Pick<Chart, "spec" | "rows" | "panels">,
  limits: Limits,
  note: Note,
): boolean => {
  const fault = (message: string): false => {
    note({ rule: "chart-too-large", message, path: [] });
    return false;
  };
  if (rows.length > limits.rows) return fault(`the chart has ${rows.length} rows; the limit is ${limits.rows}`);
  let level: readonly Json[] = [spec];
  let parts = 0;
  for (let depth = 0; level.length > 0; depth++) {
    parts += level.length;
    if (depth > limits.depth) return fault(`the specification is nested deeper than ${limits.depth} levels`);
    if (parts > limits.parts) return fault(`the specification has more than ${limits.parts} parts`);
    level = level.flatMap((value) => (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []));
  }
  const views = layerPaths(spec).length * Math.max(1, panels.length);
  if (views > limits.views)
    return fault(`the chart has ${views} layers in all its panels; the limit is ${limits.views}`);
  return true;
};
