import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { Unreadable } from "./unreadable.ts";
import { element, elementsOf, parseXml, writePart, type XmlElement } from "./xml.ts";

/** Largest part and largest sum of all parts, unpacked, in bytes; a small file may unpack to any size. */
const limits = { part: 64_000_000, parts: 512_000_000, count: 10_000 };

/** A Word file (ECMA-376 part 2) as its parts by path. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Opens a Word file.
 *
 * @throws Unreadable for what is no Word file, is torn, or unpacks to more than can be read
 */
export const openParts = (bytes: Uint8Array): Parts => {
  let sum = 0;
  let count = 0;
  let large: string | undefined;
  let entries: Readonly<Record<string, Uint8Array>>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sum += originalSize;
        count++;
        if (originalSize > limits.part || sum > limits.parts || count > limits.count) large ??= name;
        return large === undefined && !name.endsWith("/");
      },
    });
  } catch {
    throw new Unreadable("it is no Word file, or its ZIP structure is broken");
  }
  if (large !== undefined) throw new Unreadable(`its part ${large} unpacks to more than can be read`);
  const parts = new Map(Object.entries(entries));
  if (!parts.has("word/document.xml")) throw new Unreadable("it holds no Word document");
  return parts;
};

/** Date of every entry: the first that ZIP can tell, so that no clock shows. */
const zipDate = new Date(1980, 0, 1);
const contentTypes = "[Content_Types].xml";

/** A Word file of parts; the same parts give the same bytes. */
export const packParts = (parts: Parts): Uint8Array => {
  const order = [...parts.keys()].toSorted((a, b) =>
    a === contentTypes ? -1 : b === contentTypes ? 1 : a < b ? -1 : 1,
  );
  const archive: Zippable = {};
  for (const path of order) archive[path] = [parts.get(path) as Uint8Array, { mtime: zipDate, level: 6 }];
  return zipSync(archive);
};

/** A part as its tree; `undefined` when there is none of that path. @throws Unreadable */
export const readPart = (parts: Parts, path: string): XmlElement | undefined => {
  const bytes = parts.get(path);
  return bytes && parseXml(path, strFromU8(bytes));
};

export const partBytes = (root: XmlElement): Uint8Array => strToU8(writePart(root));

/** What a part refers to: word/document.xml, rId3 → word/header1.xml. */
export type Relationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** Where the relationships of a part are listed. */
export const relationshipsPath = (path: string): string => path.replace(/([^/]+)$/, "_rels/$1.rels");

const resolved = (from: string, target: string): string =>
  decodeURIComponent(new URL(target, `file:///${from}`).pathname.slice(1));

export const relationshipsOf = (parts: Parts, path: string): readonly Relationship[] => {
  const list = readPart(parts, relationshipsPath(path));
  return (list ? elementsOf(list) : []).map(({ attributes }) => {
    const external = attributes.TargetMode === "External";
    const target = attributes.Target ?? "";
    return {
      id: attributes.Id ?? "",
      type: attributes.Type ?? "",
      target: external ? target : resolved(path, target),
      external,
    };
  });
};

export const writeRelationships = (relationships: readonly Relationship[]): Uint8Array =>
  partBytes(
    element(
      "Relationships",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
      relationships.map(({ id, type, target, external }) =>
        element("Relationship", {
          Id: id,
          Type: type,
          Target: external ? target : `/${target}`,
          ...(external && { TargetMode: "External" }),
        }),
      ),
    ),
  );

/** The content type of a part, by its path or by the ending of its name. */
export const contentTypeOf = (parts: Parts, path: string): string | undefined => {
  const list = elementsOf(readPart(parts, contentTypes) ?? element("Types"));
  const own = list.find(({ attributes }) => attributes.PartName === `/${path}`);
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const byEnding = list.find(({ attributes }) => attributes.Extension?.toLowerCase() === ending);
  return (own ?? byEnding)?.attributes.ContentType;
};

/** The list of content types with entries for further parts. */
export const withContentTypes = (parts: Parts, more: ReadonlyMap<string, string>): Uint8Array => {
  const types = readPart(parts, contentTypes) ?? element("Types");
  const added = [...more].map(([path, type]) => element("Override", { PartName: `/${path}`, ContentType: type }));
  return partBytes({ ...types, children: [...types.children, ...added] });
};
