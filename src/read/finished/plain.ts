import type { TextBlock } from "../../model/finished.ts";
import { blockOf, endsSentence, type SourceLine, widthOf } from "./lines.ts";

/** Lines longer than this, in Latin characters, are whole paragraphs. */
const paragraphWidth = 200;
/** A line that fills so much of the widest is broken and goes on in the next. */
const fullShare = 0.75;
/** A block of this width that ends no sentence goes on behind a blank line: a page ended there. */
const brokenWidth = 60;

/** Begins something of its own: a bullet, a number with a point, a Markdown head or table. */
const opener =
  /^\s*(?:[-*•·▪◦]\s|#{1,6}\s|\||[（(]?(?:\d{1,2}|[a-z]|[ivxIVX]{1,5})[.)）、．]\s?\D|[（(]?\p{Script=Han}{1,3}[）、.．])/u;

type Group = readonly SourceLine[];

/** Lines between blank lines, divided where a line is so short that a paragraph ended with it. */
const paragraphsOf = (lines: Group): readonly Group[] => {
  const widest = Math.max(...lines.map((line) => widthOf(line.text.trim())));
  const out: SourceLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      widest <= paragraphWidth &&
      widthOf(before.text.trim()) >= widest * fullShare &&
      !opener.test(line.text);
    if (goesOn) out.at(-1)?.push(line);
    else out.push([line]);
  }
  return out;
};

/** Whether a paragraph goes on in the next group: it is long, ends no sentence, and what follows is running text too. */
const isBroken = (group: Group, next: Group): boolean => {
  const text = group.map((line) => line.text.trim()).join("");
  const after = next.map((line) => line.text.trim()).join("");
  if (endsSentence(text) || widthOf(text) < brokenWidth || opener.test(after)) return false;
  return endsSentence(after) || widthOf(after) >= brokenWidth || /^\p{Ll}/u.test(after);
};

/** The paragraphs of a plain text; a form feed is the end of a page. */
export const readPlain = (text: string): readonly TextBlock[] => {
  const groups: SourceLine[][] = [[]];
  for (const [index, line] of text.split(/\r\n|\r|\n|\f/).entries())
    if (line.trim() === "") groups.push([]);
    else groups.at(-1)?.push({ text: line, mark: { line: index + 1, column: 1 } });
  const paragraphs = groups.filter((group) => group.length > 0).flatMap(paragraphsOf);
  const whole: SourceLine[][] = [];
  for (const paragraph of paragraphs) {
    const before = whole.at(-1);
    if (before && isBroken(before, paragraph)) before.push(...paragraph);
    else whole.push([...paragraph]);
  }
  return whole.flatMap((lines) => {
    const marked = /^\s*(#{1,6})\s+/.exec(lines[0]?.text ?? "");
    const block = blockOf(lines, marked ? "head" : "body", marked?.[1]?.length);
    return block ? [block] : [];
  });
};
