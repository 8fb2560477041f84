import { readFileSync } from "node:fs";

/** A sound face with small faults put into its bytes. */
export const sound = (): Buffer => readFileSync("fonts/SourceSans3_400Regular.ttf");

/** Offset of the directory's entry of a table (OpenType, "Organization of an OpenType font"). */
const entryOf = (bytes: Buffer, tag: string): number =>
  Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
    (at) => bytes.toString("latin1", at, at + 4) === tag,
  ) as number;

const tableAt = (bytes: Buffer, tag: string): number => bytes.readUInt32BE(entryOf(bytes, tag) + 8);

/** Where loca says that a glyph's outline begins. */
const startOf = (bytes: Buffer, glyph: number): number => {
  if (bytes.readInt16BE(tableAt(bytes, "head") + 50) !== 1) throw new Error("loca is expected to be long");
  return tableAt(bytes, "loca") + glyph * 4;
};

/** The outline of a glyph emptied: it begins where the next does. */
export const blanked = (bytes: Buffer, glyph: number): Buffer => {
  bytes.copy(bytes, startOf(bytes, glyph), startOf(bytes, glyph + 1), startOf(bytes, glyph + 1) + 4);
  return bytes;
};

/** The outline of a glyph kept, its box made as narrow as nothing. */
export const flattened = (bytes: Buffer, glyph: number): Buffer => {
  const outline = tableAt(bytes, "glyf") + bytes.readUInt32BE(startOf(bytes, glyph));
  bytes.copy(bytes, outline + 6, outline + 2, outline + 4);
  return bytes;
};

/** A table's contents in place of another's. */
const instead = (bytes: Buffer, from: string, to: string, contents: Buffer): Buffer => {
  const entry = entryOf(bytes, from);
  bytes.write(to, entry, "latin1");
  bytes.writeUInt32BE(bytes.length, entry + 8);
  bytes.writeUInt32BE(contents.length, entry + 12);
  return Buffer.concat([bytes, contents]);
};

/** A weight axis from 200 to 900 (OpenType, fvar), where kerning was. */
export const variable = (bytes: Buffer): Buffer => {
  const table = Buffer.alloc(36);
  for (const [at, value] of [1, 0, 16, 2, 1, 20, 0, 8].entries()) table.writeUInt16BE(value, at * 2);
  table.write("wght", 16, "latin1");
  for (const [index, value] of [200, 400, 900].entries()) table.writeUInt32BE(value * 65536, 20 + index * 4);
  return instead(bytes, "GPOS", "fvar", table);
};

/** A character map (format 12) of the letters alone, in which the digits are not; or of the digits alone but one. */
export const mapped = (bytes: Buffer, groups: readonly (readonly [first: number, last: number, glyph: number])[]) => {
  const table = Buffer.alloc(12 + 16 + groups.length * 12);
  for (const [at, value] of [0, 1, 3, 10, 0, 12, 12, 0].entries()) table.writeUInt16BE(value, at * 2);
  table.writeUInt32BE(16 + groups.length * 12, 16);
  table.writeUInt32BE(groups.length, 24);
  for (const [index, group] of groups.entries())
    for (const [at, value] of group.entries()) table.writeUInt32BE(value, 28 + index * 12 + at * 4);
  return instead(bytes, "cmap", "cmap", table);
};
