import type { Box, Boxes, Joint, Run, Word } from "./boxes.ts";
import type { Edges } from "./edges.ts";
import { type Elastic, fitAt, type LetterFit, noFit, ratioOf } from "./elastic.ts";
import type { SizedFace } from "./faces.ts";
import { type LineFault, ownFaults, type Spacing } from "./fullness.ts";
import { hyphenOf, hyphenWidth, softHyphen } from "./hyphen.ts";
import { type Shaped, shape } from "./shape.ts";
import { spaceShape } from "./space-shape.ts";
import type { Unset } from "./unset.ts";

/** What is drawn at once: a word, a mark, a space. x in pt from the left end of the line. */
export type Piece<Tag = unknown> = {
  readonly text: string;
  readonly shaped: Shaped;
  readonly face: SizedFace;
  readonly run: Run<Tag>;
  /** UTF-16 offset of its text in the run. */
  readonly at: number;
  readonly x: number;
  /** To the next piece, in pt. */
  readonly advance: number;
  /** Width of its glyphs as a share of what they are in the face: 1, or a little more or less to fill a line. */
  readonly scale: number;
  /** Space added after each of its glyphs to fill a line, in pt. */
  readonly letterspace: number;
};

/** A line set to its width. */
export type Line<Tag = unknown> = {
  readonly pieces: readonly Piece<Tag>[];
  /** Shift of the whole line from the left edge of its column, in pt. */
  readonly x: number;
  /** What it fills, in pt, without a space at its end and what hangs out. */
  readonly width: number;
  /** How far its glue is stretched or shrunk; below -1 the line is too long. */
  readonly ratio: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly spacing: Spacing;
  /** A word is divided at its end. */
  readonly hyphen: boolean;
  /** What could not be avoided. */
  readonly faults: readonly LineFault[];
  /** Tags of the runs that begin or go on in this line, in order. */
  readonly tags: readonly Tag[];
  /** Sets the line again with other words in some of its runs: page numbers that become known late. */
  readonly again: (textOf: (run: Run<Tag>) => string | undefined) => Line<Tag>;
};

/** A paragraph in lines, with the characters in it that cannot be set. */
export type SetParagraph<Tag = unknown> = {
  readonly lines: readonly Line<Tag>[];
  readonly unset: readonly Unset<Tag>[];
};

export type Alignment = "justify" | "start" | "center" | "end";

type Draft<Tag> = {
  text: string;
  shaped: Shaped;
  word: Word<Tag>;
  at: number;
  shift: number;
  advance: number;
  /** Letters, which give to fill the line. */
  letters: boolean;
  glue: Joint | undefined;
};

/** Parts of one word side by side are drawn as what they are together: one word. */
const mergeParts = <Tag>({ boxes, joints }: Boxes<Tag>, start: number, end: number): Draft<Tag>[] => {
  const drafts: Draft<Tag>[] = [];
  for (let i = start; i < end; ) {
    const box = boxes[i] as Box<Tag>;
    const { word } = box;
    let until = i + 1;
    while (until < end && boxes[until]?.word === word) until++;
    const lastPart = boxes[until - 1] as Box<Tag>;
    const whole = box.start === 0 && lastPart.end === word.text.length;
    const text = whole ? word.text : word.text.slice(box.start, lastPart.end);
    const shaped = whole ? word.shaped : shape(word.face.font, text, word.features);
    const advance = (shaped.advance * word.face.size) / 1000 - box.before - lastPart.after;
    drafts.push({
      text,
      shaped,
      word,
      at: word.at + box.start,
      shift: -box.before,
      advance,
      letters: box.kind === "letter",
      glue: joints[until - 1],
    });
    i = until;
  }
  return drafts;
};

const hyphenDraft = <Tag>(word: Word<Tag>): Draft<Tag> => ({
  text: softHyphen,
  shaped: hyphenOf(word),
  word,
  at: word.at + word.text.length,
  shift: 0,
  advance: hyphenWidth(word),
  letters: false,
  glue: undefined,
});

/** Natural width of a line as it is drawn, and what it can give. */
const measure = <Tag>(drafts: readonly Draft<Tag>[], fit: LetterFit): Elastic & { readonly natural: number } => {
  const sum = { natural: 0, stretch: 0, shrink: 0, lettersStretch: 0, lettersShrink: 0 };
  for (const { advance, letters, shaped, word, glue } of drafts) {
    sum.natural += advance + (glue?.natural ?? 0);
    sum.stretch += glue?.stretch ?? 0;
    sum.shrink += glue?.shrink ?? 0;
    if (!letters) continue;
    sum.lettersStretch += advance * fit.width + shaped.glyphs.length * fit.space * word.face.size;
    sum.lettersShrink += advance * fit.width;
  }
  return sum;
};

const shiftFor = (alignment: Alignment, room: number): number =>
  alignment === "center" ? room / 2 : alignment === "end" ? room : 0;

/** Tags of the runs that pieces are of, each once, in order. */
export const tagsOf = <Tag>(pieces: readonly Piece<Tag>[]): readonly Tag[] => [
  ...new Set(pieces.flatMap(({ run }): readonly Tag[] => (run.tag === undefined ? [] : [run.tag]))),
];

/** How a line stands in its column. Measures in pt. */
export type LineShape = {
  readonly width: number;
  readonly indent: number;
  readonly alignment: Alignment;
  readonly letterFit: LetterFit;
};

const retype = <Tag>(box: Box<Tag>, text: string | undefined): Box<Tag> => {
  if (text === undefined) return box;
  const { face, features } = box.word;
  const shaped = shape(face.font, text, features);
  return {
    ...box,
    word: { ...box.word, text, shaped },
    start: 0,
    end: text.length,
    width: (shaped.advance * face.size) / 1000,
  };
};

/** Pieces from the left edge on, and where the last ends. */
const piecesOf = <Tag>(drafts: readonly Draft<Tag>[], ratio: number, start: number, letterFit: LetterFit) => {
  const pieces: Piece<Tag>[] = [];
  const fit = fitAt(ratio, letterFit);
  let x = start;
  for (const [index, draft] of drafts.entries()) {
    const { text, shaped, word, at, shift, letters, glue } = draft;
    const final = index === drafts.length - 1;
    const space = glue && !final ? glue.natural + ratio * (ratio > 0 ? glue.stretch : glue.shrink) : 0;
    const spaced = glue !== undefined && glue.text !== "";
    const scale = letters ? fit.scale : 1;
    const { face, run } = word;
    const letterspace = letters ? fit.space * face.size : 0;
    const advance = draft.advance * scale + shaped.glyphs.length * letterspace;
    const drawn = { face, run, scale, letterspace };
    pieces.push({ ...drawn, text, shaped, at, x: x + shift, advance: advance - shift + (spaced ? 0 : space) });
    x += advance;
    if (spaced) {
      const blank = { text: glue.text, shaped: spaceShape(face.font, glue.text, word.features), at: at + text.length };
      pieces.push({ ...drawn, ...blank, x, advance: final ? 0 : space });
    }
    x += space;
  }
  return { pieces, end: x };
};

/** Where no line end is near: what spaces of words and other space are stretched by in em. The line ends short of its width then. */
const utmost = { word: 0.75, other: 0.5 };

/** The ratio at which the first space of a line is as wide as it may ever be. */
const utmostRatio = <Tag>(drafts: readonly Draft<Tag>[]): number =>
  drafts.reduce((least, { glue, word }) => {
    if (!glue || glue.stretch === 0) return least;
    const most = glue.text !== "" ? utmost.word : utmost.other;
    return Math.min(least, (most * word.face.size) / glue.stretch);
  }, Number.POSITIVE_INFINITY);

/** The widest spaces of a stretched line; Han characters that are letterspaced have no natural space between them. */
const spacingOf = <Tag>(drafts: readonly Draft<Tag>[], ratio: number): Spacing => {
  const widest = { word: 0, square: 0 };
  if (ratio <= 0) return widest;
  for (const { glue, word } of drafts) {
    if (!glue || glue.stretch === 0) continue;
    const space = (glue.natural + ratio * glue.stretch) / word.face.size;
    if (glue.text !== "") widest.word = Math.max(widest.word, space);
    else if (glue.natural === 0) widest.square = Math.max(widest.square, space);
  }
  return widest;
};

/**
 * Sets boxes [start, end) as a line of a width. The last line and lines that are not justified keep their natural
 * width unless they must shrink. Written spaces are drawn, also at the end of the line, so that text read back has them.
 */
export const setLine = <Tag>(
  paragraph: Boxes<Tag>,
  edges: Edges,
  start: number,
  end: number,
  lineShape: LineShape,
): Line<Tag> => {
  const { boxes, joints } = paragraph;
  const { width, indent, alignment } = lineShape;
  const letterFit = alignment === "justify" ? lineShape.letterFit : noFit;
  const joint = joints[end - 1] as Joint;
  const ends = joint.penalty === Number.NEGATIVE_INFINITY;
  const drafts = mergeParts(paragraph, start, end);
  const hyphen = joint.hyphen ? hyphenDraft((boxes[end - 1] as Box<Tag>).word) : undefined;
  const lastDraft = drafts.at(-1) as Draft<Tag>;
  const without = [...drafts.slice(0, -1), { ...lastDraft, glue: undefined }];
  const { natural, ...elastic } = measure(without, letterFit);
  // Parts of words were shaped anew: they are as wide as they are without what followed.
  const [before, after] = [edges.start[start] as number, (edges.end[end - 1] as number) - joint.unkerned];
  const wanted = ratioOf(width - natural - before - after, elastic);
  const ratio =
    wanted > 0 && (alignment !== "justify" || ends) ? 0 : Math.max(-1, Math.min(wanted, utmostRatio(without)));
  const set = piecesOf(hyphen ? [...without, hyphen] : drafts, ratio, before, letterFit);
  const spacing = spacingOf(without, ratio);
  const filled = set.end - (hyphen?.advance ?? 0) + after;
  return {
    pieces: set.pieces,
    x: indent + shiftFor(alignment, width - filled),
    width: filled,
    ratio: wanted < -1 ? wanted : ratio,
    spacing,
    faults: ownFaults(Math.min(wanted, ratio), spacing, joint.forced),
    first: start === 0,
    last: end === boxes.length,
    hyphen: joint.hyphen,
    tags: tagsOf(set.pieces),
    again: (textOf) => {
      const inLine = (index: number) => index >= start && index < end;
      const changed = boxes.map((box, index) => (inLine(index) ? retype(box, textOf(box.word.run)) : box));
      return setLine({ boxes: changed, joints }, edges, start, end, lineShape);
    },
  };
};
