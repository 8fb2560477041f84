import type { Element, Node } from "@xmldom/xmldom";

/** WordprocessingML, transitional and strict (ECMA-376 parts 1 and 4). */
const namespaces: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

export const isWord = (element: Element, name: string): boolean =>
  element.localName === name && namespaces.has(element.namespaceURI ?? "");

export function* childrenOf(node: Node): Generator<Element> {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.nodeType === 1) yield child as Element;
}

export const childOf = (node: Node, name: string): Element | undefined => {
  for (const child of childrenOf(node)) if (isWord(child, name)) return child;
  return undefined;
};

/** Value of an attribute, whatever prefix it was written with. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined => {
  for (const attribute of element?.attributes ?? [])
    if (attribute.localName === name && attribute.name !== `xmlns:${name}`) return attribute.value;
  return undefined;
};

/** Deeper nesting than any writer makes; a file that has it is made to exhaust its reader. */
export const maxDepth = 200;

/** A picture of a paragraph: its text alternative, and the id of the chart that it shows. */
export type Picture = { readonly alternative?: string; readonly chart?: string };

/** What a paragraph holds besides its own words. */
export type ParagraphText = {
  readonly text: string;
  /** Ids of the footnotes and endnotes that it refers to, in order: "footnotes/2". */
  readonly notes: readonly string[];
  readonly pictures: readonly Picture[];
  /** Paragraphs of its text boxes. */
  readonly boxed: readonly Element[];
};

const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !["0", "false", "off"].includes(attributeOf(property, "val") ?? "");

/** A run that does not belong to the line: hidden text, and raised digits, which are marks of notes or exponents. */
const isAside = (run: Element): boolean => {
  const properties = childOf(run, "rPr");
  if (!properties) return false;
  if (isOn(childOf(properties, "vanish"))) return true;
  const raised = attributeOf(childOf(properties, "vertAlign"), "val") === "superscript";
  return raised && /^[\d\s,*†‡()[\]（）［］①-⑳]*$/u.test(run.textContent ?? "");
};

/** Deleted or moved away, properties, instructions of fields; of a choice and its fallback Word shows the choice. */
const skipped: ReadonlySet<string> = new Set([
  "pPr",
  "rPr",
  "sdtPr",
  "del",
  "moveFrom",
  "instrText",
  "delText",
  "Fallback",
  "rt",
]);

const plain: Readonly<Record<string, string>> = { tab: " ", br: " ", cr: " ", noBreakHyphen: "-", softHyphen: "" };

/** The words of a paragraph as Word shows them: fields by their results, tracked changes as accepted. */
export const paragraphText = (paragraph: Element): ParagraphText => {
  let text = "";
  const notes: string[] = [];
  const pictures: Picture[] = [];
  const boxed: Element[] = [];
  /** For each field that is open, whether its instruction is over. */
  const fields: boolean[] = [];
  const visit = (element: Element, depth: number): void => {
    const name = element.localName ?? "";
    if (depth > maxDepth || skipped.has(name)) return;
    if (name === "docPr") {
      const alternative = attributeOf(element, "descr")?.trim();
      pictures.push(alternative ? { alternative } : {});
      return;
    }
    if (isWord(element, "txbxContent")) {
      boxed.push(element);
      return;
    }
    if (isWord(element, "r") && isAside(element)) return;
    if (isWord(element, "fldChar")) {
      const type = attributeOf(element, "fldCharType");
      if (type === "begin") fields.push(false);
      if (type === "separate") fields[fields.length - 1] = true;
      if (type === "end") fields.pop();
      return;
    }
    if (isWord(element, "t")) {
      if (fields.every(Boolean)) text += element.textContent ?? "";
      return;
    }
    if (name === "chart" && pictures.length > 0) {
      const chart = attributeOf(element, "id");
      if (chart !== undefined) pictures.push({ ...pictures.pop(), chart });
      return;
    }
    if (isWord(element, "footnoteReference")) notes.push(`footnotes/${attributeOf(element, "id")}`);
    if (isWord(element, "endnoteReference")) notes.push(`endnotes/${attributeOf(element, "id")}`);
    if (element.firstChild === null && namespaces.has(element.namespaceURI ?? "")) text += plain[name] ?? "";
    for (const child of childrenOf(element)) visit(child, depth + 1);
  };
  for (const child of childrenOf(paragraph)) visit(child, 0);
  return { text, notes, pictures, boxed };
};
