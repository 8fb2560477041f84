import type { Block, Id, List, Paragraph, Section } from "../../model/document.ts";
import type { TypeName } from "../../model/style.ts";
import { type Handlers, handle } from "../../model/walk.ts";
import type { Item, Run } from "../../typeset/index.ts";
import type { Content, Tag } from "./content.ts";
import { figureItem } from "./figure.ts";
import { headElement, headItems, runInItems, runInRuns } from "./heads.ts";
import { lineItems, marked, type Strip } from "./lines.ts";
import { type PartSetting, textStyle } from "./part-setting.ts";
import { plain, runsOf } from "./runs.ts";
import { type Attributes, type Role, within } from "./structure.ts";
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
  const flush = !around.indented || (flushFirst.includes(script) && (lead.length > 0 || after !== "text"));
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
  return lineItems(runs, type, strip, stance, ps);
};

const listItems = (list: List, around: Surroundings, ps: PartSetting): readonly Item<Content>[] => {
  const type = ps.type(around.type);
  const hang = ps.style.list.indent * type.size;
  const { marks } = ps.style.list;
  const whole = inside(around, list.id, "L", { numbering: list.ordered ? "Decimal" : "Disc" });
  return list.items.flatMap((item, index) => {
    const text = list.ordered ? `${list.start + index}.` : (marks[Math.min(around.depth, marks.length - 1)] as string);
    const { strip } = inside(whole, item.id, "LI");
    const { left, width } = strip;
    const markStrip: Strip = { ...strip, left: left + type.size * 0.5, width: hang, owner: within(strip.owner, "Lbl") };
    const inner: Surroundings = {
      ...whole,
      strip: { ...strip, left: left + hang, width: width - hang, owner: within(strip.owner, "LBody") },
      depth: around.depth + 1,
      indented: false,
    };
    const mark = plain(text, textStyle(type), item.place);
    return marked(blockItems(item.children, inner, ps), [mark], type, markStrip, "start", ps);
  });
};

const sectionItems = (section: Section, around: Surroundings, ps: PartSetting): readonly Item<Content>[] => {
  const opened = inside(around, section.id, "Sect");
  if (section.head === "none") return blockItems(section.children, opened, ps);
  const heads = around.heads + 1;
  const inner: Surroundings = { ...opened, heads };
  const head: Strip = { ...opened.strip, owner: headElement(section, opened.strip.owner, heads) };
  if (section.head === "display")
    return [...headItems(section, head, ps), ...blockItems(section.children, inner, ps, "head")];
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
  return blocks.flatMap((block) => {
    const own = (role: Role) => inside(around, block.id, role).strip;
    const handlers: Handlers<Block, readonly Item<Content>[]> = {
      section: (node) => sectionItems(node, around, ps),
      paragraph: (node) => paragraphItems(node, [], around, before, ps),
      list: (node) => listItems(node, around, ps),
      quote: (node) => {
        const type = ps.type("quote");
        const indent = ps.style.quote.indent * type.size;
        const whole = own("BlockQuote");
        const strip = { ...whole, left: whole.left + indent, width: whole.width - 2 * indent };
        const items = blockItems(node.children, { ...around, strip, type: "quote", indented: false }, ps);
        return spaced(items, type.before, type.after);
      },
      figure: (node) => [figureItem(node, own("Div"), around.pageHeight, ps)],
      table: (node) => tableItems(node, own("Table"), around.pageHeight, ps),
    };
    const items = handle(handlers, block);
    before = "text";
    return items;
  });
};

const spaced = (items: readonly Item<Content>[], before: number, after: number): readonly Item<Content>[] =>
  items.map((item, index) => ({
    ...item,
    before: index === 0 ? Math.max(item.before, before) : item.before,
    after: index === items.length - 1 ? Math.max(item.after, after) : item.after,
  }));
