import { insideAddress } from "./addresses.ts";
import type { Box, Boxes } from "./boxes.ts";
import type { LineFault } from "./fullness.ts";
import type { LastLine } from "./last-line.ts";
import type { Line } from "./line.ts";
import { riversIn } from "./rivers.ts";
import type { Setting } from "./setting.ts";
import type { Broken } from "./total-fit.ts";

const digit = /\p{Nd}/u;
const neverFirst = /[\p{Pe}\p{Pf}.,;:!?%‰]/u;
const neverLast = /[\p{Ps}\p{Pi}¿¡]/u;

const firstOf = (box: Box): string => String.fromCodePoint(box.word.text.codePointAt(box.start) as number);
const lastOf = (box: Box): string => [...box.word.text.slice(box.start, box.end)].at(-1) as string;

/** Whether a box begins inside an address, whose marks may begin lines. */
const goesOn = ({ word, start }: Box): boolean => insideAddress(word.run.text, word.at + start);

/** What a quantity has before a break. */
const quantityBefore = (box: Box): string => box.word.run.text.slice(0, box.word.at + box.end);

/** Whether a break after a box tears a number or a mark, judged by the characters alone. */
const tears = (left: Box, right: Box, spaced: boolean): boolean => {
  const [before, after] = [lastOf(left), firstOf(right)];
  const { run } = left.word;
  if (run === right.word.run && run.quantity && digit.test(quantityBefore(left)) && !digit.test(after)) return true;
  if (spaced) return digit.test(before) && right.kind === "square";
  if (left.kind === "pair" && right.kind === "pair") return before === after;
  return (
    (digit.test(before) && (/[\p{Nd}\p{Pd}%‰°℃％]/u.test(after) || right.kind === "square")) ||
    (digit.test(after) && /\p{Sc}/u.test(before)) ||
    (digit.test(after) && /\p{Nd}[\p{Pd}～.,:/]$/u.test(left.word.text.slice(0, left.end)))
  );
};

/** Offsets where lines end in the paragraph's text that the language's rules keep whole. */
const tornPatterns = (lines: readonly Line[], { rules }: Setting): ReadonlySet<number> => {
  if (rules.unbroken.length === 0) return new Set();
  const texts = lines.map((line) =>
    line.pieces
      .map((piece) => piece.text)
      .join("")
      .replaceAll("\u00ad", ""),
  );
  let offset = 0;
  const ends = texts.slice(0, -1).map((text) => (offset += text.length));
  const torn = new Set<number>();
  for (const pattern of rules.unbroken)
    for (const match of texts.join("").matchAll(pattern))
      for (const [line, end] of ends.entries())
        if (end > match.index && end < match.index + match[0].length) torn.add(line);
  return torn;
};

/** The faults that the lines of a paragraph have beside others; `lastLine` where something is asked of that. */
export const lineFaults = (
  { boxes, joints }: Boxes,
  broken: readonly Broken[],
  lines: readonly Line[],
  lastLine: LastLine | undefined,
  setting: Setting,
): readonly (readonly LineFault[])[] => {
  const { marks } = setting.rules;
  const rivers = new Set(riversIn(lines));
  const torn = tornPatterns(lines, setting);
  return lines.map((_, index): readonly LineFault[] => {
    const { start, end, natural } = broken[index] as Broken;
    const [first, last, next] = [boxes[start] as Box, boxes[end - 1] as Box, boxes[end]];
    const joint = joints[end - 1];
    const faults: LineFault[] = [];
    const [head, foot] = [firstOf(first), lastOf(last)];
    if (start > 0 && (marks.notAtStart(head, first.kind) || neverFirst.test(head)) && !goesOn(first))
      faults.push("forbidden-start");
    if (next && (marks.notAtEnd(foot, last.kind) || neverLast.test(foot))) faults.push("forbidden-end");
    const forced = joint?.penalty === Number.NEGATIVE_INFINITY;
    if (next && !forced && (torn.has(index) || tears(last, next, joint?.text !== ""))) faults.push("torn-number");
    if (!joint?.forced && [0, 1, 2].every((back) => lines[index - back]?.hyphen)) faults.push("hyphen-ladder");
    // A line that the author begins may be short.
    const begun = joints[start - 1]?.penalty === Number.NEGATIVE_INFINITY;
    const short = lastLine && (natural < lastLine.reach - 1e-3 || start > lastLine.latestBeginning);
    if (!next && start > 0 && short && !begun) faults.push("short-last-line");
    if (rivers.has(index)) faults.push("river");
    return faults;
  });
};
