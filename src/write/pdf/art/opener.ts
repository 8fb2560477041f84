import type { Item } from "../../../typeset/index.ts";
import { type Content, type Mark, shifted } from "../content.ts";
import type { PartSetting } from "../part-setting.ts";
import { geometryOf } from "../sheet.ts";
import { barMark, belowBar } from "./bar.ts";
import { skyline } from "./skyline.ts";

/** Whose turn it is among the chapters, from 0: its share of the towers is lit. */
export type Turn = { readonly index: number; readonly count: number };

/** The band at the head of an opener, which bleeds off three sides: the skyline of the cover, small. */
export const openerBand = ({ index, count }: Turn, ps: PartSetting): readonly Mark[] => {
  const { band, colours, skyline: towers } = ps.style.opener;
  if (band === 0) return [];
  const page = geometryOf(ps.style);
  const base = page.height * band;
  const { bleed } = page;
  return [
    {
      kind: "panel",
      x: -bleed,
      y: -bleed,
      width: page.width + 2 * bleed,
      height: base + bleed,
      colour: colours.ground,
    },
    ...skyline(ps.houses, page, {
      base,
      low: page.height * towers.low,
      high: page.height * towers.high,
      houses: towers.houses,
      street: towers.street,
      colour: (_, across) => (Math.floor(across * count) === index ? colours.lit : colours.dim),
    }),
  ];
};

/** Items that begin further down the page, without what is kept free at its top being dropped. */
export const dropped = (items: readonly Item<Content>[], by: number): readonly Item<Content>[] => {
  const [first, ...rest] = items;
  if (!first) return [];
  const marks = shifted(first.content.marks, 0, by);
  return [{ ...first, content: { ...first.content, marks }, height: first.height + by }, ...rest];
};

/** A head as an opener has it: down the page, below its bar. */
export const opened = (items: readonly Item<Content>[], ps: PartSetting): readonly Item<Content>[] => {
  const { drop, bar } = ps.style.opener;
  const [first, ...rest] = dropped(items, drop + belowBar(bar));
  if (!first) return [];
  const marks = [...barMark(bar, 0, drop), ...first.content.marks];
  return [{ ...first, content: { ...first.content, marks } }, ...rest];
};
