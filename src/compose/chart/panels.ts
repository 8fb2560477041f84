import Big from "big.js";
import type { Figures } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import { cellsOf, type Line, yearsOf } from "./cells.ts";
import { type Fault, labelOf } from "./lookup.ts";
import type { Panel, Say } from "./rows.ts";
import { sharesOf } from "./shares.ts";
import type { ChartFigures, PanelFigures } from "./vocabulary.ts";

type Context = {
  readonly figures: Figures;
  readonly language: Language;
  readonly period: number;
  readonly say: Say;
  readonly fault: Fault;
};

/** Positions of the categories by the value of their first series; what is not published comes last, ties stay as listed. */
const orderOf = (lines: readonly Line[], count: number, sort: ChartFigures["sort"]): readonly number[] => {
  const positions = Array.from({ length: count }, (_, index) => index);
  if (!sort) return positions;
  const valueAt = (index: number): Big | undefined => {
    const value = lines[0]?.cells[index]?.figure.value;
    return value == null ? undefined : new Big(value);
  };
  return positions.toSorted((a, b) => {
    const [one, other] = [valueAt(a), valueAt(b)];
    if (!one || !other) return Number(!one) - Number(!other);
    return sort === "ascending" ? one.cmp(other) : other.cmp(one);
  });
};

/** Printed names of a panel's categories: as given, the years, or the labels of its figures. */
const categoriesOf = (
  panel: PanelFigures,
  lines: readonly Line[],
  chart: ChartFigures,
  context: Context,
): readonly string[] => {
  if (chart.categories) return chart.categories;
  if (chart.years !== undefined)
    return yearsOf(chart, context.period).map((year) => context.say("chart.year", { year: String(year) }));
  if (panel.series)
    context.fault(
      "missing-categories",
      "several series need names for what they are compared by",
      [...panel.path, "series"],
      {
        hint: 'add "categories" or "years" under usermeta.figures',
      },
    );
  return (lines[0]?.cells ?? []).map((cell) =>
    cell ? labelOf(cell.key, cell.path, context.language, context.fault) : "",
  );
};

/**
 * The panels of a chart with their names printed and their categories in order.
 *
 * Reports `duplicate-id`, `duplicate-category`, `missing-categories`, `duplicate-figure`, and what `cellsOf` and `sharesOf` do.
 */
export const panelsOf = (listed: readonly PanelFigures[], chart: ChartFigures, context: Context): readonly Panel[] => {
  const { fault } = context;
  const seen = { ids: new Set<string>(), titles: new Set<string>(), keys: new Set<string>() };
  return listed.map((panel): Panel => {
    const title = panel.title ?? "";
    if (seen.ids.has(panel.id)) fault("duplicate-id", `the panel "${panel.id}" stands twice`, [...panel.path, "id"]);
    if (seen.titles.has(title))
      fault("duplicate-id", `two panels are headed "${title}"`, [...panel.path, ...(panel.title ? ["title"] : [])]);
    seen.ids.add(panel.id);
    seen.titles.add(title);
    const lines = cellsOf(panel, chart, context, fault);
    for (const cell of lines.flatMap((line) => line.cells)) {
      if (!cell) continue;
      if (seen.keys.has(cell.key)) fault("duplicate-figure", `${cell.key} is drawn twice`, cell.path);
      seen.keys.add(cell.key);
    }
    const names = categoriesOf(panel, lines, chart, context);
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index) {
        const path = chart.categories
          ? ["usermeta", "figures", "categories", index]
          : (lines[0]?.cells[index]?.path ?? panel.path);
        fault("duplicate-category", `two categories are named "${name}"; they would be drawn as one`, path);
      }
    const order = orderOf(lines, names.length, chart.sort);
    const at = <T>(items: readonly T[]): T[] => order.map((index) => items[index] as T);
    return {
      id: panel.id,
      title,
      categories: at(names),
      lines: lines.map((line) => ({ ...line, cells: at(line.cells) })),
      overYears: chart.years !== undefined,
      shares: sharesOf(panel, lines, context, fault),
    };
  });
};
