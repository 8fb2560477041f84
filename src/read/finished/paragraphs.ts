import type { TextBlock } from "../../model/finished.ts";
import { bodySize } from "./furniture.ts";
import { blockOf, endsSentence } from "./lines.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** Lines that belong together, and what they are. */
type Group = { readonly lines: PdfLine[]; kind: "paragraph" | "head" | "picture" };

const han = /\p{Script=Han}/u;

const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.08 * Math.max(a, b);

/** Width of the first word of a line, which did not fit into the line before. */
const firstWord = ({ text, size }: PdfLine): number => {
  const word = /^[\p{Script=Latin}\d.,'’“"(%-]+/u.exec(text)?.[0];
  return word === undefined ? size : word.length * size * 0.6;
};

/** The column that a line stands in: the widest among those of its size and page that share its left edge or its right. */
const columnOf = (line: PdfLine, lines: readonly PdfLine[]): { readonly left: number; readonly right: number } => {
  const beside = lines.filter(
    (other) => alike(other.size, line.size) && other.left < line.right && line.left < other.right,
  );
  return {
    left: Math.min(...beside.map(({ left }) => left)),
    right: Math.max(...beside.map(({ right }) => right)),
  };
};

/** Whether a line goes on in the next one of its page; the lines of a head may end anywhere. */
const goesOn = (line: PdfLine, next: PdfLine, lines: readonly PdfLine[], headline: boolean): boolean => {
  if (!alike(line.size, next.size) || line.pictured !== next.pictured) return false;
  if (line.cells > 1 || next.cells > 1) return false;
  // A cover in two languages has a title in each.
  if (headline && han.test(line.text) !== han.test(next.text)) return false;
  const down = (line.y - next.y) / line.size;
  if (down < 0.8 || down > 2.4) return false;
  const column = columnOf(line, lines);
  const full = headline || line.right + firstWord(next) >= column.right - line.size * 0.5;
  const indented = !headline && next.left > column.left + line.size * 0.8 && next.left > line.left - line.size * 0.5;
  return full && !indented;
};

/** Whether the last paragraph of a page goes on at the head of the next. */
const crosses = (last: PdfLine, before: readonly PdfLine[], next: PdfLine, after: readonly PdfLine[]): boolean => {
  if (!alike(last.size, next.size) || last.cells > 1 || next.cells > 1 || last.pictured || next.pictured) return false;
  const [one, other] = [columnOf(last, before), columnOf(next, after)];
  const full = last.right + firstWord(next) >= one.right - last.size * 0.5;
  const indented = next.left > other.left + next.size * 0.8;
  return full && !indented && !endsSentence(last.text);
};

/** So many short lines in a row, smaller than the text, are the words of a picture or a table. */
const pictureLines = 3;

const isLabel = (line: PdfLine, body: number, lines: readonly PdfLine[]): boolean => {
  if (line.pictured) return true;
  const column = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  const short = line.right - line.left < column * 0.6 || line.cells > 1;
  return short && line.size < body * 0.96 && !endsSentence(line.text);
};

const groupPage = (lines: readonly PdfLine[], body: number): readonly Group[] => {
  const groups: Group[] = [];
  for (let index = 0; index < lines.length; ) {
    let end = index;
    while (end < lines.length && isLabel(lines[end] as PdfLine, body, lines)) end++;
    if (end - index >= pictureLines) {
      groups.push({ lines: lines.slice(index, end), kind: "picture" });
      index = end;
      continue;
    }
    const line = lines[index] as PdfLine;
    const last = groups.at(-1);
    const before = last?.lines.at(-1);
    if (last && before && last.kind !== "picture" && goesOn(before, line, lines, last.kind === "head"))
      last.lines.push(line);
    else groups.push({ lines: [line], kind: line.size > body * 1.12 ? "head" : "paragraph" });
    index++;
  }
  return groups;
};

/** Rows of a table: one line of several cells. */
const roleOf = ({ lines, kind }: Group): TextBlock["role"] =>
  kind === "picture" ? "alternative" : kind === "head" ? "head" : (lines[0]?.cells ?? 1) > 1 ? "row" : "body";

/** The paragraphs, heads, rows and pictures' words of a file's pages, in the order in which they are drawn. */
export const paragraphsOf = (pages: readonly (readonly PdfLine[])[]): readonly TextBlock[] => {
  const body = bodySize(pages.flat().map(({ size, text }) => ({ size, length: text.length })));
  const groups: Group[] = [];
  let before: readonly PdfLine[] = [];
  for (const lines of pages) {
    const [first, ...rest] = groupPage(lines, body);
    const open = groups.at(-1);
    const [last, next] = [open?.lines.at(-1), first?.lines[0]];
    const joins = open?.kind === "paragraph" && first?.kind === "paragraph" && last && next;
    if (joins && crosses(last, before, next, lines)) open.lines.push(...first.lines);
    else if (first) groups.push(first);
    groups.push(...rest);
    if (lines.length > 0) before = lines;
  }
  return groups.flatMap((group) => {
    const parts = group.lines.map(({ text, page, line }) => ({ text, mark: { page, line, column: 1 } }));
    // The words of a picture stand apart, though no sign divides them.
    const apart =
      group.kind === "picture" ? parts.map((part, n) => (n === 0 ? part : { ...part, text: `| ${part.text}` })) : parts;
    const block = blockOf(apart, roleOf(group));
    return block ? [block] : [];
  });
};
