import { sha256 } from "./digest.ts";

/** Digest of what a glyph of a TrueType program draws; "" for a glyph that it does not have. */
export type Outlines = {
  readonly of: (glyph: number) => string /** Of what all glyphs are drawn by. */;
  readonly program: string;
};

/** Flags of composite glyphs (OpenType, glyf). */
const composite = { words: 0x1, scale: 0x8, more: 0x20, scales: 0x40, matrix: 0x80 };
const deepest = 8;

const tablesOf = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    const offset = bytes.readUInt32BE(at + 8);
    tables.set(bytes.toString("latin1", at, at + 4), bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)));
  }
  return tables;
};

/**
 * Reads the outlines of a TrueType program, as it is embedded in a PDF. Parts of composite glyphs are told by what they
 * draw, not by their numbers, which differ from subset to subset. `undefined` where it is none.
 */
export const outlinesOf = (program: Uint8Array): Outlines | undefined => {
  try {
    const tables = tablesOf(Buffer.from(program.buffer, program.byteOffset, program.length));
    const [head, loca, glyf] = ["head", "loca", "glyf"].map((name) => tables.get(name));
    if (!head || !loca || !glyf) return undefined;
    const long = head.readInt16BE(50) === 1;
    const count = loca.length / (long ? 4 : 2) - 1;
    const offset = (glyph: number): number => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
    const known = new Map<number, string>();
    const draw = (glyph: number, depth: number): string => {
      if (glyph < 0 || glyph >= count || depth > deepest) return "";
      const outline = glyf.subarray(offset(glyph), offset(glyph + 1));
      if (outline.length === 0) return "blank";
      return sha256(outline.readInt16BE(0) >= 0 ? outline : partsOf(outline, (part) => draw(part, depth + 1)));
    };
    const of = (glyph: number): string => {
      const found = known.get(glyph) ?? draw(glyph, 0);
      known.set(glyph, found);
      return found;
    };
    // Size of the em, and the instructions that hint all glyphs.
    const shared = ["fpgm", "prep", "cvt "].map((name) => sha256(tables.get(name) ?? ""));
    return { of, program: [head.readUInt16BE(18), ...shared].join(" ") };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** A composite glyph with what its parts draw in the place of their numbers. */
const partsOf = (outline: Buffer, draw: (part: number) => string): string => {
  const written: string[] = [outline.toString("hex", 0, 10)];
  let at = 10;
  for (let flags = composite.more; (flags & composite.more) !== 0; ) {
    flags = outline.readUInt16BE(at);
    const part = outline.readUInt16BE(at + 2);
    const placing = (flags & composite.words) !== 0 ? 4 : 2;
    const scaling =
      (flags & composite.scale) !== 0
        ? 2
        : (flags & composite.scales) !== 0
          ? 4
          : (flags & composite.matrix) !== 0
            ? 8
            : 0;
    const end = at + 4 + placing + scaling;
    written.push(String(flags), draw(part), outline.toString("hex", at + 4, end));
    at = end;
  }
  return [...written, outline.toString("hex", at)].join(" ");
};
