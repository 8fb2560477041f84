import type { Font } from "fontkit";
import type { Face } from "../../src/model/face.ts";
import type { SizedFace } from "../../src/typeset/faces.ts";

/** Where the ink of a full-width mark stands: as in the mainland (and Japan), or as in Taiwan. */
export type Region = "mainland" | "taiwan";

const opening = /[（《「『【〔〈“‘［｛]/u;
const closing = /[）》」』】〕〉”’］｝]/u;
const stops = /[，。、；：！？．]/u;
const dots = /[·・‧]/u;
const latin = /[\u0020-\u024f\u2010-\u2013\u202f]/u;
/** Narrow in faces of the mainland, a square in others. */
const middleDot = "·";

/** Left and right edge of a glyph's ink in a square of 1000 units. */
const inkOf = (character: string, region: Region): readonly [number, number] => {
  if (opening.test(character)) return [600, 950];
  if (closing.test(character)) return [50, 400];
  if (stops.test(character)) return region === "taiwan" ? [350, 650] : [100, 350];
  if (dots.test(character)) return [420, 580];
  return [50, 950];
};

/**
 * A face that measures and draws nothing, for scripts whose faces the project does not carry: squares of an em, letters
 * of half an em, spaces of a quarter. Counts how often each word is shaped.
 */
export const stubFace = (region: Region): { readonly font: Font; readonly shaped: Map<string, number> } => {
  const shaped = new Map<string, number>();
  const glyphOf = (codePoint: number) => {
    const character = String.fromCodePoint(codePoint);
    const wide = !latin.test(character) || (character === middleDot && region === "taiwan");
    const advanceWidth =
      character === " " ? 250 : character === "⸺" ? 2000 : wide ? 1000 : character === middleDot ? 300 : 500;
    const [minX, maxX] = inkOf(character, region);
    return { id: codePoint, codePoints: [codePoint], advanceWidth, bbox: { minX, maxX, minY: 0, maxY: 700 } };
  };
  const font = {
    unitsPerEm: 1000,
    hasGlyphForCodePoint: () => true,
    getGlyph: (id: number) => glyphOf(id),
    layout: (text: string, features: readonly string[] = []) => {
      const key = `${text} ${features.join()}`;
      shaped.set(key, (shaped.get(key) ?? 0) + 1);
      const glyphs = [...text].map((character) => glyphOf(character.codePointAt(0) as number));
      return {
        glyphs,
        positions: glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })),
      };
    },
  };
  return { font: font as unknown as Font, shaped };
};

/** A face of that kind in a size. */
export const sized = (font: Font, size: number): SizedFace => ({ face: { family: "stub" } as Face, font, size });
