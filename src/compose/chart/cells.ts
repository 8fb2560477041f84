import type { Figure, Figures, Key } from "../../model/figure.ts";
import type { JsonPath } from "../../model/json-place.ts";
import type { Fault } from "./lookup.ts";
import { figureOf } from "./lookup.ts";
import type { ChartFigures, ChartSeriesFigures, PanelFigures } from "./vocabulary.ts";

/** One figure in its place in a panel: which category, and where the specification names it. */
export type Cell = { readonly key: Key; readonly path: JsonPath; readonly figure: Figure };
/** A series of a panel; cells run parallel to the categories, `undefined` where there is none or it was reported. */
export type Line = {
  readonly id: string;
  /** "" for the figures of a panel that has no series and no name for them. */
  readonly name: string;
  readonly cells: readonly (Cell | undefined)[];
};

/** Years of the publication's time series, oldest first. */
export const yearsOf = (figures: ChartFigures, period: number): readonly number[] =>
  Array.from({ length: figures.years ?? 0 }, (_, index) => period - (figures.years ?? 0) + 1 + index);

/** Keys of a series with the places that name them: as listed, or one per year. */
const keysOf = (
  from: Pick<ChartSeriesFigures, "keys" | "key">,
  path: JsonPath,
  years: readonly number[],
  fault: Fault,
): readonly { readonly key: Key | null; readonly path: JsonPath }[] => {
  if (from.keys) return from.keys.map((key, index) => ({ key, path: [...path, "keys", index] }));
  const pattern = from.key ?? "";
  const at = [...path, "key"];
  if (!pattern.includes("{year}"))
    fault("wrong-value", `"${pattern}" names one figure, not one per year`, at, {
      hint: "write {year} where the year stands",
    });
  else if (years.length === 0)
    fault("wrong-value", `"${pattern}" asks for years`, at, { hint: 'add "years" under usermeta.figures' });
  return years.map((year) => ({ key: pattern.replaceAll("{year}", String(year)), path: at }));
};

/**
 * The figures of one panel by series and category.
 *
 * Reports `wrong-count` where series or the names of categories differ in number, `duplicate-figure`, and what
 * `figureOf` does.
 */
export const cellsOf = (
  panel: PanelFigures,
  chart: ChartFigures,
  context: { readonly figures: Figures; readonly period: number },
  fault: Fault,
): readonly Line[] => {
  const years = yearsOf(chart, context.period);
  const series = panel.series
    ? panel.series.map((one, index) => ({ ...one, path: [...panel.path, "series", index] }))
    : [{ id: "current", name: panel.name ?? "", keys: panel.keys, key: panel.key, path: panel.path }];
  const seen = new Set<string>();
  const count = chart.categories?.length ?? (years.length || undefined);
  let width = count;
  return series.map((one): Line => {
    if (seen.has(one.id)) fault("duplicate-id", `the series "${one.id}" stands twice`, [...one.path, "id"]);
    seen.add(one.id);
    const keys = keysOf(one, one.path, years, fault);
    width ??= keys.length;
    if (keys.length !== width)
      fault("wrong-count", `${keys.length} figures for ${width} categories`, [...one.path, one.keys ? "keys" : "key"], {
        hint: "write null where there is no figure",
      });
    const cells = keys.map(({ key, path }): Cell | undefined => {
      if (key === null) return undefined;
      const figure = figureOf(key, path, context.figures, fault);
      return figure && { key, path, figure };
    });
    return { id: one.id, name: one.name, cells };
  });
};
