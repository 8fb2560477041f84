import type { Piece } from "../../../typeset/index.ts";
import type { Tag } from "../content.ts";
import type { GlyphCodes } from "./glyph-codes.ts";

/** Pieces in a row that are drawn with the same face, size, height and colour. */
export type Stretch = { readonly pieces: readonly Piece<Tag>[]; readonly x: number };

const alike = (a: Piece<Tag>, b: Piece<Tag>): boolean =>
  a.face.face === b.face.face &&
  a.face.size === b.face.size &&
  a.scale === b.scale &&
  a.letterspace === b.letterspace &&
  a.run.style.raise === b.run.style.raise &&
  a.run.style.colour === b.run.style.colour;

/** Divides pieces where the face, the size, the height or the colour changes. */
export const stretchesOf = (all: readonly Piece<Tag>[]): readonly Stretch[] => {
  const stretches: { pieces: Piece<Tag>[]; x: number }[] = [];
  for (const piece of all) {
    const current = stretches.at(-1);
    const last = current?.pieces.at(-1);
    if (current && last && alike(last, piece)) current.pieces.push(piece);
    else stretches.push({ pieces: [piece], x: piece.x });
  }
  return stretches;
};

export const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Readers take a gap of a tenth of the type size for a space; what is wider goes into the advance, in such steps. */
const widestGap = 80;
const step = 40;

const isSpace = (piece: Piece<Tag>): boolean => piece.text.trim() === "";

/** Thousandths of the type size to add to the last glyph's advance, so that no space is read before the next piece. */
const extraAdvance = (piece: Piece<Tag>, next: Piece<Tag> | undefined): number => {
  if (!next || isSpace(piece) || isSpace(next)) return 0;
  const { size } = piece.face;
  const spaced = piece.shaped.glyphs.length * piece.letterspace;
  const gap = ((next.x - piece.x - spaced) * 1000) / (size * piece.scale) - piece.shaped.advance;
  // The smaller type of two decides what a reader takes for a space.
  const limit = widestGap * Math.min(1, next.face.size / size);
  return gap > limit ? Math.floor(gap / step) * step : 0;
};

/**
 * Shows a stretch (ISO 32000-1 §9.4.3): codes, and what moves the pen between them; glyphs off the line, marks over and
 * under letters, by text rise (§9.3.7).
 */
export const showText = (stretch: Stretch, following: Piece<Tag> | undefined, codeOf: GlyphCodes["codeOf"]): string => {
  const shown: string[] = [];
  let out: string[] = [];
  let run = "";
  let move = 0;
  let rise = 0;
  const flush = () => {
    if (run) out.push(`<${run}>`);
    run = "";
  };
  const show = () => {
    flush();
    if (out.length > 0) shown.push(`[${out.join("")}] TJ`);
    out = [];
  };
  const riseTo = (wanted: number) => {
    if (wanted === rise) return;
    show();
    shown.push(`${number(wanted)} Ts`);
    rise = wanted;
  };
  let pen = stretch.x;
  for (const [index, piece] of stretch.pieces.entries()) {
    const size = piece.face.size * piece.scale;
    move += ((pen - piece.x) * 1000) / size;
    pen = piece.x;
    const extra = extraAdvance(piece, stretch.pieces[index + 1] ?? following);
    for (const [at, glyph] of piece.shaped.glyphs.entries()) {
      const wider = at === piece.shaped.glyphs.length - 1 ? extra : 0;
      riseTo((glyph.dy * piece.face.size) / 1000);
      const before = move - glyph.dx;
      if (Math.abs(before) > 0.05) {
        flush();
        out.push(number(before));
      }
      run += codeOf(glyph, wider);
      move = glyph.dx + glyph.width + wider - glyph.advance;
      pen += (glyph.advance * size) / 1000 + piece.letterspace;
    }
  }
  show();
  riseTo(0);
  return shown.join(" ");
};
