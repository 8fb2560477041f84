import type { ChartRow, Json } from "../../src/model/document.ts";
import { chartRow } from "../charts.ts";

/** Rows of these values, a category each: C0, C1 … */
export const rowsOf = (...values: readonly (string | null)[]): readonly ChartRow[] =>
  values.map((value, index) =>
    chartRow({ key: `k${index}`, category: `C${index}`, value, text: value ?? "not published" }),
  );

type Part = { readonly [name: string]: Json };

/** A column chart whose parts tests change: how values are placed, the mark, how categories are, further encodings and layers. */
export const columns = (more: {
  readonly y?: Part;
  readonly mark?: Part;
  readonly x?: Part;
  readonly encoding?: Part;
  readonly bars?: Part;
  readonly layers?: readonly Part[];
}): string =>
  JSON.stringify(
    {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      description: "Columns",
      usermeta: { figures: { keys: ["a"] } },
      data: { name: "figures" },
      width: "container",
      height: 120,
      encoding: { x: { field: "category", sort: null, title: null, ...more.x } },
      layer: [
        {
          ...more.bars,
          mark: { type: "bar", style: "current", ...more.mark },
          encoding: { y: { field: "value", type: "quantitative", axis: null, ...more.y }, ...more.encoding },
        },
        ...(more.layers ?? [
          { mark: { type: "text", style: "note" }, encoding: { text: { field: "text" }, y: { value: -9 } } },
        ]),
      ],
    },
    null,
    2,
  );

/** Places of the filled bars in drawing order, pt from the corner of their panel: x, y, width, height. */
export const barsIn = (svg: string): readonly (readonly number[])[] =>
  [...svg.matchAll(/<path d="M([\d.-]+),([\d.-]+)h([\d.-]+)v([\d.-]+)h[\d.-]+Z" fill="#/g)].map(([, ...numbers]) =>
    numbers.map(Number),
  );
