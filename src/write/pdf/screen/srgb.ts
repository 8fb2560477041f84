/** A signature or a tag of four letters. */
const letters = (text: string): Buffer => Buffer.from(text.padEnd(4), "latin1");

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** s15Fixed16Number: 16 bits before and 16 behind the point. */
const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
};

const numbers = (type: string, values: readonly number[]): Buffer =>
  Buffer.concat([letters(type), uint32(0), ...values.map(fixed)]);

/** multiLocalizedUnicodeType with one record. */
const words = (text: string): Buffer => {
  const utf16 = Buffer.from(text, "utf16le").swap16();
  return Buffer.concat([
    letters("mluc"),
    ...[0, 1, 12].map(uint32),
    Buffer.from("enUS", "latin1"),
    ...[utf16.length, 28].map(uint32),
    utf16,
  ]);
};

/** CIE XYZ of D50, the white of the connection space (ICC.1 §7.2.16). */
const d50 = [0.9642, 1, 0.8249] as const;
/** From the white of sRGB, D65, to D50 by the Bradford transform (ICC.1 annex E). */
const adaptation = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168] as const;
/** Primaries of IEC 61966-2-1, adapted to D50. */
const [red, green, blue] = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
] as const;

/** parametricCurveType of kind 3 (ICC.1 §10.16): the transfer function of IEC 61966-2-1. */
const curve = Buffer.concat([
  letters("para"),
  uint32(0),
  Buffer.from([0, 3, 0, 0]),
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed),
]);

const tags: readonly (readonly [string, Buffer])[] = [
  ["desc", words("sRGB IEC61966-2.1")],
  ["cprt", words("No copyright, use freely")],
  ["wtpt", numbers("XYZ ", d50)],
  ["chad", numbers("sf32", adaptation)],
  ["rXYZ", numbers("XYZ ", red)],
  ["gXYZ", numbers("XYZ ", green)],
  ["bXYZ", numbers("XYZ ", blue)],
  ["rTRC", curve],
  ["gTRC", curve],
  ["bTRC", curve],
];

const headerLength = 128;

const header = (length: number): Buffer => {
  const bytes = Buffer.alloc(headerLength);
  const put = (at: number, part: Buffer) => part.copy(bytes, at);
  put(0, uint32(length));
  // Version 4.2, the newest that PDF 1.7 knows.
  put(8, uint32(0x04200000));
  put(12, letters("mntr"));
  put(16, letters("RGB"));
  put(20, letters("XYZ"));
  // When the standard was published, so that the profile is always the same.
  for (const [index, value] of [1999, 10, 18, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + 2 * index);
  put(36, letters("acsp"));
  put(68, Buffer.concat(d50.map(fixed)));
  return bytes;
};

const make = (): Buffer => {
  const start = headerLength + 4 + 12 * tags.length;
  const placed = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let end = start;
  const table = tags.flatMap(([name, data]) => {
    // The three curves are one.
    if (!placed.has(data)) {
      placed.set(data, end);
      const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
      parts.push(padded);
      end += padded.length;
    }
    return [letters(name), uint32(placed.get(data) as number), uint32(data.length)];
  });
  return Buffer.concat([header(end), uint32(tags.length), ...table, ...parts]);
};

let made: Buffer | undefined;

/** An ICC profile of sRGB (IEC 61966-2-1; ICC.1:2004-10), some 600 bytes and always the same. */
export const srgbProfile = (): Buffer => {
  made ??= make();
  return made;
};
