import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type Scalar } from "yaml";
import type { Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";

/** Path into a YAML file: ["figures", "patents", 0]. */
export type Path = readonly (string | number)[];

/** A YAML file as plain values, with the place and the written form of each of its parts. */
export type Located = {
  readonly file: string;
  readonly value: unknown;
  /** Place of a value, or of the nearest part above it that exists. */
  readonly place: (path: Path) => Place;
  /** Place of a key. */
  readonly keyPlace: (path: Path) => Place;
  /** A number as it is written ("28.00"). */
  readonly written: (path: Path) => string | undefined;
};

const maxDepth = 32;
const plainNumber = /^-?(0|[1-9]\d{0,24})(\.\d{1,12})?$/;
const pathKey = (path: Path): string => JSON.stringify(path);

/**
 * Reads YAML 1.2 as data: no aliases, no tags, no duplicate keys, numbers only in plain decimal notation.
 *
 * Reports `yaml-syntax`, `duplicate-key`, `yaml-alias`, `yaml-tag`, `yaml-depth`, `yaml-key` and `number-form`;
 * `undefined` when the file cannot be read as YAML at all.
 */
export const readYaml = (file: string, text: string, report: Report): Located | undefined => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false, version: "1.2" });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  const fault = (rule: string, message: string, offset: number, hint?: string): null => {
    report({ severity: "error", rule, message, place: at(offset), ...(hint && { hint }) });
    return null;
  };

  for (const error of document.errors) {
    // The parser itself gives up where the nesting would overflow its stack.
    const tooDeep = /call stack/.test(error.message);
    const rule = error.code === "DUPLICATE_KEY" ? "duplicate-key" : tooDeep ? "yaml-depth" : "yaml-syntax";
    const message =
      rule === "duplicate-key"
        ? "this key stands twice in its group"
        : tooDeep
          ? "this is nested too deeply to be read"
          : error.message;
    fault(rule, message, error.pos[0], rule === "duplicate-key" ? "keep one of the two" : undefined);
  }
  if (document.errors.some((error) => error.code !== "DUPLICATE_KEY")) return undefined;

  const values = new Map<string, Place>();
  const keys = new Map<string, Place>();
  const numbers = new Map<string, string>();

  const scalar = (node: Scalar, path: Path): unknown => {
    if (typeof node.value === "bigint" || typeof node.value === "number") {
      const source = node.source ?? String(node.value);
      numbers.set(pathKey(path), source);
      if (!plainNumber.test(source)) {
        const hint = /^-?0\d/.test(source)
          ? "write it without leading zeros"
          : "write it as a plain decimal, such as 173600 or 28.5";
        fault("number-form", `${source} is not a plain decimal number`, node.range?.[0] ?? 0, hint);
      }
      return Number(node.value);
    }
    return node.value;
  };

  const convert = (node: Node | null, path: Path): unknown => {
    if (!node) return null;
    const offset = node.range?.[0] ?? 0;
    values.set(pathKey(path), at(offset));
    if (path.length > maxDepth) return fault("yaml-depth", `nested deeper than ${maxDepth} levels`, offset);
    if (isAlias(node) || node.anchor)
      return fault("yaml-alias", "anchors and aliases are not allowed here", offset, "write the value out");
    if (node.tag && (isScalar(node) || !/^tag:yaml.org,2002:(map|seq)$/.test(node.tag)))
      return fault("yaml-tag", `the tag ${node.tag} is not allowed here`, offset, "write a plain value");
    if (isScalar(node)) return scalar(node, path);
    if (isSeq(node)) return node.items.map((item, index) => convert(item as Node | null, [...path, index]));
    if (!isMap(node)) return null;
    const object: Record<string, unknown> = Object.create(null);
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const start = pair.key?.range?.[0] ?? offset;
      if (!isScalar(pair.key) || typeof pair.key.source !== "string") {
        fault("yaml-key", "a key must be plain text", start);
        continue;
      }
      // A key is text, even where it looks like a number: { 1: 首 }.
      const name = pair.key.type === "PLAIN" ? pair.key.source : String(pair.key.value);
      keys.set(pathKey([...path, name]), at(start));
      object[name] = convert(pair.value, [...path, name]);
    }
    return object;
  };

  const value = convert(document.contents as Node | null, []);
  const nearest = (map: Map<string, Place>, path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const place = (length === path.length ? map : values).get(pathKey(path.slice(0, length)));
      if (place) return place;
    }
    return { file, line: 1, column: 1 };
  };
  return {
    file,
    value,
    place: (path) => nearest(values, path),
    keyPlace: (path) => nearest(keys, path),
    written: (path) => numbers.get(pathKey(path)),
  };
};
