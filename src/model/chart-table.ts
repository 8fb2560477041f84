import type { Chart, ChartRow } from "./document.ts";
import type { Decimal, Key } from "./figure.ts";
import type { Language } from "./language.ts";

/**
 * The data of a chart as a table for those who cannot see the picture (WCAG 2.2, 1.1.1): all that its text alternative
 * says, in its order. Rows run parallel to `columns`.
 */
export type ChartTable = {
  /** Heads of the columns; the first column holds the names of the rows and has no head of its own. */
  readonly columns: readonly ChartColumn[];
  /** One group of rows a panel. */
  readonly groups: readonly ChartRowGroup[];
  /** What the chart says besides its numbers. */
  readonly notes: readonly string[];
};
export type ChartColumn = {
  readonly kind: "name" | "value" | "share" | "change";
  /** "" for the names. */
  readonly text: string;
};
export type ChartRowGroup = {
  /** The panel's head with the unit of its numbers; "" where it has none. */
  readonly title: string;
  readonly rows: readonly (readonly ChartCell[])[];
};
export type ChartCell = {
  /** As printed; "" where the chart says nothing. */
  readonly text: string;
  /** The figure that is printed; `null` for names and empty cells. */
  readonly key: Key | null;
  /** In base units; `null` for names, for what is not published, and for shares and changes, which are text only. */
  readonly value: Decimal | null;
};

const emptyCell: ChartCell = { text: "", key: null, value: null };

/** A column of the table: the series that it is read from, and what of it. */
type Reading = ChartColumn & { readonly series: string };

/** The words of a language over the columns of shares and changes, in pictures as in tables. */
export const columnHeads = ({ messages }: Language): readonly string[] =>
  ["chart.share", "chart.change"].flatMap((key) => messages[key] ?? []);

/** The columns that the series of all panels need: each its values, then its shares and changes. */
const readingsOf = (rows: readonly ChartRow[], language: Language): readonly Reading[] => {
  const word = (key: string): string => language.messages[key] ?? "%";
  const names = new Map(rows.map(({ series }) => [series.id, series.name]));
  return [...names].flatMap(([series, text]): readonly Reading[] => {
    const own = rows.filter((row) => row.series.id === series);
    return [
      { kind: "value", text, series },
      ...(own.some(({ share }) => share) ? [{ kind: "share", text: word("chart.share"), series } as const] : []),
      ...(own.some(({ change }) => change) ? [{ kind: "change", text: word("chart.change"), series } as const] : []),
    ];
  });
};

const cellOf = ({ kind }: Reading, row: ChartRow | undefined): ChartCell => {
  if (!row) return emptyCell;
  if (kind === "value") return { text: row.text, key: row.key, value: row.value };
  const { text } = (kind === "share" ? row.share : row.change) ?? {};
  return text === undefined ? emptyCell : { text, key: kind === "change" ? `${row.key}.growth` : row.key, value: null };
};

/** The table of a chart in the words of its language. */
export const chartTable = ({ panels, rows, notes }: Chart, language: Language): ChartTable => {
  const readings = readingsOf(rows, language);
  const groups = panels.map(({ head }, index): ChartRowGroup => {
    const own = rows.filter(({ panel }) => panel === index);
    const categories = [...new Set(own.map(({ category }) => category))];
    const cells = (category: string): readonly ChartCell[] =>
      readings.map((reading) =>
        cellOf(
          reading,
          own.find((row) => row.category === category && row.series.id === reading.series),
        ),
      );
    return { title: head, rows: categories.map((category) => [{ ...emptyCell, text: category }, ...cells(category)]) };
  });
  return {
    columns: [{ kind: "name", text: "" }, ...readings.map(({ kind, text }) => ({ kind, text }))],
    groups,
    notes,
  };
};
