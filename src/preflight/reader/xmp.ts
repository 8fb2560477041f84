import { DOMParser, type Element } from "@xmldom/xmldom";

/** What an XMP packet says: property by "namespace name"; text of simple values, items of arrays, alternatives by language. */
export type Xmp = {
  readonly text: (namespace: string, name: string) => string | undefined;
  readonly items: (namespace: string, name: string) => readonly string[];
  readonly languages: (namespace: string, name: string) => ReadonlyMap<string, string>;
};

export const namespaces = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
} as const;

/** Reads an XMP packet (ISO 16684-1); `undefined` where it is no well-formed XML or holds no RDF. */
export const readXmp = (bytes: Uint8Array): Xmp | undefined => {
  let text: string;
  let faults = 0;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const xml = text.replace(/<\?xpacket[^>]*\?>/g, "").trim();
  // xmldom lets a bare & pass, which XML 1.0 §2.4 does not.
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(xml)) return undefined;
  let root: Element | null;
  try {
    root = new DOMParser({ onError: () => void faults++ }).parseFromString(xml, "text/xml").documentElement;
  } catch {
    return undefined;
  }
  const rdf = root?.getElementsByTagNameNS(namespaces.rdf, "RDF")[0];
  if (!rdf || faults > 0) return undefined;
  const properties = new Map<string, Element>();
  for (const description of childElements(rdf))
    for (const property of childElements(description))
      properties.set(`${property.namespaceURI} ${property.localName}`, property);
  const find = (namespace: string, name: string): Element | undefined => properties.get(`${namespace} ${name}`);
  const listed = (property: Element | undefined): readonly Element[] =>
    property ? [...property.getElementsByTagNameNS(namespaces.rdf, "li")] : [];
  return {
    text: (namespace, name) => {
      const property = find(namespace, name);
      return property && childElements(property).length === 0 ? (property.textContent ?? "") : undefined;
    },
    items: (namespace, name) => listed(find(namespace, name)).map((item) => item.textContent ?? ""),
    languages: (namespace, name) =>
      new Map(
        listed(find(namespace, name)).map((item) => [item.getAttribute("xml:lang") ?? "", item.textContent ?? ""]),
      ),
  };
};

const childElements = (element: Element): readonly Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
