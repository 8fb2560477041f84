import { partBytes } from "../package.ts";
import { type Side, sideOf } from "../side.ts";
import { canonicalXml, childOf, element, elementsOf, isElement, type XmlElement } from "../xml.ts";
import { mergeNotes } from "./notes.ts";
import { openRedline } from "./redline.ts";
import { mergedBody } from "./sections.ts";
import { type RedlineOptions, settleLists, type Untracked, type Work } from "./work.ts";

export type { ChartPicture, RedlineOptions, Untracked } from "./work.ts";
export type RedlineResult = {
  readonly bytes: Uint8Array;
  readonly untracked: readonly Untracked[];
  /** How many revisions it holds. */
  readonly revisions: number;
};

const documentPath = "word/document.xml";

/** Styles that only the earlier file has are still needed by what it alone has; those that changed cannot be revisions. */
const mergeStyles = (work: Work, before: Side, after: Side): void => {
  const path = "word/styles.xml";
  if (before.digest(path) === after.digest(path)) return;
  const [old, own] = [before.root(path), after.root(path)];
  if (!old || !own) return;
  const byId = (root: XmlElement): ReadonlyMap<string, XmlElement> =>
    new Map(
      elementsOf(root)
        .filter(({ name }) => name === "w:style")
        .map((one) => [one.attributes["w:styleId"] ?? "", one]),
    );
  const [then, now] = [byId(old), byId(own)];
  const gone = [...then].filter(([id]) => !now.has(id)).map(([, style]) => style);
  for (const [id, style] of now) {
    const other = then.get(id);
    if (other && canonicalXml(other) !== canonicalXml(style))
      work.untracked.push({ what: "a style is another", where: id });
  }
  if (gone.length > 0) work.parts.set(path, partBytes({ ...own, children: [...own.children, ...gone] }));
};

/** Parts that are neither text nor what it refers to. */
const otherParts: Readonly<Record<string, string>> = {
  "word/settings.xml": "settings of the document",
  "word/theme/theme1.xml": "the theme's fonts and colours",
  "word/fontTable.xml": "the list of fonts",
};

const title = (side: Side): string => {
  const core = side.root("docProps/core.xml");
  return ["dc:title", "dc:creator"].map((name) => (core && childOf(core, name)?.children.join("")) ?? "").join(" · ");
};

const listOthers = (work: Work, before: Side, after: Side): void => {
  for (const [path, what] of Object.entries(otherParts)) {
    if (!before.parts.has(path) && !after.parts.has(path)) continue;
    if (before.digest(path) !== after.digest(path)) work.untracked.push({ what: `${what} changed`, where: path });
  }
  if (title(before) !== title(after))
    work.untracked.push({ what: `title or author of the file was "${title(before)}"`, where: "docProps/core.xml" });
};

/**
 * Two Word files of this tool as one in which every difference is a tracked change: accepting all gives the new file,
 * rejecting all the earlier one. A change is one deletion and one insertion of what changed and nothing beside it; a
 * changed figure is out of its control, because a bound control would overwrite it. What Word cannot track is listed.
 *
 * @throws Unreadable for what is no Word file
 */
export const redline = (
  before: Uint8Array | Side,
  after: Uint8Array | Side,
  options: RedlineOptions,
): RedlineResult => {
  const [old, own] = [sideOf(before), sideOf(after)];
  const work = openRedline(old, own, options);
  const [then, now] = [work.root("before", documentPath), work.root("after", documentPath)] as [XmlElement, XmlElement];
  const body = mergedBody(
    work.story(documentPath, documentPath),
    childOf(then, "w:body") ?? element("w:body"),
    childOf(now, "w:body") ?? element("w:body"),
  );
  mergeNotes(work);
  const children = now.children.map((child) => (isElement(child) && child.name === "w:body" ? body : child));
  work.parts.set(documentPath, partBytes(settleLists(work, { ...now, children })));
  mergeStyles(work, old, own);
  listOthers(work, old, own);
  return { bytes: work.pack(), untracked: work.untracked, revisions: work.revisions() };
};
