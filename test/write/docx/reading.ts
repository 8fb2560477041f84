import type { Element } from "@xmldom/xmldom";
import { strFromU8 } from "fflate";
import { all, attribute, childrenOf, first, openPackage, parseXml, value } from "./package.ts";

/** A finished or edited file as it is found again: paragraphs with the blocks and figures that they hold. */
export type ReadParagraph = {
  readonly style: string | undefined;
  readonly text: string;
  /** Names of the hidden bookmarks of blocks that begin here. */
  readonly blocks: readonly string[];
  readonly figures: readonly { readonly key: string; readonly text: string }[];
  readonly comments: readonly string[];
};
export type ReadFile = {
  readonly paragraphs: readonly ReadParagraph[];
  /** Entries of the list of figures by the path that controls bind to. */
  readonly store: ReadonlyMap<string, string>;
  readonly comments: readonly string[];
};

const skipped = new Set(["pPr", "rPr", "sdtPr", "instrText", "drawing", "pict", "del", "sectPr"]);
const marks: Readonly<Record<string, string>> = {
  tab: "\t",
  br: "\n",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00AD",
};

/** The words of an element as they are shown: fields by their results. */
const shownText = (element: Element): string => {
  let instruction = 0;
  const visit = (node: Element): string => {
    const name = node.localName ?? "";
    if (name === "fldChar") {
      const type = attribute(node, "w:fldCharType");
      if (type === "begin") instruction += 1;
      if (type === "separate") instruction -= 1;
    }
    if (skipped.has(name)) return "";
    if (name === "t") return instruction === 0 ? (node.textContent ?? "") : "";
    if (name in marks && instruction === 0) return marks[name] as string;
    return childrenOf(node).map(visit).join("");
  };
  return visit(element);
};

/** The key of a control: from its title, else its tag, else its binding; programs keep one or the other. */
const keyOf = (control: Element): string | undefined =>
  value(first(control, "w:alias")) ??
  /:([^:#]+)(?:#\d+)?$/.exec(value(first(control, "w:tag")) ?? "")?.[1] ??
  /f:([^[/]+)\[\d+\]$/.exec(attribute(first(control, "w:dataBinding"), "w:xpath") ?? "")?.[1];

const readParagraph = (paragraph: Element): ReadParagraph => ({
  style: value(first(paragraph, "w:pStyle")),
  text: shownText(paragraph),
  blocks: all(paragraph, "w:bookmarkStart")
    .map((mark) => attribute(mark, "w:name") ?? "")
    .filter((name) => name.startsWith("_wp_")),
  figures: all(paragraph, "w:sdt").flatMap((control) => {
    const key = keyOf(control);
    return key === undefined ? [] : [{ key, text: shownText(control) }];
  }),
  comments: all(paragraph, "w:commentReference").map((mark) => attribute(mark, "w:id") ?? ""),
});

export const readFile = (bytes: Uint8Array): ReadFile => {
  const { files, xml } = openPackage(bytes);
  const store = new Map<string, string>();
  for (const [path, part] of Object.entries(files)) {
    if (!/^customXml\/item\d+\.xml$/.test(path) || !strFromU8(part).includes("urn:whitepaper:figures:1")) continue;
    const list = parseXml(strFromU8(part));
    const counts = new Map<string, number>();
    for (const entry of childrenOf(list.documentElement as Element)) {
      const name = entry.localName ?? "";
      counts.set(name, (counts.get(name) ?? 0) + 1);
      store.set(`/f:figures[1]/f:${name}[${counts.get(name)}]`, entry.textContent ?? "");
    }
  }
  return {
    paragraphs: all(xml("word/document.xml"), "w:p").map(readParagraph),
    store,
    comments: files["word/comments.xml"] ? all(xml("word/comments.xml"), "w:comment").map(shownText) : [],
  };
};

/** The paragraph in which a block begins. */
export const paragraphOf = (file: ReadFile, bookmark: string): ReadParagraph | undefined =>
  file.paragraphs.find((paragraph) => paragraph.blocks.includes(bookmark));

/** The lines of a file as a reader sees them: a head that runs on is one line with what follows it. */
export const lines = (bytes: Uint8Array): readonly string[] => {
  const out: string[] = [];
  let open = "";
  for (const paragraph of all(openPackage(bytes).xml("word/document.xml"), "w:p")) {
    const text = open + shownText(paragraph);
    const properties = childrenOf(paragraph, "w:pPr")[0];
    const runsOn = properties && first(properties, "w:specVanish");
    open = runsOn ? text : "";
    if (!runsOn) out.push(text);
  }
  return out;
};
