import { childOf, element, elementsOf, isElement, type XmlElement } from "../xml.ts";
import { aligned, type Plan, parted, planned, settled } from "./alignment.ts";
import { fencedAgain, unfenced } from "./fences.ts";
import { insertedParagraph, mergedParagraph, removedParagraph, type Story } from "./paragraph.ts";
import { insertedTable, mergedTable, removedTable } from "./table.ts";

const properties = (paragraph: XmlElement | undefined): XmlElement => childOf(paragraph, "w:pPr") ?? element("w:pPr");

/** The properties of one paragraph with the section that another ends. */
const withSectionOf = (own: XmlElement, ender: XmlElement): XmlElement => {
  const section = childOf(ender, "w:sectPr");
  const rest = own.children.filter((child) => !isElement(child) || child.name !== "w:sectPr");
  return { ...own, children: section ? [...rest, section] : rest };
};

const paragraphOf = (story: Story, { pair: { old, own }, mark, properties: held }: Plan): XmlElement => {
  if (old && own) return mergedParagraph(story, old, own, { mark });
  const one = (old ?? own) as XmlElement;
  const around =
    held === undefined
      ? { mark }
      : {
          mark,
          now: withSectionOf(properties(old ? held.own : own), properties(one)),
          was: properties(old ?? held.old),
        };
  return old ? removedParagraph(story, one, around) : insertedParagraph(story, one, around);
};

/** Content control around blocks: contents. */
const mergedControl = (story: Story, old: XmlElement, own: XmlElement): XmlElement => {
  const inside = (control: XmlElement): readonly XmlElement[] =>
    elementsOf(childOf(control, "w:sdtContent") ?? control);
  const content = mergedBlocks(story, inside(old), inside(own));
  return {
    ...own,
    children: own.children.map((child) =>
      isElement(child) && child.name === "w:sdtContent" ? { ...child, children: content } : child,
    ),
  };
};

const insideOf = (control: XmlElement): readonly XmlElement[] =>
  elementsOf(childOf(control, "w:sdtContent") ?? control);

const madeOf = (story: Story, plan: Plan): readonly XmlElement[] => {
  const { old, own } = plan.pair;
  const one = (own ?? old) as XmlElement;
  if (one.name === "w:p") return [paragraphOf(story, plan)];
  if (one.name === "w:tbl") {
    if (old && own) return [mergedTable(story, old, own, mergedBlocks)];
    return [old ? removedTable(story, one) : insertedTable(story, one)];
  }
  if (one.name === "w:sdt") {
    if (old && own) return [mergedControl(story, old, own)];
    // Paragraphs keep their revisions; the control around them cannot be one.
    return insideOf(one).flatMap((block) =>
      madeOf(story, { pair: old ? { old: block } : { own: block }, mark: old ? "removed" : "inserted" }),
    );
  }
  return [own ? one : story.work.adopt(one, story.from, story.to)];
};

/** The blocks of both files as one story with revisions. */
export const mergedBlocks = (
  story: Story,
  old: readonly XmlElement[],
  own: readonly XmlElement[],
): readonly XmlElement[] => {
  const { before, after, fences } = unfenced(old, own);
  const plans = planned(settled(parted(aligned(before, after))));
  return fences
    .reduce(
      fencedAgain,
      plans.map((plan) => ({ pair: plan.pair, blocks: madeOf(story, plan) })),
    )
    .flatMap(({ blocks }) => blocks);
};

/** Blocks that only one of the files has. */
export const oneSided = (story: Story, blocks: readonly XmlElement[], side: "old" | "own"): readonly XmlElement[] =>
  blocks.flatMap((block) =>
    madeOf(
      story,
      side === "old" ? { pair: { old: block }, mark: "removed" } : { pair: { own: block }, mark: "inserted" },
    ),
  );
