import type { Bar } from "../../../model/design.ts";
import type { Mark } from "../content.ts";

/** The short bar above a title; nothing where the style has none. */
export const barMark = ({ length, thickness, colour }: Bar, x: number, y: number): readonly Mark[] =>
  length > 0 && thickness > 0 ? [{ kind: "panel", x, y, width: length, height: thickness, colour }] : [];

/** From the top of a bar to the first line below it, in pt. */
export const belowBar = ({ thickness, below }: Bar): number => thickness + below;
