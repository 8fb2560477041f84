import type { Block, Id, List, Paragraph, Section } from "../../../model/document.ts";
import type { TypeName } from "../../../model/style.ts";
import { type Handlers, handle } from "../../../model/walk.ts";
import type { Item, Run } from "../../../typeset/index.ts";
import type { Content, Mark, Tag } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { type Attributes, type Role, within } from "../structure.ts";
import { figureItem } from "./figure.ts";
import { headElement, headItems, runInItems, runInRuns } from "./heads.ts";
import { lineItems, marked, naturalWidth, type Strip } from "./lines.ts";
import { notesHeight } from "./notes.ts";
import { plain, runsOf } from "./runs.ts";
import { tableItems } from "./table.ts";

/** Where blocks are set, and how. */
export type Surroundings = {
  readonly strip: Strip;
  /** Type of running text here. */
  readonly type: TypeName;
  /** Depth of lists. */
  readonly depth: number;
  /** Headed sections around. */
  readonly heads: number;
  /** Height of a page's column in pt. */
  readonly pageHeight: number;
  /** Height of the heads that stay with the first block, in pt. */
  readonly above: number;
  /** Paragraphs are indented: body text, not lists and quotes. */
  readonly indented: boolean;
};

/** What stands before a paragraph: nothing, a head, other text. */
type After = "start" | "head" | "text";

/** Inside a block that is an element of its own. */
const inside = (around: Surroundings, block: Id, role: Role, attributes: Attributes = {}): Surroundings => ({
  ...around,
  strip: {
    ...around.strip,
    blocks: [...around.strip.blocks, block],
    owner: within(around.strip.owner, role, attributes),
  },
});

const paragraphItems = (
  paragraph: Paragraph,
  lead: readonly Run<Tag>[],
  around: Surroundings,
  after: After,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const { script } = ps.part.language;
  const type = ps.type(around.type);
  const { flushFirst, after: spaceAfter } = ps.style.paragraph;
  const first = lead.length > 0 || after !== "text";
  const flush = first && (!around.indented || flushFirst.includes(script));
  const before = lead.length > 0 && after === "text" ? ps.type("runIn").before : type.before;
  const runs = [...lead, ...runsOf(paragraph.children, textStyle(type), ps.style.inline)];
  const { strip } = inside(around, paragraph.id, "P");
  const stance = {
    alignment: "justify" as const,
    indent: flush ? 0 : (ps.style.paragraph.indent[script] ?? 0) * type.size,
    before: around.type === "body" ? before : 0,
    after: around.type === "body" ? (spaceAfter[script] ?? 0) : 0,
    onGrid: type.leading === ps.grid,
  };
  return lineItems(runs, type, strip, stance, ps).map((item) => ({ ...item, moves: "flows" }));
};

/** What stands before an item: its number, or the mark of its depth. */
const markOf = (list: List, index: number, depth: number, ps: PartSetting): string => {
  const { marks } = ps.style.list;
  return list.ordered ? `${list.start + index}.` : (marks[Math.min(depth, marks.length - 1)] as string);
};

/** A list: its marks end where the text's indent leaves them air, so that numbers of any length stand under each other. */
const listItems = (list: List, around: Surroundings, ps: PartSetting): readonly Item<Content>[] => {
  const type = ps.type(around.type);
  const style = textStyle(type);
  const texts = list.items.map((_, index) => markOf(list, index, around.depth, ps));
  const place = list.place;
  const widest = Math.max(0, ...texts.map((text) => naturalWidth([plain(text, style, place)], ps)));
  const { indent, gap } = ps.style.list;
  const hang = Math.max(indent * type.size, widest + 2 * gap * type.size);
  const whole = inside(around, list.id, "L", { numbering: list.ordered ? "Decimal" : "Disc" });
  return list.items.flatMap((item, index) => {
    const { strip } = inside(whole, item.id, "LI");
    const { left, width } = strip;
    const markStrip: Strip = { ...strip, width: hang - gap * type.size, owner: within(strip.owner, "Lbl") };
    const inner: Surroundings = {
      ...whole,
      strip: { ...strip, left: left + hang, width: width - hang, owner: within(strip.owner, "LBody") },
      depth: around.depth + 1,
      indented: false,
    };
    const mark = plain(texts[index] as string, style, item.place);
    return marked(blockItems(item.children, inner, ps), [mark], type, markStrip, "end", ps);
  });
};

/** A head with what it stays with: a figure behind it leaves room for it on the page. */
const withHead = (
  items: readonly Item<Content>[],
  section: Section,
  inner: Surroundings,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const after = Math.max(items.at(-1)?.after ?? 0, ps.style.figure.space * ps.grid);
  const height =
    items.reduce((sum, item) => sum + item.before + item.height, after) +
    notesHeight(section.title, inner.pageHeight, ps);
  return [...items, ...blockItems(section.children, { ...inner, above: inner.above + height }, ps, "head")];
};

const sectionItems = (section: Section, around: Surroundings, ps: PartSetting): readonly Item<Content>[] => {
  const opened = inside(around, section.id, "Sect");
  if (section.head === "none") return blockItems(section.children, opened, ps);
  const heads = around.heads + 1;
  const inner: Surroundings = { ...opened, heads };
  const head: Strip = { ...opened.strip, owner: headElement(section, opened.strip.owner, heads) };
  if (section.head === "display") return withHead(headItems(section, head, ps), section, inner, ps);
  const [first, ...rest] = section.children;
  const lead = runInRuns(section, head.owner, ps);
  const opening =
    first?.type === "paragraph"
      ? paragraphItems(first, lead, inner, "text", ps)
      : lineItems(
          lead,
          ps.type("runIn"),
          head,
          { alignment: "start", before: ps.type("runIn").before, bound: true },
          ps,
        );
  const others = first?.type === "paragraph" ? rest : section.children;
  return [...runInItems(opening, section), ...blockItems(others, inner, ps, "text")];
};

/** Blocks as items of a column, in order. Reports what lines, tables and figures report. */
export const blockItems = (
  blocks: readonly Block[],
  around: Surroundings,
  ps: PartSetting,
  after: After = "start",
): readonly Item<Content>[] => {
  let before = after;
  let { above } = around;
  return blocks.flatMap((block) => {
    const here = { ...around, above };
    const own = (role: Role) => inside(here, block.id, role).strip;
    const handlers: Handlers<Block, readonly Item<Content>[]> = {
      section: (node) => sectionItems(node, here, ps),
      paragraph: (node) => paragraphItems(node, [], here, before, ps),
      list: (node) => listItems(node, here, ps),
      quote: (node) => {
        const type = ps.type("quote");
        const indent = ps.style.quote.indent * type.size;
        const whole = own("BlockQuote");
        const strip = { ...whole, left: whole.left + indent, width: whole.width - 2 * indent };
        const items = blockItems(node.children, { ...here, strip, type: "quote", indented: false }, ps);
        return ruled(spaced(items, type.before, type.after), whole.left, ps);
      },
      figure: (node) => {
        const words = [node.caption, node.note ?? [], node.source ?? []].flat();
        return [
          figureItem(node, own("Div"), around.pageHeight - above - notesHeight(words, around.pageHeight, ps), ps),
        ];
      },
      table: (node) => tableItems(node, own("Table"), around.pageHeight - above, ps),
    };
    const items = handle(handlers, block);
    before = "text";
    above = 0;
    return items;
  });
};

/** The rule beside a quote, line by line, so that it runs on where a page ends. */
const ruled = (items: readonly Item<Content>[], left: number, ps: PartSetting): readonly Item<Content>[] => {
  const { rule, colour } = ps.style.quote;
  if (rule === 0) return items;
  return items.map((item) => {
    const mark: Mark = { kind: "panel", x: left, y: 0, width: rule, height: item.height, colour };
    return { ...item, content: { ...item.content, marks: [mark, ...item.content.marks] } };
  });
};

const spaced = (items: readonly Item<Content>[], before: number, after: number): readonly Item<Content>[] =>
  items.map((item, index) => ({
    ...item,
    before: index === 0 ? Math.max(item.before, before) : item.before,
    after: index === items.length - 1 ? Math.max(item.after, after) : item.after,
  }));
