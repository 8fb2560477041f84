import { contrast, leastForText } from "../model/contrast.ts";
import type { Remark } from "./fault.ts";
import { type Drawn, linesOf } from "./scene.ts";

/** The colour behind the middle of a text: of the last bar drawn there, or the paper. */
const groundOf = (text: Drawn, bars: readonly Drawn[], paper: string): string => {
  const { bounds } = text.item;
  if (!bounds) return paper;
  const [x, y] = [(bounds.x1 + bounds.x2) / 2 + text.at[0], (bounds.y1 + bounds.y2) / 2 + text.at[1]];
  const behind = bars.findLast(({ item, at }) => {
    const [left, top] = [(item.x ?? 0) + at[0], (item.y ?? 0) + at[1]];
    return x >= left && x <= left + (item.width ?? 0) && y >= top && y <= top + (item.height ?? 0);
  });
  return behind?.item.fill ?? paper;
};

/** Checks that every text stands out from what is behind it. Reports `low-contrast`. */
export const checkContrast = (drawn: readonly Drawn[], paper: string, note: Remark): void => {
  const bars = drawn.filter(({ mark, role, item }) => mark === "rect" && role === "mark" && item.fill !== undefined);
  for (const one of drawn) {
    const { fill } = one.item;
    if (one.mark !== "text" || fill === undefined || linesOf(one.item).length === 0) continue;
    const ground = groundOf(one, bars, paper);
    const ratio = contrast(fill, ground);
    if (ratio < leastForText)
      note({
        rule: "low-contrast",
        message: `"${linesOf(one.item).join(" ")}" has a contrast of ${ratio.toFixed(1)} on its ground; text needs ${leastForText}`,
        drawn: one,
        hint: 'inside bars use the style "on-dark" or "on-light"',
      });
  }
};
