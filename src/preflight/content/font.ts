import type { PdfFile } from "../reader/file.ts";
import { isArray, isStream, nameOf, numberOf, type PdfDict, type PdfObject } from "../reader/object.ts";
import { Parser } from "../reader/parser.ts";
import { decode } from "../reader/stream.ts";

/** A font as text is shown with it. */
export type Font = {
  readonly dict: PdfDict;
  readonly name: string;
  /** Bytes a code: 2 for composite fonts with Identity-H, else 1. */
  readonly codeLength: 1 | 2;
  /** Advance of a code in thousandths of the type size. */
  readonly width: (code: number) => number;
  /** The glyph of its program that a code draws, 0 for one that the face has not; `undefined` where the file does not say. */
  readonly glyph: (code: number) => number | undefined;
  /** The characters that a code stands for; `undefined` where the file does not say. */
  readonly unicode: (code: number) => string | undefined;
};

const isString = (item: unknown): item is { readonly type: "string"; readonly bytes: Uint8Array } =>
  typeof item === "object" && item !== null && (item as { type?: string }).type === "string";
const codeOf = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);
const charactersOf = (bytes: Uint8Array): string => new TextDecoder("utf-16be").decode(bytes);

/** Reads a ToUnicode CMap: bfchar and bfrange (ISO 32000-1 §9.10.3). */
const readCMap = (bytes: Uint8Array): ReadonlyMap<number, string> => {
  const map = new Map<number, string>();
  const parser = new Parser(bytes, 0, false);
  let operands: PdfObject[] = [];
  for (let item = parser.next(); item; item = parser.next()) {
    if ("object" in item) {
      operands.push(item.object);
      continue;
    }
    if (item.word === "endbfchar")
      for (let i = 0; i + 1 < operands.length; i += 2) {
        const [code, text] = [operands[i], operands[i + 1]];
        if (isString(code) && isString(text)) map.set(codeOf(code.bytes), charactersOf(text.bytes));
      }
    if (item.word === "endbfrange")
      for (let i = 0; i + 2 < operands.length; i += 3) {
        const [from, to, text] = [operands[i], operands[i + 1], operands[i + 2]];
        if (!isString(from) || !isString(to)) continue;
        const first = codeOf(from.bytes);
        for (let code = first; code <= codeOf(to.bytes); code++) {
          const own = isArray(text) ? text[code - first] : text;
          if (!isString(own)) continue;
          const end = own.bytes.length - 1;
          const moved = isArray(text) ? own.bytes : own.bytes.with(end, (own.bytes[end] as number) + code - first);
          map.set(code, charactersOf(moved));
        }
      }
    operands = [];
  }
  return map;
};

/** ISO 32000-1 §9.7.4.3: `c [w1 w2 …]` and `first last w`. */
const readWidths = (file: PdfFile, object: PdfObject): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>();
  if (!isArray(object)) return widths;
  for (let i = 0; i < object.length; ) {
    const first = numberOf(file.resolve(object[i])) ?? 0;
    const second = file.resolve(object[i + 1]);
    if (isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, numberOf(file.resolve(width)) ?? 0);
      i += 2;
    } else {
      const width = numberOf(file.resolve(object[i + 2])) ?? 0;
      for (let code = first; code <= (numberOf(second) ?? -1); code++) widths.set(code, width);
      i += 3;
    }
  }
  return widths;
};

/** ISO 32000-1 §9.7.4.2: two bytes a code, or the code itself. */
const readGlyphs = (file: PdfFile, map: PdfObject): ((code: number) => number | undefined) => {
  const bytes = isStream(map) ? decode(file, map) : undefined;
  if (bytes) return (code) => ((bytes[2 * code] ?? 0) << 8) | (bytes[2 * code + 1] ?? 0);
  return nameOf(map) === "Identity" ? (code) => code : () => undefined;
};

/** Reads a font dictionary (ISO 32000-1 §9.5). */
export const readFont = (file: PdfFile, dict: PdfDict): Font => {
  const cmap = file.get(dict, "ToUnicode");
  const bytes = isStream(cmap) ? decode(file, cmap) : undefined;
  const unicode = bytes ? readCMap(bytes) : new Map<number, string>();
  const name = nameOf(file.get(dict, "BaseFont")) ?? "?";
  const shared = { dict, name, unicode: (code: number) => unicode.get(code) };
  const descendants = file.get(dict, "DescendantFonts");
  if (isArray(descendants)) {
    const descendant = file.resolve(descendants[0]);
    const widths = readWidths(file, file.get(descendant, "W"));
    const usual = numberOf(file.get(descendant, "DW")) ?? 1000;
    const glyph = readGlyphs(file, file.get(descendant, "CIDToGIDMap"));
    return { ...shared, codeLength: 2, width: (code) => widths.get(code) ?? usual, glyph };
  }
  const first = numberOf(file.get(dict, "FirstChar")) ?? 0;
  const widths = file.get(dict, "Widths");
  return {
    ...shared,
    codeLength: 1,
    glyph: () => undefined,
    width: (code) => (isArray(widths) ? (numberOf(file.resolve(widths[code - first])) ?? 0) : 500),
  };
};
