import type { Remark } from "./fault.ts";
import { type Drawn, linesOf } from "./scene.ts";

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Red, green and blue of #rrggbb or rgb(r, g, b), 0 to 255. */
const partsOf = (colour: string): readonly number[] =>
  colour.startsWith("#")
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** Relative luminance (WCAG 2.2). */
export const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map(channel);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** What text needs against its ground (WCAG 2.2, 1.4.3). */
const least = 4.5;

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
    if (ratio < least)
      note({
        rule: "low-contrast",
        message: `"${linesOf(one.item).join(" ")}" has a contrast of ${ratio.toFixed(1)} on its ground; text needs ${least}`,
        drawn: one,
        hint: 'inside bars use the style "on-dark" or "on-light"',
      });
  }
};
