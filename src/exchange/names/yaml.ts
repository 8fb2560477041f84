import { type Document, isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";

export type YamlPath = readonly (string | number)[];
/** Texts by their paths. */
export type Texts = {
  /** The text at a path; `null` where it is still to be filled, `undefined` where there is none. */
  readonly get: (path: YamlPath) => string | null | undefined;
  /** Keys of the group at a path. */
  readonly keys: (path: YamlPath) => readonly string[] | undefined;
};

/** The texts of plain data. */
export const plainTexts = (root: unknown): Texts => {
  const at = (path: YamlPath): unknown =>
    path.reduce<unknown>(
      (value, part) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[part],
      root,
    );
  return {
    get: (path) => {
      const value = at(path);
      return typeof value === "string" || value === null ? value : undefined;
    },
    keys: (path) => {
      const value = at(path);
      return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : undefined;
    },
  };
};

type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A text as YAML reads it back as text, in any place. */
export const yamlText = (value: string): string =>
  /^(?!(?:true|false|null|yes|no|on|off|y|n)$)\p{L}(?:[\p{L}\p{M}\p{N} .'’()/-]*[\p{L}\p{M}\p{N}.)])?$/iu.test(value)
    ? value
    : JSON.stringify(value);

const keyText = (key: string): string => (/^[A-Za-z][\w.-]*$/.test(key) ? key : JSON.stringify(key));

/** A YAML file whose single texts are read and replaced; everything else, comments too, stays as it was written. */
export class YamlTexts implements Texts {
  readonly #text: string;
  readonly #document: Document;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, version: "1.2" });
  }

  #node(path: YamlPath): Node | undefined {
    return this.#document.getIn(path, true) as Node | undefined;
  }

  /** The text at a path; `null` where it is still to be filled, `undefined` where there is none. */
  get(path: YamlPath): string | null | undefined {
    const node = this.#node(path);
    if (!isScalar(node)) return undefined;
    return node.value === null ? null : String(node.value);
  }

  /** Keys of the group at a path. */
  keys(path: YamlPath): readonly string[] | undefined {
    const node = path.length === 0 ? this.#document.contents : this.#node(path);
    return isMap(node) ? node.items.map(({ key }) => String((key as { value?: unknown }).value)) : undefined;
  }

  /** 0-based offset of what stands at a path. */
  offset(path: YamlPath): number {
    for (let length = path.length; length > 0; length--) {
      const range = this.#node(path.slice(0, length))?.range;
      if (range) return range[0];
    }
    return 0;
  }

  /** Sets a text; a key that is not there is added at the end of its group, which must be there. False where it is not. */
  set(path: YamlPath, value: string): boolean {
    const node = this.#node(path);
    if (node?.range && isScalar(node)) {
      const [start, end] = node.range;
      // An empty value has no width of its own, and no space before it.
      const space = start === end && this.#text[start - 1] === ":" ? " " : "";
      this.#edits.push({ start, end, text: space + yamlText(value) });
      return true;
    }
    const parent = path.length === 1 ? this.#document.contents : this.#node(path.slice(0, -1));
    return node === undefined && isMap(parent) && this.#append(parent as YAMLMap, String(path.at(-1)), value);
  }

  #append(map: YAMLMap, key: string, value: string): boolean {
    const [first, last] = [map.items[0], map.items.at(-1)] as [Pair<Node, Node>?, Pair<Node, Node>?];
    const entry = `${keyText(key)}: ${yamlText(value)}`;
    if (!first?.key.range || !last || !map.range) return false;
    const end = last.value?.range?.[1] ?? last.key.range?.[1] ?? map.range[1];
    if (map.flow) {
      const comma = /^\s*,/.exec(this.#text.slice(end))?.[0].length ?? 0;
      // One entry a line stays one entry a line.
      const gap = /\n\s*$/.exec(this.#text.slice(0, first.key.range[0]))?.[0];
      this.#edits.push({
        start: end,
        end: end + comma,
        text: `,${gap ?? " "}${entry}${comma > 0 && gap !== undefined ? "," : ""}`,
      });
      return true;
    }
    const lineStart = this.#text.lastIndexOf("\n", first.key.range[0] - 1) + 1;
    const indent = " ".repeat(first.key.range[0] - lineStart);
    const lineEnd = this.#text.indexOf("\n", end);
    const at = lineEnd < 0 ? this.#text.length : lineEnd;
    this.#edits.push({ start: at, end: at, text: `\n${indent}${entry}` });
    return true;
  }

  /** The file with everything that was set. */
  toString(): string {
    let text = this.#text;
    for (const { start, end, text: own } of this.#edits.toSorted((a, b) => b.start - a.start))
      text = text.slice(0, start) + own + text.slice(end);
    return text;
  }
}
