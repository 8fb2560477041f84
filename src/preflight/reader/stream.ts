import { inflateSync } from "node:zlib";
import type { PdfFile } from "./file.ts";
import { isArray, nameOf, type PdfStream } from "./object.ts";

/** The names of a stream's filters, in the order in which they are undone. */
const filtersOf = (file: PdfFile, stream: PdfStream): readonly string[] => {
  const filter = file.get(stream, "Filter");
  if (filter === null) return [];
  return (isArray(filter) ? filter : [filter]).map((item) => nameOf(file.resolve(item)) ?? "?");
};

/** The bytes of a stream without its filters; `undefined` for filters other than Flate, for predictors and for broken data. */
export const decode = (file: PdfFile, stream: PdfStream): Uint8Array | undefined => {
  const filters = filtersOf(file, stream);
  if (filters.length === 0) return stream.raw;
  if (filters.some((filter) => filter !== "FlateDecode") || file.get(stream, "DecodeParms") !== null) return undefined;
  try {
    return filters.reduce((bytes) => inflateSync(bytes), stream.raw);
  } catch {
    return undefined;
  }
};
