import { createHash } from "node:crypto";
import type { Coded, GlyphCodes } from "./glyph-codes.ts";
import type { EmbeddedFont, PdfmakeDocument, Reference } from "./pdfmake.ts";

const hex = (value: number): string => value.toString(16).padStart(4, "0");
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** UTF-16 of code points in hexadecimal. */
const utf16 = (codePoints: readonly number[]): string =>
  Array.from(String.fromCodePoint(...codePoints), (character) =>
    Array.from({ length: character.length }, (_, index) => hex(character.charCodeAt(index))).join(""),
  ).join("");

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** What codes are read as (ISO 32000-1 §9.10.3); a block of a CMap has at most 100 entries. */
const toUnicode = (coded: readonly (readonly [number, Coded])[]): string => {
  const blocks = chunks(
    coded.map(([code, { codePoints }]) => `<${hex(code)}> <${utf16(codePoints)}>`),
    100,
  );
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.map((block) => `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`).join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
};

/** Glyphs of the subset by code (§9.7.4.2): two bytes each. */
const glyphMap = (coded: readonly (readonly [number, Coded])[]): Uint8Array => {
  const last = coded.at(-1)?.[0] ?? 0;
  const bytes = Buffer.alloc(2 * (last + 1));
  for (const [code, { index }] of coded) bytes.writeUInt16BE(index, 2 * code);
  return bytes;
};

/** Advances by code (§9.7.4.3): runs of codes side by side. */
const widthsOf = (coded: readonly (readonly [number, Coded])[]): readonly (number | readonly number[])[] => {
  const runs: { readonly first: number; readonly widths: number[] }[] = [];
  for (const [code, { width }] of coded) {
    const last = runs.at(-1);
    if (last && last.first + last.widths.length === code) last.widths.push(round(width));
    else runs.push({ first: code, widths: [round(width)] });
  }
  return runs.flatMap(({ first, widths }) => [first, widths]);
};

/** Nonsymbolic faces are none that are subset by glyph (§9.8.2). */
const flagsOf = ({ font }: EmbeddedFont): number => {
  const family = (font["OS/2"]?.sFamilyClass ?? 0) >> 8;
  const serif = family >= 1 && family <= 7 ? 1 << 1 : 0;
  const script = family === 10 ? 1 << 3 : 0;
  return (font.post.isFixedPitch ? 1 : 0) | serif | (1 << 2) | script | (font.head.macStyle.italic ? 1 << 6 : 0);
};

/** Six capitals before the name of a subset (§9.9.2). */
const subsetTag = (id: string): string =>
  Array.from(createHash("sha256").update(id).digest().subarray(0, 6), (byte) =>
    String.fromCharCode(65 + (byte % 26)),
  ).join("");

/** Puts a face into a file: the glyphs that were shown, with their codes (ISO 32000-1 §9.7.4, CIDFontType2). */
export const embed = (document: PdfmakeDocument, embedded: EmbeddedFont, codes: GlyphCodes): void => {
  const { font, scale, id } = embedded;
  const coded = [...codes.all].toSorted(([a], [b]) => a - b);
  const stream = (bytes: Uint8Array | string): Reference => {
    const made = document.ref();
    made.end(bytes);
    return made;
  };
  const object = (data: Record<string, unknown>): Reference => {
    const made = document.ref(data);
    made.end();
    return made;
  };
  const program = stream(embedded.subset.encode());
  const name = `${subsetTag(id)}+${font.postscriptName.replaceAll(" ", "_")}`;
  const { bbox } = font;
  const descriptor = object({
    Type: "FontDescriptor",
    FontName: name,
    Flags: flagsOf(embedded),
    FontBBox: [bbox.minX * scale, bbox.minY * scale, bbox.maxX * scale, bbox.maxY * scale],
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: (font.capHeight || font.ascent) * scale,
    XHeight: (font.xHeight || 0) * scale,
    StemV: 0,
    FontFile2: program,
  });
  const descendant = object({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    W: widthsOf(coded),
    CIDToGIDMap: stream(glyphMap(coded)),
  });
  embedded.dictionary.data = {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: stream(toUnicode(coded)),
  };
  embedded.dictionary.end();
};
