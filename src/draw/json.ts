import type { Json } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";

export type JsonObject = { readonly [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every part of a JSON value with its path, the whole first. Not recursive: depth costs no stack. */
export function* partsOf(root: Json): Generator<readonly [path: JsonPath, value: Json]> {
  const waiting: [JsonPath, Json][] = [[[], root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next;
    yield next;
    if (Array.isArray(value))
      for (let index = value.length - 1; index >= 0; index--) waiting.push([[...path, index], value[index] as Json]);
    else if (isObject(value))
      for (const [name, member] of Object.entries(value).reverse()) waiting.push([[...path, name], member]);
  }
}
