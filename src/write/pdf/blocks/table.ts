import type { Cell, Row, Table } from "../../../model/document.ts";
import type { TypeStyle } from "../../../model/style.ts";
import { type Item, setParagraph, type TextStyle } from "../../../typeset/index.ts";
import { asArtifact, type Content, type Mark, shifted } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { repeatedArtifact, within } from "../structure.ts";
import { columnWidths } from "./column-widths.ts";
import { lineItems, type Strip, stack } from "./lines.ts";
import { plain, runsOf } from "./runs.ts";

type Grid = { readonly lefts: readonly number[]; readonly widths: readonly number[] };

/** Figures of a column stand under each other: digits of one width. */
const cellStyle = (type: TypeStyle, align: "start" | "center" | "end"): TextStyle => ({
  ...textStyle(type),
  features: align === "start" ? [] : ["tnum", "lnum"],
});

const naturalWidth = (cell: Cell, style: TextStyle, ps: PartSetting): readonly [number, number] => {
  const widest = (width: number) =>
    setParagraph(
      runsOf(cell.children, style, ps.style.inline),
      { width, indent: 0, hang: 0, alignment: "start" },
      ps.setting,
    ).lines.reduce((most, line) => Math.max(most, line.width), 0);
  return [widest(style.size * 4), widest(1e6)];
};

const gridOf = (table: Table, strip: Strip, ps: PartSetting): Grid => {
  const pads = ps.style.table.padding.side * 2;
  const needs = table.columns.map((column, index) => {
    const widths = [
      ...table.head.map((row) => [row, "tableHead"] as const),
      ...table.rows.map((row) => [row, "table"] as const),
    ].map(([row, name]) => {
      const cell = row.cells[index];
      return cell ? naturalWidth(cell, cellStyle(ps.type(name), column.align), ps) : ([0, 0] as const);
    });
    return {
      least: Math.max(...widths.map(([least]) => least), 0) + pads,
      most: Math.max(...widths.map(([, most]) => most), 0) + pads,
    };
  });
  const widths = columnWidths(needs, strip.width);
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, strip.left));
  return { widths, lefts };
};

type RowParts = { readonly cells: readonly (readonly Item<Content>[])[]; readonly height: number };

const setRow = (
  row: Row,
  type: TypeStyle,
  grid: Grid,
  table: Table,
  strip: Strip,
  heads: RowHeads,
  ps: PartSetting,
): RowParts => {
  const { padding } = ps.style.table;
  const element = within(strip.owner, "TR");
  const cells = table.columns.map((column, index) => {
    const scope = heads === "all" ? "Column" : heads === "first" && index === 0 ? "Row" : undefined;
    const owner = scope ? within(element, "TH", { scope }) : within(element, "TD");
    const cell = row.cells[index];
    if (!cell) return [];
    const inner: Strip = {
      left: (grid.lefts[index] as number) + padding.side,
      width: (grid.widths[index] as number) - 2 * padding.side,
      blocks: strip.blocks,
      owner,
    };
    return lineItems(
      runsOf(cell.children, cellStyle(type, column.align), ps.style.inline),
      type,
      inner,
      { alignment: column.align },
      ps,
    );
  });
  const height = Math.max(type.leading, ...cells.map((lines) => stack(lines).height));
  return { cells, height: height + padding.top + padding.bottom };
};

/** Which cells of a row are heads: of their columns, of the row, none. */
type RowHeads = "all" | "first" | "none";

/** A first column of words names its rows. */
const rowHeads = (table: Table): RowHeads => {
  const first = table.columns.length > 1 && table.columns[0]?.align === "start";
  return first && table.rows.every((row) => (row.cells[0]?.children.length ?? 0) > 0) ? "first" : "none";
};

type RowRules = { readonly above?: number; readonly below: number };

const rowItem = (
  parts: RowParts,
  row: Row,
  rules: RowRules,
  more: Pick<Item<Content>, "before" | "after" | "withNext" | "repeat">,
  strip: Strip,
  ps: PartSetting,
): Item<Content> => {
  const { colour, strong, heavy } = ps.style.rules;
  const rule = (y: number, thickness: number): Mark => ({
    kind: "rule",
    x: strip.left,
    y,
    length: strip.width,
    thickness,
    colour: thickness >= heavy ? strong : colour,
  });
  const words = parts.cells.flatMap((lines) => shifted(stack(lines).marks, 0, ps.style.table.padding.top));
  const marks = [
    ...(rules.above === undefined ? [] : [rule(0, rules.above)]),
    ...words,
    rule(parts.height, rules.below),
  ];
  return {
    content: { marks, blocks: strip.blocks, place: row.place },
    height: parts.height,
    onGrid: false,
    notes: [],
    ...more,
  };
};

/** A row higher than the page is taken apart line by line, so that nothing is lost. */
const splitRow = (item: Item<Content>, parts: RowParts, ps: PartSetting): readonly Item<Content>[] => {
  const { top, bottom } = ps.style.table.padding;
  const count = Math.max(...parts.cells.map((lines) => lines.length));
  const rules = item.content.marks.filter((mark) => mark.kind === "rule");
  const foot = rules.slice(-1);
  return Array.from({ length: count }, (_, index): Item<Content> => {
    const [first, last] = [index === 0, index === count - 1];
    const lines = parts.cells.flatMap((cell) => cell[index] ?? []);
    const words = lines.flatMap((line) => shifted(line.content.marks, 0, first ? top : 0));
    const height = (lines[0]?.height ?? 0) + (first ? top : 0) + (last ? bottom : 0);
    const above = first ? rules.slice(0, -1) : [];
    const below = last ? shifted(foot, 0, height - parts.height) : [];
    return {
      ...item,
      content: { ...item.content, marks: [...above, ...words, ...below] },
      height,
      before: first ? item.before : 0,
      after: last ? item.after : 0,
      // Lines that go on stand as far below the head as a row's first line does.
      repeat: item.repeat.map((head, at) =>
        at === item.repeat.length - 1 && !first ? { ...head, height: head.height + top } : head,
      ),
    };
  });
};

/**
 * A table: caption above, its head again on each page, rows never torn unless one is higher than the page. Reports
 * `row-too-high`.
 */
export const tableItems = (
  table: Table,
  strip: Strip,
  pageHeight: number,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const grid = gridOf(table, strip, ps);
  const { heavy, light } = ps.style.rules;
  const space = ps.style.table.space * ps.grid;
  const captionType = ps.type("caption");
  const style = textStyle(captionType);
  const captionRuns = [
    ...(table.prefix ? [plain(table.prefix, style, table.place)] : []),
    ...runsOf(table.caption, style, ps.style.inline),
  ];
  const captionStrip = captionRuns.length > 0 ? { ...strip, owner: within(strip.owner, "Caption") } : strip;
  const caption = lineItems(
    captionRuns,
    captionType,
    captionStrip,
    { alignment: ps.style.table.align, before: space, after: captionType.before, bound: true },
    ps,
  );
  const headStrip = table.head.length > 0 ? { ...strip, owner: within(strip.owner, "THead") } : strip;
  const head = table.head.map((row, index) => {
    const parts = setRow(row, ps.type("tableHead"), grid, table, headStrip, "all", ps);
    const rules = { ...(index === 0 ? { above: heavy } : {}), below: light };
    return rowItem(parts, row, rules, { before: 0, after: 0, withNext: true, repeat: [] }, strip, ps);
  });
  const headHeight = head.reduce((sum, item) => sum + item.height, 0);
  const repeated = head.map((item) => ({
    ...item,
    content: { ...item.content, marks: asArtifact(item.content.marks, repeatedArtifact) },
  }));
  const bodyStrip = { ...strip, owner: within(strip.owner, "TBody") };
  const heads = rowHeads(table);
  const rows = table.rows.flatMap((row, index) => {
    const parts = setRow(row, ps.type("table"), grid, table, bodyStrip, heads, ps);
    const final = index === table.rows.length - 1;
    const rules = { ...(index === 0 && head.length === 0 ? { above: heavy } : {}), below: final ? heavy : light };
    const withNext = (index === 0 || index === table.rows.length - 2) && !final;
    const item = rowItem(
      parts,
      row,
      rules,
      { before: 0, after: final ? space : 0, withNext, repeat: repeated },
      strip,
      ps,
    );
    if (parts.height + headHeight <= pageHeight) return [item];
    ps.report({
      severity: "warning",
      rule: "row-too-high",
      message: "a row of the table is higher than the page and is divided",
      place: row.place,
      hint: "shorten the cell, or make several rows of it",
    });
    return splitRow({ ...item, withNext: false }, parts, ps);
  });
  return [...caption, ...head, ...rows];
};
