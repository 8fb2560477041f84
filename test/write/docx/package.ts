import { DOMParser, type Element, type Document as XmlDocument } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** A finished package as its parts, and the parts as XML. */

export const namespaces = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  w14: "http://schemas.microsoft.com/office/word/2010/wordml",
  x: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
} as const;
type Prefix = keyof typeof namespaces;

export type Package = {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly xml: (path: string) => XmlDocument;
};

export const parseXml = (markup: string): XmlDocument =>
  new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  }).parseFromString(markup, "text/xml");

export const openPackage = (bytes: Uint8Array): Package => {
  const files = unzipSync(bytes);
  const parsed = new Map<string, XmlDocument>();
  return {
    files,
    xml: (path) => {
      const part = files[path];
      if (!part) throw new Error(`no part ${path}`);
      const known = parsed.get(path) ?? parseXml(strFromU8(part));
      parsed.set(path, known);
      return known;
    },
  };
};

const split = (name: string): [string, string] => {
  const [prefix, local] = name.split(":") as [Prefix, string];
  return [namespaces[prefix], local];
};

/** Every element of a name below, in document order. */
export const all = (below: XmlDocument | Element, name: string): readonly Element[] => {
  const [namespace, local] = split(name);
  return [...below.getElementsByTagNameNS(namespace, local)] as unknown as readonly Element[];
};

export const first = (below: XmlDocument | Element, name: string): Element | undefined => all(below, name)[0];

/** An attribute of a qualified name; attributes without prefix by their plain name. */
export const attribute = (element: Element | undefined, name: string): string | undefined => {
  if (!element) return undefined;
  if (!name.includes(":")) return element.getAttribute(name) ?? undefined;
  const [namespace, local] = split(name);
  return element.getAttributeNS(namespace, local) ?? undefined;
};
export const value = (element: Element | undefined): string | undefined =>
  attribute(element, "w:val") ?? attribute(element, "val");

export const childrenOf = (element: Element, name?: string): readonly Element[] => {
  const [namespace, local] = name ? split(name) : [];
  return [...element.childNodes]
    .filter((node): node is Element => node.nodeType === 1)
    .filter((node) => !name || (node.localName === local && node.namespaceURI === namespace));
};
