import type { ChartRow } from "../../model/document.ts";
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
  readonly shares: ReadonlyMap<string, Share>;
};

/** Messages by key, already tied to the chart's place. */
export type Say = (key: string, fillings?: Fillings) => string;
type Context = {
  readonly language: Language;
  readonly period: number;
  readonly bases: Bases;
  readonly say: Say;
  readonly fault: Fault;
};

/** Rows carry plain columns; `status` is "stated", "derived" or "not-published". */
const row = (columns: ChartRow): ChartRow => columns;

/** The head of a panel: its title and the unit of its numbers, or the unit alone. */
const headOf = (title: string, unit: string, say: Say): string =>
  unit === "" ? title : title === "" ? say("chart.unit", { unit }) : say("chart.head-unit", { title, unit });

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

/** The rows of all panels in drawing order; of a compared figure, last year's value comes first. */
export const rowsOf = (panels: readonly Panel[], compare: boolean, context: Context): readonly ChartRow[] => {
  const { language, period, bases, say, fault } = context;
  const priors = new Map<Cell, Prior>();
  if (compare)
    for (const cell of panels.flatMap((panel) => panel.lines.flatMap((line) => line.cells)))
      if (cell) priors.set(cell, priorOf(cell, bases, fault));
  const kind = priorKind(priors.values());
  const names = {
    prior: say(kind === "derived" ? "chart.year-derived" : "chart.year", { year: String(period - 1) }),
    current: say("chart.year", { year: String(period) }),
  };

  const printed = (result: Outcome, cell: Cell): string => {
    if ("text" in result) return result.text;
    fault(
      result.problem.rule,
      result.problem.message,
      cell.path,
      result.problem.hint ? { hint: result.problem.hint } : {},
    );
    return cell.key;
  };

  const rows = panels.flatMap((panel): ChartRow[] => {
    const cells = panel.lines.flatMap((line) => line.cells.filter((cell) => cell !== undefined));
    const scale = columnScale(
      cells.map((cell) => cell.figure),
      language,
    );
    const unit = checkUnits(cells, language, scale, fault);
    const head = headOf(panel.title, unit, say);

    const value = (figure: Figure, cell: Cell, mark: (text: string) => string = (text) => text) => {
      if (figure.value === null)
        return { value: null, scaled: null, text: say("not-published"), full: say("not-published") };
      const text = printed(printInColumn(figure, language, scale), cell);
      const number = Number(figure.value);
      return {
        value: number,
        scaled: number / scale.from,
        text: mark(text),
        full: mark(withUnit(text, figure, language, scale)),
      };
    };
    const derivedMark = (text: string): string => (kind === "mixed" ? say("chart.value-derived", { n: text }) : text);

    let first = true;
    return panel.categories.flatMap((category, index) =>
      panel.lines.flatMap((line): ChartRow[] => {
        const cell = line.cells[index];
        if (!cell) return [];
        const { figure } = cell;
        const last = index === panel.categories.length - 1;
        const common = {
          panel: head,
          panel_title: panel.title,
          panel_id: panel.id,
          unit,
          category,
          last,
          scale: scale.from,
        };
        const prior = priors.get(cell);
        const rated = compare && figure.growth?.value != null;
        const change = !compare
          ? {}
          : {
              change:
                rated && figure.growth ? printed(printChange(figure.growth, language), cell) : say("chart.no-change"),
              rated,
            };
        const rows: ChartRow[] = [];
        if (prior) {
          const drawn = prior.status === "not-published" ? { ...figure, value: null } : prior.figure;
          const mark = prior.status === "derived" ? derivedMark : undefined;
          rows.push(
            row({
              key: `${cell.key}.prior`,
              ...value(drawn, cell, mark),
              ...common,
              series: names.prior,
              series_id: "prior",
              status: prior.status,
              first: false,
              change: "",
              rated: false,
            }),
          );
        }
        rows.push(
          row({
            key: cell.key,
            ...value(figure, cell),
            ...common,
            series: line.name || names.current,
            series_id: line.id,
            status: figure.value === null ? "not-published" : "stated",
            first,
            ...change,
            ...panel.shares.get(cell.key),
          }),
        );
        first = false;
        return rows;
      }),
    );
  });
  return rows.map((columns, order) => ({ ...columns, order }));
};
