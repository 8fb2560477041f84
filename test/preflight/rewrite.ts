import { inflateSync } from "node:zlib";
import { type PdfFile, readPdf } from "../../src/preflight/reader/file.ts";
import type { PdfDict, PdfObject, PdfStream } from "../../src/preflight/reader/object.ts";

/** A finished file taken apart, to be spoilt in one place and put together again. */
export type Parts = {
  readonly file: PdfFile;
  /** By number; what is set here is written. */
  readonly objects: Map<number, PdfObject>;
  readonly trailer: Map<string, PdfObject>;
  version: string;
};

type Entries = Map<string, PdfObject>;

/** The entries of a dictionary, or of a stream's, to be changed in place. */
export const entries = (file: PdfFile, object: PdfObject | undefined): Entries => {
  const found = file.resolve(object) as PdfDict | PdfStream;
  return (found.type === "stream" ? found.dict.entries : found.entries) as Entries;
};

export const name = (text: string): PdfObject => ({ type: "name", name: text });
export const string = (text: string): PdfObject => ({ type: "string", bytes: Buffer.from(text, "latin1") });
export const dict = (values: Readonly<Record<string, PdfObject>>): PdfObject => ({
  type: "dict",
  entries: new Map(Object.entries(values)),
});

/** Changes the bytes of a stream, decoded. */
export const edit = (parts: Parts, of: PdfObject | undefined, change: (text: string) => string): void => {
  const { file } = parts;
  for (const [number, object] of parts.objects) {
    if (object !== file.resolve(of)) continue;
    const stream = object as PdfStream;
    const raw = stream.dict.entries.has("Filter") ? inflateSync(stream.raw) : stream.raw;
    const kept = new Map(stream.dict.entries);
    kept.delete("Filter");
    const bytes = Buffer.from(change(Buffer.from(raw).toString("latin1")), "latin1");
    parts.objects.set(number, { type: "stream", dict: { type: "dict", entries: kept }, raw: bytes });
  }
};

const written = (object: PdfObject): string => {
  if (object === null || typeof object === "number" || typeof object === "boolean") return String(object);
  if (Array.isArray(object)) return `[${object.map(written).join(" ")}]`;
  const one = object as Exclude<PdfObject, null | number | boolean | readonly PdfObject[]>;
  switch (one.type) {
    case "name":
      return `/${one.name.replace(/[^!-~]|[#/()<>[\]{}%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
    case "string":
      return `<${Buffer.from(one.bytes).toString("hex")}>`;
    case "ref":
      return `${one.number} ${one.generation} R`;
    case "dict":
      return `<<${[...one.entries].map(([key, value]) => `${written(name(key))} ${written(value)}`).join(" ")}>>`;
    case "stream": {
      const all = new Map(one.dict.entries).set("Length", one.raw.length);
      return `${written({ type: "dict", entries: all })}\nstream\n${Buffer.from(one.raw).toString("latin1")}\nendstream`;
    }
  }
};

/** A file with a change; everything else stays as it was. */
export const rewritten = (bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array => {
  const file = readPdf(bytes);
  const parts: Parts = {
    file,
    objects: new Map(file.objects),
    trailer: new Map(file.trailer.entries),
    version: file.version,
  };
  change(parts);
  let text = `%PDF-${parts.version}\n`;
  const lines: string[] = [];
  const count = Math.max(...parts.objects.keys()) + 1;
  for (let number = 1; number < count; number++) {
    const object = parts.objects.get(number);
    lines.push(object === undefined ? "0000000000 65535 f " : `${String(text.length).padStart(10, "0")} 00000 n `);
    if (object !== undefined) text += `${number} 0 obj\n${written(object)}\nendobj\n`;
  }
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${lines.join("\n")}\n`;
  const trailer = written({ type: "dict", entries: parts.trailer });
  return Buffer.from(`${text}${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`, "latin1");
};
