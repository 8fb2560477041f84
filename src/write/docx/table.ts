import {
  type FileChild,
  type ITableOptions,
  type Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  Table as WordTable,
  type XmlComponent,
} from "docx";
import type { Cell, Id, Row, Table } from "../../model/document.ts";
import { columnWidth } from "../../model/style.ts";
import { inlineText, missingText } from "../../model/text.ts";
import { columnWidths } from "./column-widths.ts";
import { writeCaption } from "./heads.ts";
import { type InlineScope, inlineScope, writeInlines } from "./inlines.ts";
import { element } from "./markup.ts";
import { paragraph } from "./paragraph.ts";
import { twips } from "./setting.ts";
import { textRuns } from "./text-runs.ts";
import { visibleText } from "./visible-text.ts";
import type { PartWriting } from "./volume.ts";

/** A table with a title and a description for those who hear it (ECMA-376 §17.4.58 w:tblCaption, §17.4.60). */
class DescribedTable extends WordTable {
  constructor(options: ITableOptions, title: string, description: string) {
    super(options);
    const properties = this.root[0] as XmlComponent;
    if (title !== "") properties.addChildElement(element("w:tblCaption", { "w:val": title }));
    if (description !== "") properties.addChildElement(element("w:tblDescription", { "w:val": description }));
  }
}

/** What the columns hold, by their heads. */
const columnHeads = (node: Table): string =>
  node.head
    .map((row) => row.cells.map((cell) => inlineText(cell.children)).join(" · "))
    .filter((text) => text !== "")
    .join("; ");

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
    ...(head ? { tableHeader: true } : {}),
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
  const scope: Scope = { writing, node, widths, inlines: inlineScope(writing) };
  return [
    new DescribedTable(
      {
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
      },
      visibleText(inlineText(node.caption)),
      visibleText(columnHeads(node)),
    ),
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
