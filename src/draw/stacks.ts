import type { Json } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import type { Columns } from "./columns.ts";
import type { Note } from "./fault.ts";
import { isObject, partsOf } from "./json.ts";

/** Where a specification stretches stacks to one length, so that they show parts of a whole. */
const normalizedAt = (spec: Json): JsonPath | undefined => {
  for (const [path, value] of partsOf(spec)) {
    if (path[0] === "usermeta") continue;
    if (path.at(-1) === "stack" && value === "normalize") return path;
    if (path.at(-2) === "transform" && isObject(value) && "stack" in value && value.offset === "normalize") return path;
  }
  return undefined;
};

/** Whether a stack stands at each category; else one holds them all. */
const stacksByCategory = (spec: Json): boolean =>
  [...partsOf(spec)].some(
    ([path, value]) => value === "category" && path.at(-1) === "field" && (path.at(-2) === "x" || path.at(-2) === "y"),
  );

/** Whether bars show parts of their stack instead of values. */
export const isNormalized = (spec: Json): boolean => normalizedAt(spec) !== undefined;

/**
 * Parts of a whole have a length only where none is below zero and there is a whole. Reports `not-a-share`.
 */
export const checkStacks = (spec: Json, rows: readonly Columns[], note: Note): void => {
  const path = normalizedAt(spec);
  if (!path) return;
  const negative = rows.find(({ value }) => Number(value ?? 0) < 0);
  if (negative)
    note({
      rule: "not-a-share",
      message: `${negative.key} is below zero and can be no part of a stack of one length`,
      path,
      key: negative.key,
      hint: "draw the values themselves, without normalize",
    });
  const nameOf = ({ panel_id, category }: Columns): string =>
    JSON.stringify([panel_id, stacksByCategory(spec) ? category : ""]);
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(nameOf(row), (totals.get(nameOf(row)) ?? 0) + Number(row.value ?? 0));
  const empty = negative ? undefined : rows.find((row) => totals.get(nameOf(row)) === 0);
  if (empty)
    note({
      rule: "not-a-share",
      message: `the stack of ${empty.key} sums to zero and has no parts`,
      path,
      key: empty.key,
      hint: "leave it out, or draw the values themselves",
    });
};
