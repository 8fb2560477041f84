import { paragraphsOf, stories } from "../figures.ts";
import { resolved } from "../revisions.ts";
import type { Side } from "../side.ts";
import { childOf, elementsOf, isElement, textOf, valOf, walk, type XmlElement } from "../xml.ts";

/** A printed figure in a line, by the tag of its control; offsets in UTF-16. */
export type Span = { readonly from: number; readonly to: number; readonly tag: string };

/** A paragraph of a Word file as it reads when all changes are accepted. */
export type Line = {
  /** Bookmark of the block that it belongs to, and which of its paragraphs it is, from 0. */
  readonly block: string;
  readonly index: number;
  readonly text: string;
  readonly figures: readonly Span[];
  /** Which paragraph of the file, from 1. */
  readonly number: number;
  /** The row of a table that it stands in, by its place in the file. */
  readonly row?: string;
};

/** The same file with all tracked changes accepted. */
export const acceptedSide = (side: Side): Side => {
  const roots = new Map<string, XmlElement | undefined>();
  return {
    ...side,
    root: (path) => {
      if (!(stories as readonly string[]).includes(path)) return side.root(path);
      if (!roots.has(path)) {
        const root = side.root(path);
        roots.set(path, root && resolved(root, "accepted"));
      }
      return roots.get(path);
    },
  };
};

const special: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00AD",
  "w:footnoteReference": "\uFFFC",
};
const silent = /^(w:(pPr|rPr|sdtPr|instrText|del|drawing|pict)|mc:AlternateContent)$/;

/** Styles of contents, which are no text of their own. */
const contentsStyles = (side: Side): ReadonlySet<string> =>
  new Set(
    elementsOf(side.root("word/styles.xml") ?? { name: "", attributes: {}, children: [] }).flatMap((style) => {
      const name = valOf(style, "w:name") ?? "";
      return /^(toc \d|toc heading|table of figures|contents \d)/i.test(name)
        ? [style.attributes["w:styleId"] ?? ""]
        : [];
    }),
  );

const rowsOf = (side: Side): ReadonlyMap<XmlElement, string> => {
  const rows = new Map<XmlElement, string>();
  for (const story of stories) {
    const root = side.root(story);
    let count = 0;
    for (const node of root ? walk(root) : [])
      if (node.name === "w:tr") {
        count++;
        for (const one of walk(node)) if (one.name === "w:p") rows.set(one, `${story} ${count}`);
      }
  }
  return rows;
};

/** The paragraphs of a file that say anything, contents left out. */
export const linesOf = (side: Side, tagOf: (control: XmlElement) => string | undefined): readonly Line[] => {
  const contents = contentsStyles(side);
  const rows = rowsOf(side);
  const counts = new Map<string, number>();
  const lines: Line[] = [];
  let number = 0;
  for (const { node, block } of paragraphsOf(side)) {
    number++;
    if (contents.has(valOf(childOf(node, "w:pPr"), "w:pStyle") ?? "")) continue;
    const figures: Span[] = [];
    let text = "";
    const visit = (one: XmlElement): void => {
      if (silent.test(one.name)) return;
      if (special[one.name] !== undefined) {
        text += special[one.name];
        return;
      }
      if (one.name === "w:t") {
        text += textOf(one);
        return;
      }
      const tag = one.name === "w:sdt" ? tagOf(one) : undefined;
      const from = text.length;
      for (const child of one.children) if (isElement(child)) visit(child);
      if (tag !== undefined) figures.push({ from, to: text.length, tag });
    };
    for (const child of elementsOf(node)) visit(child);
    if (text.trim() === "") continue;
    const index = counts.get(block) ?? 0;
    counts.set(block, index + 1);
    const row = rows.get(node);
    lines.push({ block, index, text, figures, number, ...(row !== undefined && { row }) });
  }
  return lines;
};

/** Who changed something in the paragraphs of each block, with tracked changes on. */
export const authorsOf = (side: Side): ReadonlyMap<string, readonly string[]> => {
  const authors = new Map<string, string[]>();
  for (const { node, block } of paragraphsOf(side))
    for (const { name, attributes } of walk(node))
      if (/^w:(ins|del|moveTo|moveFrom)$/.test(name)) {
        const own = attributes["w:author"] ?? "";
        const known = authors.get(block) ?? [];
        if (!known.includes(own)) authors.set(block, [...known, own]);
      }
  return authors;
};

export type Comment = {
  readonly author: string;
  readonly text: string;
  readonly block: string;
  readonly number: number;
};

/** Comments with the paragraph that they are on. */
export const commentsOf = (side: Side): readonly Comment[] => {
  const root = side.root("word/comments.xml");
  if (!root) return [];
  const texts = new Map(elementsOf(root).map((one) => [one.attributes["w:id"] ?? "", one]));
  let number = 0;
  return [...paragraphsOf(side)].flatMap(({ node, block }) => {
    number++;
    return [...walk(node)].flatMap(({ name, attributes }) => {
      const comment = name === "w:commentReference" ? texts.get(attributes["w:id"] ?? "") : undefined;
      if (!comment) return [];
      const text = elementsOf(comment).map(textOf).join("\n");
      return [{ author: comment.attributes["w:author"] ?? "", text, block, number }];
    });
  });
};
