import {
  contentTypeOf,
  packParts,
  partBytes,
  type Relationship,
  relationshipsPath,
  withContentTypes,
  writeRelationships,
} from "../package.ts";
import type { Side } from "../side.ts";
import { element, mapElements, valOf, type XmlElement, type XmlNode } from "../xml.ts";

/** A chart as a picture, for programs that do not read tracked charts rightly. */
export type ChartPicture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

export type RedlineOptions = {
  /** Who made the changes, and when: the day of the correction. */
  readonly author: string;
  readonly date: Date;
  /** The picture of a chart, by the name of its drawing (`chart:sales`), as it was and as it is. */
  readonly picture?: (side: "before" | "after", name: string) => ChartPicture | undefined;
};

/** What changed and cannot be shown as a revision, with its place. */
export type Untracked = { readonly what: string; readonly where: string };

/** One redline while it is made: the two files, and what it adds to the package. */
export type Work = {
  readonly before: Side;
  readonly after: Side;
  readonly options: RedlineOptions;
  readonly untracked: Untracked[];
  readonly parts: Map<string, Uint8Array>;
  /** Attributes of the next revision. */
  readonly revision: () => Readonly<Record<string, string>>;
  readonly revisions: () => number;
  /** The one number of a bookmark, by its name. */
  readonly bookmarkId: (name: string) => string;
  readonly drawingId: () => string;
  /** Content of the earlier file for a story of the new one: with references that lead to what was taken over with it. */
  readonly adopt: (node: XmlElement, from: string, to: string) => XmlElement;
  /** A part of our own beside a story; the number by which the story refers to it. */
  readonly attach: (story: string, path: string, bytes: Uint8Array, type: string) => string;
  /** Notes of both files that are the same note, and those of the earlier that are taken over, by their numbers. */
  readonly notes: { readonly pairs: Map<string, string>; readonly adopted: Map<string, string> };
  /** Lists of both files that are the same list: earlier number → number. */
  readonly lists: Map<string, string>;
};

/** Revisions count from here, clear of the numbers of notes and drawings. */
const firstId = 10_000;
export const listBefore = "before:";
const imageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

const utc = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export const openWork = (
  before: Side,
  after: Side,
  options: RedlineOptions,
): Work & { readonly pack: () => Uint8Array } => {
  const parts = new Map(after.parts);
  const types = new Map<string, string>();
  const links = new Map<string, Relationship[]>();
  const adoptedParts = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  let last = firstId;
  let drawings = 2 * firstId;
  let revisions = 0;
  const next = (): string => String(++last);

  const linksOf = (story: string): Relationship[] => {
    const known = links.get(story) ?? [...after.relationships(story).values()];
    links.set(story, known);
    return known;
  };
  const link = (story: string, to: Omit<Relationship, "id">): string => {
    const list = linksOf(story);
    const same = list.find((one) => one.type === to.type && one.target === to.target && one.external === to.external);
    if (same) return same.id;
    const id = `rIdBefore${list.length + 1}`;
    list.push({ ...to, id });
    return id;
  };
  /** A part of the earlier file, with all that it refers to, under a name of its own. */
  const adoptPart = (path: string): string => {
    const known = adoptedParts.get(path);
    if (known) return known;
    const own = path.replace(/([^/]+)$/, "before-$1");
    adoptedParts.set(path, own);
    parts.set(own, before.parts.get(path) ?? new Uint8Array());
    const type = contentTypeOf(before.parts, path);
    if (type) types.set(own, type);
    const inside = [...before.relationships(path).values()];
    if (inside.length > 0)
      parts.set(
        relationshipsPath(own),
        writeRelationships(inside.map((one) => (one.external ? one : { ...one, target: adoptPart(one.target) }))),
      );
    return own;
  };
  const notes = { pairs: new Map<string, string>(), adopted: new Map<string, string>() };
  const highestNote = Math.max(
    0,
    ...(after.root("word/footnotes.xml")?.children ?? []).map((one) =>
      typeof one === "string" ? 0 : Number(one.attributes["w:id"] ?? 0),
    ),
  );

  const reference = (value: string, from: string, to: string): string => {
    const old = before.relationships(from).get(value);
    if (!old) return value;
    return link(to, { ...old, target: old.external ? old.target : adoptPart(old.target) });
  };
  const drawingId = (): string => String(++drawings);
  const adoptOne = (node: XmlElement, from: string, to: string): XmlElement => {
    const attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => {
        if (/^r:(id|embed|link|pict)$/.test(name)) return [name, reference(value, from, to)];
        if (name === "id" && node.name === "wp:docPr") return [name, drawingId()];
        if (node.name === "w:footnoteReference" && name === "w:id") {
          const own = notes.adopted.get(value) ?? String(highestNote + notes.adopted.size + 1);
          notes.adopted.set(value, own);
          return [name, own];
        }
        if (node.name === "w:numId") return [name, `${listBefore}${value}`];
        return [name, value];
      }),
    );
    return { ...node, attributes };
  };
  return {
    before,
    after,
    options,
    untracked: [],
    parts,
    revision: () => {
      revisions++;
      return { "w:id": next(), "w:author": options.author, "w:date": utc(options.date) };
    },
    revisions: () => revisions,
    bookmarkId: (name) => {
      const known = bookmarks.get(name) ?? next();
      bookmarks.set(name, known);
      return known;
    },
    drawingId,
    adopt: (node, from, to) => mapElements(node, (one) => adoptOne(one, from, to)) as XmlElement,
    attach: (story, path, bytes, type) => {
      parts.set(path, bytes);
      types.set(path, type);
      return link(story, { type: imageType, target: path, external: false });
    },
    notes,
    lists: new Map(),
    pack: () => {
      for (const [story, list] of links) parts.set(relationshipsPath(story), writeRelationships(list));
      if (types.size > 0) parts.set("[Content_Types].xml", withContentTypes(parts, types));
      return packParts(parts);
    },
  };
};

/** Numbers of lists of the earlier file in paragraphs that were taken over: those of the same list now, else new ones. */
export const settleLists = (work: Work, root: XmlElement): XmlElement => {
  const numbering = work.after.root("word/numbering.xml");
  const old = work.before.root("word/numbering.xml");
  const added = new Map<string, string>();
  const settled = mapElements(root, (node) => {
    const value = node.name === "w:numId" ? (node.attributes["w:val"] ?? "") : "";
    if (!value.startsWith(listBefore)) return node;
    const number = value.slice(listBefore.length);
    const own = work.lists.get(number) ?? added.get(number) ?? String(firstId + Number(number));
    if (!work.lists.has(number)) added.set(number, own);
    return { ...node, attributes: { ...node.attributes, "w:val": own } };
  }) as XmlElement;
  if (added.size === 0 || !old) return settled;
  const isNode = (node: XmlNode, name: string): node is XmlElement => typeof node !== "string" && node.name === name;
  const nums = old.children.filter(
    (node): node is XmlElement => isNode(node, "w:num") && added.has(node.attributes["w:numId"] ?? ""),
  );
  const wanted = new Set(nums.map((num) => valOf(num, "w:abstractNumId")));
  const renumbered = (node: XmlElement): XmlElement =>
    mapElements(node, (one) => {
      const names = one.name === "w:abstractNum" ? ["w:abstractNumId"] : one.name === "w:num" ? ["w:numId"] : [];
      const value = one.name === "w:abstractNumId" ? ["w:val"] : names;
      if (one.name === "w:nsid" || one.name === "w:tmpl") return undefined;
      const attributes = Object.fromEntries(
        Object.entries(one.attributes)
          .filter(([name]) => !name.startsWith("w15:"))
          .map(([name, text]) => [name, value.includes(name) ? String(firstId + Number(text)) : text]),
      );
      return { ...one, attributes };
    }) as XmlElement;
  const abstracts = old.children.filter(
    (node): node is XmlElement => isNode(node, "w:abstractNum") && wanted.has(node.attributes["w:abstractNumId"]),
  );
  const own = numbering?.children ?? [];
  const root2 = numbering ?? element("w:numbering", old.attributes);
  work.parts.set(
    "word/numbering.xml",
    partBytes({
      ...root2,
      children: [
        ...own.filter((node) => !isNode(node, "w:num")),
        ...abstracts.map(renumbered),
        ...own.filter((node) => isNode(node, "w:num")),
        ...nums.map(renumbered),
      ],
    }),
  );
  return settled;
};
