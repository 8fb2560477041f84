import type { House } from "../../../model/house.ts";
import type { Mark } from "../content.ts";
import type { PageGeometry } from "../sheet.ts";

/** Where the houses stand and how they look. Measures in pt. */
export type Ground = {
  /** Their foot, from the top of the trim. */
  readonly base: number;
  /** Heights of the lowest and the highest tower. */
  readonly low: number;
  readonly high: number;
  /** Houses across the page, at least. */
  readonly houses: number;
  /** Share of a house's room that is left open. */
  readonly street: number;
  /** Colour of a tower of the house that stands at a share of the page's width. */
  readonly colour: (latest: boolean, across: number) => string;
};

/** Fewer houses than this make no picture. */
const fewest = 3;

/** Houses side by side that run off the page on both sides; they are repeated until the page is full. */
export const skyline = (houses: readonly House[], page: PageGeometry, ground: Ground): readonly Mark[] => {
  if (houses.length < fewest) return [];
  const count = Math.max(ground.houses, houses.length);
  const widest = Math.max(...houses.map((house) => house.length));
  const pitch = (page.width + 2 * page.bleed) / count;
  const tower = (pitch * (1 - ground.street)) / widest;
  return Array.from({ length: count }, (_, index) => {
    const house = houses[index % houses.length] as House;
    const left = index * pitch - page.bleed + (pitch - tower * house.length) / 2;
    return house.map(({ share, latest }, at): Mark => {
      const height = ground.low + share * (ground.high - ground.low);
      return {
        kind: "panel",
        x: left + at * tower,
        y: ground.base - height,
        width: tower,
        height,
        colour: ground.colour(latest, (index + 0.5) / count),
      };
    });
  }).flat();
};
