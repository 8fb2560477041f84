import type { Json } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Note } from "./fault.ts";
import { isObject, type JsonObject } from "./json.ts";

/** What a schema finds wrong with a part, the deeper the more telling. */
type Mismatch = {
  readonly path: JsonPath;
  readonly message: string;
  readonly of: "key" | "value";
  readonly hint?: string;
};

/** JSON Schema (draft 7) as far as the Vega-Lite schema uses it. */
type Schema = {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | readonly Schema[];
};

const typeOf = (value: Json): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const choices = (values: readonly Json[]): string => values.map((value) => JSON.stringify(value)).join(", ");

/** Every scalar that some branch of a schema allows, to name them together. */
const scalarsOf = (schema: Schema, resolve: (schema: Schema) => Schema): readonly Json[] => {
  const here = resolve(schema);
  if (here.anyOf) return here.anyOf.flatMap((branch) => scalarsOf(branch, resolve));
  return here.enum ?? (here.const === undefined ? [] : [here.const]);
};

/**
 * The most telling mismatches of a value that a schema refuses. Of the branches of an `anyOf` the one is told that gets
 * on best with the value: whose discriminating members fit, and whose first fault lies deepest.
 */
const mismatches = (
  value: Json,
  schema: Schema,
  path: JsonPath,
  resolve: (schema: Schema) => Schema,
): readonly Mismatch[] => {
  const here = resolve(schema);
  const type = typeOf(value);
  if (here.anyOf) {
    const tried = here.anyOf.map((branch) => mismatches(value, branch, path, resolve));
    if (tried.some((found) => found.length === 0)) return [];
    const scalars = scalarsOf(here, resolve).filter((scalar) => typeof scalar === "string");
    if (type === "string" && scalars.length > 0 && tried.every((found) => found[0]?.path.length === path.length))
      return [
        {
          path,
          of: "value",
          message: `${choices([value])} is not known here`,
          ...didYouMean(value as string, scalars as readonly string[]),
        },
      ];
    // A branch that only lacks the type of the value says less than one that looks into it.
    const score = (found: readonly Mismatch[]): number => {
      const shallow = found.filter((one) => one.path.length === path.length).length;
      return (
        (found.some((one) => one.message.startsWith("expected") && one.path.length === path.length) ? 1000 : 0) +
        shallow * 10 +
        found.length
      );
    };
    return tried.toSorted((a, b) => score(a) - score(b))[0] ?? [];
  }
  const allowed = here.const !== undefined ? [here.const] : here.enum;
  if (allowed && !allowed.includes(value)) {
    const near = typeof value === "string" ? didYouMean(value, allowed.map(String)) : {};
    return [{ path, of: "value", message: `expected ${choices(allowed)}, not ${choices([value])}`, ...near }];
  }
  const types = here.type === undefined ? [] : [here.type].flat();
  if (types.length > 0 && !types.includes(type) && !(type === "number" && types.includes("integer")))
    return [{ path, of: "value", message: `expected ${types.join(" or ")}, not ${type}` }];
  if (Array.isArray(value)) {
    const { items } = here;
    return value.flatMap((item: Json, index) => {
      const own = Array.isArray(items) ? items[index] : items;
      return own ? mismatches(item, own as Schema, [...path, index], resolve) : [];
    });
  }
  return isObject(value) ? inObject(value, here, path, resolve) : [];
};

const inObject = (
  value: JsonObject,
  schema: Schema,
  path: JsonPath,
  resolve: (schema: Schema) => Schema,
): readonly Mismatch[] => {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required
    .filter((name) => value[name] === undefined)
    .map((name): Mismatch => ({ path, of: "value", message: `expected the member "${name}"` }));
  const members = Object.entries(value).flatMap(([name, member]): readonly Mismatch[] => {
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (own === false) {
      const near = didYouMean(name, Object.keys(properties));
      return [{ path: [...path, name], of: "key", message: `"${name}" is not known here`, ...near }];
    }
    return typeof own === "object" ? mismatches(member, own, [...path, name], resolve) : [];
  });
  return [...missing, ...members];
};

/** The definition that fits a specification's composition, so that the others do not speak. */
const definitionFor = (spec: Json): string => {
  if (!isObject(spec)) return "TopLevelSpec";
  if (spec.facet !== undefined) return "TopLevelFacetSpec";
  return spec.layer !== undefined ? "TopLevelLayerSpec" : "TopLevelUnitSpec";
};

/**
 * Why a specification does not agree with the Vega-Lite schema, part by part.
 *
 * Reports `vega-lite-schema`.
 */
export const explainMismatch = (
  spec: Json,
  schema: { readonly definitions: { readonly [name: string]: Schema } },
  note: Note,
): void => {
  const resolve = (one: Schema): Schema => {
    let here = one;
    while (here.$ref) here = schema.definitions[decodeURIComponent(here.$ref.replace("#/definitions/", ""))] ?? {};
    return here;
  };
  const found = mismatches(spec, { $ref: `#/definitions/${definitionFor(spec)}` }, [], resolve);
  if (found.length === 0) note({ rule: "vega-lite-schema", message: "this is no Vega-Lite 6 specification", path: [] });
  for (const { path, of, message, hint } of found)
    note({
      rule: "vega-lite-schema",
      message: `${path.join(".") || "the specification"}: ${message}`,
      path,
      of,
      ...(hint && { hint }),
    });
};
