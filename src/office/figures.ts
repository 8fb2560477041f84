import { shortDigest } from "../model/word-names.ts";
import type { Side } from "./side.ts";
import { childOf, elementsOf, isElement, textOf, valOf, walk, type XmlElement } from "./xml.ts";

/** The printed figures of a Word file, wherever office programs left something by which they are known. */

/** A control of a figure, as far as it still says which. */
export type FigureControl = {
  readonly node: XmlElement;
  readonly story: string;
  /** Bookmark of the block that it stands in; "" before the first. */
  readonly block: string;
  /** `zh/creation.p1:patents.total`, where it was kept. */
  readonly tag?: string;
  /** By its binding or its title. */
  readonly key?: string;
  readonly by: "control" | "binding" | "title";
  /** Path of its text in the list of figures. */
  readonly path?: string;
  /** What is shown; what a tracked change takes away is not. */
  readonly text: string;
  /** Whether a tracked change stands in it. */
  readonly revised: boolean;
};

/** A paragraph with the block that it belongs to. */
export type Standing = { readonly node: XmlElement; readonly story: string; readonly block: string };

export const stories = ["word/document.xml", "word/footnotes.xml"] as const;
const blockMark = /^_wp_/;

/**
 * The block that begins with a paragraph. Where several begin, as a list with its first item, it is the innermost, which
 * has the longest name: LibreOffice 7.4 puts bookmarks that begin in one place into another order.
 */
const markIn = (paragraph: XmlElement): string | undefined =>
  [...walk(paragraph)]
    .flatMap(({ name, attributes }) => (name === "w:bookmarkStart" ? [attributes["w:name"] ?? ""] : []))
    .filter((name) => blockMark.test(name))
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .at(-1);

/** The paragraphs of a file in their order, those of controls, tables and boxes too. */
export function* paragraphsOf(side: Side): Generator<Standing> {
  for (const story of stories) {
    const root = side.root(story);
    if (!root) continue;
    let block = "";
    const open = [root];
    for (let node = open.pop(); node; node = open.pop()) {
      const mark = node.attributes["w:name"] ?? "";
      if (node.name === "w:bookmarkStart" && blockMark.test(mark)) block = mark;
      if (node.name !== "w:p") {
        open.push(...elementsOf(node).toReversed());
        continue;
      }
      block = markIn(node) ?? block;
      // Paragraphs of boxes stand where the box does.
      for (const one of walk(node)) if (one.name === "w:p") yield { node: one, story, block };
    }
  }
}

/** `/f:figures[1]/f:patents.total[2]` → patents.total; names of elements write what they cannot hold as `_x20_`. */
const keyOfPath = (path: string): string | undefined => {
  const name = /\/(?:\w+:)?([^/[\]]+)(?:\[\d+\])?$/.exec(path)?.[1];
  if (name === undefined || !/figures/.test(path)) return undefined;
  const bare = /^_[^\p{L}_]/u.test(name) ? name.slice(1) : name;
  return bare.replace(/_x([0-9a-f]+)_/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
};

/** What a stretch shows: without what tracked changes take away. */
export const shownText = (node: XmlElement): string =>
  /^w:(del|moveFrom|pPr|rPr|sdtPr|instrText|delText)$/.test(node.name)
    ? ""
    : node.name === "w:tab"
      ? "\t"
      : node.children.map((child) => (isElement(child) ? shownText(child) : child)).join("");

const controlOf = (node: XmlElement, { story, block }: Standing): FigureControl | undefined => {
  const properties = childOf(node, "w:sdtPr");
  if (!properties || childOf(properties, "w:docPartObj")) return undefined;
  const tag = valOf(properties, "w:tag");
  const title = valOf(properties, "w:alias");
  const path = childOf(properties, "w:dataBinding")?.attributes["w:xpath"];
  const bound = path === undefined ? undefined : keyOfPath(path);
  const isTagged = tag !== undefined && /^[^/]+\/.+/.test(tag);
  if (!isTagged && bound === undefined && title === undefined) return undefined;
  const key = bound ?? title;
  const content = childOf(node, "w:sdtContent") ?? node;
  return {
    node,
    story,
    block,
    ...(isTagged && { tag }),
    ...(key !== undefined && { key }),
    by: isTagged ? "control" : bound !== undefined ? "binding" : "title",
    ...(path !== undefined && { path }),
    text: shownText(content),
    revised: [...walk(content)].some(({ name }) => name === "w:ins" || name === "w:del"),
  };
};

export const controlsOf = (side: Side): readonly FigureControl[] =>
  [...paragraphsOf(side)].flatMap((standing) =>
    [...walk(standing.node)].flatMap((node) => (node.name === "w:sdt" ? (controlOf(node, standing) ?? []) : [])),
  );

/** Where the list of figures lies, and what it says by its paths. */
export type FigureList = { readonly path: string; readonly texts: ReadonlyMap<string, string> };

export const listNamespace = "urn:whitepaper:figures:1";

export const figureListOf = (side: Side): FigureList | undefined => {
  for (const path of side.parts.keys()) {
    if (!/^customXml\/[^/]+\.xml$/.test(path) || /itemProps/.test(path)) continue;
    const root = side.root(path);
    const prefix = root?.name.split(":")[0] ?? "";
    if (!root || root.attributes[`xmlns:${prefix}`] !== listNamespace) continue;
    const counts = new Map<string, number>();
    const texts = new Map<string, string>();
    for (const entry of elementsOf(root)) {
      const name = entry.name.slice(entry.name.indexOf(":") + 1);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      texts.set(`${name}[${count}]`, textOf(entry));
    }
    return { path, texts };
  }
  return undefined;
};

/** The last step of a path, by which a list is asked. */
export const lastStep = (path: string): string => (/([^/]+)$/.exec(path)?.[1] ?? "").replace(/^\w+:/, "");

/** Bookmarks of figures that are no controls any more, by the digest of their tag. */
export const figureMark = /^_wf_([0-9a-f]{8})$/;
export const markOfTag = (tag: string): string => `_wf_${shortDigest(tag)}`;

/** A printed figure of a file of today, with its control's own words. */
export type Print = FigureControl & { readonly tag: string; readonly key: string };

/** The printed figures of a file that this tool has just written. */
export const printsIn = (side: Side): readonly Print[] =>
  controlsOf(side).filter((one): one is Print => one.tag !== undefined && one.key !== undefined);

/** A figure of today and the control of an edited file that shows it. */
export type Match = { readonly print: Print; readonly control: FigureControl };

const grouped = <T>(items: readonly T[], by: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
};

const byPlace = ({ block, key }: { readonly block: string; readonly key?: string }): string => `${block} ${key}`;

/**
 * Which control shows which figure: by its tag, else by its key, one after another within its block, where the block has as
 * many of them as it has today.
 */
export const matched = (prints: readonly Print[], controls: readonly FigureControl[]): readonly Match[] => {
  const byTag = new Map(prints.map((print) => [print.tag, print]));
  const matches: Match[] = [];
  const taken = new Set<string>();
  const rest = controls.filter((control) => {
    const print = control.tag === undefined ? undefined : byTag.get(control.tag);
    if (!print || taken.has(print.tag)) return control.tag === undefined;
    taken.add(print.tag);
    matches.push({ print, control });
    return false;
  });
  const left = grouped(
    prints.filter(({ tag }) => !taken.has(tag)),
    byPlace,
  );
  for (const [place, group] of grouped(rest, byPlace)) {
    const own = left.get(place) ?? [];
    if (own.length !== group.length) continue;
    own.forEach((print, index) => {
      matches.push({ print, control: group[index] as FigureControl });
    });
  }
  return matches;
};
