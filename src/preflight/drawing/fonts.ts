import { type Font, readFont } from "../content/font.ts";
import { dictOf, isArray, isStream, nameOf, type PdfObject } from "../reader/object.ts";
import { decode } from "../reader/stream.ts";
import type { Digests } from "./digest.ts";
import { outlinesOf } from "./outlines.ts";

/** A font as far as it is seen. */
export type DrawnFont = {
  readonly codeLength: 1 | 2;
  /** What all its glyphs share. */
  readonly shared: string;
  /** What a code draws and how far it moves the pen. */
  readonly glyph: (code: number) => string;
};

/** A font whose glyphs cannot be told apart is told as a whole. */
const whole = (font: Font, object: PdfObject, digests: Digests): DrawnFont => ({
  codeLength: font.codeLength,
  shared: digests.of(object),
  glyph: String,
});

/** Reads a font by what its glyphs draw: neither its name nor the codes of its subset are seen. */
export const drawnFont = (object: PdfObject, digests: Digests): DrawnFont | undefined => {
  const { file } = digests;
  const dict = dictOf(file.resolve(object));
  if (!dict) return undefined;
  const font = readFont(file, dict);
  const descendants = file.get(dict, "DescendantFonts");
  const descendant = isArray(descendants) ? file.resolve(descendants[0]) : null;
  const program = file.get(file.get(descendant, "FontDescriptor"), "FontFile2");
  const identity = nameOf(file.get(dict, "Encoding")) === "Identity-H";
  const vertical = file.get(descendant, "W2") !== null || file.get(descendant, "DW2") !== null;
  const bytes = isStream(program) ? decode(file, program) : undefined;
  const outlines = bytes && outlinesOf(bytes);
  if (!outlines || !identity || vertical) return whole(font, object, digests);
  if (font.glyph(0) === undefined) return whole(font, object, digests);
  const known = new Map<number, string>();
  return {
    codeLength: 2,
    shared: outlines.program,
    glyph: (code) => {
      const found =
        known.get(code) ?? `${outlines.of(font.glyph(code) ?? 0)} ${Math.round(font.width(code) * 1000) / 1000}`;
      known.set(code, found);
      return found;
    },
  };
};
