import { type Colour, inksOf } from "../content/colour.ts";
import type { Point } from "../content/matrix.ts";
import { boundsOf, inside } from "../content/path.ts";

type Inks = readonly [number, number, number, number];
type Area = {
  readonly paths: readonly (readonly Point[])[];
  readonly bounds: readonly [number, number, number, number];
  readonly evenOdd: boolean;
  readonly inks: Inks;
};

/** What was filled so far on a page, to find what overprinted ink falls on. */
export class GroundInks {
  readonly #areas: Area[] = [];

  lay(paths: Area["paths"], evenOdd: boolean, colour: Colour): void {
    const inks = inksOf(colour);
    if (inks) this.#areas.push({ paths, bounds: boundsOf(paths), evenOdd, inks });
  }

  /** The inks of what lies uppermost at a point; `undefined` on bare paper. */
  at(point: Point): Inks | undefined {
    const [x, y] = point;
    return this.#areas.findLast(
      ({ bounds: [left, bottom, right, top], paths, evenOdd }) =>
        x >= left && x <= right && y >= bottom && y <= top && inside(paths, point, evenOdd),
    )?.inks;
  }
}
