/** The part of fontkit 2 that is used: https://github.com/foliojs/fontkit. */
declare module "fontkit" {
  export type BBox = {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
    readonly width: number;
    readonly height: number;
  };
  export type Path = { readonly bbox: BBox; readonly cbox: BBox; toSVG(): string };
  export type Glyph = {
    readonly id: number;
    readonly codePoints: readonly number[];
    /** In font units. */
    readonly advanceWidth: number;
    readonly bbox: BBox;
    readonly path: Path;
    readonly isMark: boolean;
    readonly isLigature: boolean;
  };
  /** In font units. */
  export type GlyphPosition = {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    /** Set by pdfkit's embedding: the advance before kerning. */
    readonly advanceWidth?: number;
  };
  export type GlyphRun = {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  };
  export type Features = readonly string[] | Readonly<Record<string, boolean>>;
  export type Font = {
    readonly postscriptName: string;
    readonly fullName: string;
    readonly familyName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly bbox: BBox;
    readonly characterSet: readonly number[];
    readonly availableFeatures: readonly string[];
    readonly "OS/2"?: { readonly fsType: Readonly<Record<string, boolean>>; readonly sFamilyClass?: number };
    readonly post: { readonly isFixedPitch: number };
    readonly head: { readonly macStyle: Readonly<Record<string, boolean>> };
    readonly italicAngle: number;
    readonly numGlyphs: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(id: number): Glyph;
    /** The characters that a glyph stands for. */
    stringsForGlyph(id: number): readonly string[];
    layout(text: string, features?: Features, script?: string, language?: string, direction?: "ltr" | "rtl"): GlyphRun;
  };
  export function create(buffer: Uint8Array, postscriptName?: string): Font;
}
