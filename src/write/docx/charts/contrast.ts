import { contrast } from "../../../model/contrast.ts";
import type { Style } from "../../../model/style.ts";

/** The colour RRGGBB of a label inside a bar: that of the text or that of the paper, whichever stands out more. */
export const labelColour = (style: Style, bar: string): string => {
  const of = (name: string): string => style.colours[name]?.rgb ?? "#000000";
  const text = of(style.chart.colours.text);
  const paper = of(style.cover.colours.ground);
  return (contrast(text, `#${bar}`) >= contrast(paper, `#${bar}`) ? text : paper).slice(1);
};
