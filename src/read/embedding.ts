/** fsType (OpenType OS/2): what the maker of a face allows. */
const restricted = 0x0002;
const noSubsets = 0x0100;
const bitmapsOnly = 0x0200;

/** The embedding bits of a TrueType file; 0, where it has no OS/2 table. */
const embeddingBits = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = (at: number): number => (at + 2 <= view.byteLength ? view.getUint16(at) : 0);
  const long = (at: number): number => (at + 4 <= view.byteLength ? view.getUint32(at) : 0);
  for (let index = 0; index < short(4); index++) {
    const entry = 12 + index * 16;
    if (long(entry) === 0x4f532f32) return short(long(entry + 8) + 8);
  }
  return 0;
};

/** Why a face must not stand in a PDF as a subset of its outlines; `undefined` where it may. */
export const embeddingFault = (bytes: Uint8Array): string | undefined => {
  const bits = embeddingBits(bytes);
  if (bits & restricted) return "its maker does not allow it to be embedded";
  if (bits & noSubsets) return "its maker allows it to be embedded only whole, not in part";
  return bits & bitmapsOnly ? "its maker allows only bitmaps of it to be embedded" : undefined;
};
