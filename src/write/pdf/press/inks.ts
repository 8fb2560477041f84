import type { Style } from "../../../model/style.ts";

/** Cyan, magenta, yellow and black in percent. */
export type Inks = readonly [number, number, number, number];

const black: Inks = [0, 0, 0, 100];
const none: Inks = [0, 0, 0, 0];

/** #rrggbb in lower case. */
export const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/**
 * The inks of every colour of the screen that the style names, by #rrggbb. Black and white are black ink and paper,
 * whether or not a token says so: no conversion makes four inks of a black.
 */
export const inkTable = (style: Style): ReadonlyMap<string, Inks> =>
  new Map<string, Inks>([
    ["#000000", black],
    ["#ffffff", none],
    ...Object.values(style.colours).map(({ rgb, cmyk }) => [rgb.toLowerCase(), cmyk] as const),
  ]);
