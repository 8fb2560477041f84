import { DOMParser, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";

/** A part of a chart (DrawingML, ECMA-376 part 1 §21.2) while it is finished: read, changed and written as a tree. */
export type Tree = { readonly root: Element; readonly write: () => string };

export const parseTree = (markup: string): Tree => {
  const document: Document = new DOMParser().parseFromString(markup, "application/xml");
  return { root: document.documentElement as Element, write: () => new XMLSerializer().serializeToString(document) };
};

/** Every element of a name below another, in document order. */
export const below = (parent: Element, name: string): readonly Element[] => [...parent.getElementsByTagName(name)];

/** Every child of a name. */
export const childrenOf = (parent: Element, name: string): readonly Element[] =>
  below(parent, name).filter((one) => one.parentNode === parent);

/**
 * Changes what a step is about. What docx writes may change from one of its versions to the next, so a step that finds
 * nothing to change is a fault of the program and throws.
 */
export const change = (
  step: string,
  found: readonly Element[],
  by: (element: Element, index: number) => void,
): void => {
  if (found.length === 0) throw new Error(`a chart for Word has nothing to change: ${step}`);
  found.forEach(by);
};

/** An element with attributes and children, in the namespace of its prefix as `parent` knows it. */
export const make = (
  parent: Element,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Element[]
): Element => {
  const [prefix = ""] = name.split(":");
  const element = (parent.ownerDocument as Document).createElementNS(parent.lookupNamespaceURI(prefix), name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  for (const child of children) element.appendChild(child);
  return element;
};
