/** A value of a chart as a share of the highest tower, and whether it belongs to the chart's last series. */
export type Tower = { readonly share: number; readonly latest: boolean };
/** The towers of one category of a chart, earlier series first; one whose value is not drawn is left out. */
export type House = readonly Tower[];
