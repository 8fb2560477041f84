import { createHash } from "node:crypto";
import { openParts, type Parts, type Relationship, readPart, relationshipsOf } from "./package.ts";
import { canonicalXml, element, elementsOf, isElement, valOf, walk, type XmlElement, type XmlNode } from "./xml.ts";

/** A Word file that is compared with another: its parts, and what of them is the same whatever numbers it goes by. */
export type Side = {
  readonly parts: Parts;
  readonly root: (path: string) => XmlElement | undefined;
  readonly relationships: (path: string) => ReadonlyMap<string, Relationship>;
  /** What a part holds, by its content and that of the parts it refers to. */
  readonly digest: (path: string) => string;
  /** An element of a story as a text that is the same where the same is shown. */
  readonly print: (story: string, node: XmlNode) => string;
};

/** Attributes that are numbers or chance and show nothing. */
const isChance = (element: string, attribute: string): boolean =>
  (attribute === "id" && /(^|:)(docPr|cNvPr)$/.test(element)) ||
  /^(w:rsid\w*|w14:(paraId|textId)|wp14:(anchorId|editId))$/.test(attribute) ||
  attribute.startsWith("xmlns");

const refersTo = /^r:(id|embed|link|pict|dm|lo|qs|cs)$/;

export const openSide = (bytes: Uint8Array): Side => {
  const parts = openParts(bytes);
  const roots = new Map<string, XmlElement | undefined>();
  const links = new Map<string, ReadonlyMap<string, Relationship>>();
  const digests = new Map<string, string>();
  const definitions = new Map<string, string>();

  const root = (path: string): XmlElement | undefined => {
    if (!roots.has(path)) roots.set(path, readPart(parts, path));
    return roots.get(path);
  };
  const relationships = (path: string): ReadonlyMap<string, Relationship> => {
    const known = links.get(path) ?? new Map(relationshipsOf(parts, path).map((one) => [one.id, one]));
    links.set(path, known);
    return known;
  };
  const digest = (path: string): string => {
    const known = digests.get(path);
    if (known !== undefined) return known;
    digests.set(path, ""); // A part that refers to itself says no more by it.
    const hash = createHash("sha256").update(parts.get(path) ?? "");
    for (const { type, target, external } of relationships(path).values())
      hash.update(`${type} ${external ? target : digest(target)}`);
    const made = hash.digest("hex");
    digests.set(path, made);
    return made;
  };
  /** The definition of a list by its number. */
  const definition = (number: string): string => {
    if (definitions.size === 0) {
      const all = elementsOf(root("word/numbering.xml") ?? element("w:numbering"));
      const levels = new Map(
        all
          .filter(({ name }) => name === "w:abstractNum")
          .map((one) => [
            one.attributes["w:abstractNumId"] ?? "",
            elementsOf(one)
              .filter(({ name }) => name === "w:lvl")
              .map(canonicalXml)
              .join(""),
          ]),
      );
      for (const one of all.filter(({ name }) => name === "w:num"))
        definitions.set(one.attributes["w:numId"] ?? "", levels.get(valOf(one, "w:abstractNumId") ?? "") ?? "");
    }
    return definitions.get(number) ?? number;
  };
  const print = (story: string, node: XmlNode): string => {
    if (!isElement(node)) return node;
    if (node.name === "w:numId") return `<numId ${definition(node.attributes["w:val"] ?? "")}/>`;
    const attributes = Object.entries(node.attributes)
      .filter(([name]) => !isChance(node.name, name))
      .map(([name, value]) => {
        if (!refersTo.test(name)) return `${name}="${value}"`;
        const link = relationships(story).get(value);
        return `${name}="${!link ? value : link.external ? link.target : digest(link.target)}"`;
      })
      .toSorted();
    return `<${node.name} ${attributes.join(" ")}>${node.children.map((child) => print(story, child)).join("")}</>`;
  };
  return { parts, root, relationships, digest, print };
};

/** A file that may have been opened already. */
export const sideOf = (file: Uint8Array | Side): Side => (file instanceof Uint8Array ? openSide(file) : file);

/** Stories of a Word file: document, notes, heads and feet. */
export const storyPath = /^word\/(document|footnotes|endnotes|header\d+|footer\d+|comments)\.xml$/;

/** Names of the bookmarks of a tree by their numbers. */
export const bookmarksIn = (root: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    [...walk(root)].flatMap(({ name, attributes }) =>
      name === "w:bookmarkStart" ? [[attributes["w:id"] ?? "", attributes["w:name"] ?? ""] as const] : [],
    ),
  );
