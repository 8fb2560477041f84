import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import type { Place } from "../model/place.ts";

/** What is wrong with an XML file, and where. */
export type XmlFault = { readonly message: string; readonly line: number; readonly column: number };

type Located = { readonly lineNumber?: number; readonly columnNumber?: number };

/** Reads XML that declares nothing of its own; a fault for what is torn or declares entities. */
export const readXml = (text: string): Element | XmlFault => {
  const doctype = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (doctype) {
    const before = text.slice(0, doctype.index).split("\n");
    return { message: "it declares entities", line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  let fault: XmlFault | undefined;
  const parser = new DOMParser({
    onError: (level, message, context) => {
      if (level === "warning" || fault) return;
      const { lineNumber = 1, columnNumber = 1 } = (context as { locator?: Located }).locator ?? {};
      fault = { message: message.split("\n")[0] ?? message, line: lineNumber, column: columnNumber };
    },
  });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(text, "text/xml").documentElement;
  } catch {
    // The first fault has been kept.
  }
  if (fault) return fault;
  return root ?? { message: "it is no XML", line: 1, column: 1 };
};

export const isFault = (read: Element | XmlFault): read is XmlFault => !("nodeType" in read);

/** Where a node begins in its file. */
export const nodePlace = (file: string, node: Node): Place => {
  const { lineNumber = 1, columnNumber = 1 } = node as unknown as Located;
  return { file, line: lineNumber, column: columnNumber };
};

/** Child elements, of a name or all. Names without prefix: a namespace says nothing that the version does not. */
export const childrenOf = (element: Element, name?: string): readonly Element[] =>
  [...element.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && (name === undefined || (node as Element).localName === name),
  );

export const attribute = (element: Element, name: string): string | undefined =>
  element.getAttribute(name) ?? undefined;

/** Elements of a name below another, in order. */
export const allOf = (element: Element, name: string): readonly Element[] =>
  childrenOf(element).flatMap((child) => (child.localName === name ? [child] : allOf(child, name)));
