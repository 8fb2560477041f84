/** How colours stand out from one another (WCAG 2.2). Colours are #rrggbb or rgb(r, g, b). */

/** What text needs against its ground (1.4.3). */
export const leastForText = 4.5;
/** What large text needs: from 18 pt, bold from 14 pt. */
export const leastForLargeText = 3;
/** What the marks of a chart need (1.4.11). */
export const leastForMarks = 3;

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Red, green and blue, 0 to 255. */
const partsOf = (colour: string): readonly number[] =>
  colour.startsWith("#")
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** Relative luminance, 0 to 1. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map(channel);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** CIE lightness, 0 for black to 100 for white: what is left of a colour in grey. */
export const lightness = (colour: string): number => {
  const y = luminance(colour);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27;
};

/** Whether text counts as large (1.4.3). Size in pt. */
export const isLarge = ({ size, weight }: { readonly size: number; readonly weight: number }): boolean =>
  size >= 18 || (size >= 14 && weight >= 700);
