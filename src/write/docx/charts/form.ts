import type { ChartRunOptions } from "docx/charts";

export type CategoryChart = Extract<ChartRunOptions, { readonly type: "bar" | "column" | "line" }>;

/** A form of Word's charts. */
export type Form = Pick<CategoryChart, "type" | "stacking">;

/** Size of a panel in pt, and of what stands above and below its plot. */
export type Box = { readonly width: number; readonly height: number; readonly head: number; readonly foot: number };

/** Where the bars stand in a chart, in fractions of its width and height. */
export type PlotArea = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Sizes of type in a chart, pt. */
export type Sizes = { readonly label: number; readonly value: number };
