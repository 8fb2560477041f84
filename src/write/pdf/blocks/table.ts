import type { Row, Table } from "../../../model/document.ts";
import type { Item } from "../../../typeset/index.ts";
import { asArtifact, type Content, type Mark, shifted } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { repeatedArtifact, within } from "../structure.ts";
import { lineItems, type Strip, stack } from "./lines.ts";
import { plain, runsOf } from "./runs.ts";
import { cellStyle, type Grid, gridOf } from "./table-grid.ts";

type RowParts = { readonly cells: readonly (readonly Item<Content>[])[]; readonly height: number };

/** Lines of a table that is told to be too wide: what that makes of each of them is not told again. */
const untold = (items: readonly Item<Content>[]): readonly Item<Content>[] =>
  items.map((item) => ({
    ...item,
    content: {
      ...item.content,
      marks: item.content.marks.map((mark) =>
        mark.kind === "text" ? { ...mark, line: { ...mark.line, faults: [] } } : mark,
      ),
    },
  }));

const setRow = (
  row: Row,
  name: "table" | "tableHead",
  grid: Grid,
  table: Table,
  strip: Strip,
  heads: RowHeads,
  ps: PartSetting,
): RowParts => {
  const { padding } = ps.style.table;
  const type = grid.type(name);
  const element = within(strip.owner, "TR");
  const cells = table.columns.map((column, index) => {
    const scope = heads === "all" ? "Column" : heads === "first" && index === 0 ? "Row" : undefined;
    const owner = scope ? within(element, "TH", { scope }) : within(element, "TD");
    const cell = row.cells[index];
    if (!cell) return [];
    const inner: Strip = {
      left: (grid.lefts[index] as number) + grid.side,
      width: (grid.widths[index] as number) - 2 * grid.side,
      blocks: strip.blocks,
      owner,
    };
    const runs = runsOf(cell.children, cellStyle(type, column.align), ps.style.inline);
    const lines = lineItems(runs, type, inner, { alignment: column.align }, ps);
    return grid.fits ? lines : untold(lines);
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

/** The head of a table; one that leaves no room for a row is told and taken apart. Reports `table-head-too-high`. */
const fittingHead = (
  { head: [first] }: Table,
  rows: readonly (readonly [Item<Content>, RowParts])[],
  pageHeight: number,
  ps: PartSetting,
): readonly Item<Content>[] => {
  const { top, bottom } = ps.style.table.padding;
  const room = pageHeight - top - bottom - ps.type("table").leading;
  if (!first || rows.reduce((sum, [{ height }]) => sum + height, 0) <= room) return rows.map(([item]) => item);
  ps.report({
    severity: "error",
    rule: "table-head-too-high",
    message: "the head of the table fills the page and leaves no room for its rows",
    place: first.place,
    hint: "shorten the head, or say in a note what it says",
  });
  return rows.flatMap(([item, parts]) => splitRow({ ...item, withNext: false }, parts, ps));
};

/**
 * A table: caption above, its head again on each page, rows never torn unless one is higher than the page. Reports
 * `row-too-high`, `table-head-too-high` and what {@link gridOf} reports.
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
  const headRows = table.head.map((row, index): readonly [Item<Content>, RowParts] => {
    const parts = setRow(row, "tableHead", grid, table, headStrip, "all", ps);
    const rules = { ...(index === 0 ? { above: heavy } : {}), below: light };
    return [rowItem(parts, row, rules, { before: 0, after: 0, withNext: true, repeat: [] }, strip, ps), parts];
  });
  const head = fittingHead(table, headRows, pageHeight, ps);
  const headHeight = head.reduce((sum, item) => sum + item.height, 0);
  // Set again, it leaves the rows half of the page at least.
  const repeated = (headHeight > pageHeight / 2 ? [] : head).map((item) => ({
    ...item,
    content: { ...item.content, marks: asArtifact(item.content.marks, repeatedArtifact) },
  }));
  const repeatedHeight = repeated.reduce((sum, item) => sum + item.height, 0);
  const bodyStrip = { ...strip, owner: within(strip.owner, "TBody") };
  const heads = rowHeads(table);
  const rows = table.rows.flatMap((row, index) => {
    const parts = setRow(row, "table", grid, table, bodyStrip, heads, ps);
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
    if (parts.height + repeatedHeight <= pageHeight) return [item];
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
