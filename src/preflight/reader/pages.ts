import type { PdfFile } from "./file.ts";
import {
  dictOf,
  isArray,
  isRef,
  isStream,
  nameOf,
  numbersOf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
} from "./object.ts";
import { decode } from "./stream.ts";

/** A rectangle of default user space, pt: left, bottom, right, top. */
export type Rectangle = readonly [number, number, number, number];
export type Page = {
  /** Physical, 1-based. */
  readonly number: number;
  readonly ref: PdfRef | undefined;
  readonly dict: PdfDict;
  readonly resources: PdfObject;
  readonly boxes: Readonly<Partial<Record<BoxName, Rectangle>>>;
  /** The content streams joined; `undefined` where one cannot be read. */
  readonly content: Uint8Array | undefined;
};
const boxNames = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"] as const;
export type BoxName = (typeof boxNames)[number];

const inherited = ["Resources", "MediaBox", "CropBox", "Rotate"];

const rectangle = (object: PdfObject): Rectangle | undefined => {
  const numbers = numbersOf(object);
  if (numbers?.length !== 4) return undefined;
  const [x1, y1, x2, y2] = numbers as [number, number, number, number];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
};

const contentOf = (file: PdfFile, dict: PdfDict): Uint8Array | undefined => {
  const contents = file.get(dict, "Contents");
  const streams = (isArray(contents) ? contents : [contents]).map(file.resolve);
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    if (stream === null) continue;
    const bytes = isStream(stream) ? decode(file, stream) : undefined;
    if (!bytes) return undefined;
    parts.push(bytes, Uint8Array.of(10));
  }
  return Buffer.concat(parts);
};

/** The pages in order, with what they inherit (ISO 32000-1 §7.7.3). */
export const pagesOf = (file: PdfFile): readonly Page[] => {
  const pages: Page[] = [];
  const seen = new Set<PdfDict>();
  const visit = (object: PdfObject, from: ReadonlyMap<string, PdfObject>): void => {
    const node = dictOf(file.resolve(object));
    if (!node || seen.has(node)) return;
    seen.add(node);
    const values = new Map(from);
    for (const key of inherited) if (node.entries.has(key)) values.set(key, node.entries.get(key) as PdfObject);
    const kids = file.get(node, "Kids");
    if (nameOf(file.get(node, "Type")) !== "Page" && isArray(kids)) {
      for (const kid of kids) visit(kid, values);
      return;
    }
    const dict: PdfDict = { type: "dict", entries: new Map([...values, ...node.entries]) };
    const boxes: Partial<Record<BoxName, Rectangle>> = {};
    for (const name of boxNames) {
      const box = rectangle(file.get(dict, name));
      if (box) boxes[name] = box;
    }
    pages.push({
      number: pages.length + 1,
      ref: isRef(object) ? object : undefined,
      dict,
      resources: file.get(dict, "Resources"),
      boxes,
      content: contentOf(file, dict),
    });
  };
  visit(file.get(file.get(file.trailer, "Root"), "Pages"), new Map());
  return pages;
};
