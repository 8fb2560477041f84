import type { Json } from "../model/document.ts";
import { isObject, partsOf } from "./json.ts";
import type { Drawn } from "./scene.ts";

/** The axis that values are measured along: "x" where some x is quantitative (bars that lie), else "y" (columns, lines). */
export const valueAxis = (spec: Json): "x" | "y" => {
  for (const [path, value] of partsOf(spec))
    if (path.at(-1) === "x" && path.at(-2) === "encoding" && isObject(value) && value.type === "quantitative")
      return "x";
  return "y";
};

/** What may differ between a drawn and a true place, pt: a tenth of the thinnest line. */
export const tolerance = 0.05;

/** A bar along the axis of values: from its baseline to its end, and the band across the axis that it stands in. */
export type Bar = {
  readonly drawn: Drawn;
  readonly start: number;
  readonly end: number;
  readonly band: number;
};

/** Bars with positions growing with their values, whichever way the picture's axis runs. */
export const barsOf = (rects: readonly Drawn[], along: "x" | "y"): readonly Bar[] =>
  rects.map((drawn) => {
    const { x = 0, y = 0, width = 0, height = 0, datum } = drawn.item;
    const [low, high, band] = along === "x" ? [x, x + width, y] : [-(y + height), -y, x];
    const isNegative = Number(datum?.value ?? 0) < 0;
    return { drawn, start: isNegative ? high : low, end: isNegative ? low : high, band };
  });

/** Bars by the band they stand in; those of one band stand on each other. */
export const bandsOf = (bars: readonly Bar[]): readonly (readonly Bar[])[] => {
  const bands: Bar[][] = [];
  for (const bar of bars) {
    const band = bands.find(([first]) => first && Math.abs(first.band - bar.band) < tolerance);
    if (band) band.push(bar);
    else bands.push([bar]);
  }
  return bands;
};
