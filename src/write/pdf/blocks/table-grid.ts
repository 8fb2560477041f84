import type { Cell, Column, Table } from "../../../model/document.ts";
import { mm, type TypeName, type TypeStyle } from "../../../model/style.ts";
import { setParagraph, type TextStyle } from "../../../typeset/index.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { type ColumnNeed, columnWidths } from "./column-widths.ts";
import type { Strip } from "./lines.ts";
import { runsOf } from "./runs.ts";

/** The columns of a table in pt. */
export type Grid = {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  /** Space beside the words of a cell. */
  readonly side: number;
  readonly type: (name: "table" | "tableHead") => TypeStyle;
  /** The words of the table fit into its columns. */
  readonly fits: boolean;
};

/** Figures of a column stand under each other: digits of one width. */
export const cellStyle = (type: TypeStyle, align: Column["align"]): TextStyle => ({
  ...textStyle(type),
  features: align === "start" ? [] : ["tnum", "lnum"],
});

/** A cell with the name of its type. */
type TypedCell = readonly [cell: Cell, name: TypeName];

const cellsOf = (table: Table, column: number): readonly TypedCell[] =>
  (
    [
      [table.head, "tableHead"],
      [table.rows, "table"],
    ] as const
  ).flatMap(([rows, name]) =>
    rows.flatMap(({ cells }): readonly TypedCell[] => (cells[column] ? [[cells[column], name]] : [])),
  );

/** In a column of this many em, every line ends where it may. */
const narrow = 4;

/** The widest line of a column's cells in pt, set as wide as they like, or as narrow as they can. */
const widest = (
  table: Table,
  column: number,
  width: (size: number) => number,
  setting: PartSetting["setting"],
  ps: PartSetting,
): number => {
  const { align } = table.columns[column] as Column;
  return cellsOf(table, column).reduce((most, [cell, name]) => {
    const style = cellStyle(ps.type(name), align);
    const runs = runsOf(cell.children, style, ps.style.inline);
    const measure = { width: width(style.size), indent: 0, hang: 0, alignment: "start", whole: true } as const;
    return setParagraph(runs, measure, setting).lines.reduce((wide, line) => Math.max(wide, line.width), most);
  }, 0);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A word of cells that are too narrow for it by less than this, in pt, is not said to be. */
const tolerance = 0.01;

/**
 * The columns of a table: in its own type, words whole; where they have no room, in a smaller type, down to the least that
 * the style allows; where they have none in that, with words divided as their language divides them. Reports
 * `table-too-wide`, where even that is too wide.
 */
export const gridOf = (table: Table, strip: Strip, ps: PartSetting): Grid => {
  const { padding, least: smallest } = ps.style.table;
  const columns = table.columns.map((_, index) => index);
  const padded = (width: number) => width + 2 * padding.side;
  const undivided = { ...ps.setting, hyphenate: () => [], known: new Map() };
  const narrowest = (setting: PartSetting["setting"]) =>
    columns.map((column) => padded(widest(table, column, (size) => size * narrow, setting, ps)));
  const most = columns.map((column) => padded(widest(table, column, () => 1e6, ps.setting, ps)));
  const whole = narrowest(undivided);
  const wholeScale = Math.min(1, strip.width / sum(whole));
  const isWhole = wholeScale >= smallest;
  const least = isWhole ? whole : narrowest(ps.setting);
  const scale = isWhole ? wholeScale : smallest;
  const fits = sum(least) * scale <= strip.width + tolerance;
  if (!fits) reportTooWide(table, sum(least) * scale, strip.width, ps);
  const needs = columns.map((column): ColumnNeed => {
    const [a, b] = [least[column] as number, most[column] as number];
    return { least: a * scale, most: Math.max(a, b) * scale };
  });
  const widths = columnWidths(needs, strip.width);
  return {
    widths,
    lefts: widths.map((_, index) => sum([strip.left, ...widths.slice(0, index)])),
    side: padding.side * scale,
    type: (name) => {
      const type = ps.type(name);
      return { ...type, size: type.size * scale, leading: type.leading * scale };
    },
    fits,
  };
};

const reportTooWide = (table: Table, needed: number, width: number, { report, style }: PartSetting): void => {
  const share = Math.round(style.table.least * 100);
  report({
    severity: "error",
    rule: "table-too-wide",
    message: `the words of the table need ${Math.ceil(needed / mm)} mm, with its type at ${share} %; the column has ${Math.floor(width / mm)} mm`,
    place: table.place,
    hint: "shorten words, leave out columns, make two tables of it, or let rows and columns change places",
  });
};
