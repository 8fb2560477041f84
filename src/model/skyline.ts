import type { Part } from "./edition.ts";
import type { House, Tower } from "./house.ts";
import { walkBlocks } from "./walk.ts";

/** Share of the height that the panel with the smallest figures has. */
const least = 0.4;

/** The charts' panels with the greatest value of each; those that draw nothing are left out. */
const panelsOf = ({ document, pictures }: Part) =>
  [...walkBlocks(document.sections)]
    .flatMap((block) => (block.type === "figure" ? (pictures[block.id]?.model.panels ?? []) : []))
    .map((panel) => {
      const values = panel.series.flatMap((series) => series.values.map((value) => value ?? 0));
      return { ...panel, most: Math.max(0, ...values) };
    })
    .filter(({ most }) => most > 0);

/** What nobody sees: a difference of this share of the highest tower, half a millimetre on a cover. */
const unseen = 0.005;

/** Whether the same towers stand, as high as before as far as one sees. */
const looksAlike = (before: readonly House[], now: readonly House[]): boolean =>
  before.length === now.length &&
  before.every((house, index) => {
    const other = now[index] ?? [];
    const alike = ({ share, latest }: Tower, { share: height, latest: late }: Tower): boolean =>
      latest === late && Math.abs(share - height) <= unseen;
    return house.length === other.length && house.every((tower, at) => alike(tower, other[at] as Tower));
  });

/**
 * What the charts of a part draw, as the cover shows it: a house a category, in the order of the document. Towers of a
 * panel are in proportion as in their chart, panels by the order of magnitude of their greatest value. Made of the
 * charts alone, so the same figures always make the same picture; empty where there are none. What was released stays
 * where nobody would see a difference: the correction of a figure does not ask for a new cover.
 */
export const housesOf = (part: Part): readonly House[] => {
  const now = chartHouses(part);
  return part.released && looksAlike(part.released, now) ? part.released : now;
};

const chartHouses = (part: Part): readonly House[] => {
  const panels = panelsOf(part);
  const orders = panels.map(({ most }) => Math.log10(most));
  const [low, high] = [Math.min(...orders), Math.max(...orders)];
  return panels
    .flatMap(({ categories, series, most }, panel) => {
      const order = high > low ? ((orders[panel] as number) - low) / (high - low) : 1;
      const top = least + (1 - least) * order;
      return categories.map((_, index) =>
        series.flatMap(({ values }, at): readonly Tower[] => {
          const value = values[index] ?? 0;
          return value > 0 ? [{ share: (top * value) / most, latest: at === series.length - 1 }] : [];
        }),
      );
    })
    .filter((house) => house.length > 0);
};
