import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A paragraph of a finished DOCX as Word shows it: fields by their results, deleted and hidden text left out. */
export type DocxParagraph = { readonly style: string | undefined; readonly text: string };

const attribute = (element: Element | null | undefined, name: string): string | undefined =>
  element?.getAttributeNS(w, name) ?? undefined;
const child = (element: Element, name: string): Element | undefined => {
  for (let node = element.firstChild; node; node = node.nextSibling)
    if ((node as Element).localName === name && (node as Element).namespaceURI === w) return node as Element;
  return undefined;
};

export const readDocx = (
  bytes: Uint8Array,
): { readonly paragraphs: readonly DocxParagraph[]; readonly parts: Readonly<Record<string, string>> } => {
  const zip = unzipSync(bytes);
  const parts = Object.fromEntries(
    Object.entries(zip)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  );
  const document = new DOMParser().parseFromString(parts["word/document.xml"] as string, "text/xml");
  const paragraphs: DocxParagraph[] = [];
  const textOf = (paragraph: Element): string => {
    let text = "";
    let instruction = 0;
    const visit = (node: Node): void => {
      const element = node as Element;
      if (element.nodeType === 1 && element.namespaceURI === w) {
        if (element.localName === "fldChar") {
          const type = attribute(element, "fldCharType");
          if (type === "begin") instruction++;
          if (type === "separate") instruction--;
        }
        if (["instrText", "pPr", "rPr", "del", "drawing", "pict"].includes(element.localName ?? "")) return;
        if (element.localName === "t" && instruction === 0) text += element.textContent ?? "";
        if (element.localName === "tab") text += "\t";
        if (element.localName === "br") text += "\n";
      }
      // Of a choice and its fallback, Word shows the choice.
      if (element.localName === "Fallback") return;
      for (let inner = node.firstChild; inner; inner = inner.nextSibling)
        if (inner.nodeName !== "w:p" || inner === paragraph) visit(inner);
    };
    visit(paragraph);
    return text;
  };
  const all = document.getElementsByTagNameNS(w, "p");
  for (let index = 0; index < all.length; index++) {
    const paragraph = all[index] as unknown as Element;
    const properties = child(paragraph, "pPr");
    paragraphs.push({ style: properties && attribute(child(properties, "pStyle"), "val"), text: textOf(paragraph) });
  }
  return { paragraphs, parts };
};
