import type { Style } from "../../../model/style.ts";

/** Lightness of a colour RRGGBB, 0 to 1 (WCAG 2.2, relative luminance). */
const luminance = (rgb: string): number => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(rgb.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((one, other) => one - other) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** The colour of a label inside a bar: that of the text or that of the paper, whichever stands out more. */
export const labelColour = (style: Style, bar: string): string => {
  const of = (name: string): string => (style.colours[name]?.rgb ?? "#000000").slice(1);
  const text = of(style.chart.colours.text);
  const paper = of(style.cover.colours.ground);
  return contrast(text, bar) >= contrast(paper, bar) ? text : paper;
};
