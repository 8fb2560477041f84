/** Reads numbers of a font file's table, big-endian; 0 beyond its end. */
export type SfntTable = {
  /** The file ends before it. */
  readonly cutOff: boolean;
  readonly uint16: (at: number) => number;
  readonly int16: (at: number) => number;
  readonly uint32: (at: number) => number;
};

const tableOver = (view: DataView, length: number): SfntTable => ({
  cutOff: view.byteLength < length,
  uint16: (at) => (at + 2 <= view.byteLength ? view.getUint16(at) : 0),
  int16: (at) => (at + 2 <= view.byteLength ? view.getInt16(at) : 0),
  uint32: (at) => (at + 4 <= view.byteLength ? view.getUint32(at) : 0),
});

const over = (bytes: Uint8Array, start: number, length: number): SfntTable => {
  const from = Math.min(start, bytes.byteLength);
  return tableOver(
    new DataView(bytes.buffer, bytes.byteOffset + from, Math.min(length, bytes.byteLength - from)),
    length,
  );
};

const versions: ReadonlySet<number> = new Set([0x00010000, 0x74727565]);

/** The tables of a TrueType file by their tags (OpenType, "Organization of an OpenType font"); none of what is no such file. */
export const sfntTables = (bytes: Uint8Array): ReadonlyMap<string, SfntTable> => {
  const file = over(bytes, 0, bytes.byteLength);
  const tables = new Map<string, SfntTable>();
  if (!versions.has(file.uint32(0))) return tables;
  for (let index = 0; index < file.uint16(4); index++) {
    const entry = 12 + index * 16;
    const tag = Buffer.from(bytes.subarray(entry, entry + 4)).toString("latin1");
    tables.set(tag, over(bytes, file.uint32(entry + 8), file.uint32(entry + 12)));
  }
  return tables;
};
