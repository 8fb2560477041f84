import type { Chart, Json } from "../model/document.ts";
import type { Language } from "../model/language.ts";
import type { Style } from "../model/style.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { houseConfig } from "./config.ts";
import { expandPanels } from "./expand.ts";
import type { Note } from "./fault.ts";
import { isObject, type JsonObject } from "./json.ts";
import { renderScene, type Scene } from "./render.ts";
import { type ChartFaces, textWidth } from "./runs.ts";
import type { Budget } from "./steps.ts";

/** Panels narrower than this have no room for marks, pt. */
const narrowest = 48;
/** What reaches out of the panels may change with their width: how often the fit is mended. */
const attempts = 4;
/** Width of the panels in the first attempt, pt. */
const trial = 200;

/**
 * Width in pt of the widest text of a column, in the boldest and largest type of charts. Rows without a value print
 * their words where nothing is drawn, and need no room beside a mark.
 */
const columnTextWidth = (rows: readonly Columns[], column: string, style: Style, faces: ChartFaces): number => {
  const size = Math.max(style.chart.value, style.chart.label);
  const valued = rows.filter((row) => row.value !== null);
  return Math.max(0, ...valued.map((row) => textWidth(String(row[column] ?? ""), size, 700, faces)));
};

/**
 * The parameters that the program knows: `panel_width`, and `<column>_width`, the width of the widest text of a column.
 * A specification declares those it uses, with values for editors.
 */
const fillParameters = (
  params: Json | undefined,
  width: number,
  rows: readonly Columns[],
  style: Style,
  faces: ChartFaces,
): readonly Json[] =>
  (Array.isArray(params) ? params : []).map((param: Json) => {
    if (!isObject(param) || typeof param.name !== "string") return param;
    if (param.name === "panel_width") return { ...param, value: width };
    const column = /^(.+)_width$/.exec(param.name)?.[1];
    return column !== undefined && rows.some((row) => column in row)
      ? { ...param, value: columnTextWidth(rows, column, style, faces) }
      : param;
  });

/** Down to the words that stand above the panel; an offset counts from what stands highest. */
const withLegendInHeadRow = (config: ReturnType<typeof houseConfig>, style: Style) => ({
  ...config,
  legend: { ...(config.legend as object), offset: -style.chart.note },
});

/**
 * Draws a chart so that it is exactly as wide as the column: what stands beside the panels (names, heads) is measured
 * in a first drawing, the panels share the rest.
 *
 * Reports `no-room`.
 */
export const drawToWidth = async (
  chart: Chart,
  context: {
    readonly width: number;
    readonly style: Style;
    readonly language: Language;
    readonly faces: ChartFaces;
    readonly budget: Budget;
  },
  note: Note,
): Promise<Scene | undefined> => {
  const { style, language, faces, width } = context;
  const rows = columnsOf(chart);
  const house = houseConfig(style, language, faces.families.join(", "));
  // A legend of one entry that the head of the panel says already, or that names a year over other years.
  const config = chart.rows.every(({ series }) => series.implied) ? { ...house, legend: { disable: true } } : house;
  const drawAt = async (panelWidth: number): Promise<readonly [Scene, columns: number]> => {
    const { spec, columns, roomInHeadRow } = expandPanels(
      chart.spec as JsonObject,
      rows,
      panelWidth,
      panelWidth === trial ? note : () => {},
    );
    const { usermeta: _, description: __, $schema: ___, ...rest } = spec;
    const whole = {
      ...rest,
      bounds: "flush",
      params: fillParameters(spec.params, panelWidth, rows, style, faces),
      data: { name: "figures", values: rows },
      config: roomInHeadRow ? withLegendInHeadRow(config, style) : config,
    };
    return [await renderScene(whole, faces, context.budget), columns];
  };
  const [first, columns] = await drawAt(trial);
  // Vega rounds the room around the panels up to whole points, so a fit may need another.
  const fitted = (from: number, scene: Scene): number =>
    Math.floor((from + (width - scene.width) / columns) * 100) / 100;
  const panelWidth = fitted(trial, first);
  if (!(panelWidth >= narrowest)) {
    note({
      rule: "no-room",
      message: `what stands beside the panels takes ${Math.ceil(first.width - columns * trial)} of ${Math.floor(width)} pt; nothing is left to draw in`,
      path: [],
      hint: "shorten the names, put the panels into rows, begin the scales of bars at zero",
    });
    return undefined;
  }
  let best: Scene | undefined;
  for (let from = panelWidth, attempt = 0; attempt < attempts; attempt++) {
    const [scene] = await drawAt(from);
    if (scene.width <= width && !(best && best.width >= scene.width)) best = scene;
    if (scene.width <= width && scene.width > width - 1) break;
    best ??= attempt === attempts - 1 ? scene : undefined;
    from = fitted(from, scene);
  }
  return best;
};
