import type { Box, Boxes, Joint, Run, Word } from "./boxes.ts";
import type { SizedFace } from "./faces.ts";
import { type Shaped, shape } from "./shape.ts";

/** What is drawn at once: a word, a mark, a space. x in pt from the left end of the line. */
export type Piece<Tag = unknown> = {
  readonly text: string;
  readonly shaped: Shaped;
  readonly face: SizedFace;
  readonly run: Run<Tag>;
  readonly x: number;
  /** To the next piece, in pt. */
  readonly advance: number;
};

/** A line set to its width. */
export type Line<Tag = unknown> = {
  readonly pieces: readonly Piece<Tag>[];
  /** Shift of the whole line from the left edge of its column, in pt. */
  readonly x: number;
  /** What it fills, in pt, without a space at its end. */
  readonly width: number;
  readonly ratio: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Tags of the runs that begin or go on in this line, in order. */
  readonly tags: readonly Tag[];
  /** Sets the line again with other words in some of its runs: page numbers that become known late. */
  readonly again: (textOf: (run: Run<Tag>) => string | undefined) => Line<Tag>;
};

export type Alignment = "justify" | "start" | "center" | "end";

/** Soft hyphen: what a hyphen that was added at the end of a line is read as, so that words rejoin. */
const softHyphen = "\u00ad";

const hyphens = new WeakMap<object, Map<string, Shaped>>();

/** The hyphen that a division adds, read as U+00AD. */
export const hyphenOf = (word: Word): Shaped => {
  let known = hyphens.get(word.face.font);
  if (!known) {
    known = new Map();
    hyphens.set(word.face.font, known);
  }
  const key = word.features.join();
  const found = known.get(key);
  if (found) return found;
  const plain = shape(word.face.font, "-", word.features);
  const made: Shaped = {
    ...plain,
    glyphs: plain.glyphs.map((glyph) => ({ ...glyph, codePoints: [softHyphen.codePointAt(0) as number] })),
  };
  known.set(key, made);
  return made;
};

export const hyphenWidth = (word: Word): number => (hyphenOf(word).advance * word.face.size) / 1000;

type Draft<Tag> = {
  text: string;
  shaped: Shaped;
  word: Word<Tag>;
  shift: number;
  advance: number;
  glue: Joint | undefined;
};

/** Parts of one word side by side are drawn as what they are together: one word. */
const mergeParts = <Tag>(
  boxes: readonly Box<Tag>[],
  joints: readonly Joint[],
  start: number,
  end: number,
): Draft<Tag>[] => {
  const drafts: Draft<Tag>[] = [];
  for (let i = start; i < end; ) {
    const box = boxes[i] as Box<Tag>;
    let until = i + 1;
    while (until < end && boxes[until]?.word === box.word) until++;
    const lastPart = boxes[until - 1] as Box<Tag>;
    const whole = box.start === 0 && lastPart.end === box.word.text.length;
    const text = whole ? box.word.text : box.word.text.slice(box.start, lastPart.end);
    const shaped = whole ? box.word.shaped : shape(box.word.face.font, text, box.word.features);
    const full = (shaped.advance * box.word.face.size) / 1000;
    drafts.push({
      text,
      shaped,
      word: box.word,
      shift: -box.before,
      advance: full - box.before - lastPart.after,
      glue: joints[until - 1],
    });
    i = until;
  }
  return drafts;
};

/** Natural width, stretch and shrink of a line as it is drawn. */
const measure = <Tag>(drafts: readonly Draft<Tag>[]): readonly [number, number, number] => {
  let [natural, stretch, shrink] = [0, 0, 0];
  for (const [index, draft] of drafts.entries()) {
    natural += draft.advance;
    if (index === drafts.length - 1 || !draft.glue) continue;
    natural += draft.glue.natural;
    stretch += draft.glue.stretch;
    shrink += draft.glue.shrink;
  }
  return [natural, stretch, shrink];
};

const ratioFor = (room: number, stretch: number, shrink: number, filled: boolean): number => {
  if (room >= 0) return filled && stretch > 0 ? room / stretch : 0;
  return shrink > 0 ? Math.max(-1, room / shrink) : 0;
};

const shiftFor = (alignment: Alignment, room: number): number =>
  alignment === "center" ? room / 2 : alignment === "end" ? room : 0;

/** How a line stands in its column. Measures in pt. */
export type LineShape = { readonly width: number; readonly indent: number; readonly alignment: Alignment };

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

/**
 * Sets boxes [start, end) as a line of a width. The last line and lines that are not justified keep their natural
 * width unless they must shrink. Written spaces are drawn, also at the end of the line, so that text read back has them.
 */
export const setLine = <Tag>(
  { boxes, joints }: Boxes<Tag>,
  start: number,
  end: number,
  lineShape: LineShape,
): Line<Tag> => {
  const { width, indent, alignment } = lineShape;
  const joint = joints[end - 1] as Joint;
  const last = joint.penalty === Number.NEGATIVE_INFINITY;
  const drafts = mergeParts(boxes, joints, start, end);
  if (joint.hyphen) {
    const word = (boxes[end - 1] as Box<Tag>).word;
    drafts.push({
      text: softHyphen,
      shaped: hyphenOf(word),
      word,
      shift: 0,
      advance: hyphenWidth(word),
      glue: undefined,
    });
    const before = drafts.at(-2);
    if (before) before.glue = undefined;
  }
  const [natural, stretch, shrink] = measure(drafts);
  const ratio = ratioFor(width - natural, stretch, shrink, alignment === "justify" && !last);
  const pieces: Piece<Tag>[] = [];
  let x = 0;
  for (const [index, { text, shaped, word, shift, advance, glue }] of drafts.entries()) {
    const final = index === drafts.length - 1;
    const space = glue && !final ? glue.natural + ratio * (ratio > 0 ? glue.stretch : glue.shrink) : 0;
    const spaced = glue !== undefined && glue.text !== "";
    pieces.push({
      text,
      shaped,
      face: word.face,
      run: word.run,
      x: x + shift,
      advance: advance - shift + (spaced ? 0 : space),
    });
    x += advance;
    if (spaced) {
      const blank = shape(word.face.font, glue.text, word.features);
      pieces.push({ text: glue.text, shaped: blank, face: word.face, run: word.run, x, advance: final ? 0 : space });
    }
    x += space;
  }
  const room = width - x;
  return {
    pieces,
    x: indent + shiftFor(alignment, room),
    width: x,
    ratio: room < -0.01 && ratio <= -1 ? -1 + room / Math.max(1, shrink) : ratio,
    first: start === 0,
    last: end === boxes.length,
    tags: [...new Set(pieces.flatMap(({ run }): readonly Tag[] => (run.tag === undefined ? [] : [run.tag])))],
    again: (textOf) => {
      const inLine = (index: number) => index >= start && index < end;
      const changed = boxes.map((box, index) => (inLine(index) ? retype(box, textOf(box.word.run)) : box));
      return setLine({ boxes: changed, joints }, start, end, lineShape);
    },
  };
};
