import type { Id } from "../../../model/document.ts";
import type { TypeStyle } from "../../../model/style.ts";
import { type Alignment, type Item, type Run, type SetParagraph, setParagraph } from "../../../typeset/index.ts";
import { type Content, type Mark, shifted, type Tag } from "../content.ts";
import type { PartSetting } from "../part-setting.ts";
import type { Owner } from "../structure.ts";

/** The strip of the column that text is set in, and the blocks and the element that it belongs to. Measures in pt. */
export type Strip = {
  readonly left: number;
  readonly width: number;
  readonly blocks: readonly Id[];
  readonly owner: Owner;
};

/** How a paragraph stands. */
export type Stance = {
  readonly alignment: Alignment;
  readonly indent?: number;
  readonly hang?: number;
  readonly before?: number;
  readonly after?: number;
  readonly onGrid?: boolean;
  /** The whole paragraph stays together and with what follows: heads. */
  readonly bound?: boolean;
};

/** Share of the type size by which the middle of the letters stands above the baseline. */
const middle = 0.36;

/** Distance of the baseline from the top of a line's leading, in pt. */
export const baselineIn = ({ leading, size }: TypeStyle): number => leading / 2 + size * middle;

const reportUnset = ({ unset }: SetParagraph<Tag>, { report }: PartSetting): void => {
  for (const { finding, run, at } of unset) report({ ...finding, place: run.placeAt?.(at) ?? run.place });
};

/**
 * The lines of a paragraph as items of a column: two lines at least before and after a page break. Reports
 * what characters cannot be set; what its lines could not avoid is told when the pages are made.
 */
export const lineItems = (
  runs: readonly Run<Tag>[],
  type: TypeStyle,
  strip: Strip,
  stance: Stance,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const { alignment, indent = 0, hang = 0, before = 0, after = 0, onGrid = false, bound = false } = stance;
  const { hanging, flushOpening, letterFit } = ps.style.paragraph;
  const { script } = ps.part.language;
  const fit = letterFit[script];
  const paragraph = setParagraph(
    runs,
    {
      width: strip.width,
      indent,
      hang,
      alignment,
      hanging: hanging.includes(script),
      flushFirst: flushOpening,
      ...(fit ? { letterFit: { width: fit.width / 100, space: fit.space / 100 } } : {}),
    },
    ps.setting,
  );
  reportUnset(paragraph, ps);
  const { lines } = paragraph;
  const baseline = baselineIn(type);
  return lines.map((line, index): Item<Content> => {
    const mark: Mark = { kind: "text", line, x: strip.left, baseline, owner: strip.owner };
    const kept = index === 0 || index === lines.length - 2;
    return {
      content: { marks: [mark], blocks: strip.blocks, place: line.pieces[0]?.run.place },
      height: type.leading,
      before: index === 0 ? before : 0,
      after: index === lines.length - 1 ? after : 0,
      onGrid,
      withNext: bound || (kept && index < lines.length - 1),
      notes: [],
      repeat: [],
    };
  });
};

/** Width in pt of runs on one line. */
export const naturalWidth = (runs: readonly Run<Tag>[], ps: PartSetting): number =>
  setParagraph(runs, { width: 1e6, indent: 0, hang: 0, alignment: "start" }, ps.setting).lines[0]?.width ?? 0;

/** Lines with a mark hung in front of the first: a list's, a note's number. */
export const marked = (
  items: readonly Item<Content>[],
  runs: readonly Run<Tag>[],
  type: TypeStyle,
  strip: Strip,
  alignment: Alignment,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const [head, ...rest] = items;
  const [mark] = lineItems(runs, type, strip, { alignment }, ps);
  if (!head || !mark) return items;
  return [{ ...head, content: { ...head.content, marks: [...mark.content.marks, ...head.content.marks] } }, ...rest];
};

/** Lines stacked into one thing that is not torn, as marks from its top left corner, with its height. */
export const stack = (
  items: readonly Item<Content>[],
): { readonly marks: readonly Mark[]; readonly height: number } => {
  let y = 0;
  const marks: Mark[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) y += Math.max(items[index - 1]?.after ?? 0, item.before);
    marks.push(...shifted(item.content.marks, 0, y));
    y += item.height;
  }
  return { marks, height: y };
};
