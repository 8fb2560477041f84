/** Small writers of XML: as text for whole parts, and as docx components for what goes into the document. */

import { BuilderElement, FileChild, type XmlComponent } from "docx";
import { escapeXml } from "../../model/xml.ts";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text; attributes that are undefined are left out, content is markup already. */
export const tag = (name: string, attributes: Attributes = {}, ...content: readonly string[]): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return content.length > 0 ? `<${name}${written}>${content.join("")}</${name}>` : `<${name}${written}/>`;
};

/** A part of the package: the declaration and its root element. */
export const xmlPart = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

const payload = (attributes: Attributes): Record<string, { key: string; value: string | number }> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, { key, value }]])),
  );

class TextElement extends BuilderElement<Record<string, string | number>> {
  constructor(name: string, attributes: Attributes, content: readonly (XmlComponent | string)[]) {
    super({ name, attributes: payload(attributes) });
    this.root.push(...content);
  }
}

/** An element of the document that docx has no class for. */
export const element = (
  name: string,
  attributes: Attributes = {},
  ...content: readonly (XmlComponent | string)[]
): XmlComponent => new TextElement(name, attributes, content);

class BlockElement extends FileChild {
  constructor(name: string, content: readonly XmlComponent[]) {
    super(name);
    this.root.push(...content);
  }
}

/** The same at the level of blocks: a child of the body. */
export const blockElement = (name: string, ...content: readonly XmlComponent[]): FileChild =>
  new BlockElement(name, content);
