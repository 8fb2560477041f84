import type { TypeStyle } from "../../../model/style.ts";
import { type Item, type Run, setParagraph } from "../../../typeset/index.ts";
import type { Content, Tag } from "../content.ts";
import type { PartSetting } from "../part-setting.ts";
import { lineItems, type Stance, type Strip } from "./lines.ts";

/** Steps by which the narrowest width is searched; the last is a 500th of the column. */
const steps = 9;

/**
 * Titles and heads: set in no more lines than they need, and these of even length, as far as the words allow. Reports
 * what {@link lineItems} does.
 */
export const evenItems = (
  runs: readonly Run<Tag>[],
  type: TypeStyle,
  strip: Strip,
  stance: Stance,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const { alignment, indent = 0, hang = 0 } = stance;
  const silent = { ...ps.setting, report: () => {} };
  const fits = (width: number, count: number): boolean => {
    const { lines } = setParagraph(runs, { width, indent, hang, alignment }, silent);
    return lines.length <= count && lines.every((line) => line.ratio >= 0);
  };
  const count = setParagraph(runs, { width: strip.width, indent, hang, alignment }, silent).lines.length;
  let [narrow, width] = [strip.width / 2, strip.width];
  for (let step = 0; count > 1 && step < steps; step++) {
    const middle = (narrow + width) / 2;
    if (fits(middle, count)) width = middle;
    else narrow = middle;
  }
  return lineItems(runs, type, { ...strip, width }, stance, ps);
};
