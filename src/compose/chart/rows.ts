import type { ChartPanelHead, ChartRow } from "../../model/document.ts";
import type { Figure } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import { type ColumnScale, columnScale, columnUnit, printChange, printInColumn, withUnit } from "../column.ts";
import type { Outcome } from "../quantity.ts";
import type { Cell, Line } from "./cells.ts";
import type { Fault } from "./lookup.ts";
import type { Fillings } from "./messages.ts";
import { type Bases, type Prior, priorKind, priorOf } from "./prior.ts";
import type { Share } from "./shares.ts";

/** One panel, its names already printed in the language. */
export type Panel = {
  readonly id: string;
  /** "" for a chart without panels. */
  readonly title: string;
  readonly categories: readonly string[];
  readonly lines: readonly Line[];
  /** Whether its categories are years, so that no year names its figures. */
  readonly overYears: boolean;
  readonly shares: ReadonlyMap<string, Share>;
};

/** Messages by key, already tied to the chart's place. */
export type Say = (key: string, fillings?: Fillings) => string;
type Context = {
  readonly language: Language;
  readonly period: number;
  readonly bases: Bases;
  /** What kind of chart it is: the last resort for a name. */
  readonly kind: string;
  readonly say: Say;
  readonly fault: Fault;
};

/** What the rows of a chart have in common: last year's values where it compares, and how its two years are called. */
type Comparison = {
  readonly priors: ReadonlyMap<Cell, Prior>;
  readonly kind: ReturnType<typeof priorKind>;
  readonly names: { readonly prior: string; readonly current: string };
};

const comparisonOf = (panels: readonly Panel[], compare: boolean, context: Context): Comparison => {
  const { period, bases, say, fault } = context;
  const cells = compare ? panels.flatMap((panel) => panel.lines.flatMap((line) => line.cells)) : [];
  const priors = new Map(cells.flatMap((cell) => (cell ? [[cell, priorOf(cell, bases, fault)] as const] : [])));
  const kind = priorKind(priors.values());
  const names = {
    prior: say(kind === "derived" ? "chart.year-derived" : "chart.year", { year: String(period - 1) }),
    current: say("chart.year", { year: String(period) }),
  };
  return { priors, kind, names };
};

/** One scale for a panel needs one unit. Reports `mixed-units`. */
const checkUnits = (cells: readonly Cell[], language: Language, scale: ColumnScale, fault: Fault): string => {
  const [first, ...rest] = cells;
  if (!first) return "";
  const unit = columnUnit(first.figure, language, scale);
  const other = rest.find(
    (cell) => cell.figure.kind !== first.figure.kind || columnUnit(cell.figure, language, scale) !== unit,
  );
  if (other)
    fault(
      "mixed-units",
      `${other.key} counts ${other.figure.unit}, ${first.key} ${first.figure.unit}: one scale cannot draw both`,
      other.path,
      {
        hint: "give each unit a panel of its own",
        related: [first, other].map(({ figure }) => ({ message: `${figure.key} stands here`, place: figure.place })),
      },
    );
  return unit;
};

/** The head of a panel: its title and the unit of its numbers, or the unit alone. */
const headOf = (title: string, unit: string, say: Say): string =>
  unit === "" ? title : title === "" ? say("chart.unit", { unit }) : say("chart.head-unit", { title, unit });

/**
 * What the figures of a line are called: by their series or name; by the year; over years, which are categories then, by
 * what the panel says of them, and no legend repeats that.
 */
const seriesOf = (
  { id, name }: Line,
  panel: Panel,
  unit: string,
  { names }: Comparison,
  { kind }: Context,
): ChartRow["series"] => {
  if (name !== "") return { id, name };
  if (!panel.overYears) return { id, name: names.current };
  return { id, name: panel.title || unit || kind, implied: true };
};

/** A figure of a panel as printed; where it cannot be, its key stands there and the problem is reported. */
const printed = (result: Outcome, cell: Cell, fault: Fault): string => {
  if ("text" in result) return result.text;
  const { rule, message, hint } = result.problem;
  fault(rule, message, cell.path, hint ? { hint } : {});
  return cell.key;
};

type Number = Pick<ChartRow, "value" | "text" | "full">;

/** A figure's number in the scale of its panel; `mark` says of a derived one that it is. */
const numberOf = (
  figure: Figure,
  cell: Cell,
  scale: ColumnScale,
  { language, say, fault }: Context,
  mark: (text: string) => string = (text) => text,
): Number => {
  if (figure.value === null) return { value: null, text: say("not-published"), full: say("not-published") };
  const text = printed(printInColumn(figure, language, scale), cell, fault);
  return { value: figure.value, text: mark(text), full: mark(withUnit(text, figure, language, scale)) };
};

/** Last year's row of a compared figure, where the chart compares. */
const priorRow = (
  cell: Cell,
  place: Pick<ChartRow, "panel" | "category">,
  scale: ColumnScale,
  { priors, kind, names }: Comparison,
  context: Context,
): readonly ChartRow[] => {
  const prior = priors.get(cell);
  if (!prior) return [];
  const figure = prior.status === "not-published" ? { ...cell.figure, value: null } : prior.figure;
  const isMarked = prior.status === "derived" && kind === "mixed";
  const mark = (text: string): string => (isMarked ? context.say("chart.value-derived", { n: text }) : text);
  return [
    {
      key: `${cell.key}.prior`,
      ...numberOf(figure, cell, scale, context, mark),
      ...place,
      series: { id: "prior", name: names.prior },
      status: prior.status,
    },
  ];
};

/** The printed change of a compared figure; a sign for none where no rate is published. */
const changeOf = (cell: Cell, { say, fault, language }: Context): NonNullable<ChartRow["change"]> => {
  const { growth } = cell.figure;
  return growth?.value != null
    ? { text: printed(printChange(growth, language), cell, fault), rated: true }
    : { text: say("chart.no-change"), rated: false };
};

/**
 * The rows of all panels in drawing order, of a compared figure last year's value first, and the heads of the panels.
 * Reports `mixed-units`, `growth-impossible`, and figures that cannot be printed.
 */
export const rowsOf = (
  panels: readonly Panel[],
  compare: boolean,
  context: Context,
): { readonly panels: readonly ChartPanelHead[]; readonly rows: readonly ChartRow[] } => {
  const { language, say, fault } = context;
  const comparison = comparisonOf(panels, compare, context);
  const scales = panels.map(({ lines }) => {
    const cells = lines.flatMap((line) => line.cells.filter((cell) => cell !== undefined));
    const scale = columnScale(
      cells.map((cell) => cell.figure),
      language,
    );
    return { scale, unit: checkUnits(cells, language, scale, fault) };
  });
  const rows = panels.flatMap((from, panel) => {
    const { scale, unit } = scales[panel] as (typeof scales)[number];
    const { categories, lines, shares } = from;
    return categories.flatMap((category, index) =>
      lines.flatMap((line): readonly ChartRow[] => {
        const cell = line.cells[index];
        if (!cell) return [];
        const share = shares.get(cell.key);
        const row: ChartRow = {
          key: cell.key,
          ...numberOf(cell.figure, cell, scale, context),
          ...{ panel, category },
          series: seriesOf(line, from, unit, comparison, context),
          status: cell.figure.value === null ? "not-published" : "stated",
          ...(compare && { change: changeOf(cell, context) }),
          ...(share && { share }),
        };
        return [...priorRow(cell, { panel, category }, scale, comparison, context), row];
      }),
    );
  });
  const heads = panels.map(({ id, title }, index): ChartPanelHead => {
    const { scale, unit } = scales[index] as (typeof scales)[number];
    return { id, title, head: headOf(title, unit, say), unit, scale: scale.from };
  });
  return { panels: heads, rows };
};
