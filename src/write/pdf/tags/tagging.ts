import { blockPath } from "../../../model/edition.ts";
import type { Tag } from "../content.ts";
import type { EditionDocument } from "../draw/edition-document.ts";
import type { Reference } from "../draw/pdfmake.ts";
import { type Artifact, detached, type Element, type Owner } from "../structure.ts";
import { type Kid, writeStructureTree } from "./structure-tree.ts";

const artifactOperator = ({ type, subtype }: Artifact): string =>
  `/Artifact <</Type /${type}${subtype ? ` /Subtype /${subtype}` : ""}>> BDC`;

/** Where a run leads: the same for runs of one link. */
const destinationOf = (tag: Tag | undefined): string | undefined => tag?.url ?? (tag?.target && `#${tag.target}`);

/** Whether two runs side by side belong to the same element. */
export const together = (one: Tag | undefined, other: Tag | undefined): boolean =>
  one?.owner === other?.owner &&
  one?.note === other?.note &&
  one?.lang === other?.lang &&
  destinationOf(one) === destinationOf(other);

/**
 * Tags a file while it is drawn (ISO 32000-1 §14.7, §14.8): everything painted stands in the marked content of the
 * element or the artifact that it belongs to, links know their annotations, notes are read where they are called.
 */
export class Tagging {
  private readonly document: EditionDocument;
  private readonly kids = new Map<Element, Kid[]>();
  private readonly boxes = new Map<Element, readonly [number, number, number, number]>();
  private readonly parents = new Map<number, Element | Element[]>();
  private readonly ids = new Map<Element, string>();
  /** Links and words of other languages, by where they lead and what they are. */
  private readonly inlines = new Map<Element, string>();
  /** Notes by part and id, as they are drawn; and the elements that call them. */
  private readonly notes = new Map<string, Element>();
  private readonly calls = new Map<string, { readonly kids: Kid[]; readonly after: Kid }>();
  private open: Owner | undefined;

  constructor(document: EditionDocument) {
    this.document = document;
    document._root.data.MarkInfo = document.ref({ Marked: true });
    document._root.data.StructTreeRoot = document.ref();
  }

  /** What is drawn from here on belongs to an owner. `part`: index of the part that it is drawn for. */
  enter(owner: Owner, part: number): void {
    if (owner === this.open) return;
    this.leave();
    this.open = owner;
    if (owner.role === "Artifact") {
      this.document.addContent(artifactOperator(owner));
      return;
    }
    const elements = this.elementsOfPage();
    this.document.addContent(`/${owner.role} <</MCID ${elements.length}>> BDC`);
    this.kidsOf(owner).push({ page: this.document.page.dictionary, mcid: elements.length });
    elements.push(owner);
    this.meetNote(owner, part);
  }

  /** Ends what is open: before the page ends. */
  leave(): void {
    if (this.open) this.document.addContent("EMC");
    this.open = undefined;
  }

  /**
   * The owner of a run of a line, asked for when it is drawn: a link where it leads somewhere, a span where its language is
   * another, else what its line belongs to.
   */
  ownerOf(tag: Tag | undefined, line: Owner, part: number): Owner {
    const owner = tag?.owner ?? line;
    const destination = destinationOf(tag);
    const lang = tag?.lang;
    if (owner.role === "Artifact" || (destination === undefined && lang === undefined)) return owner;
    const kids = this.kidsOf(owner);
    const last = kids.at(-1);
    const name = `${lang ?? ""} ${destination ?? ""}`;
    if (last && this.inlines.get(last as Element) === name) return last as Element;
    const link = detached(destination === undefined ? "Span" : "Link", lang === undefined ? {} : { lang });
    this.inlines.set(link, name);
    if (!tag?.note) {
      kids.push(link);
      return link;
    }
    const reference = detached("Reference");
    this.kidsOf(reference).push(link);
    kids.push(reference);
    const called = blockPath(part, tag.note.id);
    if (!this.calls.has(called)) this.calls.set(called, { kids, after: reference });
    return link;
  }

  /** What an annotation of a link must say of itself, and its part in the tree once it is made. */
  annotate(link: Element, contents: string, make: (options: Record<string, unknown>) => void): void {
    const key = this.parents.size;
    this.parents.set(key, link);
    make({ StructParent: key, Contents: new String(contents) });
    const { page } = this.document;
    this.kidsOf(link).push({ page: page.dictionary, annotation: page.annotations.at(-1) as Reference });
  }

  /** The box of a figure on its page, in pt from the top left corner. */
  box(owner: Owner, x: number, y: number, width: number, height: number): void {
    if (owner.role === "Artifact") return;
    const { height: page } = this.document.page;
    this.boxes.set(owner, [x, page - y - height, x + width, page - y]);
  }

  /** Writes the tree: after the last page. */
  finish(root: Element): void {
    for (const [path, { kids, after }] of this.calls) {
      const note = this.notes.get(path);
      if (note) kids.splice(kids.indexOf(after) + 1, 0, note);
    }
    const document = this.document;
    const drawn = { kids: this.kids, boxes: this.boxes, parents: this.parents, ids: this.ids };
    writeStructureTree(document._root.data.StructTreeRoot as Reference, root, drawn, (data) => document.ref(data));
  }

  private kidsOf(element: Element): Kid[] {
    const known = this.kids.get(element);
    if (known) return known;
    const made: Kid[] = [];
    this.kids.set(element, made);
    return made;
  }

  /** The elements that the page's content belongs to, by the number of the content. */
  private elementsOfPage(): Element[] {
    const { data } = this.document.page.dictionary;
    const known = this.parents.get(data.StructParents as number);
    if (known) return known as Element[];
    const made: Element[] = [];
    data.StructParents = this.parents.size;
    this.parents.set(this.parents.size, made);
    return made;
  }

  /** A note has a name of its own (ISO 14289-1 §7.9). */
  private meetNote(element: Element, part: number): void {
    let top = element;
    while (top.parent) top = top.parent;
    const { block } = top.attributes;
    if (top.role !== "Note" || block === undefined || this.ids.has(top)) return;
    const path = blockPath(part, block);
    this.ids.set(top, `note ${path}`);
    this.notes.set(path, top);
  }
}
