import type { Box, Glue } from "./boxes.ts";
import { shape } from "./shape.ts";

/**
 * Space between neighbours (clreq 3.1.6, 3.2.2; JLREQ 3.1.4 for the middle dot). Shares of the em:
 * a full-width mark brings half an em of blank that two marks share and that may shrink by half; Han and western text
 * stand a fifth apart; Han characters give way by a hair, so that no space stands out.
 */
const gap = { natural: 0.2, stretch: 0.1, shrink: 0.1 };
/** Shares of the blank itself. */
const blank = { stretch: 0.12, shrink: 0.5 };
const hair = 0.035;
const wordSpace = { stretch: 0.5, shrink: 0.33 };

const none: Glue = { natural: 0, stretch: 0, shrink: 0 };
const gapMark = /[\p{L}\p{Nd}%‰°℃$€£¥&@#+]/u;
const markKinds: ReadonlySet<string> = new Set(["opening", "closing", "stop"]);

const edge = (box: Box, at: "first" | "last"): string =>
  at === "first"
    ? (String.fromCodePoint(box.word.text.codePointAt(box.start) as number) as string)
    : ([...box.word.text.slice(box.start, box.end)].at(-1) as string);

/** Space where none is written. */
export const spaceBetween = (left: Box, right: Box): Glue => {
  const em = Math.max(left.word.face.size, right.word.face.size);
  const blanks = left.after + right.before;
  if (blanks > 0 || markKinds.has(left.kind) || markKinds.has(right.kind)) {
    const both = markKinds.has(left.kind) && markKinds.has(right.kind);
    const natural = both ? Math.max(0, blanks - em / 2) : blanks;
    if (natural === 0) return none;
    const dotted = left.kind === "dot" || right.kind === "dot";
    return { natural, stretch: natural * blank.stretch, shrink: dotted ? natural : natural * blank.shrink };
  }
  const leftWestern = left.kind === "letter";
  const rightWestern = right.kind === "letter";
  if (leftWestern && rightWestern) return none;
  if (leftWestern !== rightWestern) {
    const western = leftWestern ? edge(left, "last") : edge(right, "first");
    const other = leftWestern ? right : left;
    if (other.kind !== "square" || !gapMark.test(western)) return none;
    const han = other.word.run.style.size;
    return { natural: gap.natural * han, stretch: gap.stretch * han, shrink: gap.shrink * han };
  }
  if (left.kind === "connector" || right.kind === "connector") return none;
  return { natural: 0, stretch: hair * em, shrink: 0 };
};

/** Space that is written as one or more space characters. */
export const writtenSpace = (left: Box, right: Box, text: string): Glue => {
  const western = left.kind === "letter" ? left : right;
  const face = western.word.face;
  const natural = (shape(face.font, " ").advance * face.size * [...text].length) / 1000;
  return { natural, stretch: natural * wordSpace.stretch, shrink: natural * wordSpace.shrink };
};
