import type { Word } from "./boxes.ts";
import { type Shaped, shape } from "./shape.ts";

/** Soft hyphen: what a hyphen that was added at the end of a line is read as, so that words rejoin. */
export const softHyphen = "\u00ad";

const known = new WeakMap<object, Map<string, Shaped>>();

/** The hyphen that a division adds, read as U+00AD. */
export const hyphenOf = (word: Word): Shaped => {
  let ofFont = known.get(word.face.font);
  if (!ofFont) {
    ofFont = new Map();
    known.set(word.face.font, ofFont);
  }
  const key = word.features.join();
  const found = ofFont.get(key);
  if (found) return found;
  const plain = shape(word.face.font, "-", word.features);
  const made: Shaped = {
    ...plain,
    glyphs: plain.glyphs.map((glyph) => ({ ...glyph, codePoints: [softHyphen.codePointAt(0) as number] })),
  };
  ofFont.set(key, made);
  return made;
};

export const hyphenWidth = (word: Word): number => (hyphenOf(word).advance * word.face.size) / 1000;
