import type { Block, Chart, Document, Id, Inline, Table } from "../../model/document.ts";
import type { Key } from "../../model/figure.ts";
import type { Place } from "../../model/place.ts";
import { inlineText, printsNumber } from "../../model/text.ts";
import { chartOf, walkInlines } from "../../model/walk.ts";

/** A printed number and the words that name it: the heads of its row and of its column, or what stands before it. */
export type Named = { readonly key: Key; readonly row: string; readonly column: string; readonly place: Place };
/** Numbers that are named together: a table, a panel of a chart, a line of a list. */
export type Grid = { readonly unit: Id; readonly named: readonly Named[] };

const valuesIn = (inlines: readonly Inline[]): readonly { readonly key: Key; readonly place: Place }[] =>
  [...walkInlines(inlines)].flatMap((inline) =>
    inline.type === "value" && printsNumber(inline) ? [{ key: inline.key, place: inline.place }] : [],
  );

/** The head of a row is its first cell without a number that names something; of a column, the cell of the table's head. */
const tableGrid = (table: Table, isName: (text: string) => boolean): Grid => {
  const [head] = table.head;
  const columns = head?.cells.map(({ children }) => inlineText(children)) ?? [];
  const named = table.rows.flatMap(({ cells }) => {
    const texts = cells.map(({ children }) => (valuesIn(children).length === 0 ? inlineText(children) : ""));
    const row = texts.find(isName) ?? texts[0] ?? "";
    return cells.flatMap(({ children }, index) =>
      valuesIn(children).map(({ key, place }) => ({ key, place, row, column: columns[index] ?? "" })),
    );
  });
  return { unit: table.id, named };
};

const chartGrids = (unit: Id, chart: Chart): readonly Grid[] => {
  const panels = new Map<number, Named[]>();
  for (const { key, category, series, panel } of chart.rows) {
    const named = panels.get(panel) ?? [];
    panels.set(panel, named);
    named.push({ key, row: category, column: series.name, place: chart.place });
  }
  return [...panels.values()].map((named) => ({ unit, named }));
};

/** "Steel: 173,600": what a line says before its only number. */
const lineGrids = (unit: Id, inlines: readonly Inline[]): readonly Grid[] => {
  const values = valuesIn(inlines);
  const [only] = values;
  const at = inlines.findIndex((inline) => inline.type === "value" && printsNumber(inline));
  if (!only || values.length > 1 || at < 1) return [];
  const row = inlineText(inlines.slice(0, at)).replace(/[\s:：—–-]+$/u, "");
  return [{ unit, named: [{ ...only, row, column: "" }] }];
};

/** Everything in a document that names numbers by heads. */
export const gridsOf = (document: Document, isName: (text: string) => boolean): readonly Grid[] => {
  const visit = (block: Block, unit: Id): readonly Grid[] => {
    switch (block.type) {
      case "section":
        return block.children.flatMap((child) => visit(child, block.id));
      case "quote":
        return block.children.flatMap((child) => visit(child, unit));
      case "list":
        return block.items.flatMap(({ children }) => children.flatMap((child) => visit(child, unit)));
      case "paragraph":
        return lineGrids(unit, block.children);
      case "table":
        return [tableGrid(block, isName)];
      case "figure": {
        const chart = chartOf(block);
        return chart ? chartGrids(block.id, chart) : [];
      }
    }
  };
  return document.sections.flatMap((section) => visit(section, section.id));
};
