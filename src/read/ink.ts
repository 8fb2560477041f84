import type { Font } from "fontkit";
import type { SfntTable } from "./sfnt.ts";

/** Where the outline of each glyph stands in glyf: [start, end). */
const outlinesOf = (tables: ReadonlyMap<string, SfntTable>): readonly (readonly [number, number])[] => {
  const [loca, long] = [tables.get("loca"), tables.get("head")?.int16(50) === 1];
  const count = tables.get("maxp")?.uint16(4) ?? 0;
  if (!loca) return [];
  const offset = (index: number): number => (long ? loca.uint32(index * 4) : loca.uint16(index * 2) * 2);
  return Array.from({ length: count }, (_, index) => [offset(index), offset(index + 1)] as const);
};

/** Glyphs that draw nothing: without an outline, or with one of no extent (OpenType, glyf). */
const blankGlyphs = (tables: ReadonlyMap<string, SfntTable>): readonly number[] => {
  const glyf = tables.get("glyf");
  if (!glyf) return [];
  return outlinesOf(tables).flatMap(([start, end], index) => {
    const [contours, left, low, right, high] = [0, 2, 4, 6, 8].map((at) => glyf.int16(start + at)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return end <= start || contours === 0 || right <= left || high <= low ? [index] : [];
  });
};

/** Letters, digits, marks and signs; what only tells how others are joined or drawn has no ink of its own. */
const inked = /^[\p{L}\p{N}\p{P}\p{S}]$/u;
/** The pattern of Braille without dots, and what stands for an object. */
const without = /[\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u;

/** The characters that a face has and draws nothing for, though they have a form: a digit with an empty outline. */
export const charactersWithoutInk = (font: Font, tables: ReadonlyMap<string, SfntTable>): readonly string[] =>
  blankGlyphs(tables)
    .flatMap((glyph) => font.stringsForGlyph(glyph))
    .filter((character) => inked.test(character) && !without.test(character));

const digits = [..."0123456789"];

/** The digits that a face lacks though it has others, or is meant for a script that is written with them. */
export const missingDigits = (font: Font, scripts: readonly string[]): readonly string[] => {
  const missing = digits.filter((digit) => !font.hasGlyphForCodePoint(digit.codePointAt(0) as number));
  const western = scripts.some((script) => ["Latn", "Grek", "Cyrl"].includes(script));
  return western || missing.length < digits.length ? missing : [];
};
