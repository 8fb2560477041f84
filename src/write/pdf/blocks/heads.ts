import type { Section } from "../../../model/document.ts";
import { headText, inlineText } from "../../../model/text.ts";
import type { Item, Run } from "../../../typeset/index.ts";
import { opened } from "../art/opener.ts";
import type { Content, Tag } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { headRole, type Owner, within } from "../structure.ts";
import { evenItems } from "./even.ts";
import { aboveText, fromTop } from "./grid.ts";
import { naturalWidth, type Strip } from "./lines.ts";
import { repeatedText } from "./repeated.ts";
import { plain, runsOf } from "./runs.ts";

/** A section's title in words: without what closes a run-in head. */
export const titleText = (section: Section): string => section.prefix + inlineText(section.title);

const bookmarked = (items: readonly Item<Content>[], section: Section): readonly Item<Content>[] => {
  const [first, ...rest] = items;
  if (!first) return [];
  const bookmark = { level: section.level, title: repeatedText(section) };
  return [{ ...first, content: { ...first.content, bookmark } }, ...rest];
};

/** The element of a section's head. `depth`: headed sections down to this one. */
export const headElement = (section: Section, parent: Owner, depth: number): Owner =>
  within(parent, headRole(depth), { block: section.id });

/** Runs of a run-in head: the bold opening of a paragraph, and an element of its own. */
export const runInRuns = (section: Section, owner: Owner, ps: PartSetting): readonly Run<Tag>[] => {
  const style = textStyle(ps.type("runIn"));
  const tag: Tag = { owner };
  return [
    ...(section.prefix ? [plain(section.prefix, style, section.place, tag)] : []),
    ...runsOf(section.title, style, ps.style.inline, tag),
    ...(section.suffix ? [plain(section.suffix, style, section.place, tag)] : []),
  ];
};

/** A number that takes more than this share of the column stands in the line like other words. */
const widestNumber = 0.2;

/** A display head: it stays with what follows, its lines are even, its second line hangs behind the number. */
export const headItems = (section: Section, strip: Strip, ps: PartSetting): readonly Item<Content>[] => {
  const type = ps.head(section.level);
  const style = textStyle(type);
  const number = section.prefix ? [plain(section.prefix, style, section.place)] : [];
  const runs = [
    ...number,
    ...runsOf(section.title, style, ps.style.inline),
    ...(section.suffix ? [plain(section.suffix, style, section.place)] : []),
  ];
  // A letter behind it keeps the space at the number's end.
  const letter = plain("n", style, section.place);
  const wide = naturalWidth([...number, letter], ps) - naturalWidth([letter], ps);
  const hang = wide <= strip.width * widestNumber ? wide : 0;
  const stance = { alignment: "start", hang, before: type.before, after: type.after, bound: true } as const;
  const items = evenItems(runs, type, strip, stance, ps);
  const gridded = section.level === 1 ? fromTop(opened(items, ps), ps.grid) : aboveText(items, ps.grid);
  return bookmarked(gridded, section);
};

/** A run-in head's bookmark on the paragraph that it opens. */
export const runInItems = (items: readonly Item<Content>[], section: Section): readonly Item<Content>[] =>
  bookmarked(items, section);

/** Whether a section has a head to print. */
export const hasHead = (section: Section): boolean => section.head !== "none" && headText(section) !== "";
