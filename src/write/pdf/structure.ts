import type { Id } from "../../model/document.ts";

/** Structure types (ISO 32000-1 §14.8.4); Title, which that edition lacks, is mapped to P. */
export type Role =
  | "Document"
  | "Part"
  | "Sect"
  | "Div"
  | "BlockQuote"
  | "Title"
  | `H${1 | 2 | 3 | 4 | 5 | 6}`
  | "P"
  | "Caption"
  | "TOC"
  | "TOCI"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Note"
  | "Reference"
  | "Link"
  | "Span";

/** What an element says beside its role. */
export type Attributes = {
  /** BCP 47, where it differs from what is around. */
  readonly lang?: string;
  readonly title?: string;
  /** Text alternative of a figure. */
  readonly alt?: string;
  /** What is read in place of what is drawn. */
  readonly actualText?: string;
  /** Whose head a cell is. */
  readonly scope?: "Row" | "Column";
  readonly numbering?: "Decimal" | "Disc";
  /** Block of the part that it stands for; a note's reference finds it by this. */
  readonly block?: Id;
};

/**
 * An element of the logical structure: what a screen reader walks through, in the order of the document and not of the
 * page. An element that has children holds no text of its own but what they hold.
 */
export type Element = {
  readonly role: Role;
  readonly parent: Element | undefined;
  readonly attributes: Attributes;
  readonly children: Element[];
};

/** What is drawn and not read (§14.8.2.2): running heads and folios, rules and art, grounds. */
export type Artifact = {
  readonly role: "Artifact";
  readonly type: "Pagination" | "Layout" | "Background";
  readonly subtype?: "Header" | "Footer";
};

/** What a mark on a page belongs to. */
export type Owner = Element | Artifact;

export const layoutArtifact: Artifact = { role: "Artifact", type: "Layout" };
export const backgroundArtifact: Artifact = { role: "Artifact", type: "Background" };
/** A table's head, set again on the pages that it runs on to. */
export const repeatedArtifact: Artifact = { role: "Artifact", type: "Pagination" };
export const headerArtifact: Artifact = { role: "Artifact", type: "Pagination", subtype: "Header" };
export const footerArtifact: Artifact = { role: "Artifact", type: "Pagination", subtype: "Footer" };

/** An element outside the tree: its root, or a note that will stand where it is called. */
export const detached = (role: Role, attributes: Attributes = {}): Element => ({
  role,
  parent: undefined,
  attributes,
  children: [],
});

/** Adds an element at the end of another; nothing is added to an artifact. */
export function within(parent: Element, role: Role, attributes?: Attributes): Element;
export function within(parent: Owner, role: Role, attributes?: Attributes): Owner;
export function within(parent: Owner, role: Role, attributes: Attributes = {}): Owner {
  if (parent.role === "Artifact") return parent;
  const element: Element = { role, parent, attributes, children: [] };
  parent.children.push(element);
  return element;
}

/** The role of a head at a depth of headed sections, 1 = chapter; no deeper than the six that PDF knows. */
export const headRole = (depth: number): Role => `H${Math.min(6, Math.max(1, depth)) as 1}`;
