import type { PdfObject, Reference } from "../draw/pdfmake.ts";
import type { Element } from "../structure.ts";

/** A stretch of a page's content that belongs to an element. */
export type MarkedContent = { readonly page: Reference; readonly mcid: number };
/** An annotation that belongs to an element, and the page that it stands on. */
export type ObjectContent = { readonly page: Reference; readonly annotation: Reference };
/** What an element holds, in reading order. */
export type Kid = Element | MarkedContent | ObjectContent;

/** All that was drawn, by the element it belongs to. */
export type Drawn = {
  readonly kids: ReadonlyMap<Element, readonly Kid[]>;
  /** Boxes of figures: left, bottom, right, top in the page's own space. */
  readonly boxes: ReadonlyMap<Element, readonly [number, number, number, number]>;
  /** By the number a page or an annotation has in the parent tree: the elements of its content. */
  readonly parents: ReadonlyMap<number, Element | readonly Element[]>;
  /** Names of elements that others refer to. */
  readonly ids: ReadonlyMap<Element, string>;
};

const isElement = (kid: Kid): kid is Element => "role" in kid;

/** Cells stand in their row even when they are empty. */
const standsEmpty = (element: Element): boolean => element.role === "TD" || element.role === "TH";

const text = (value: string): PdfObject => new String(value);

/** Structure attributes by owner (ISO 32000-1 §14.8.5). */
const attributesOf = (element: Element, drawn: Drawn): PdfObject | undefined => {
  const { scope, numbering } = element.attributes;
  const box = drawn.boxes.get(element);
  if (scope) return { O: "Table", Scope: scope };
  if (numbering) return { O: "List", ListNumbering: numbering };
  if (box) return { O: "Layout", Placement: "Block", BBox: box };
  return undefined;
};

/** The elements that hold something, with what they hold. */
const inhabited = (root: Element, drawn: Drawn): ReadonlyMap<Element, readonly Kid[]> => {
  const found = new Map<Element, readonly Kid[]>();
  const visit = (element: Element): boolean => {
    const all: readonly Kid[] = [...element.children, ...(drawn.kids.get(element) ?? [])];
    // Parents come before their children, so that the file reads from the root down.
    found.set(element, []);
    const kids = all.filter((kid) => !isElement(kid) || visit(kid));
    if (kids.length === 0 && !standsEmpty(element)) {
      found.delete(element);
      return false;
    }
    found.set(element, kids);
    return true;
  };
  visit(root);
  return found;
};

const kidOf = (kid: Kid, pg: Reference | undefined, refs: ReadonlyMap<Element, Reference>): PdfObject => {
  if (isElement(kid)) return refs.get(kid);
  if ("annotation" in kid) return { Type: "OBJR", Obj: kid.annotation, Pg: kid.page };
  return kid.page === pg ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
};

/** A tree of one node, whose keys must ascend (§7.9.6, §7.9.7). */
const flat = <Key extends string | number>(
  entries: readonly (readonly [Key, PdfObject])[],
  key: (name: Key) => PdfObject,
): readonly PdfObject[] =>
  entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, value]) => [key(name), value]);

/**
 * Writes the structure tree (§14.7.2) below `tree`, which the document itself ends: elements that nothing was drawn for
 * are left out.
 */
export const writeStructureTree = (
  tree: Reference,
  root: Element,
  drawn: Drawn,
  reference: (data?: Record<string, PdfObject>) => Reference,
): void => {
  const elements = inhabited(root, drawn);
  const refs = new Map([...elements.keys()].map((element) => [element, reference()]));
  const parentOf = new Map<Element, Element>();
  for (const [element, kids] of elements) for (const kid of kids) if (isElement(kid)) parentOf.set(kid, element);
  const named: (readonly [string, PdfObject])[] = [];
  for (const [element, kids] of elements) {
    const ref = refs.get(element) as Reference;
    const { data } = ref;
    const { lang, title, alt, actualText } = element.attributes;
    const parent = parentOf.get(element);
    const pg = kids.flatMap((kid) => (isElement(kid) ? [] : [kid.page]))[0];
    const attributes = attributesOf(element, drawn);
    const id = drawn.ids.get(element);
    Object.assign(data, { Type: "StructElem", S: element.role, P: parent ? refs.get(parent) : tree });
    if (pg) data.Pg = pg;
    if (lang) data.Lang = text(lang);
    if (title) data.T = text(title);
    if (alt) data.Alt = text(alt);
    if (actualText !== undefined) data.ActualText = text(actualText);
    if (attributes) data.A = attributes;
    if (id) {
      data.ID = text(id);
      named.push([id, ref]);
    }
    data.K = kids.map((kid) => kidOf(kid, pg, refs));
    ref.end();
  }
  // What belongs to an element outside the tree has no parent.
  const refOf = (element: Element): PdfObject => refs.get(element) ?? null;
  const parents = [...drawn.parents].map(
    ([key, owners]) => [key, Array.isArray(owners) ? owners.map(refOf) : refOf(owners as Element)] as const,
  );
  Object.assign(tree.data, {
    Type: "StructTreeRoot",
    K: refs.get(root),
    ParentTree: { Nums: flat(parents, (key) => key) },
    ParentTreeNextKey: drawn.parents.size,
    RoleMap: { Title: "P" },
  });
  if (named.length > 0) tree.data.IDTree = { Names: flat(named, text) };
};
