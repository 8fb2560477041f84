import type { Json } from "../model/document.ts";
import { isObject, partsOf } from "./json.ts";
import type { Drawn } from "./scene.ts";

/** "x" for bars that lie, "y" for columns and lines. */
export type Axis = "x" | "y";

/** What may differ between a drawn and a true place, pt: a tenth of the thinnest line. */
export const tolerance = 0.05;

/** The axis of the first quantitative position: "x" where some x is, else "y". */
const declaredAxis = (spec: Json): Axis => {
  for (const [path, value] of partsOf(spec))
    if (path.at(-1) === "x" && path.at(-2) === "encoding" && isObject(value) && value.type === "quantitative")
      return "x";
  return "y";
};

const spread = (lengths: readonly number[]): number => Math.max(...lengths) - Math.min(...lengths);

/**
 * The axis that values are measured along, read from the bars: the one along which their lengths differ. Where they are
 * alike both ways, or there are none, as the specification says.
 */
export const valueAxis = (spec: Json, marks: readonly Drawn[]): Axis => {
  const bars = marks.filter(({ mark }) => mark === "rect");
  if (bars.length > 1) {
    const [wide, high] = [
      spread(bars.map(({ item }) => item.width ?? 0)),
      spread(bars.map(({ item }) => item.height ?? 0)),
    ];
    if (wide > tolerance !== high > tolerance) return wide > tolerance ? "x" : "y";
  }
  return declaredAxis(spec);
};

/** A bar along the axis of values: from its baseline to its end, and the band across the axis that it stands in. */
export type Bar = {
  readonly drawn: Drawn;
  readonly start: number;
  readonly end: number;
  readonly band: number;
};

/** The ends of the panel along an axis, in the direction in which its values grow. */
export const edgesOf = ({ frame }: Drawn, along: Axis): readonly [number, number] =>
  along === "x" ? [0, frame.width] : [-frame.height, 0];

/** What is seen of a stretch: a mark that is clipped ends at the edges of its panel. */
const seen = ([low, high]: readonly [number, number], drawn: Drawn, along: Axis): readonly [number, number] => {
  if (!drawn.clipped) return [low, high];
  const [from, to] = edgesOf(drawn, along);
  const inside = (place: number): number => Math.min(Math.max(place, from), to);
  return [inside(low), inside(high)];
};

/** Bars, and the vertices of areas, with positions growing with their values, whichever way the picture's axis runs. */
export const barsOf = (marks: readonly Drawn[], along: Axis): readonly Bar[] =>
  marks.map((drawn) => {
    const { x = 0, y = 0, x2 = x, y2 = y, width = 0, height = 0, datum } = drawn.item;
    const isArea = drawn.mark === "area";
    const [ends, band] =
      along === "x"
        ? [isArea ? [Math.min(x, x2), Math.max(x, x2)] : [x, x + width], y]
        : [isArea ? [-Math.max(y, y2), -Math.min(y, y2)] : [-(y + height), -y], x];
    const [low, high] = seen(ends as [number, number], drawn, along);
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
