import type { Key } from "./figure.ts";
import type { Language } from "./language.ts";
import type { ChartModel, ChartPanel, ChartSeries } from "./picture.ts";

/**
 * The data of a chart as a table for those who cannot see the picture (WCAG 2.2, 1.1.1): all that it prints, in its
 * order, and nothing else. Rows run parallel to `columns`.
 */
export type ChartTable = {
  /** Heads of the columns; the first column holds the names of the rows and has no head of its own. */
  readonly columns: readonly ChartColumn[];
  /** One group of rows a panel. */
  readonly groups: readonly ChartRowGroup[];
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
  /** As printed; "" where the picture shows nothing. */
  readonly text: string;
  /** The figure that is printed; `null` for names and empty cells. */
  readonly key: Key | null;
  /** In base units; `null` for names, for what is not published, and for shares and changes, which are text only. */
  readonly value: number | null;
};

const emptyCell: ChartCell = { text: "", key: null, value: null };

/** A column of the table: the series that it is read from by name, and what of it. */
type Reading = ChartColumn & { readonly series: string };

/** The columns that the series of all panels need: each its values, then its shares and changes. */
const readingsOf = (model: ChartModel, language: Language): readonly Reading[] => {
  const word = (key: string): string => language.messages[key] ?? "%";
  const series = model.panels.flatMap((panel) => panel.series);
  return [...new Set(series.map(({ name }) => name))].flatMap((name): Reading[] => {
    const own = series.filter((one) => one.name === name);
    return [
      { kind: "value", text: name, series: name },
      ...(own.some(({ shares }) => shares)
        ? [{ kind: "share", text: word("chart.share"), series: name } as const]
        : []),
      ...(own.some(({ changes }) => changes)
        ? [{ kind: "change", text: word("chart.change"), series: name } as const]
        : []),
    ];
  });
};

const cellOf = ({ kind }: Reading, series: ChartSeries | undefined, index: number): ChartCell => {
  const key = series?.keys[index] ?? null;
  if (!series || key === null) return emptyCell;
  if (kind === "value") return { text: series.texts[index] ?? "", key, value: series.values[index] ?? null };
  const text = (kind === "share" ? series.shares : series.changes)?.[index] ?? "";
  return text === "" ? emptyCell : { text, key: kind === "change" ? `${key}.growth` : key, value: null };
};

const rowsOf = (panel: ChartPanel, readings: readonly Reading[]): ChartRowGroup["rows"] =>
  panel.categories.map((category, index) => [
    { ...emptyCell, text: category },
    ...readings.map((reading) =>
      cellOf(
        reading,
        panel.series.find(({ name }) => name === reading.series),
        index,
      ),
    ),
  ]);

/** The table of a picture in the words of its language. */
export const chartTable = (model: ChartModel, language: Language): ChartTable => {
  const readings = readingsOf(model, language);
  return {
    columns: [{ kind: "name", text: "" }, ...readings.map(({ kind, text }): ChartColumn => ({ kind, text }))],
    groups: model.panels.map((panel) => ({ title: panel.title, rows: rowsOf(panel, readings) })),
  };
};
