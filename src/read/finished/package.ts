import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** Largest part and largest sum of the parts that are read, unpacked, in bytes; a small file may unpack to any size. */
const limits = { part: 64_000_000, parts: 256_000_000 };

/** Why a file cannot be read, in words for its owner. */
export class Unreadable extends Error {}

/** The XML parts of an Office Open XML package (ECMA-376 part 2) that are read. */
export type OfficePackage = {
  /** The root of a part, or undefined when the package has none of that name. */
  readonly part: (name: string) => Element | undefined;
};

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
        if (!/^word\/[^/]+\.xml$/.test(name)) return false;
        sum += originalSize;
        if (originalSize > limits.part || sum > limits.parts) large = name;
        return large === undefined;
      },
    });
  } catch {
    throw new Unreadable("its ZIP structure is broken");
  }
  if (large !== undefined) throw new Unreadable(`its part ${large} unpacks to more than can be read`);
  return {
    part: (name) => {
      const part = entries[name];
      return part && parse(name, part);
    },
  };
};
