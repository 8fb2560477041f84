/** fsType (OpenType OS/2): what the maker of a face allows. */
const restricted = 0x0002;
const noSubsets = 0x0100;
const bitmapsOnly = 0x0200;

/** The embedding bits of a TrueType file; 0, where it has no OS/2 table. */
const embeddingBits = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    if (view.getUint32(entry) === 0x4f532f32) return view.getUint16(view.getUint32(entry + 8) + 8);
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
