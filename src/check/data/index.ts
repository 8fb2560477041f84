import type { Deviate } from "../../model/deviation.ts";
import type { Source } from "../../model/source.ts";
import { baseFault, growthFault } from "./growth.ts";
import { relationFaults } from "./relations.ts";
import { seriesFaults } from "./series.ts";

/**
 * Compares the figures of the data file with one another: a stated change with the value and the year before, years of a
 * series with those beside them, and every relation that the file declares. Rounding never makes a finding: stated numbers stand for intervals.
 *
 * Reports `growth-contradicts`, `growth-impossible`, `magnitude-suspect`, `sum-contradicts`, `shares-contradict`,
 * `ratio-contradicts`, `order-contradicts`, `facts-differ`, `ranking-contradicts`, `stock-contradicts`,
 * `range-contradicts` and `units-contradict`.
 */
export const checkFigures = ({ figures, relations }: Source, deviate: Deviate): void => {
  for (const figure of figures.values()) {
    const base = baseFault(figure);
    if (base) deviate(base);
    const change = figure.prior && figure.key !== "period" ? growthFault(figure, figure.prior) : undefined;
    if (change) deviate(change);
  }
  for (const deviation of seriesFaults(figures)) deviate(deviation);
  for (const relation of relations) for (const deviation of relationFaults(relation)) deviate(deviation);
};
