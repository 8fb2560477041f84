import { diffArrays } from "diff";
import { partBytes } from "../package.ts";
import { childOf, element, elementsOf, isElement, valOf, type XmlElement } from "../xml.ts";
import { mergedBlocks, oneSided } from "./blocks.ts";
import type { Story } from "./paragraph.ts";

/** The stretch of a document between two section breaks (ECMA-376 part 1 §17.6), the break taken out of its last paragraph. */
type Section = { readonly key: string; readonly blocks: readonly XmlElement[]; readonly end: XmlElement | undefined };

const sectionOf = (block: XmlElement): XmlElement | undefined => childOf(childOf(block, "w:pPr"), "w:sectPr");

const withoutSection = (block: XmlElement): XmlElement => ({
  ...block,
  children: block.children.map((child) =>
    isElement(child) && child.name === "w:pPr"
      ? { ...child, children: child.children.filter((one) => !isElement(one) || one.name !== "w:sectPr") }
      : child,
  ),
});

/** A paragraph that ends a section. */
const withSection = (block: XmlElement, section: XmlElement): XmlElement => {
  const properties = childOf(block, "w:pPr") ?? element("w:pPr");
  const at = properties.children.findIndex((child) => isElement(child) && child.name === "w:pPrChange");
  const split = at < 0 ? properties.children.length : at;
  const children = [...properties.children.slice(0, split), section, ...properties.children.slice(split)];
  return {
    ...block,
    children: [
      { ...properties, children },
      ...block.children.filter((child) => !isElement(child) || child.name !== "w:pPr"),
    ],
  };
};

/** What a section begins with: the block of a chapter, or its style. */
const keyOf = (blocks: readonly XmlElement[]): string => {
  const [first] = blocks;
  if (!first) return "";
  if (first.name !== "w:p") return first.name;
  const mark = elementsOf(first).find(
    ({ name, attributes }) => name === "w:bookmarkStart" && attributes["w:name"]?.startsWith("_wp_"),
  );
  return mark?.attributes["w:name"] ?? valOf(childOf(first, "w:pPr"), "w:pStyle") ?? "";
};

const sectionsOf = (body: XmlElement): readonly Section[] => {
  const sections: Section[] = [];
  let blocks: XmlElement[] = [];
  const counts = new Map<string, number>();
  const close = (end: XmlElement | undefined): void => {
    const key = keyOf(blocks);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    sections.push({ key: `${key}/${count}`, blocks, end });
    blocks = [];
  };
  for (const block of elementsOf(body)) {
    if (block.name === "w:sectPr") {
      close(block);
      continue;
    }
    const end = block.name === "w:p" ? sectionOf(block) : undefined;
    blocks.push(end ? withoutSection(block) : block);
    if (end) close(end);
  }
  if (blocks.length > 0) close(undefined);
  return sections;
};

const isReference = ({ name }: XmlElement): boolean => /^w:(header|footer)Reference$/.test(name);

/** A head or foot that both files have: what changed in it goes into the part of the new file. */
const mergeFurniture = (story: Story, old: XmlElement, own: XmlElement): void => {
  const { work } = story;
  const [from, to] = [
    work.before.relationships(story.from).get(old.attributes["r:id"] ?? "")?.target,
    work.after.relationships(story.to).get(own.attributes["r:id"] ?? "")?.target,
  ];
  if (!from || !to || work.before.digest(from) === work.after.digest(to)) return;
  const [then, now] = [work.root("before", from), work.root("after", to)];
  if (!then || !now || work.before.print(from, then) === work.after.print(to, now)) return;
  const content = mergedBlocks(work.story(from, to), elementsOf(then), elementsOf(now));
  work.parts.set(to, partBytes({ ...now, children: content }));
};

/** A section's properties as they are, and as they were where that can be told (§17.13.5.32); heads and feet in their parts. */
const mergedEnd = (story: Story, old: XmlElement, own: XmlElement): XmlElement => {
  const { work } = story;
  const kind = ({ name, attributes }: XmlElement): string => `${name} ${attributes["w:type"]}`;
  const [then, now] = [elementsOf(old).filter(isReference), elementsOf(own).filter(isReference)];
  for (const reference of now) {
    const other = then.find((one) => kind(one) === kind(reference));
    if (other) mergeFurniture(story, other, reference);
  }
  if (then.map(kind).toSorted().join() !== now.map(kind).toSorted().join())
    work.untracked.push({ what: "a section has other running heads", where: story.to });
  const plain = (end: XmlElement): readonly XmlElement[] => elementsOf(end).filter((one) => !isReference(one));
  const isSame =
    plain(old)
      .map((one) => work.before.print(story.from, one))
      .join("") ===
    plain(own)
      .map((one) => work.after.print(story.to, one))
      .join("");
  if (isSame) return own;
  const change = element("w:sectPrChange", work.revision(), [element("w:sectPr", {}, plain(old))]);
  return { ...own, children: [...own.children, change] };
};

const ended = (blocks: readonly XmlElement[], end: XmlElement | undefined, isLast: boolean): readonly XmlElement[] => {
  if (!end) return blocks;
  const last = blocks.at(-1);
  if (isLast || !last || last.name !== "w:p") return [...blocks, end];
  return [...blocks.slice(0, -1), withSection(last, end)];
};

/** The bodies of both files as one with revisions. */
export const mergedBody = (story: Story, old: XmlElement, own: XmlElement): XmlElement => {
  const [then, now] = [sectionsOf(old), sectionsOf(own)];
  const children: XmlElement[] = [];
  let [from, to] = [0, 0];
  const keys = (sections: readonly Section[]): string[] => sections.map(({ key }) => key);
  for (const { count = 0, added, removed } of diffArrays(keys(then), keys(now)))
    for (let index = 0; index < count; index++) {
      const [one, other] = [added ? undefined : then[from++], removed ? undefined : now[to++]];
      const isLast = other === now.at(-1) && !removed;
      if (one && other) {
        const end = one.end && other.end ? mergedEnd(story, one.end, other.end) : other.end;
        children.push(...ended(mergedBlocks(story, one.blocks, other.blocks), end, isLast));
      } else if (other) children.push(...ended(oneSided(story, other.blocks, "own"), other.end, isLast));
      else if (one) {
        const end = one.end && story.work.adopt(one.end, story.from, story.to);
        children.push(...ended(oneSided(story, one.blocks, "old"), end, false));
      }
    }
  return { ...own, children };
};
