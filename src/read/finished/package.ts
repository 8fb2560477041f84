import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** Largest part and largest sum of the parts that are read, unpacked, in bytes; a small file may unpack to any size. */
const limits = { part: 64_000_000, parts: 256_000_000 };

/** Why a file cannot be read, in words for its owner. */
export class Unreadable extends Error {}

/** The XML parts of an Office Open XML package (ECMA-376 part 2) that are read. */
export type OfficePackage = {
  /** The part of Word's document that a relationship's id leads to. */
  readonly related: (id: string) => Element | undefined;
  /** The root of a part, or undefined when the package has none of that name. */
  readonly part: (name: string) => Element | undefined;
};

/** Where the document's relationships stand (ECMA-376 part 2, 9.3). */
const relationships = "word/_rels/document.xml.rels";

const parse = (name: string, bytes: Uint8Array): Element => {
  const text = strFromU8(bytes);
  // Office files declare no entities; one that does is made to grow while it is read.
  if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 4000))) throw new Unreadable(`its part ${name} declares entities`);
  const faults: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") faults.push(message);
    },
  });
  const root = (() => {
    try {
      return parser.parseFromString(text, "text/xml").documentElement;
    } catch {
      return null;
    }
  })();
  if (!root || faults.length > 0) throw new Unreadable(`its part ${name} is not well-formed XML`);
  return root;
};

/**
 * Opens a package.
 *
 * @throws Unreadable when it is no ZIP file, broken, or larger than the limits
 */
export const openPackage = (bytes: Uint8Array): OfficePackage => {
  let sum = 0;
  let large: string | undefined;
  let entries: Readonly<Record<string, Uint8Array>>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^word\/(?:charts\/)?[^/]+\.xml$/.test(name) && name !== relationships) return false;
        sum += originalSize;
        if (originalSize > limits.part || sum > limits.parts) large = name;
        return large === undefined;
      },
    });
  } catch {
    throw new Unreadable("its ZIP structure is broken");
  }
  if (large !== undefined) throw new Unreadable(`its part ${large} unpacks to more than can be read`);
  const part = (name: string): Element | undefined => {
    const bytes = entries[name];
    return bytes && parse(name, bytes);
  };
  const root = part(relationships);
  const targets = new Map<string, string>();
  for (let child = root?.firstChild; child; child = child.nextSibling) {
    const { attributes } = child as Element;
    const [id, target] = ["Id", "Target"].map((name) => attributes?.getNamedItem(name)?.value);
    if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : `word/${target}`);
  }
  return { part, related: (id) => part(targets.get(id) ?? "") };
};
