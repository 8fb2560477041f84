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

/** Keeps drawn pictures, as bytes, by the hash of all that they are made of. */
export type PictureCache = {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly set: (key: string, bytes: Uint8Array) => Promise<void>;
};

/** What the marks of a chart are, as office programs name their charts; "mixed": several of them. */
const chartKinds = ["bar", "column", "stacked-bar", "stacked-column", "line", "area", "dot", "share", "mixed"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What a picture shows, read from what was drawn: for the charts of office programs. */
export type ChartModel = {
  readonly title: string;
  readonly kind: ChartKind;
  /** Whether a length stands for the same number in all panels. */
  readonly sharedScale: boolean;
  readonly panels: readonly ChartPanel[];
  /** What it says besides names and numbers: "The groups are drawn to different scales." */
  readonly notes: readonly string[];
};
export type ChartPanel = {
  /** The head as printed, with the unit: "年末有效量（万件）". */
  readonly title: string;
  /** Unit of the printed numbers: "万件"; "" where the names of the categories say it. */
  readonly unit: string;
  /** What the printed numbers are multiplied with: 10000 for 万. Values are in base units. */
  readonly scale: number;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
};
/** `values`, `texts` and `keys` run parallel to the panel's categories; `null`: nothing drawn. */
export type ChartSeries = {
  readonly name: string;
  /** #rrggbb as drawn. */
  readonly colour: string;
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  readonly keys: readonly (Key | null)[];
  /** Printed shares in the whole, "" where none is printed; left out where the series has none. */
  readonly shares?: readonly string[];
  /** Printed changes on the year before, and the sign for none; left out where the series has none. */
  readonly changes?: readonly string[];
};
