import type { Json } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Columns } from "./columns.ts";
import { readExpression } from "./expression.ts";
import type { Note } from "./fault.ts";
import { isObject, type JsonObject, partsOf } from "./json.ts";

/** Members that hold an expression. `filter` and `test` may hold a predicate instead. */
const expressions = new Set(["expr", "calculate", "filter", "test", "labelExpr"]);
const inUsermeta = (path: JsonPath): boolean => path[0] === "usermeta";

/** Columns that the specification's own transforms add. */
const madeColumns = (spec: Json): ReadonlySet<string> =>
  new Set(
    [...partsOf(spec)].flatMap(([path, value]) => {
      if (path.at(-1) !== "as" || inUsermeta(path)) return [];
      return (Array.isArray(value) ? value : [value]).filter((name): name is string => typeof name === "string");
    }),
  );

const parameters = (spec: Json): ReadonlySet<string> => {
  const params = isObject(spec) && Array.isArray(spec.params) ? spec.params : [];
  return new Set(params.flatMap((param) => (isObject(param) && typeof param.name === "string" ? [param.name] : [])));
};

/** Names of columns that stand in a member: a field, or the fields that a stack is grouped by. */
const namesIn = (path: JsonPath, value: Json): readonly (readonly [JsonPath, string])[] => {
  const name = path.at(-1);
  if (name === "field" && typeof value === "string") return [[path, value]];
  if (name === "stack" && typeof value === "string" && path.at(-3) === "transform") return [[path, value]];
  if (name === "groupby" && Array.isArray(value))
    return value.flatMap((item, index) => (typeof item === "string" ? [[[...path, index], item] as const] : []));
  return [];
};

/** Values that a column may have, though no row of today has them. */
const vocabulary: Readonly<Record<string, readonly Json[]>> = {
  status: ["stated", "derived", "not-published"],
  first: [true, false],
  last: [true, false],
  rated: [true, false],
};

/** What a filter by values asks for must be in the column, or the layer is silently empty. */
const wantedValues = (predicate: JsonObject): readonly (readonly [JsonPath, Json])[] => {
  const { equal, oneOf } = predicate;
  if (equal !== undefined) return [[["equal"], equal]];
  return Array.isArray(oneOf) ? oneOf.map((value, index) => [["oneOf", index], value] as const) : [];
};

/**
 * Checks every column that a specification reads against the rows it is given.
 *
 * Reports `unknown-field`, `not-a-number`, `unknown-value`, `bad-expression`.
 */
export const checkFields = (spec: Json, rows: readonly Columns[], note: Note): void => {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const made = madeColumns(spec);
  const known = [...columns, ...made];
  const names = parameters(spec);
  const unknown = (path: JsonPath, name: string): boolean => {
    if (columns.has(name) || made.has(name)) return false;
    note({
      rule: "unknown-field",
      message: `there is no column "${name}"`,
      path,
      hint: didYouMean(name, known).hint ?? `one of ${known.join(", ")}`,
    });
    return true;
  };
  for (const [path, value] of partsOf(spec)) {
    if (inUsermeta(path)) continue;
    for (const [at, name] of namesIn(path, value)) unknown(at, name);
    if (
      isObject(value) &&
      value.type === "quantitative" &&
      typeof value.field === "string" &&
      columns.has(value.field)
    ) {
      const wrong = rows.find((row) => {
        const cell = row[value.field as string];
        return cell !== undefined && cell !== null && !(typeof cell === "number" && Number.isFinite(cell));
      });
      if (wrong)
        note({
          rule: "not-a-number",
          message: `the column "${value.field}" holds ${JSON.stringify(wrong[value.field])}, which has no length`,
          path: [...path, "field"],
          key: wrong.key,
          hint: 'draw the column "value"; print the column "text"',
        });
    }
    if (isObject(value) && typeof value.field === "string" && columns.has(value.field)) {
      const column = new Set([
        ...rows.map((row) => row[value.field as string] as Json),
        ...(vocabulary[value.field] ?? []),
      ]);
      for (const [inside, wanted] of wantedValues(value))
        if (!column.has(wanted))
          note({
            rule: "unknown-value",
            message: `no row has ${JSON.stringify(wanted)} in "${value.field}"`,
            path: [...path, ...inside],
            ...didYouMean(String(wanted), [...column].map(String)),
          });
    }
    if (expressions.has(String(path.at(-1))) && typeof value === "string") {
      // Labels of axes and legends see their tick, not a row.
      const isLabel = path.at(-1) === "labelExpr";
      const { fields, problems } = readExpression(value, names);
      for (const problem of problems) note({ rule: "bad-expression", path, ...problem });
      if (!isLabel) for (const field of fields) unknown(path, field);
    }
  }
};
