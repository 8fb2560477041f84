import { childOf, element, elementsOf, isElement, withChildren, type XmlElement, type XmlNode } from "./xml.ts";

/**
 * What a story is after all its revisions were accepted, or all rejected (ECMA-376 part 1 §17.13.5), as Word does it: a
 * paragraph whose mark goes joins the one that follows and takes its properties.
 */
export type View = "accepted" | "rejected";

type Rule = { readonly gone: ReadonlySet<string>; readonly stays: ReadonlySet<string> };
const insertions = new Set(["w:ins", "w:moveTo"]);
const deletions = new Set(["w:del", "w:moveFrom"]);
const rules: Readonly<Record<View, Rule>> = {
  accepted: { gone: deletions, stays: insertions },
  rejected: { gone: insertions, stays: deletions },
};

/** Property elements that may remember what they were. */
const changes = /^w:(p|r|sect|tbl|tblGrid|tc|tr|tblPrEx|numbering)(Pr)?Change$/;
const marks = /^w:(moveFrom|moveTo|customXml\w+)Range(Start|End)$/;
const live: Readonly<Record<string, string>> = { "w:delText": "w:t", "w:delInstrText": "w:instrText" };

/** What a change of properties does not speak of: it stays as it is. */
const untouched: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": ["w:rPr", "w:sectPr"],
  "w:sectPr": ["w:headerReference", "w:footerReference"],
  "w:trPr": ["w:ins", "w:del"],
};

/** The properties as they were before a remembered change. */
const before = (properties: XmlElement, change: XmlElement): XmlElement => {
  const kept = untouched[properties.name] ?? [];
  const [old] = elementsOf(change);
  const held = elementsOf(properties).filter(({ name }) => kept.includes(name));
  const first = properties.name === "w:sectPr" ? held : [];
  const last = properties.name === "w:sectPr" ? [] : held;
  return withChildren(properties, [...first, ...(old?.children ?? []), ...last]);
};

const propertiesIn = (node: XmlElement, view: View): XmlElement => {
  const change = elementsOf(node).find(({ name }) => changes.test(name));
  const own = change && view === "rejected" ? before(node, change) : node;
  const children = own.children
    .filter((child) => !isElement(child) || !changes.test(child.name))
    .map((child) => (isElement(child) ? propertiesIn(child, view) : child));
  return withChildren(own, children);
};

const isProperties = ({ name }: XmlElement): boolean => /^w:(\w+Pr|tblGrid)$/.test(name);

const markOf = (properties: XmlElement | undefined): readonly string[] =>
  elementsOf(properties ?? element("")).map(({ name }) => name);

/** A paragraph without the marks of revisions that its own mark carries. */
const unmarked = (paragraph: XmlElement): XmlElement =>
  withChildren(
    paragraph,
    paragraph.children.flatMap((child) => {
      if (!isElement(child) || child.name !== "w:pPr") return [child];
      const children = child.children.flatMap((one) => {
        if (!isElement(one) || one.name !== "w:rPr") return [one];
        const rest = one.children.filter(
          (mark) => !isElement(mark) || !(insertions.has(mark.name) || deletions.has(mark.name)),
        );
        return rest.length > 0 ? [withChildren(one, rest)] : [];
      });
      return children.length > 0 ? [withChildren(child, children)] : [];
    }),
  );

const isGone = (paragraph: XmlElement, { gone }: Rule): boolean =>
  markOf(childOf(childOf(paragraph, "w:pPr"), "w:rPr")).some((name) => gone.has(name));

const contentOf = (paragraph: XmlElement): readonly XmlNode[] =>
  paragraph.children.filter((child) => !isElement(child) || child.name !== "w:pPr");

/** Bookmarks that hold nothing any more go with what they held. */
const withoutEmptyBookmarks = (content: readonly XmlNode[]): readonly XmlNode[] => {
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const node of content)
    if (isElement(node)) (node.name === "w:bookmarkStart" ? starts : ends).add(node.attributes["w:id"] ?? "");
  return content.filter(
    (node) =>
      !isElement(node) ||
      !node.name.startsWith("w:bookmark") ||
      !(starts.has(node.attributes["w:id"] ?? "") && ends.has(node.attributes["w:id"] ?? "")),
  );
};

const onlyBookmarks = (content: readonly XmlNode[]): boolean =>
  content.every((node) => isElement(node) && node.name.startsWith("w:bookmark"));

/** Joins paragraphs whose marks went with those that follow them. */
const joined = (blocks: readonly XmlNode[], rule: Rule): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  let carried: readonly XmlNode[] = [];
  let waiting: XmlElement | undefined;
  const settle = (): void => {
    // Nothing follows that could take it in: the paragraph stays, unless it is empty.
    if (waiting && !onlyBookmarks(carried))
      result.push(
        withChildren(unmarked(waiting), [
          ...waiting.children.filter((c) => isElement(c) && c.name === "w:pPr"),
          ...carried,
        ]),
      );
    waiting = undefined;
    carried = [];
  };
  for (const block of blocks) {
    if (!isElement(block) || block.name !== "w:p") {
      if (isElement(block) && block.name.startsWith("w:bookmark")) {
        result.push(block);
        continue;
      }
      settle();
      result.push(block);
      continue;
    }
    const content = contentOf(block);
    if (isGone(block, rule)) {
      carried = [...carried, ...(onlyBookmarks(content) ? withoutEmptyBookmarks(content) : content)];
      waiting = block;
      continue;
    }
    const plain = unmarked(block);
    const properties = plain.children.filter((child) => isElement(child) && child.name === "w:pPr");
    result.push(withChildren(plain, [...properties, ...carried, ...content]));
    carried = [];
    waiting = undefined;
  }
  settle();
  return result;
};

const nodesIn = (node: XmlNode, view: View): readonly XmlNode[] => {
  if (!isElement(node)) return [node];
  const rule = rules[view];
  if (rule.gone.has(node.name) || marks.test(node.name)) return [];
  if (rule.stays.has(node.name)) return node.children.flatMap((child) => nodesIn(child, view));
  if (node.name === "w:pPr" || isProperties(node)) return [propertiesIn(node, view)];
  const name = live[node.name];
  if (name) return [{ ...node, name }];
  const children = node.children.flatMap((child) => nodesIn(child, view));
  const made = withChildren(node, children);
  if (node.name === "w:hyperlink" && children.length === 0) return [];
  if (node.name === "w:sdtContent" || /^w:(body|tc|hdr|ftr|footnote|endnote|txbxContent)$/.test(node.name))
    return [withChildren(made, joined(children, rule))];
  if (node.name === "w:sdt") {
    const inside = childOf(made, "w:sdtContent");
    return inside && node.children.length > 0 && inside.children.length === 0 ? [] : [made];
  }
  if (node.name === "w:tr") {
    const properties = childOf(node, "w:trPr");
    if (markOf(properties).some((one) => rule.gone.has(one))) return [];
    return [
      withChildren(
        made,
        children.flatMap((child) => {
          if (!isElement(child) || child.name !== "w:trPr") return [child];
          const rest = child.children.filter((one) => !isElement(one) || !rule.stays.has(one.name));
          return rest.length > 0 ? [withChildren(child, rest)] : [];
        }),
      ),
    ];
  }
  if (node.name === "w:tbl" && !elementsOf(made).some((child) => child.name === "w:tr")) return [];
  return [made];
};

/** The root of a story with all revisions accepted or rejected. */
export const resolved = (story: XmlElement, view: View): XmlElement => {
  const [root] = nodesIn(story, view);
  return root as XmlElement;
};
