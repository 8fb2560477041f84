import { z } from "zod";
import type { Report } from "../../model/finding.ts";
import type { JsonPath, JsonPlaces } from "../../model/json-place.ts";
import type { RuleName } from "../../model/rules/index.ts";
import { didYouMean } from "../../model/suggest.ts";

/**
 * What a specification says under `usermeta.figures`: which figures its rows are made of. All names and titles are
 * messages ("@chart.flows"), all figures are keys of the data file; `{year}` in a key stands for each of the `years`.
 */
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -");
const keys = z.array(z.string().nullable()).min(1).max(200);

const seriesSchema = z
  .strictObject({
    id,
    /** Printed in the legend. */
    name: z.string(),
    /** One figure per category; null where there is none. */
    keys: keys.optional(),
    /** A key with {year}, one figure per year. */
    key: z.string().optional(),
  })
  .refine((series) => (series.keys === undefined) !== (series.key === undefined), "expected either keys or key");

const content = {
  /** One figure per category, without a legend of series. */
  keys: keys.optional(),
  /** A key with {year}, one figure per year. */
  key: z.string().optional(),
  /** What the figures of `keys` or `key` are called in the legend and as the head of their column. */
  name: z.string().optional(),
  series: z.array(seriesSchema).min(1).max(24).optional(),
  /** The figure that the others are parts of: gives each its share, and must be their sum. */
  whole: z.string().optional(),
};
const oneContent = (panel: { keys?: unknown; key?: unknown; series?: unknown }): boolean =>
  [panel.keys, panel.key, panel.series].filter((part) => part !== undefined).length === 1;

const panelSchema = z
  .strictObject({ id, title: z.string().optional(), ...content })
  .refine(oneContent, "expected exactly one of keys, key and series");

const chartFiguresSchema = z.strictObject({
  ...content,
  panels: z.array(panelSchema).min(1).max(48).optional(),
  /** Names of the categories; without them, the labels of the figures. */
  categories: z.array(z.string()).min(1).max(200).optional(),
  /** The categories are this many years, the last being the publication's. */
  years: z.int().min(2).max(60).optional(),
  /** Last year's value beside each figure, stated or derived, and the change. */
  compare: z.literal("prior").optional(),
  /** Order of the categories by the value of their first series; without it, as listed. */
  sort: z.enum(["ascending", "descending"]).optional(),
});

export type ChartFigures = z.infer<typeof chartFiguresSchema>;
export type ChartSeriesFigures = z.infer<typeof seriesSchema>;
/** One panel's figures; a chart without panels is one panel without title. */
export type PanelFigures = z.infer<typeof panelSchema> & { readonly path: JsonPath };

const base: JsonPath = ["usermeta", "figures"];
const names = [
  ...Object.keys(chartFiguresSchema.shape),
  ...Object.keys(panelSchema.shape),
  ...Object.keys(seriesSchema.shape),
];

/** The innermost issues of a zod error, unions told by their last branch. */
const explain = (issue: z.core.$ZodIssue, places: JsonPlaces, report: Report): void => {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys)
      report({
        severity: "error",
        rule: "unknown-key",
        message: `"${key}" is not known in ${path.join(".")}`,
        place: places([...path, key], "key"),
        ...didYouMean(key, names),
      });
    return;
  }
  report({
    severity: "error",
    rule: issue.code === "invalid_type" ? "wrong-type" : "wrong-value",
    message: `${path.join(".")}: ${issue.message}`,
    place: places(path),
  });
};

/**
 * Reads `usermeta.figures` of a specification.
 *
 * Reports `chart-without-figures`, `unknown-key`, `wrong-type`, `wrong-value`, `wrong-count`.
 */
export const readChartFigures = (
  value: unknown,
  places: JsonPlaces,
  report: Report,
): { readonly figures: ChartFigures; readonly panels: readonly PanelFigures[] } | undefined => {
  const fault = (rule: RuleName, message: string, path: JsonPath, hint?: string): undefined => {
    report({ severity: "error", rule, message, place: places(path), ...(hint && { hint }) });
  };
  if (value === undefined)
    return fault(
      "chart-without-figures",
      "the chart does not say which figures it draws",
      base,
      'add "usermeta": { "figures": { "keys": [ … ] } }',
    );
  const result = chartFiguresSchema.safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) explain(issue, places, report);
    return undefined;
  }
  const { panels, keys, key, name, series, whole, ...rest } = result.data;
  const direct = {
    ...(keys && { keys }),
    ...(key && { key }),
    ...(name && { name }),
    ...(series && { series }),
    ...(whole && { whole }),
  };
  if ((panels === undefined) === (Object.keys(direct).length === 0))
    return fault("wrong-value", "usermeta.figures has either panels or figures of its own, and one of them", base);
  if (!panels && !oneContent(direct))
    return fault("wrong-value", "usermeta.figures: expected exactly one of keys, key and series", base);
  const listed = panels
    ? panels.map((panel, index): PanelFigures => ({ ...panel, path: [...base, "panels", index] }))
    : [{ id: "all", ...direct, path: base }];
  return { figures: rest, panels: listed };
};
