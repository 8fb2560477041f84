import type { TypeStyle } from "../../../model/style.ts";
import { type Item, type Line, type Run, setParagraph } from "../../../typeset/index.ts";
import type { Content, Tag } from "../content.ts";
import type { PartSetting } from "../part-setting.ts";
import { lineItems, type Stance, type Strip } from "./lines.ts";

/** Steps by which the narrowest width is searched; the last is a 500th of the column. */
const steps = 9;

/**
 * Titles and heads: set in no more lines than they need, and these of even length, as far as the words allow undivided. Reports
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
  const linesAt = (width: number) => setParagraph(runs, { width, indent, hang, alignment }, silent).lines;
  const divisions = (lines: readonly Line[]) => lines.filter((line) => line.hyphen).length;
  const whole = linesAt(strip.width);
  const count = whole.length;
  const fits = (width: number): boolean => {
    const lines = linesAt(width);
    return lines.length <= count && divisions(lines) <= divisions(whole) && lines.every((line) => line.ratio >= 0);
  };
  let [narrow, width] = [strip.width / 2, strip.width];
  for (let step = 0; count > 1 && step < steps; step++) {
    const middle = (narrow + width) / 2;
    if (fits(middle)) width = middle;
    else narrow = middle;
  }
  return lineItems(runs, type, { ...strip, width }, stance, ps);
};
