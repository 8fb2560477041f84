/** The objects of a PDF file (ISO 32000-1 §7.3) as plain values; numbers, booleans, null and arrays are those of JavaScript. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfObject[];
export type PdfName = { readonly type: "name"; readonly name: string };
export type PdfString = { readonly type: "string"; readonly bytes: Uint8Array };
export type PdfRef = { readonly type: "ref"; readonly number: number; readonly generation: number };
export type PdfDict = { readonly type: "dict"; readonly entries: ReadonlyMap<string, PdfObject> };
/** `raw` are the bytes as they stand in the file, filters not undone. */
export type PdfStream = { readonly type: "stream"; readonly dict: PdfDict; readonly raw: Uint8Array };

type Tagged = Extract<PdfObject, { readonly type: string }>;
const tagOf = (object: PdfObject | undefined): string | undefined =>
  typeof object === "object" && object !== null && !Array.isArray(object) ? (object as Tagged).type : undefined;

const isName = (object: PdfObject | undefined): object is PdfName => tagOf(object) === "name";
export const isString = (object: PdfObject | undefined): object is PdfString => tagOf(object) === "string";
export const isRef = (object: PdfObject | undefined): object is PdfRef => tagOf(object) === "ref";
export const isDict = (object: PdfObject | undefined): object is PdfDict => tagOf(object) === "dict";
export const isStream = (object: PdfObject | undefined): object is PdfStream => tagOf(object) === "stream";
export const isArray = (object: PdfObject | undefined): object is readonly PdfObject[] => Array.isArray(object);

/** The name that an object is, without its slash. */
export const nameOf = (object: PdfObject | undefined): string | undefined => (isName(object) ? object.name : undefined);
export const numberOf = (object: PdfObject | undefined): number | undefined =>
  typeof object === "number" ? object : undefined;
/** The numbers of an array; `undefined` where it is none or holds something else. */
export const numbersOf = (object: PdfObject | undefined): readonly number[] | undefined =>
  isArray(object) && object.every((item) => typeof item === "number") ? (object as readonly number[]) : undefined;
/** The dictionary of a dictionary or of a stream. */
export const dictOf = (object: PdfObject | undefined): PdfDict | undefined =>
  isDict(object) ? object : isStream(object) ? object.dict : undefined;

/** PDFDocEncoding (ISO 32000-1 Annex D.3) where it differs from Latin-1, from 0x18 and from 0x80. */
const low = "˘ˇˆ˙˝˛˚˜";
const high = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";

/** A text string (ISO 32000-1 §7.9.2.2): UTF-16BE behind a mark, PDFDocEncoding without. */
export const textOf = (object: PdfObject | undefined): string | undefined => {
  if (!isString(object)) return undefined;
  const { bytes } = object;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  return Array.from(bytes, (code) => {
    if (code >= 0x18 && code < 0x20) return low[code - 0x18];
    if (code >= 0x80 && code < 0x80 + high.length) return high[code - 0x80];
    return code === 0xa0 ? "€" : String.fromCharCode(code);
  }).join("");
};

/** Bytes in hexadecimal. */
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
