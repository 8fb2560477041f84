import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import { lineStarts, type Place, placeAt } from "./place.ts";
import { recent } from "./recent.ts";

/** Path to a part of a JSON value: ["layer", 0, "mark"]. */
export type JsonPath = readonly (string | number)[];

/** "key" asks for the place of the member's name, "value" for that of what it holds. */
export type JsonPlaces = (path: JsonPath, of?: "key" | "value") => Place;

const memberOf = (node: Node | null, name: string | number): Pair<Node, Node | null> | undefined =>
  isMap(node)
    ? (node.items as Pair<Node, Node | null>[]).find(
        (pair) => isScalar(pair.key) && String(pair.key.value) === String(name),
      )
    : undefined;

/** Syntax trees of the last texts: a chart is asked for its places once a language, and again when it is drawn. */
const parse = recent(
  32,
  (text: string) => text,
  (text) => parseDocument(text, { uniqueKeys: false, prettyErrors: false }).contents as Node | null,
);

/** Finds parts of a JSON text; a part that is not there has the place of the nearest part around it. */
export const jsonPlaces = (file: string, text: string): JsonPlaces => {
  const starts = lineStarts(text);
  const root = parse(text);
  return (path, of = "value") => {
    let node = root;
    let offset = root?.range?.[0] ?? 0;
    for (const [depth, name] of path.entries()) {
      const member = memberOf(node, name);
      const next = member ? member.value : isSeq(node) ? (node.items[Number(name)] as Node | undefined) : undefined;
      if (next === undefined) break;
      const last = depth === path.length - 1;
      const found = last && of === "key" && member ? member.key : next;
      offset = found?.range?.[0] ?? offset;
      node = next;
    }
    return placeAt(file, starts, offset);
  };
};
