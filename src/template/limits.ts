import type { Nodes, Root } from "mdast";

/**
 * Limits of what is read as Markdown. Prose stays far below them; beyond them the time that a parser takes grows with the
 * square or the cube of its input, and walks through the tree overflow the stack.
 */
export const limits = {
  /** Marks of emphasis in one paragraph or row of a table. */
  emphasis: 1000,
  /** All marks of Markdown there. */
  marks: 5000,
  /** Blocks inside one another: quotes, lists, directives. */
  depth: 16,
  /** The same with all that stands in a paragraph. */
  nodes: 64,
} as const;

/** A part of a text that is beyond a limit; `from` is its 0-based offset. */
export type Excess = {
  readonly rule: "markup-too-dense" | "nested-too-deeply";
  readonly message: string;
  readonly from: number;
};

const markers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The first place of a text that must not come to the parser. */
export const excessIn = (text: string): Excess | undefined => {
  let emphasis = 0;
  let marks = 0;
  let open = 0;
  let from = 0;
  for (const line of text.split("\n")) {
    // Each row of a table is read by itself, and so is each paragraph.
    if (line.trim() === "" || line.trimStart().startsWith("|")) [emphasis, marks] = [0, 0];
    emphasis += count(line, /[*_]/g);
    marks += count(line, /[*_[\](){}<>`!:&|\\~]/g);
    const fence = /^[ \t]*:{3,}([A-Za-z]?)/.exec(line);
    if (fence) open = Math.max(0, open + (fence[1] ? 1 : -1));
    const depth = Math.max(open, count(markers.exec(line)?.[0] ?? "", />|[-+*]|\d[.)]/g));
    if (depth > limits.depth)
      return {
        rule: "nested-too-deeply",
        message: `blocks stand in blocks, ${depth} deep; ${limits.depth} can be set`,
        from,
      };
    if (emphasis > limits.emphasis || marks > limits.marks)
      return {
        rule: "markup-too-dense",
        message: `one paragraph holds more than ${limits.emphasis} marks of emphasis, or ${limits.marks} marks of Markdown`,
        from,
      };
    from += line.length + 1;
  }
  return undefined;
};

/** The first node that stands deeper in a tree than can be walked. */
export const tooDeep = (root: Root): Nodes | undefined => {
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > limits.nodes) return node;
    if ("children" in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return undefined;
};
