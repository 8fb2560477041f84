import type { Box, Glue } from "./boxes.ts";
import type { Rules } from "./rules.ts";
import { shape } from "./shape.ts";

/**
 * Space between neighbours (clreq 3.1.6, 3.2.2; JLREQ 3.1.4, 3.8). Shares of the em: a full-width mark brings half an em
 * of blank; two marks share theirs, and at need they give about half of it, which does not stand out. Han and western
 * text stand a fifth apart; Han characters give way by a hair.
 */
const gap = { stretch: 0.075, shrink: 0.075 };
/** Shares of the blank itself. */
const blank = { stretch: 0.12, shrink: 0.6, afterSentence: 0.5 };
const hair = 0.035;
const wordSpace = { stretch: 0.5, shrink: 0.33 };

const none: Glue = { natural: 0, stretch: 0, shrink: 0 };
const rigid = (natural: number): Glue => ({ natural, stretch: 0, shrink: 0 });
const gapMark = /[\p{L}\p{Nd}%‰°℃$€£¥&@#+]/u;
const sentenceEnd = /[。！？．｡]/u;
const markKinds: ReadonlySet<string> = new Set(["opening", "closing", "stop"]);

/** Spaces of a fixed width in em; the others are word spaces. */
const fixed: ReadonlyMap<string, number> = new Map([
  ["\u2000", 1 / 2],
  ["\u2001", 1],
  ["\u2002", 1 / 2],
  ["\u2003", 1],
  ["\u2004", 1 / 3],
  ["\u2005", 1 / 4],
  ["\u2006", 1 / 6],
  ["\u2009", 1 / 5],
  ["\u200a", 1 / 10],
  ["\u202f", 1 / 5],
  ["\u205f", 4 / 18],
]);

const edge = (box: Box, at: "first" | "last"): string =>
  at === "first"
    ? (String.fromCodePoint(box.word.text.codePointAt(box.start) as number) as string)
    : ([...box.word.text.slice(box.start, box.end)].at(-1) as string);

/** Marks that stand together though each asks for space before itself: ?!, !!. */
const sentenceMark = /\p{Sentence_Terminal}/u;

/** Space that a mark asks for by the language's rules, in pt. */
const asked = (left: Box, right: Box, { spaceBefore, spaceAfter }: Rules, typed: boolean): Glue | undefined => {
  const [last, first] = [edge(left, "last"), edge(right, "first")];
  const before = spaceBefore.get(first);
  const after = spaceAfter.get(last);
  if (before === undefined && after === undefined) return undefined;
  if (!typed && before !== undefined && sentenceMark.test(first) && sentenceMark.test(last)) return none;
  return rigid(Math.max(before ?? 0, after ?? 0) * Math.max(left.word.face.size, right.word.face.size));
};

const aroundMarks = (left: Box, right: Box, { compression }: Rules): Glue => {
  const em = Math.max(left.word.face.size, right.word.face.size);
  const blanks = left.after + right.before;
  const both = markKinds.has(left.kind) && markKinds.has(right.kind);
  const natural = both && compression !== "none" ? Math.max(0, blanks - em / 2) : blanks;
  if (natural === 0) return none;
  const share = sentenceEnd.test(edge(left, "last")) ? blank.afterSentence : blank.shrink;
  return { natural, stretch: natural * blank.stretch, shrink: compression === "all" ? natural * share : 0 };
};

/** Space where none is written. */
export const spaceBetween = (left: Box, right: Box, rules: Rules): Glue => {
  const own = asked(left, right, rules, false);
  if (own) return own;
  const em = Math.max(left.word.face.size, right.word.face.size);
  if (left.after + right.before > 0 || markKinds.has(left.kind) || markKinds.has(right.kind))
    return aroundMarks(left, right, rules);
  const leftWestern = left.kind === "letter";
  const rightWestern = right.kind === "letter";
  if (leftWestern && rightWestern) return none;
  if (leftWestern !== rightWestern) {
    const western = leftWestern ? edge(left, "last") : edge(right, "first");
    const other = leftWestern ? right : left;
    // What is raised or lowered stands close: the gap is for letters and digits on the line (clreq 3.2.2).
    if (left.word.run.style.raise !== right.word.run.style.raise) return none;
    if (other.kind !== "square" || !gapMark.test(western)) return none;
    const han = other.word.run.style.size;
    return { natural: rules.gap * han, stretch: gap.stretch * han, shrink: Math.min(gap.shrink, rules.gap) * han };
  }
  if (left.kind === "connector" || right.kind === "connector") return none;
  return { natural: 0, stretch: hair * em, shrink: 0 };
};

/** Space that is written as one or more space characters. */
export const writtenSpace = (left: Box, right: Box, text: string, rules: Rules): Glue => {
  const own = asked(left, right, rules, true);
  if (own) return own;
  const western = left.kind === "letter" ? left : right;
  const { font, size } = western.word.face;
  let natural = 0;
  let elastic = 0;
  for (const character of text) {
    const width = fixed.get(character);
    if (width === undefined) elastic += (shape(font, " ").advance * size) / 1000;
    natural += width === undefined ? 0 : width * size;
  }
  return { natural: natural + elastic, stretch: elastic * wordSpace.stretch, shrink: elastic * wordSpace.shrink };
};
