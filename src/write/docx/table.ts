import {
  type FileChild,
  type Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  Table as WordTable,
} from "docx";
import type { Cell, Id, Row, Table } from "../../model/document.ts";
import { columnWidth } from "../../model/style.ts";
import { missingText } from "../../model/text.ts";
import { columnWidths } from "./column-widths.ts";
import { writeCaption } from "./heads.ts";
import { type InlineScope, inlineScope, writeInlines } from "./inlines.ts";
import { paragraph } from "./paragraph.ts";
import { twips } from "./setting.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting } from "./volume.ts";

/** Most columns that Word opens. */
const mostColumns = 63;

const styles = { start: "TableText", center: "TableTextCenter", end: "TableTextEnd" } as const;

type Scope = {
  readonly writing: PartWriting;
  readonly node: Table;
  readonly widths: readonly number[];
  readonly inlines: InlineScope;
};

const writeCell = (scope: Scope, cell: Cell | undefined, column: number, blocks: readonly Id[]): TableCell =>
  new TableCell({
    width: { size: twips(scope.widths[column] as number), type: WidthType.DXA },
    children: [
      paragraph(
        scope.writing,
        styles[scope.node.columns[column]?.align ?? "start"],
        cell ? writeInlines(scope.inlines, cell.children) : [],
        { blocks },
      ),
    ],
  });

/** A row; head rows are marked as such, for the repetition on every page and for screen readers. */
const writeRow = (scope: Scope, row: Row, head: boolean, blocks: readonly Id[]): TableRow =>
  new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: scope.widths.map((_, column) => writeCell(scope, row.cells[column], column, column === 0 ? blocks : [])),
  });

const instead = (writing: PartWriting, node: Table, blocks: readonly Id[]): readonly Paragraph[] => [
  paragraph(writing, "TableText", textRuns(writing, missingText(node.id)), { blocks }),
];

const writeGrid = (writing: PartWriting, node: Table, blocks: readonly Id[]): readonly FileChild[] => {
  const rows = [...node.head, ...node.rows];
  const columns = Math.max(node.columns.length, ...rows.map((row) => row.cells.length), 0);
  if (rows.length === 0 || columns === 0) return instead(writing, node, blocks);
  if (columns > mostColumns) {
    writing.volume.report({
      severity: "error",
      rule: "too-many-columns",
      message: `the table has ${columns} columns; Word opens tables of up to ${mostColumns}`,
      place: node.place,
      hint: "split the table or turn its rows into columns",
    });
    return instead(writing, node, blocks);
  }
  const widths = columnWidths(rows, columns, {
    total: columnWidth(writing.setting.style),
    size: writing.setting.type("table").size,
    padding: writing.setting.style.table.padding.side,
  });
  const scope: Scope = { writing, node, widths, inlines: inlineScope(writing, node.id) };
  return [
    new WordTable({
      style: "RuledTable",
      width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
      columnWidths: widths.map(twips),
      // Fixed widths are drawn alike by all programs.
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: writing.setting.rtl,
      tableLook: {
        firstRow: node.head.length > 0,
        lastRow: false,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: rows.map((row, index) => writeRow(scope, row, index < node.head.length, index === 0 ? blocks : [])),
    }),
  ];
};

/** A table with its caption. A table that Word could not open shows its id, with a finding. */
export const writeTable = (writing: PartWriting, node: Table, blocks: readonly Id[]): readonly FileChild[] => {
  const caption = writeCaption(writing, node, blocks);
  // A paragraph after it keeps a table apart from one that follows; without a caption the first cell carries its name.
  return [
    ...caption,
    ...writeGrid(writing, node, caption.length > 0 ? [] : blocks),
    paragraph(writing, "TableText", []),
  ];
};
