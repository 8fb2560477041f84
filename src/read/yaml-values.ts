import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { hiddenIn } from "../model/characters.ts";
import type { Finding, Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { RuleName } from "../model/rules/index.ts";
import { reportHidden } from "./characters.ts";
import { plainNumber, thousandsIn } from "./number-form.ts";

/** Path into a YAML file: ["figures", "patents", 0]. */
export type Path = readonly (string | number)[];
export const pathKey = (path: Path): string => JSON.stringify(path);

type YamlPair = Pair<Node, Node | null>;
type Group = Record<string, unknown>;
const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const maxDepth = 32;
/** Marks that look like those of YAML and are none. */
export const fullWidth: Readonly<Record<string, string>> = {
  "：": ":",
  "，": ",",
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
};

/** Turns the nodes of a YAML file into plain values, and remembers where each stands, how it is written and which are faulty. */
export class YamlValues {
  readonly values = new Map<string, Place>();
  readonly keys = new Map<string, Place>();
  readonly numbers = new Map<string, string>();
  /** Paths that have a finding. */
  readonly faulty = new Set<string>();
  /** Groups with a key that could not be read. */
  readonly faultyKeys = new Set<string>();
  readonly #text: string;
  readonly #at: (offset: number) => Place;
  readonly #report: Report;

  constructor(text: string, at: (offset: number) => Place, report: Report) {
    this.#text = text;
    this.#at = at;
    this.#report = report;
  }

  #fault(rule: RuleName, message: string, offset: number, more: Partial<Finding> = {}, path?: Path): null {
    this.#report({ severity: "error", rule, message, place: this.#at(offset), ...more });
    if (path) this.faulty.add(pathKey(path));
    return null;
  }

  /** The value of a node. */
  convert(node: Node | null, path: Path): unknown {
    if (!node) return null;
    const offset = node.range?.[0] ?? 0;
    this.values.set(pathKey(path), this.#at(offset));
    if (path.length > maxDepth)
      return this.#fault("yaml-depth", `nested deeper than ${maxDepth} levels`, offset, {}, path);
    if (isAlias(node) || node.anchor) {
      const hint = "write the value out";
      return this.#fault("yaml-alias", "anchors and aliases are not allowed here", offset, { hint }, path);
    }
    if (node.tag && (isScalar(node) || !/^tag:yaml.org,2002:(map|seq)$/.test(node.tag))) {
      const hint = "write a plain value";
      return this.#fault("yaml-tag", `the tag ${node.tag} is not allowed here`, offset, { hint }, path);
    }
    if (isScalar(node)) return this.#scalar(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.convert(item as Node | null, [...path, index]));
    return isMap(node) ? this.#map(node.items as YamlPair[], offset, path) : null;
  }

  #scalar(node: Scalar, path: Path): unknown {
    if (typeof node.value !== "bigint" && typeof node.value !== "number") {
      this.#checkEscapes(node, path);
      return node.value;
    }
    const source = node.source ?? String(node.value);
    if (plainNumber.test(source)) this.numbers.set(pathKey(path), source);
    else {
      const hint = /^-?0\d/.test(source)
        ? "write it without leading zeros"
        : "write it as a plain decimal, such as 173600 or 28.5";
      this.#fault("number-form", `${source} is not a plain decimal number`, node.range?.[0] ?? 0, { hint }, path);
    }
    return Number(node.value);
  }

  /** A character that must not stand in print, made by an escape; those that stand there raw are reported when the file is read. */
  #checkEscapes(node: Scalar, path: Path): void {
    if (typeof node.value !== "string" || hiddenIn(node.value).length === 0) return;
    this.faulty.add(pathKey(path));
    const [start = 0, end = start] = node.range ?? [];
    const source = this.#text.slice(start, end).toLowerCase();
    if (node.type !== "QUOTE_DOUBLE" || hiddenIn(source).length > 0) return;
    for (const { character } of hiddenIn(node.value)) {
      const hex = (character.codePointAt(0) as number).toString(16);
      const escapes = [`\\u${hex.padStart(4, "0")}`, `\\x${hex.padStart(2, "0")}`, `\\u${hex.padStart(8, "0")}`];
      const offset = Math.max(0, ...escapes.map((one) => source.indexOf(one)));
      reportHidden(character, this.#at(start + offset), this.#report);
    }
  }

  #map(pairs: readonly YamlPair[], offset: number, path: Path, repeated = false): Group {
    const object: Group = Object.create(null);
    for (let index = 0; index < pairs.length; index++) {
      const { key, value } = pairs[index] as YamlPair;
      const start = key?.range?.[0] ?? offset;
      const name = this.#name(key, start, value === null, path);
      if (name === undefined) continue;
      const inner = [...path, name];
      const first = this.keys.get(pathKey(inner));
      if (first && !repeated)
        this.#fault("duplicate-key", `the key "${name}" stands twice in its group`, start, {
          hint: "keep one of the two",
          related: [{ message: "the first one", place: first }],
        });
      if (!first) this.keys.set(pathKey(inner), this.#at(start));
      const known = object[name];
      // Of two groups of one name both count, so that nothing in them is missed.
      if (first && isMap(value) && isGroup(known))
        Object.assign(known, this.#map(value.items as YamlPair[], start, inner, true));
      else if (first) this.faulty.add(pathKey(inner));
      else object[name] = this.convert(value, inner);
      index += this.#thousands(pairs, index, inner);
    }
    return object;
  }

  /** A key as text, even where it looks like a number: { 1: 首 }; `undefined` after a finding. */
  #name(key: Node, start: number, alone: boolean, path: Path): string | undefined {
    const refuse = (message: string, hint?: string): undefined => {
      this.#fault("yaml-key", message, start, hint === undefined ? {} : { hint });
      this.faultyKeys.add(pathKey(path));
    };
    if (!isScalar(key) || typeof key.source !== "string") return refuse("a key must be plain text");
    const name = key.type === "PLAIN" ? key.source : String(key.value);
    const [mark] = (alone && /[：，｛｝［］]/.exec(name)) || [];
    if (mark !== undefined) {
      const code = (mark.codePointAt(0) as number).toString(16).toUpperCase();
      const message = `"${name}" holds a full-width "${mark}" (U+${code}), which divides nothing in YAML`;
      return refuse(message, `write "${fullWidth[mark]}"`);
    }
    if (name in {}) return refuse(`"${name}" cannot be a key: every object has it already`, "rename it");
    this.#checkEscapes(key, [...path, name]);
    return name;
  }

  /** How many pairs behind a number are the rest of it: "1,234,567" of a flow mapping, which YAML ends at its first comma. */
  #thousands(pairs: readonly YamlPair[], index: number, path: Path): number {
    const start = pairs[index]?.value?.range?.[0];
    if (start === undefined) return 0;
    let count = 0;
    let found: ReturnType<typeof thousandsIn>;
    for (let next = index + 1; next < pairs.length; next++) {
      const { key, value } = pairs[next] as YamlPair;
      const number = value === null ? thousandsIn(this.#text.slice(start, key?.range?.[1])) : undefined;
      if (!number) break;
      found = number;
      count++;
    }
    if (found) {
      const message = `${found.written} is not a plain decimal number: a comma ends it`;
      this.#fault("number-form", message, start, { hint: `write it without separators: ${found.plain}` }, path);
    }
    return count;
  }
}
