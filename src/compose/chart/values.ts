import type { ChartRow, ChartValue, Id } from "../../model/document.ts";
import { valueId } from "../../model/identity.ts";

/** What one row states: its own number, then its share in the whole and its change where they are known. */
const statedIn = ({ key, full, share, change }: ChartRow): readonly Pick<ChartValue, "key" | "of" | "text">[] => [
  { key, of: "value", text: full },
  ...(share ? [{ key: `${key}.share`, of: "share" as const, text: share.text }] : []),
  ...(change?.rated ? [{ key: `${key}.growth`, of: "change" as const, text: change.text }] : []),
];

/** Every number that the rows of a chart state, with its id in the figure that shows the chart. */
export const valuesOf = (rows: readonly ChartRow[], figure: Id): readonly ChartValue[] =>
  rows.flatMap((row, index) =>
    statedIn(row).map((one): ChartValue => ({ id: valueId(figure, one.key), ...one, row: index })),
  );
