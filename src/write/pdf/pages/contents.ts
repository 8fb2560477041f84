import type { Block, Section } from "../../../model/document.ts";
import { fillPages, type Item } from "../../../typeset/index.ts";
import { opened } from "../art/opener.ts";
import { fromTop } from "../blocks/grid.ts";
import { hasHead, titleText } from "../blocks/heads.ts";
import { baselineIn, lineItems, stack } from "../blocks/lines.ts";
import { noteRules } from "../blocks/notes.ts";
import { repeatedHead } from "../blocks/repeated.ts";
import { plain, runsOf } from "../blocks/runs.ts";
import type { Content, Mark, Tag } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { type Element, within } from "../structure.ts";

const sections = (blocks: readonly Block[]): readonly Section[] =>
  blocks.flatMap((block) =>
    block.type === "section" ? [...(hasHead(block) ? [block] : []), ...sections(block.children)] : [],
  );

/** A chapter stays with its first entry, and its last entry begins no page alone. */
const staysWithNext = (listed: readonly Section[], index: number): boolean => {
  const [level, next, second] = [0, 1, 2].map((step) => listed[index + step]?.level ?? 1);
  return (next as number) > 1 && (level === 1 || second === 1);
};

/** One entry: title, leader and page number; a click leads to the section. */
const entry = (section: Section, owner: Element, withNext: boolean, ps: PartSetting): Item<Content> => {
  const { room: numberRoom, clear, indent, dots } = ps.style.contents;
  const top = section.level === 1;
  const type = ps.type(top ? "contents" : "contentsRunIn");
  const style = textStyle(type);
  const tag: Tag = { target: section.id, says: titleText(section) };
  const left = (section.level - 1) * indent * type.size;
  const room = numberRoom * type.size;
  const strip = { left, width: ps.width - left - room, blocks: [], owner };
  const lines = lineItems(
    runsOf(repeatedHead(section), style, ps.style.inline, tag),
    type,
    strip,
    { alignment: "start", hang: indent * type.size },
    ps,
  );
  const text = stack(lines);
  const last = text.marks.at(-1);
  const end = last?.kind === "text" ? last.x + last.line.x + last.line.width : left;
  const baseline = last?.kind === "text" ? last.baseline : baselineIn(type);
  const number = plain("00", { ...style, features: ["tnum", "lnum"] }, section.place, { ...tag, pageOf: section.id });
  const [numberLine] = lineItems(
    [number],
    type,
    { left: ps.width - room, width: room, blocks: [], owner },
    { alignment: "end" },
    ps,
  );
  const numberMarks = (numberLine?.content.marks ?? []).map((mark) =>
    mark.kind === "text" ? { ...mark, baseline } : mark,
  );
  const thickness = dots.size * type.size;
  const [from, to] = [end + clear * type.size, ps.width - room + clear * type.size];
  const pitch = dots.pitch * type.size;
  // Dots of all entries stand under each other: counted from the right.
  const count = Math.floor((to - from) / pitch);
  const leader: readonly Mark[] =
    count < 2
      ? []
      : [
          {
            kind: "rule",
            x: to - count * pitch,
            y: baseline - thickness / 2,
            length: count * pitch,
            thickness,
            colour: dots.colour,
            dots: pitch,
          },
        ];
  return {
    content: { marks: [...text.marks, ...leader, ...numberMarks], blocks: [], place: section.place },
    height: text.height,
    before: type.before,
    after: type.after,
    onGrid: false,
    withNext,
    notes: [],
    repeat: [],
  };
};

/** Sections with their elements: chapters in the contents, what is in a chapter in contents of its own. */
const withReferences = (listed: readonly Section[], contents: Element): readonly (readonly [Section, Element])[] => {
  const open: { readonly level: number; readonly list: Element }[] = [{ level: 0, list: contents }];
  let last: { readonly level: number; readonly item: Element } | undefined;
  return listed.map((section) => {
    const { level } = section;
    if (last && level > last.level) open.push({ level: last.level, list: within(last.item, "TOC") });
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const item = within((open.at(-1) as { list: Element }).list, "TOCI", { block: section.id });
    last = { level, item };
    return [section, within(item, "Reference")] as const;
  });
};

/** The pages of a part's contents: display and run-in heads with leaders; page numbers are filled in when they are known. */
export const contentsPages = (ps: PartSetting, height: number) => {
  const listed = sections(ps.part.document.sections).filter((section) => section.level <= ps.style.contents.depth);
  if (listed.length === 0) return [];
  const type = ps.type("contentsHead");
  const head = ps.part.language.messages.contents ?? "";
  const place = (listed[0] as Section).place;
  const contents = within(ps.element, "TOC");
  const strip = { left: 0, width: ps.width, blocks: [], owner: head ? within(contents, "Caption") : contents };
  const entries = withReferences(listed, contents);
  const headItems = head
    ? lineItems(
        [plain(head, textStyle(type), place)],
        type,
        strip,
        { alignment: "start", after: type.after, bound: true },
        ps,
      )
    : [];
  return fillPages(
    [
      ...fromTop(opened(headItems, ps), ps.grid),
      ...entries.map(([section, owner], index) => entry(section, owner, staysWithNext(listed, index), ps)),
    ],
    { height, grid: ps.grid, ...noteRules(ps) },
    () => {},
  );
};
