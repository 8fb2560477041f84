import type { Part } from "./edition.ts";
import { walkBlocks } from "./walk.ts";

/** A value of a chart as a share of the highest tower, and whether it belongs to the chart's last series. */
export type Tower = { readonly share: number; readonly latest: boolean };
/** The towers of one category, earlier series first; one whose value is not drawn is left out. */
export type House = readonly Tower[];

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

/**
 * What the charts of a part draw, as the cover shows it: a house a category, in the order of the document. Towers of a
 * panel are in proportion as in their chart, panels by the order of magnitude of their greatest value. Made of the
 * charts alone, so the same figures always make the same picture; empty where there are none.
 */
export const housesOf = (part: Part): readonly House[] => {
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
