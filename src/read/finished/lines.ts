import type { TextBlock, TextMark, TextRole } from "../../model/finished.ts";

/** A line of a finished file before it is joined into a paragraph: its text, and where its first character stands. */
export type SourceLine = { readonly text: string; readonly mark: Omit<TextMark, "offset"> };

/** Scripts that are written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’]/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hyphenEnd = /(\p{L})[-\u00AD\u2010]$/u;

/** A number whose grouped digits are divided: 173, | 600. */
const groupBroken = (before: string, after: string): boolean =>
  /(?:^|[^\d.,])\d{1,3}(?:,\d{3})*,$/.test(before) && /^\d{3}(?!\d)/.test(after);

/** A decimal that is divided behind its point: 17. | 36万. No sentence of Chinese ends so, and few of others begin with digits. */
const decimalBroken = (before: string, after: string): boolean =>
  /(?:^|[^\d.,])(?:\d{1,3}|\d{1,3}(?:,\d{3})+)\.$/.test(before) &&
  (/^\d+(?:\s*[%％]|\s*[\p{Script=Han}])/u.test(after) || /^\d+\s+\p{Ll}/u.test(after));

/** The text of two lines of one paragraph: what was divided at the line's end is joined again. */
const joined = (before: string, after: string): { readonly head: string; readonly between: string } => {
  if (before === "" || after === "") return { head: before, between: "" };
  const [last, next] = [before.at(-1) as string, after[0] as string];
  if (groupBroken(before, after) || decimalBroken(before, after)) return { head: before, between: "" };
  // A hyphen that divides a word goes; one between digits or capitals belongs to what it joins.
  if (hyphenEnd.test(before) && /^\p{Ll}/u.test(after)) return { head: before.slice(0, -1), between: "" };
  if (/[-–—~～/]$/.test(before) && /[\d\p{L}]/u.test(next)) return { head: before, between: "" };
  if (unspaced.test(last) || unspaced.test(next)) return { head: before, between: "" };
  // Digits that are divided in the middle: only where no space would stand between words anyway.
  if (/\d/.test(last) && /\d/.test(next) && han.test(before) && han.test(after)) return { head: before, between: "" };
  return { head: before, between: " " };
};

/** White space as one space, or none between ideographs; `shifts` are the offsets behind which text was taken out, with its length. */
const squeezed = (text: string) => {
  const shifts: { readonly at: number; readonly by: number }[] = [];
  let out = "";
  let taken = 0;
  for (let at = 0; at < text.length; ) {
    const space = /^[\s\u00A0\u200B\uFEFF]+/.exec(text.slice(at, at + 400))?.[0];
    if (space === undefined) {
      out += text[at++];
      continue;
    }
    at += space.length;
    // Ideographs are not divided by spaces: the line was spread, or ended there.
    const kept = out === "" || (han.test(out.at(-1) as string) && han.test(text[at] ?? "")) ? "" : " ";
    taken += space.length - kept.length;
    out += kept;
    if (space.length !== kept.length) shifts.push({ at: out.length, by: taken });
  }
  return { text: out.trimEnd(), shifts };
};

/** A block of the lines of one paragraph, each of which keeps its place; undefined when they hold no text. */
export const blockOf = (lines: readonly SourceLine[], role: TextRole, level?: number): TextBlock | undefined => {
  let text = "";
  const marks: TextMark[] = [];
  for (const line of lines) {
    const next = squeezed(line.text);
    if (next.text === "") continue;
    const { head, between } = joined(text, next.text);
    text = head + between;
    const mark = (at: number, by: number): TextMark => ({
      ...line.mark,
      offset: text.length + at,
      ...(line.mark.column !== undefined && { column: line.mark.column + at + by }),
    });
    if (next.shifts[0]?.at !== 0) marks.push(mark(0, 0));
    for (const { at, by } of next.shifts) if (at < next.text.length) marks.push(mark(at, by));
    text += next.text;
  }
  return text === "" ? undefined : { role, text, marks, ...(level !== undefined && { level }) };
};

/** Width of a text in Latin characters; ideographs are twice as wide. */
export const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);

/** Whether a text ends a sentence, a clause or a list, so that a paragraph may end there. */
export const endsSentence = (text: string): boolean => /[。．.;；:：!！?？…]["”’'）)\]》」]*$/.test(text.trimEnd());
