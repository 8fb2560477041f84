import Handlebars from "handlebars";
import { lineStarts } from "../model/place.ts";
import { placeholder } from "./rope.ts";

/** What a mark of a template is: it prints a value, opens, parts or closes a block, includes a partial, or is a comment. */
export type MarkKind = "value" | "open" | "else" | "close" | "partial" | "comment";

/** One mark of Handlebars in a template. */
export type Mark = {
  readonly kind: MarkKind;
  /** Half-open range in the file, 0-based UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Where it stands in the text of the sheet; all marks but values have no width there. */
  readonly at: number;
  /** Whether it has a line of its own. */
  readonly alone: boolean;
  /** The value's expression, for values. */
  readonly node?: hbs.AST.MustacheStatement;
  /** Number of the block that the mark opens, parts or closes. */
  readonly block?: number;
};

/**
 * A template that is read and not run: all its branches, each loop once, as Markdown with one U+FFFC for each value. It
 * knows where in the file each of its characters stands.
 */
export type Sheet = {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Offset in the file of a character of the text. */
  readonly sourceAt: (offset: number) => number;
};

type Stretch = { readonly at: number; readonly length: number; readonly start: number; readonly width: number };

/** One tag: {{…}} or {{!-- … --}}, strings inside it skipped. */
const tag = /\{\{!--[\s\S]*?--~?\}\}|\{\{\{?(?:"[^"]*"|'[^']*'|[^"'}])*\}?\}\}/g;
const kindOfTag = (text: string): MarkKind => {
  const inside = text.replace(/^\{\{\{?~?\s*/, "");
  if (inside.startsWith("/")) return "close";
  if (/^(else\b|\^)/.test(inside)) return "else";
  return "open";
};

/** Index of the last stretch that begins at an offset or before it. */
const lastAt = (stretches: readonly Stretch[], offset: number): number => {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle] as Stretch).at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The template laid out as a sheet; `undefined` where Handlebars cannot parse it, which instrumenting reports. */
export const sheetOf = (template: string): Sheet | undefined => {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(template);
  } catch {
    return undefined;
  }
  const starts = lineStarts(template);
  const offsetOf = ({ line, column }: hbs.AST.Position): number => (starts[line - 1] ?? 0) + column;
  const marks: Mark[] = [];
  const stretches: Stretch[] = [];
  const open: number[] = [];
  let blocks = 0;
  let text = "";
  /** How far the file has been read. */
  let read = 0;

  const isAlone = (start: number, end: number): boolean =>
    /(?:^|\n)[ \t]*$/.test(template.slice(0, start)) && /^[ \t]*(?:\n|$)/.test(template.slice(end));
  const mark = (kind: MarkKind, start: number, end: number, node?: hbs.AST.MustacheStatement): void => {
    if (kind === "open") open.push(blocks++);
    const block = kind === "open" || kind === "else" || kind === "close" ? open.at(-1) : undefined;
    if (kind === "close") open.pop();
    const alone = isAlone(start, end);
    marks.push({
      kind,
      start,
      end,
      at: text.length,
      alone,
      ...(node && { node }),
      ...(block !== undefined && { block }),
    });
  };
  /** The tags of blocks stand between the statements that they hold. */
  const tagsUpTo = (end: number): void => {
    for (const match of template.slice(read, end).matchAll(tag)) {
      const start = read + match.index;
      mark(kindOfTag(match[0]), start, start + match[0].length);
    }
    read = Math.max(read, end);
  };
  const leaf = (node: hbs.AST.Statement): void => {
    const start = offsetOf(node.loc.start);
    const end = offsetOf(node.loc.end);
    tagsUpTo(start);
    read = end;
    if (node.type === "ContentStatement") {
      const { original, value } = node as hbs.AST.ContentStatement & { original: string; value: string };
      stretches.push({
        at: text.length,
        length: value.length,
        start: start + Math.max(0, original.indexOf(value)),
        width: 1,
      });
      text += value;
      return;
    }
    if (node.type === "CommentStatement") return mark("comment", start, end);
    if (node.type === "PartialStatement") return mark("partial", start, end);
    stretches.push({ at: text.length, length: 1, start, width: end - start });
    mark("value", start, end, node as hbs.AST.MustacheStatement);
    text += placeholder;
  };
  const visit = (part: hbs.AST.Program): void => {
    for (const node of part.body) {
      if (node.type !== "BlockStatement") {
        leaf(node);
        continue;
      }
      const block = node as hbs.AST.BlockStatement;
      if (block.program) visit(block.program);
      if (block.inverse) visit(block.inverse);
      tagsUpTo(offsetOf(block.loc.end));
    }
  };
  visit(program);
  tagsUpTo(template.length);

  const filled = stretches.filter(({ length }) => length > 0);
  return {
    text,
    marks,
    sourceAt: (offset) => {
      const stretch = filled[lastAt(filled, offset)];
      if (!stretch) return 0;
      const inside = offset - stretch.at;
      // Behind the last character of a stretch.
      return inside >= stretch.length
        ? stretch.start + stretch.length - 1 + stretch.width + (inside - stretch.length)
        : stretch.start + inside;
    },
  };
};
