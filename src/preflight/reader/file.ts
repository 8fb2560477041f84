import { PdfSyntaxError } from "./lexer.ts";
import { dictOf, isDict, isRef, numberOf, type PdfDict, type PdfObject, type PdfRef } from "./object.ts";
import { Parser } from "./parser.ts";

/** A PDF file read whole and strictly: one cross-reference table, every object at its offset, every length right. */
export type PdfFile = {
  /** "1.7" */
  readonly version: string;
  readonly trailer: PdfDict;
  /** Every object of the file by its number. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** What a reference leads to; anything else is itself. A reference to nothing is null. */
  readonly resolve: (object: PdfObject | undefined) => PdfObject;
  /** A value of a dictionary or of a stream's dictionary, resolved; null where there is none. */
  readonly get: (holder: PdfObject | undefined, key: string) => PdfObject;
};

const word = (parser: Parser, expected: string): void => {
  const token = parser.lexer.next();
  if (token.type !== "word" || token.word !== expected)
    throw new PdfSyntaxError(`"${expected}" expected`, parser.lexer.position);
};

const wholeNumber = (parser: Parser): number => {
  const token = parser.lexer.next();
  if (token.type !== "number" || !token.whole)
    throw new PdfSyntaxError("a whole number expected", parser.lexer.position);
  return token.value;
};

/** ISO 32000-1 §7.5.4: object numbers in use with their offsets. */
const readTable = (parser: Parser): ReadonlyMap<number, number> => {
  const offsets = new Map<number, number>();
  word(parser, "xref");
  for (;;) {
    const token = parser.lexer.next();
    if (token.type === "word" && token.word === "trailer") return offsets;
    if (token.type !== "number") throw new PdfSyntaxError("a broken cross-reference table", parser.lexer.position);
    const count = wholeNumber(parser);
    for (let index = 0; index < count; index++) {
      const offset = wholeNumber(parser);
      wholeNumber(parser);
      const use = parser.lexer.next();
      if (use.type === "word" && use.word === "n") offsets.set(token.value + index, offset);
    }
  }
};

const readObject = (
  bytes: Uint8Array,
  number: number,
  offset: number,
  lengthOf: (ref: PdfRef) => number,
): PdfObject => {
  const parser = new Parser(bytes, offset);
  if (wholeNumber(parser) !== number) throw new PdfSyntaxError(`object ${number} is not where the table says`, offset);
  wholeNumber(parser);
  word(parser, "obj");
  const object = parser.object();
  const token = parser.lexer.next();
  if (token.type === "word" && token.word === "endobj") return object;
  if (!isDict(object) || token.type !== "word" || token.word !== "stream")
    throw new PdfSyntaxError(`object ${number} has no end`, parser.lexer.position);
  const length = object.entries.get("Length");
  const stream = parser.stream(object, isRef(length) ? lengthOf(length) : (numberOf(length) ?? -1));
  word(parser, "endobj");
  return stream;
};

/**
 * Reads a file of the kind that the writer makes: one cross-reference table, no object streams, no later revisions.
 * A forgiving reader would mend what a press stumbles over; this one throws a PdfSyntaxError.
 */
export const readPdf = (bytes: Uint8Array): PdfFile => {
  const latin = (start: number, end: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start)).toString("latin1");
  const header = /^%PDF-(\d\.\d)[\r\n]/.exec(latin(0, Math.min(bytes.length, 16)));
  if (!header) throw new PdfSyntaxError("no PDF header", 0);
  const tailStart = Math.max(0, bytes.length - 64);
  const tail = /startxref\r?\n(\d+)\r?\n%%EOF\r?\n?$/.exec(latin(tailStart, bytes.length));
  if (!tail) throw new PdfSyntaxError("no startxref at the end", tailStart);

  const parser = new Parser(bytes, Number(tail[1]));
  const offsets = readTable(parser);
  const trailer = parser.object();
  if (!isDict(trailer)) throw new PdfSyntaxError("no trailer", parser.lexer.position);
  if (trailer.entries.has("Prev")) throw new PdfSyntaxError("a file of several revisions", parser.lexer.position);

  const at = (number: number): number => {
    const offset = offsets.get(number);
    if (offset === undefined) throw new PdfSyntaxError(`no object ${number}`, Number(tail[1]));
    return offset;
  };
  const noStream = (): number => {
    throw new PdfSyntaxError("a stream in place of a length", 0);
  };
  const lengthOf = (ref: PdfRef): number => numberOf(readObject(bytes, ref.number, at(ref.number), noStream)) ?? -1;
  const objects = new Map<number, PdfObject>();
  for (const [number, offset] of offsets) objects.set(number, readObject(bytes, number, offset, lengthOf));

  const resolve = (object: PdfObject | undefined): PdfObject => {
    let found = object ?? null;
    for (let steps = 0; isRef(found) && steps < 32; steps++) found = objects.get(found.number) ?? null;
    return isRef(found) ? null : found;
  };
  const get = (holder: PdfObject | undefined, key: string): PdfObject =>
    resolve(dictOf(resolve(holder))?.entries.get(key));
  return { version: header[1] as string, trailer, objects, resolve, get };
};
