import { strFromU8 } from "fflate";
import { chosen } from "./chosen.ts";
import { resolved, type View } from "./revisions.ts";
import { openSide, type Side, sideOf } from "./side.ts";
import {
  childOf,
  element,
  elementsOf,
  isElement,
  mapElements,
  textOf,
  walk,
  type XmlElement,
  type XmlNode,
} from "./xml.ts";

/**
 * What a Word file says, whatever hangs on chance in how it is written: each story as canonical text. Controls and
 * bookmarks are left out (they show nothing, and no program tracks them), neighbouring runs of one format are one.
 */

const joins = (a: XmlNode | undefined, b: XmlNode): a is XmlElement =>
  a !== undefined && isElement(a) && isElement(b) && a.name === "w:r" && b.name === "w:r";

const format = (run: XmlElement): string => {
  const properties = childOf(run, "w:rPr");
  return properties && properties.children.length > 0 ? JSON.stringify(properties) : "";
};

const withoutProperties = (run: XmlElement): readonly XmlNode[] =>
  run.children.filter((child) => isElement(child) && child.name !== "w:rPr");

const joinedRuns = (children: readonly XmlNode[]): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (joins(last, child) && format(last) === format(child as XmlElement)) {
      const content: XmlNode[] = [...last.children];
      for (const one of withoutProperties(child as XmlElement)) {
        const end = content.at(-1);
        const isText = isElement(one) && one.name === "w:t";
        if (isText && end && isElement(end) && end.name === "w:t")
          content[content.length - 1] = { ...end, children: [textOf(end) + textOf(one)] };
        else content.push(one);
      }
      result[result.length - 1] = { ...last, children: content };
    } else result.push(child);
  }
  return result;
};

/** A list is told by the order in which it is met. */
const plainly = (root: XmlElement): XmlElement => {
  const lists = new Map<string, string>();
  const opened = mapElements(root, (node): XmlNode | undefined => {
    if (node.name.startsWith("w:bookmark") || node.name === "w:proofErr") return undefined;
    if (node.name === "w:fldSimple" && node.children.length === 0) return undefined;
    if (/^w:(pPr|rPr)$/.test(node.name) && node.children.length === 0) return undefined;
    if (node.name === "w:sdt") return element("opened", {}, childOf(node, "w:sdtContent")?.children ?? []);
    if (node.name === "w:hyperlink" && node.children.length === 0) return undefined;
    const charts = chosen(node);
    if (charts) return element("opened", {}, charts);
    if (node.name === "w:t") return element("w:t", {}, node.children);
    const children = node.children.flatMap((child) =>
      isElement(child) && child.name === "opened" ? child.children : [child],
    );
    if (/^w:(p|hyperlink)$/.test(node.name)) {
      const runs = children.filter(
        (child) => !isElement(child) || child.name !== "w:r" || withoutProperties(child).length > 0,
      );
      return {
        ...node,
        attributes: node.name === "w:p" ? {} : node.attributes,
        children: joinedLinks(joinedRuns(runs)),
      };
    }
    return { ...node, children };
  }) as XmlElement;
  for (const node of walk(opened))
    if (node.name === "w:numId") {
      const number = node.attributes["w:val"] ?? "";
      if (!lists.has(number)) lists.set(number, String(lists.size + 1));
    }
  return mapElements(opened, (node) =>
    node.name === "w:num"
      ? undefined
      : node.name === "w:numId"
        ? element("w:numId", { ...node.attributes }, [`#${lists.get(node.attributes["w:val"] ?? "")}`])
        : node,
  ) as XmlElement;
};

const joinedLinks = (children: readonly XmlNode[]): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (
      isElement(child) &&
      child.name === "w:hyperlink" &&
      last &&
      isElement(last) &&
      last.name === "w:hyperlink" &&
      JSON.stringify(last.attributes) === JSON.stringify(child.attributes)
    )
      result[result.length - 1] = { ...last, children: joinedRuns([...last.children, ...child.children]) };
    else result.push(child);
  }
  return result;
};

const revision = /<w:(ins|del|moveTo|moveFrom|\w+Change) /;

/**
 * The text of a file in one line a paragraph or property: document, then its notes in their order, heads and feet in their
 * places; those that hold no revision by their digest alone, where `whole` does not ask for more.
 */
const canonical = (side: Side, view: View, whole: boolean): string => {
  const story = (path: string): XmlElement => plainly(resolved(side.root(path) ?? element("none"), view));
  const notes: string[] = [];
  const noteTexts = new Map(
    elementsOf(side.root("word/footnotes.xml") ?? element("none")).map((note) => [note.attributes["w:id"] ?? "", note]),
  );
  const print = (path: string, root: XmlElement): string => {
    const made = mapElements(root, (node) => {
      if (node.name === "w:footnoteReference") {
        const note = noteTexts.get(node.attributes["w:id"] ?? "");
        if (note) {
          const text = plainly(resolved(note, view));
          notes.push(text.children.map((child) => side.print("word/footnotes.xml", child)).join(""));
        }
        return element("w:footnoteReference", {}, [String(notes.length)]);
      }
      if (!/^w:(header|footer)Reference$/.test(node.name)) return node;
      const target = side.relationships(path).get(node.attributes["r:id"] ?? "")?.target ?? "";
      const type = { "w:type": node.attributes["w:type"] ?? "" };
      if (!whole && !revision.test(strFromU8(side.parts.get(target) ?? new Uint8Array(), true)))
        return element(node.name, type, [side.digest(target)]);
      const inside = story(target);
      return element(node.name, type, [inside.children.map((child) => side.print(target, child)).join("")]);
    }) as XmlElement;
    return side.print(path, made);
  };
  const document = print("word/document.xml", story("word/document.xml"));
  return [document, ...notes].join("\n").replaceAll("<w:p ", "\n<w:p ");
};

/** A place where a redline does not give what it should. */
export type Gap = { readonly view: View; readonly wanted: string; readonly got: string };

/** Where accepting all does not give the new file, or rejecting all the earlier one; nothing for a redline that can be reversed. */
export const gaps = (before: Uint8Array | Side, after: Uint8Array | Side, redline: Uint8Array): readonly Gap[] => {
  const made = openSide(redline);
  const views: readonly (readonly [View, Side])[] = [
    ["accepted", sideOf(after)],
    ["rejected", sideOf(before)],
  ];
  return views.flatMap(([view, side]): readonly Gap[] => {
    // Digests tell most that is the same; only what they do not is looked at as a whole.
    if (canonical(side, "accepted", false) === canonical(made, view, false)) return [];
    const [wanted, got] = [canonical(side, "accepted", true), canonical(made, view, true)].map((text) =>
      text.split("\n"),
    ) as [string[], string[]];
    const at = wanted.findIndex((line, index) => line !== got[index]);
    if (at < 0 && wanted.length === got.length) return [];
    const from = at < 0 ? wanted.length : at;
    return [{ view, wanted: wanted[from] ?? "", got: got[from] ?? "" }];
  });
};
