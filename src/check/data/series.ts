import type { Deviation } from "../../model/deviation.ts";
import type { Figure, Figures } from "../../model/figure.ts";
import { slipOf, slipText } from "./slip.ts";

/** A year in a figure's key: `pct.y2019`, `courts.2019.cases`. */
const year = /(^|\.)(y?)(\d{4})(?=\.|$)/;

/** One figure of each year, oldest first. */
type Series = readonly Figure[];

/** The time series of the data: figures whose keys differ in the year alone, three years or more. */
const seriesOf = (figures: Figures): readonly Series[] => {
  const found = new Map<string, { readonly year: number; readonly figure: Figure }[]>();
  for (const figure of figures.values()) {
    const [, , , digits] = year.exec(figure.key) ?? [];
    if (digits === undefined || figure.value === null || figure.faulty) continue;
    const name = figure.key.replace(year, "$1$2");
    found.set(name, [...(found.get(name) ?? []), { year: Number(digits), figure }]);
  }
  return [...found.values()]
    .filter((entries) => entries.length >= 3)
    .map((entries) => entries.toSorted((a, b) => a.year - b.year).map(({ figure }) => figure));
};

/** The figure in the middle of others by size. */
const middleOf = (others: Series): Figure => {
  const sorted = others.toSorted((a, b) => Number(a.value) - Number(b.value));
  return sorted[Math.floor((sorted.length - 1) / 2)] as Figure;
};

/**
 * Years that stand a power of ten apart from the years beside them and from most of their series: a slip of scale, which
 * a picture would show as a tower among stubs. Reports `magnitude-suspect` (a warning).
 */
export const seriesFaults = (figures: Figures): readonly Deviation[] =>
  seriesOf(figures).flatMap((series) =>
    series.flatMap((figure, index): readonly Deviation[] => {
      const beside = [series[index - 1], series[index + 1]].filter((one) => one !== undefined);
      const middle = middleOf(series.filter((one) => one !== figure));
      const power = slipOf(figure, middle);
      if (power === undefined || beside.some((one) => slipOf(figure, one) === undefined)) return [];
      return [
        {
          severity: "warning",
          rule: "magnitude-suspect",
          message: `${figure.key} is ${slipText(power)} as ${middle.key}, as the other years of its series have it: was a scale (万, 亿, thousand, million) mixed up?`,
          place: figure.place,
          hint: "correct the value",
          related: [{ message: `${middle.key} stands here`, place: middle.place }],
          about: figure.key,
        },
      ];
    }),
  );
