import { createHash } from "node:crypto";
import type { Font } from "fontkit";
import type { EmbeddedFont } from "./pdfmake.ts";

/** A glyph as text is shown with it: which one, what it is read as, its advance in thousandths of the type size. */
export type ShownGlyph = { readonly id: number; readonly codePoints: readonly number[]; readonly width: number };

/** What stands at a code of an embedded face. `index`: its glyph in the subset. */
export type Coded = { readonly index: number; readonly width: number; readonly codePoints: readonly number[] };

/**
 * The codes of a face's glyphs in one file. `codeOf` gives a code in hexadecimal; `extra`: thousandths of the type size
 * added to the glyph's advance.
 */
export type GlyphCodes = {
  readonly codeOf: (glyph: ShownGlyph, extra?: number) => string;
  readonly all: ReadonlyMap<number, Coded>;
};

const most = 0xffff;

/** The subset writes each glyph's own advance; glyphs with space added get theirs. */
const widenIn = ({ subset, font }: EmbeddedFont, widened: ReadonlyMap<number, number>): void => {
  const original = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const index = original(id);
    const extra = widened.get(index);
    const metric = subset.hmtx.metrics[index];
    if (extra !== undefined && metric) metric.advance += Math.round((extra * font.unitsPerEm) / 1000);
    return index;
  };
};

/** Readings by the bytes of the face, which outlast the files that it is embedded in. */
const usual = new WeakMap<Uint8Array, Map<number, number | undefined>>();

/** The character that a glyph is read as where nothing else is said: the first of those that the face draws with it. */
const usualReading = (face: Uint8Array, font: Font, id: number): number | undefined => {
  const known = usual.get(face) ?? new Map<number, number | undefined>();
  usual.set(face, known);
  if (!known.has(id)) {
    const all = font.stringsForGlyph(id).flatMap((text) => text.codePointAt(0) ?? []);
    known.set(id, all.length > 0 ? Math.min(...all) : undefined);
  }
  return known.get(id);
};

/**
 * The code that a glyph would have, whatever else stands in the file: its number in the face, or, where it is read as
 * something unusual or carries space, one of those that no glyph has, by its name.
 */
const wantedCode = (
  face: Uint8Array,
  font: Font,
  { id, codePoints }: ShownGlyph,
  extra: number,
  name: string,
): number => {
  const plain = extra === 0 && codePoints.length === 1 && codePoints[0] === usualReading(face, font, id);
  if (plain && id > 0) return id;
  const free = most - font.numGlyphs;
  const chance = createHash("sha256").update(name).digest().readUInt32BE(0);
  return free > 0 ? font.numGlyphs + (chance % free) : 1 + (chance % (most - 1));
};

/**
 * Gives glyphs their codes. A glyph has one for each text that it is read as (ISO 32000-1 §9.10.3: a hyphen at the end of
 * a line is read as U+00AD), and one for each space that it carries: what stands between Han and western text is part of an
 * advance, so that no reader takes it for a space character. A code follows from its glyph and not from what was shown
 * before, so that a page that stays as it was has the same bytes in every file. `face`: its bytes.
 */
export const glyphCodes = (embedded: EmbeddedFont, face: Uint8Array): GlyphCodes => {
  const { font, subset } = embedded;
  const known = new Map<string, string>();
  const all = new Map<number, Coded>([
    [0, { index: 0, width: font.getGlyph(0).advanceWidth * embedded.scale, codePoints: [0] }],
  ]);
  const widened = new Map<number, number>();
  widenIn(embedded, widened);
  const wide = new Map<string, number>();
  const indexOf = (id: number, extra: number): number => {
    if (extra === 0) return subset.includeGlyph(id);
    const name = `${id} ${extra}`;
    const index = wide.get(name) ?? subset.glyphs.push(id) - 1;
    wide.set(name, index);
    widened.set(index, extra);
    return index;
  };
  return {
    all,
    codeOf: (glyph, extra = 0) => {
      // What the face does not have is found when the file is read again.
      if (glyph.id === 0) return "0000";
      const name = `${glyph.id} ${extra} ${glyph.codePoints.join()}`;
      const found = known.get(name);
      if (found) return found;
      if (all.size > most) throw new Error("a face has more glyphs than one file can name");
      let code = wantedCode(face, font, glyph, extra, name);
      while (all.has(code)) code = (code + 1) % (most + 1);
      const width = glyph.width + extra;
      all.set(code, { index: indexOf(glyph.id, extra), width, codePoints: glyph.codePoints });
      embedded.unicode[code] = glyph.codePoints;
      embedded.widths[code] = width;
      const hex = code.toString(16).padStart(4, "0");
      known.set(name, hex);
      return hex;
    },
  };
};
