import type { Json } from "../model/document.ts";
import type { Note } from "./fault.ts";
import { isObject } from "./json.ts";

/** What a chart may be made of. Beyond this nobody reads it in print, and a specification could stop the program. */
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
  /** Seconds for one chart: two are usual, a busy machine takes ten times as long. */
  seconds: 40,
  /** Megabytes of the drawing thread. */
  memory: 1024,
} as const;

/** Reports `chart-too-large`; what is not within limits is not looked at further. */
export const checkLimits = (spec: Json, rows: number, note: Note): boolean => {
  const fault = (message: string): false => {
    note({ rule: "chart-too-large", message, path: [] });
    return false;
  };
  if (rows > limits.rows) return fault(`the chart has ${rows} rows; the limit is ${limits.rows}`);
  let level: readonly Json[] = [spec];
  let parts = 0;
  for (let depth = 0; level.length > 0; depth++) {
    parts += level.length;
    if (depth > limits.depth) return fault(`the specification is nested deeper than ${limits.depth} levels`);
    if (parts > limits.parts) return fault(`the specification has more than ${limits.parts} parts`);
    level = level.flatMap((value) => (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []));
  }
  return true;
};
