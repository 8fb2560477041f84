import { diffArrays } from "diff";
import { childOf, element, elementsOf, isElement, textOf, type XmlElement } from "../xml.ts";
import { insertedParagraph, removedParagraph, type Story } from "./paragraph.ts";

type MergeBlocks = (story: Story, old: readonly XmlElement[], own: readonly XmlElement[]) => readonly XmlElement[];

const rowsOf = (table: XmlElement): readonly XmlElement[] => elementsOf(table).filter(({ name }) => name === "w:tr");
const cellsOf = (row: XmlElement): readonly XmlElement[] => elementsOf(row).filter(({ name }) => name === "w:tc");
const columns = (table: XmlElement): number => elementsOf(childOf(table, "w:tblGrid") ?? table).length;

/** Whether two tables have the same columns, so that rows and cells can be compared. */
export const canMerge = (old: XmlElement, own: XmlElement): boolean => columns(old) === columns(own);

/** Row properties with what became of the row (ECMA-376 §17.13.5.12, 5.17). */
const rowProperties = (row: XmlElement, mark: XmlElement | undefined): readonly XmlElement[] => {
  const own = childOf(row, "w:trPr");
  const children = [...(own?.children ?? []), ...(mark ? [mark] : [])];
  return children.length > 0 ? [element("w:trPr", {}, children)] : [];
};

/** A row of one file: all that its cells hold goes or comes, the marks of their paragraphs with the row. */
const wholeRow = (story: Story, row: XmlElement, side: "before" | "after"): XmlElement => {
  const { work, from, to } = story;
  const own =
    side === "before"
      ? work.adopt({ ...row, children: row.children.filter((c) => isElement(c) && c.name === "w:trPr") }, from, to)
      : row;
  const mark = element(side === "before" ? "w:del" : "w:ins", work.revision());
  const cells = cellsOf(row).map((cell) => ({
    ...cell,
    children: elementsOf(cell).map((block) => {
      if (block.name !== "w:p") return block;
      return side === "before"
        ? removedParagraph(story, block, { mark: "kept" })
        : insertedParagraph(story, block, { mark: "kept" });
    }),
  }));
  const exceptions = elementsOf(row).filter(({ name }) => name === "w:tblPrEx");
  return { ...row, children: [...exceptions, ...rowProperties(own, mark), ...cells] };
};

/** Properties of a table, a cell or the grid: as they are, and as they were where that differs. */
const withChange = (
  { work, before, after }: Story,
  old: XmlElement | undefined,
  own: XmlElement | undefined,
): readonly XmlElement[] => {
  if (!own) return [];
  if (!old || before.print(old) === after.print(own)) return [own];
  const was = { ...old, attributes: {} };
  // A change of the grid has a number and no author (ECMA-376 §17.13.5.33).
  const { "w:id": id = "", ...rest } = work.revision();
  const attributes = own.name === "w:tblGrid" ? { "w:id": id } : { "w:id": id, ...rest };
  return [{ ...own, children: [...own.children, element(`${own.name}Change`, attributes, [was])] }];
};

const mergedCell = (story: Story, old: XmlElement, own: XmlElement, merge: MergeBlocks): XmlElement => {
  const content = (cell: XmlElement): readonly XmlElement[] => elementsOf(cell).filter(({ name }) => name !== "w:tcPr");
  return {
    ...own,
    children: [
      ...withChange(story, childOf(old, "w:tcPr"), childOf(own, "w:tcPr")),
      ...merge(story, content(old), content(own)),
    ],
  };
};

const mergedRow = (story: Story, old: XmlElement, own: XmlElement, merge: MergeBlocks): XmlElement => {
  const cells = cellsOf(old);
  return {
    ...own,
    children: [
      ...withChange(story, childOf(old, "w:trPr"), childOf(own, "w:trPr")),
      ...cellsOf(own).map((cell, index) => mergedCell(story, cells[index] as XmlElement, cell, merge)),
    ],
  };
};

type Rows = { readonly old?: XmlElement; readonly own?: XmlElement };

const headOf = (row: XmlElement): string => textOf(cellsOf(row)[0] ?? row);

/** Rows that say the same, then rows that have the same first cell, then what is left in its order, when as many are left. */
const alignedRows = (old: readonly XmlElement[], own: readonly XmlElement[]): readonly Rows[] => {
  const pairs: Rows[] = [];
  const gap = (gone: readonly XmlElement[], come: readonly XmlElement[]): void => {
    let [from, to] = [0, 0];
    const changes = diffArrays(gone.map(headOf), come.map(headOf));
    const named = changes.some(({ added, removed }) => !added && !removed);
    if (!named && gone.length === come.length) {
      gone.forEach((row, index) => {
        pairs.push({ old: row, own: come[index] as XmlElement });
      });
      return;
    }
    for (const { count = 0, added, removed } of changes)
      for (let index = 0; index < count; index++)
        pairs.push({
          ...(added ? {} : { old: gone[from++] as XmlElement }),
          ...(removed ? {} : { own: come[to++] as XmlElement }),
        });
  };
  let [from, to] = [0, 0];
  let [gone, come]: [XmlElement[], XmlElement[]] = [[], []];
  const text = (row: XmlElement): string => cellsOf(row).map(textOf).join("\t");
  for (const { count = 0, added, removed } of diffArrays(old.map(text), own.map(text))) {
    if (removed) gone.push(...old.slice(from, from + count));
    else if (added) come.push(...own.slice(to, to + count));
    else {
      gap(gone, come);
      [gone, come] = [[], []];
      for (let index = 0; index < count; index++)
        pairs.push({ old: old[from + index] as XmlElement, own: own[to + index] as XmlElement });
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  gap(gone, come);
  return pairs;
};

/** A table that is in both files: cells by their words, rows that went or came as rows. */
export const mergedTable = (story: Story, old: XmlElement, own: XmlElement, merge: MergeBlocks): XmlElement => ({
  ...own,
  children: [
    ...withChange(story, childOf(old, "w:tblPr"), childOf(own, "w:tblPr")),
    ...withChange(story, childOf(old, "w:tblGrid"), childOf(own, "w:tblGrid")),
    ...alignedRows(rowsOf(old), rowsOf(own)).map(({ old: then, own: now }) => {
      if (then && now) return mergedRow(story, then, now, merge);
      return wholeRow(story, (then ?? now) as XmlElement, then ? "before" : "after");
    }),
  ],
});

const whole = (story: Story, table: XmlElement, side: "before" | "after"): XmlElement => ({
  ...table,
  children: elementsOf(table).map((child) => (child.name === "w:tr" ? wholeRow(story, child, side) : child)),
});

export const removedTable = (story: Story, table: XmlElement): XmlElement => whole(story, table, "before");
export const insertedTable = (story: Story, table: XmlElement): XmlElement => whole(story, table, "after");
