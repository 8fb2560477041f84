import type { TextBlock } from "../../model/finished.ts";
import { blockOf, endsSentence, type SourceLine, widthOf } from "./lines.ts";
import { withoutPlainFurniture } from "./plain-furniture.ts";

/** Lines longer than this, in Latin characters, are whole paragraphs. */
const paragraphWidth = 200;
/** A line that fills so much of the widest is broken and goes on in the next. */
const fullShare = 0.75;
/** A block of this width that ends no sentence goes on behind a blank line: a page ended there. */
const brokenWidth = 60;
/** So many short lines in a row with numbers are the words of a picture or a table. */
const labelLines = 6;

/** Begins something of its own: a bullet, a number with a point, a Markdown head or table. */
const opener =
  /^\s*(?:[-*•·▪◦]\s|#{1,6}\s|\||[（(]?(?:\d{1,2}|[a-z]|[ivxIVX]{1,5})[.)）、．]\s?\D|[（(]?\p{Script=Han}{1,3}[）、.．])/u;
/** An entry of a table of contents: a title, a leader or a gap, and a page number. */
const entry = /\S(?:\s*[.·…]{3,}\s*|\s{3,})(?:\d{1,4}|[ivxlc]{1,7})\s*$/;

type Group = readonly SourceLine[];

const standsAlone = ({ text }: SourceLine): boolean => entry.test(text);

/** Lines between blank lines, divided where a line is so short that a paragraph ended with it. */
const paragraphsIn = (lines: Group): readonly Group[] => {
  const widest = Math.max(...lines.map((line) => widthOf(line.text.trim())));
  const out: SourceLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      widest <= paragraphWidth &&
      widthOf(before.text.trim()) >= widest * fullShare &&
      !opener.test(line.text) &&
      !standsAlone(before);
    if (goesOn) out.at(-1)?.push(line);
    else out.push([line]);
  }
  return out;
};

const textOf = (group: Group): string => group.map((line) => line.text.trim().replace(/\s+/g, " ")).join("");

/** Whether a paragraph goes on in the next group: it is long, ends no sentence, and what follows is running text too. */
const isBroken = (group: Group, next: Group): boolean => {
  const [text, after] = [textOf(group), textOf(next)];
  if (endsSentence(text) || widthOf(text) < brokenWidth || opener.test(after)) return false;
  if (group.some(standsAlone) || next.some(standsAlone)) return false;
  return endsSentence(after) || widthOf(after) >= brokenWidth || /^\p{Ll}/u.test(after);
};

const isLabel = (group: Group): boolean => {
  const text = textOf(group);
  return widthOf(text) < brokenWidth && !endsSentence(text) && !opener.test(text) && !group.some(standsAlone);
};

/** How many groups from one on are the words of one picture or table; 0 when it is running text. */
const labelsFrom = (groups: readonly Group[], start: number): number => {
  let end = start;
  while (end < groups.length && isLabel(groups[end] as Group)) end++;
  const labels = groups.slice(start, end);
  const numbered = labels.filter((group) => /\p{Nd}/u.test(textOf(group))).length;
  return labels.length >= labelLines && numbered * 2 >= labels.length ? labels.length : 0;
};

const apart = (lines: Group): Group =>
  lines.map((line, index) => (index === 0 ? line : { ...line, text: `| ${line.text.trimStart()}` }));

const bare = (text: string): string => text.replace(/\s+/g, "");
const pageNumber = /^\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$/;

/** Entries of the contents whose page number stands on a line of its own: joined with their title, which comes again later. */
const withEntries = (lines: readonly SourceLine[]): readonly SourceLine[] => {
  const words = lines.map(({ text }) => bare(text));
  const out: SourceLine[] = [];
  /** Index in `out` of the last line that holds text. */
  let last = -1;
  for (const [index, line] of lines.entries()) {
    const title = out[last];
    const recurs = (): boolean => {
      const start = bare(title?.text ?? "");
      return start.length > 3 && words.some((text, at) => at > index && text.startsWith(start));
    };
    if (pageNumber.test(line.text) && title && !standsAlone(title) && recurs()) {
      out[last] = { ...title, text: `${title.text} ... ${line.text.trim()}` };
      continue;
    }
    if (line.text.trim() !== "") last = out.length;
    out.push(line);
  }
  return out;
};

/** The paragraphs of a plain text; a form feed is the end of a page, whose running heads and numbers are left out. */
export const readPlain = (text: string): readonly TextBlock[] => {
  let line = 0;
  const pages = text.split("\f").map((page, number) => {
    // A form feed ends no line.
    if (number > 0) line--;
    return page.split(/\r\n|\r|\n/).map((words): SourceLine => ({ text: words, mark: { line: ++line, column: 1 } }));
  });
  const blank: SourceLine = { text: "", mark: {} };
  const groups: SourceLine[][] = [[]];
  for (const each of withEntries(withoutPlainFurniture(pages).flatMap((page) => [...page, blank])))
    if (each.text.trim() === "") groups.push([]);
    else groups.at(-1)?.push(each);
  const paragraphs = groups.filter((group) => group.length > 0).flatMap(paragraphsIn);
  const whole: SourceLine[][] = [];
  const blocks: TextBlock[] = [];
  const add = (block: TextBlock | undefined): void => {
    if (block) blocks.push(block);
  };
  const flush = (): void => {
    for (const [first, ...rest] of whole.splice(0)) {
      if (!first) continue;
      // Markdown says what is a head, and of which level.
      const [mark, signs] = /^\s*(#{1,6})\s+/.exec(first.text) ?? [];
      const line = mark
        ? { text: first.text.slice(mark.length), mark: { ...first.mark, column: mark.length + 1 } }
        : first;
      add(blockOf([line, ...rest], mark ? "head" : "body", signs?.length));
    }
  };
  for (let index = 0; index < paragraphs.length; ) {
    const labels = labelsFrom(paragraphs, index);
    if (labels > 0) {
      flush();
      for (const label of paragraphs.slice(index, index + labels)) add(blockOf(apart(label), "alternative"));
      index += labels;
      continue;
    }
    const paragraph = paragraphs[index++] as Group;
    const before = whole.at(-1);
    if (before && isBroken(before, paragraph)) before.push(...paragraph);
    else whole.push([...paragraph]);
  }
  flush();
  return blocks;
};
