import type { Font } from "fontkit";
import { type Shaped, shape } from "./shape.ts";

const known = new WeakMap<Font, Map<string, Shaped>>();

/** Spaces as the face's word space, read as what was written: a no-break space stays one. */
export const spaceShape = (font: Font, text: string, features: readonly string[]): Shaped => {
  if (/^ *$/.test(text)) return shape(font, text, features);
  let ofFont = known.get(font);
  if (!ofFont) {
    ofFont = new Map();
    known.set(font, ofFont);
  }
  const key = `${text}\u0000${features.join()}`;
  const found = ofFont.get(key);
  if (found) return found;
  const characters = [...text];
  const plain = shape(font, " ".repeat(characters.length), features);
  const glyphs = plain.glyphs.map((glyph, index) => ({
    ...glyph,
    codePoints: [(characters[index] as string).codePointAt(0) as number],
  }));
  const made = { ...plain, glyphs };
  ofFont.set(key, made);
  return made;
};
