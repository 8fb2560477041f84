import type { ShapedGlyph } from "../../../typeset/index.ts";
import type { EmbeddedFont } from "./pdfmake.ts";

/** Gives the code of a glyph in the embedded face. `extra`: thousandths of the type size added to its advance. */
export type GlyphCodes = (glyph: ShapedGlyph, extra: number) => string;

const hex = (code: number): string => code.toString(16).padStart(4, "0");

/** The subset writes each glyph's own advance; glyphs with space added get theirs. */
const widenIn = (embedded: EmbeddedFont, widened: ReadonlyMap<number, number>): void => {
  const { subset } = embedded;
  const original = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const index = original(id);
    const extra = widened.get(index);
    const metric = subset.hmtx.metrics[index];
    if (extra !== undefined && metric) metric.advance += Math.round((extra * embedded.font.unitsPerEm) / 1000);
    return index;
  };
};

const codesOf = (embedded: EmbeddedFont): GlyphCodes => {
  const known = new Map<string, string>();
  const widened = new Map<number, number>();
  widenIn(embedded, widened);
  const { subset, widths, unicode } = embedded;
  /** Puts a glyph into the subset once more: for another text than its first, or with a wider advance. */
  const again = (glyph: ShapedGlyph, extra: number): number => {
    const code = subset.glyphs.length;
    subset.glyphs.push(glyph.id);
    if (extra !== 0) widened.set(code, extra);
    widths[code] = glyph.width + extra;
    unicode[code] = glyph.codePoints;
    return code;
  };
  const plain = (glyph: ShapedGlyph): number => {
    const code = subset.includeGlyph(glyph.id);
    widths[code] ??= glyph.width;
    unicode[code] ??= glyph.codePoints;
    return String(unicode[code]) === String(glyph.codePoints) ? code : again(glyph, 0);
  };
  return (glyph, extra) => {
    const key = `${glyph.id} ${extra} ${glyph.codePoints.join()}`;
    const found = known.get(key);
    if (found) return found;
    const code = hex(extra === 0 ? plain(glyph) : again(glyph, extra));
    known.set(key, code);
    return code;
  };
};

const made = new WeakMap<EmbeddedFont, GlyphCodes>();

/**
 * The codes of a face's glyphs. A glyph stands in the subset once for each text that it is read as (ISO 32000-1
 * §9.10.3: a hyphen at the end of a line is read as U+00AD), and once for each space that it carries: what stands
 * between Han and western text is part of an advance, so that no reader takes it for a space character.
 */
export const glyphCodes = (embedded: EmbeddedFont): GlyphCodes => {
  const found = made.get(embedded);
  if (found) return found;
  const codes = codesOf(embedded);
  made.set(embedded, codes);
  return codes;
};
