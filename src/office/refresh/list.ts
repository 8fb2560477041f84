import { type FigureList, figureListOf } from "../figures.ts";
import type { Side } from "../side.ts";

/** Puts today's list of figures in the place of the file's; a file that lost its list goes without, its controls are unbound. */
export const placeList = (
  parts: Map<string, Uint8Array>,
  file: Side,
  today: Side,
  list: FigureList | undefined,
): void => {
  const own = figureListOf(today);
  const bytes = own && today.parts.get(own.path);
  if (list && bytes) parts.set(list.path, bytes);
  const properties = "docProps/custom.xml";
  const now = today.parts.get(properties);
  // The file says from now on which data its figures are of.
  if (now && file.parts.has(properties)) parts.set(properties, now);
};
