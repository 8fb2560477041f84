import type { SfntTable } from "./sfnt.ts";

/** fsType (OpenType OS/2): what the maker of a face allows. */
const restricted = 0x0002;
const noSubsets = 0x0100;
const bitmapsOnly = 0x0200;

/** Why a face must not stand in a PDF as a subset of its outlines; `undefined` where it may, and where it has no OS/2 table. */
export const embeddingFault = (tables: ReadonlyMap<string, SfntTable>): string | undefined => {
  const bits = tables.get("OS/2")?.uint16(8) ?? 0;
  if (bits & restricted) return "its maker does not allow it to be embedded";
  if (bits & noSubsets) return "its maker allows it to be embedded only whole, not in part";
  return bits & bitmapsOnly ? "its maker allows only bitmaps of it to be embedded" : undefined;
};
