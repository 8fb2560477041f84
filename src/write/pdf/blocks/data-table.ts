import { type ChartCell, type ChartColumn, chartTable } from "../../../model/chart-table.ts";
import type { Chart } from "../../../model/document.ts";
import type { Mark } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { type Owner, within } from "../structure.ts";

/** A cell's place in its row. */
type Position = { readonly column: ChartColumn; readonly index: number };

const headCell = (row: Owner, { text }: ChartColumn): Owner =>
  // The corner above the names heads nothing.
  text === "" ? within(row, "TD", { actualText: "" }) : within(row, "TH", { scope: "Column", actualText: text });

const cellOf = (row: Owner, { text }: ChartCell, { column }: Position): Owner =>
  column.kind === "name"
    ? within(row, "TH", { scope: "Row", actualText: text })
    : within(row, "TD", { actualText: text });

/**
 * The data of a chart as tables of the structure, one for each panel, and its notes: for readers who walk through the figures one by one
 * instead of hearing the text alternative in one breath. Nothing of it is drawn: an element's actual text (ISO 32000-1
 * §14.9.4) stands for a space behind the picture, so that the words on the page stay those of every other file.
 */
export const dataTable = (chart: Chart, parent: Owner, ps: PartSetting): readonly Mark[] => {
  const { columns, groups, notes } = chartTable(chart, ps.part.language);
  const { script } = ps.part.language;
  const face = ps.setting.chooseFace(" ", script, textStyle(ps.type("body")));
  const owners: Owner[] = [];
  for (const { title, rows } of groups) {
    // A column that only other panels need would be empty here.
    const used = columns.flatMap((column, index): readonly Position[] =>
      index === 0 || rows.some((row) => row[index]?.text) ? [{ column, index }] : [],
    );
    const table = within(parent, "Table");
    if (title !== "") owners.push(within(table, "Caption", { actualText: title }));
    const head = within(within(table, "THead"), "TR");
    owners.push(...used.map(({ column }) => headCell(head, column)));
    const body = within(table, "TBody");
    for (const cells of rows) {
      const row = within(body, "TR");
      owners.push(...used.map((position) => cellOf(row, cells[position.index] as ChartCell, position)));
    }
  }
  owners.push(...notes.map((note) => within(parent, "P", { actualText: note })));
  if (!face) return [];
  return owners.map((owner): Mark => ({ kind: "unseen", x: 0, y: 0, face, owner }));
};
