import { DOMParser, type Element } from "@xmldom/xmldom";
import { escapeXml } from "../model/xml.ts";
import { Unreadable } from "./unreadable.ts";

/** The markup of a part as plain values: names with the prefixes that office programs give them (`w:p`), nothing shared. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== "string";

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes, children });

export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] => children.filter(isElement);
export const childOf = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  node?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
/** The attribute `w:val` of a child: `w:pStyle` → "Heading1". */
export const valOf = (node: XmlElement | undefined, name: string): string | undefined =>
  childOf(node, name)?.attributes["w:val"];

export const withChildren = (node: XmlElement, children: readonly XmlNode[]): XmlElement => ({ ...node, children });

/** Every element below and including one, in the order of the document. */
export function* walk(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of node.children) if (isElement(child)) yield* walk(child);
}

export const textOf = (node: XmlNode): string => (isElement(node) ? node.children.map(textOf).join("") : node);

/** The tree with every element put through a function, innermost first; `undefined` leaves one out. */
export const mapElements = (node: XmlElement, by: (node: XmlElement) => XmlNode | undefined): XmlNode | undefined => {
  let same = true;
  const children = node.children.flatMap((child) => {
    if (!isElement(child)) return [child];
    const made = mapElements(child, by);
    if (made !== child) same = false;
    return made === undefined ? [] : [made];
  });
  return by(same ? node : withChildren(node, children));
};

/** Deeper nesting than any office program writes. */
const maxDepth = 400;
/** Elements in which white space is text. */
const spaced = /(^|:)(t|delText|instrText|delInstrText|v)$/;

const plain = (node: Element, prefixes: ReadonlyMap<string, string>, depth: number): XmlElement => {
  if (depth > maxDepth) throw new Unreadable("it is nested more deeply than any office program writes");
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) attributes[attribute.name] = attribute.value;
  const own = prefixes.get(node.namespaceURI ?? "");
  const name = own === undefined ? node.nodeName : `${own}:${node.localName}`;
  const children: XmlNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) children.push(plain(child as Element, prefixes, depth + 1));
    else if ((child.nodeType === 3 || child.nodeType === 4) && (spaced.test(name) || child.nodeValue?.trim()))
      children.push(child.nodeValue ?? "");
  }
  return { name, attributes, children };
};

/**
 * Reads a part.
 *
 * @throws Unreadable for what is no well-formed XML, declares entities, or is nested beyond all use
 */
export const parseXml = (part: string, text: string): XmlElement => {
  // Office files declare no entities; one that does is made to grow while it is read.
  if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 4000))) throw new Unreadable(`its part ${part} declares entities`);
  let fault = false;
  const parser = new DOMParser({
    onError: (level) => {
      if (level !== "warning") fault = true;
    },
  });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(text, "text/xml").documentElement;
  } catch {
    fault = true;
  }
  if (!root || fault) throw new Unreadable(`its part ${part} is not well-formed XML`);
  return plain(root, new Map(), 0);
};

const written = (node: XmlNode, pieces: string[]): void => {
  if (!isElement(node)) {
    pieces.push(escapeXml(node));
    return;
  }
  pieces.push("<", node.name);
  for (const name in node.attributes) pieces.push(" ", name, '="', escapeXml(node.attributes[name] as string), '"');
  if (node.children.length === 0) pieces.push("/>");
  else {
    pieces.push(">");
    for (const child of node.children) written(child, pieces);
    pieces.push("</", node.name, ">");
  }
};

/** An element as markup. */
export const writeXml = (node: XmlNode): string => {
  const pieces: string[] = [];
  written(node, pieces);
  return pieces.join("");
};

/** A part as markup, with its declaration. */
export const writePart = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeXml(root)}`;

/** An element as a text that is the same for the same content: attributes in order, declarations of namespaces left out. */
export const canonicalXml = (node: XmlNode): string => {
  if (!isElement(node)) return escapeXml(node);
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
  return `<${node.name}${attributes}>${node.children.map(canonicalXml).join("")}</${node.name}>`;
};
