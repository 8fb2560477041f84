import type { Nodes, PhrasingContent } from "mdast";
import { decodeString } from "micromark-util-decode-string";
import { placeholder } from "../../template/rope.ts";
import type { Mark, Sheet } from "../../template/sheet.ts";
import type { Code, Piece } from "../unit.ts";
import { markName, nodeName } from "./code.ts";

/** A mark that no sentence goes across: a block of Handlebars that has lines of its own. */
export type Wall = { readonly type: "wall"; readonly start: number; readonly end: number };

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** Line ends with the indents and the marks of quotes that follow them. */
const lineEnd = /[ \t]*\n[ \t>]*/g;

/**
 * The pieces of a stretch of a sheet, in order; `nodes` are what Markdown sees there. Ids are still without the counts of
 * a unit. Branches whose block is not whole inside the stretch are walls.
 */
export const piecesOf = (
  nodes: readonly PhrasingContent[],
  sheet: Sheet,
  template: string,
  until: number = Number.POSITIVE_INFINITY,
): readonly (Piece | Wall)[] => {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return [];
  const end = Math.min(endOf(last), until);
  const inside = marksIn(sheet, startOf(first), end);
  const whole = wholeBlocks(inside, sheet);
  const pieces: (Piece | Wall)[] = [];
  let next = 0;

  /** Half-open range in the file of a range of the sheet. */
  const range = (from: number, to: number) => ({
    start: sheet.sourceAt(from),
    end: to > from ? sheet.sourceAt(to - 1) + 1 : sheet.sourceAt(from),
  });
  const mark = (one: Mark): void => {
    const source = template.slice(one.start, one.end);
    const at = { start: one.start, end: one.end };
    if (one.kind === "comment") {
      const lineEnd = one.alone ? template.indexOf("\n", one.end) + 1 : 0;
      pieces.push({ type: "comment", source: lineEnd > 0 ? template.slice(one.start, lineEnd) : source, ...at });
    } else if (one.kind !== "value" && (one.alone || (one.block !== undefined && !whole.has(one.block))))
      pieces.push({ type: "wall", ...at });
    else {
      const kind = one.kind === "value" || one.kind === "partial" ? one.kind : "branch";
      pieces.push({ type: "code", kind, id: markName(one, source), source, ...at });
    }
  };
  /** Marks without width that stand before an offset. */
  const marksUpTo = (offset: number): void => {
    for (
      let one = inside[next];
      one && (one.at < offset || (one.at === offset && one.kind !== "value"));
      one = inside[next]
    ) {
      mark(one);
      next++;
    }
  };
  const words = (from: number, to: number): void => {
    let rest = from;
    for (const line of sheet.text.slice(from, to).matchAll(lineEnd)) {
      plain(rest, from + line.index);
      const at = range(from + line.index, from + line.index + line[0].length);
      pieces.push({ type: "line", source: line[0], ...at });
      rest = from + line.index + line[0].length;
    }
    plain(rest, to);
  };
  const plain = (from: number, to: number): void => {
    if (to > from) pieces.push({ type: "words", text: decodeString(sheet.text.slice(from, to)), ...range(from, to) });
  };
  const text = (from: number, to: number): void => {
    let at = from;
    while (at < to) {
      marksUpTo(at);
      if (sheet.text[at] === placeholder) {
        mark(inside[next++] as Mark);
        at++;
        continue;
      }
      const value = sheet.text.indexOf(placeholder, at);
      const stop = Math.min(to, value < 0 ? to : value, inside[next]?.at ?? to);
      words(at, stop);
      at = stop;
    }
  };
  const code = (kind: Code["kind"], id: string, from: number, to: number): void => {
    const at = range(from, to);
    pieces.push({ type: "code", kind, id, source: template.slice(at.start, at.end), ...at });
  };
  const visit = (node: PhrasingContent): void => {
    marksUpTo(startOf(node));
    const named = nodeName(node);
    if (!named) return text(startOf(node), Math.min(endOf(node), until));
    const children = "children" in node ? (node.children as PhrasingContent[]) : [];
    const [head, tail] = [children[0], children.at(-1)];
    if (named.kind !== "open" || !head || !tail) {
      code(named.kind === "open" ? "reference" : named.kind, named.name, startOf(node), endOf(node));
      return;
    }
    code("open", named.name, startOf(node), startOf(head));
    for (const child of children) visit(child);
    marksUpTo(endOf(tail));
    code("close", named.name, endOf(tail), endOf(node));
  };
  for (const node of nodes) visit(node);
  marksUpTo(end);
  return pieces;
};

/** The marks of a stretch of a sheet; those without width at its edges too. */
const marksIn = (sheet: Sheet, from: number, to: number): readonly Mark[] =>
  sheet.marks.filter(({ at, kind }) => at >= from && (kind === "value" ? at < to : at <= to));

/** Blocks of Handlebars all of whose marks stand in a sentence of a stretch. */
const wholeBlocks = (inside: readonly Mark[], sheet: Sheet): ReadonlySet<number> => {
  const blocks = new Set(inside.flatMap(({ block }) => block ?? []));
  for (const mark of sheet.marks)
    if (mark.block !== undefined && (mark.alone || !inside.includes(mark))) blocks.delete(mark.block);
  return blocks;
};
