import type { Font } from "fontkit";

/** A glyph of a shaped word, in thousandths of the type size. */
export type ShapedGlyph = {
  readonly id: number;
  /** UTF-16 offset in the word of the first character that it stands for. */
  readonly cluster: number;
  readonly codePoints: readonly number[];
  /** Advance with kerning. */
  readonly advance: number;
  /** Advance in the face, without kerning. */
  readonly width: number;
  /** Where it is drawn, off the pen to the right and up: marks over and under a letter. The pen moves by the advance alone. */
  readonly dx: number;
  readonly dy: number;
};

/** A word as the face draws it. */
export type Shaped = {
  readonly glyphs: readonly ShapedGlyph[];
  /** Sum of the advances, in thousandths of the type size. */
  readonly advance: number;
  /** Blank before the ink of the first and after that of the last glyph. */
  readonly bearings: readonly [number, number];
};

const shapedIn = new WeakMap<Font, Map<string, Shaped>>();

const bearingsOf = (
  first: ShapedGlyph | undefined,
  last: ShapedGlyph | undefined,
  font: Font,
): readonly [number, number] => {
  if (!first || !last) return [0, 0];
  const scale = 1000 / font.unitsPerEm;
  const [left, right] = [font.getGlyph(first.id).bbox, font.getGlyph(last.id).bbox];
  if (!Number.isFinite(left.minX) || !Number.isFinite(right.maxX)) return [0, 0];
  return [left.minX * scale, last.width - right.maxX * scale];
};

/**
 * The code points that each glyph of a word stands for, in order. fontkit keeps a glyph with the characters that it was
 * first made for (none, where it was asked for by number), so the word itself is the better witness.
 */
const codePointsOf = (
  text: string,
  glyphs: readonly { readonly codePoints: readonly number[] }[],
): readonly (readonly number[])[] => {
  const all = [...text].map((character) => character.codePointAt(0) as number);
  const counts = glyphs.map((glyph) => Math.max(1, glyph.codePoints.length));
  if (counts.reduce((sum, count) => sum + count, 0) !== all.length) return glyphs.map((glyph) => glyph.codePoints);
  let at = 0;
  return counts.map((count) => {
    at += count;
    return all.slice(at - count, at);
  });
};

/** Shapes a word in a face; each word of a face is shaped once. */
export const shape = (font: Font, text: string, features: readonly string[] = []): Shaped => {
  let words = shapedIn.get(font);
  if (!words) {
    words = new Map();
    shapedIn.set(font, words);
  }
  const key = features.length > 0 ? `${text}\u0000${features.join()}` : text;
  const known = words.get(key);
  if (known) return known;
  const run = font.layout(text, features.length > 0 ? features : undefined);
  const scale = 1000 / font.unitsPerEm;
  const codePoints = codePointsOf(text, run.glyphs);
  let end = 0;
  const glyphs = run.glyphs.map((glyph, index): ShapedGlyph => {
    const position = run.positions[index];
    const own = codePoints[index] as readonly number[];
    const cluster = end;
    end += String.fromCodePoint(...own).length;
    return {
      id: glyph.id,
      cluster,
      codePoints: own,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * scale,
      width: glyph.advanceWidth * scale,
      dx: (position?.xOffset ?? 0) * scale,
      dy: (position?.yOffset ?? 0) * scale,
    };
  });
  const shaped: Shaped = {
    glyphs,
    advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
    bearings: bearingsOf(glyphs[0], glyphs.at(-1), font),
  };
  words.set(key, shaped);
  return shaped;
};
