import type { Key } from "./figure.ts";

/** A drawn chart. Sizes in pt; 1 Vega pixel = 1 pt. */
export type Picture = {
  /** SVG with live text in the faces of the page. */
  readonly svg: string;
  /** The same with its text as outlines. */
  readonly outlined: string;
  /** 300 dpi. */
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly model: ChartModel;
};

/** What a picture shows, read from what was drawn: for alt text, data table and native charts. */
export type ChartModel = {
  readonly title: string;
  readonly panels: readonly ChartPanel[];
};
export type ChartPanel = {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
};
/** `values`, `texts` and `keys` run parallel to the panel's categories; `null`: nothing drawn. */
export type ChartSeries = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  readonly keys: readonly (Key | null)[];
};
