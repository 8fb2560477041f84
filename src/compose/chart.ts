import { columnHeads } from "../model/chart-table.ts";
import type { Chart, Id, Json } from "../model/document.ts";
import type { Figures, Key } from "../model/figure.ts";
import type { Finding, Report } from "../model/finding.ts";
import { type JsonPlaces, jsonPlaces } from "../model/json-place.ts";
import type { Language } from "../model/language.ts";
import type { ChartSource } from "../model/source.ts";
import type { Style } from "../model/style.ts";
import { suggestion } from "../model/suggest.ts";
import type { ResolvedChart } from "./assembly.ts";
import { faultsAt } from "./chart/lookup.ts";
import { type Fillings, messagesOf, resolveMessages } from "./chart/messages.ts";
import { panelsOf } from "./chart/panels.ts";
import type { Bases } from "./chart/prior.ts";
import { type Panel, rowsOf } from "./chart/rows.ts";
import { tellChart } from "./chart/telling.ts";
import { valuesOf } from "./chart/values.ts";
import { readChartFigures } from "./chart/vocabulary.ts";

export type ChartContext = {
  readonly figures: Figures;
  readonly language: Language;
  readonly style: Style;
  /** The year that is reported on. */
  readonly period: number;
  /** What stated changes start from. */
  readonly bases: Bases;
};

type JsonObject = { readonly [name: string]: Json };
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Editors of charts read JSON only, so comments and other YAML are refused. Reports `not-json`. */
const isJson = (source: ChartSource, report: Report): boolean => {
  try {
    JSON.parse(source.text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = { file: source.file, line: 1, column: 1 };
    report({ severity: "error", rule: "not-json", message: `this is no JSON: ${message}`, place });
    return false;
  }
};

/** What a chart whose specification has findings was meant to draw, so that its figures are not taken for unused. */
export const namedKeys = (spec: Json, figures: Figures): readonly Key[] => {
  const usermeta = isObject(spec) ? spec.usermeta : undefined;
  const texts: string[] = [];
  const visit = (value: Json | undefined): void => {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null)
      for (const inner of Object.values(value)) visit(inner as Json);
  };
  visit(isObject(usermeta) ? usermeta.figures : undefined);
  const known = [...figures.keys()];
  return texts.slice(0, 200).flatMap((text) => {
    const [before, after] = text.split("{year}");
    if (after !== undefined) return known.filter((key) => key.startsWith(before as string) && key.endsWith(after));
    const key = figures.has(text) ? text : text.startsWith("@") ? undefined : suggestion(text, known);
    const figure = figures.get(key ?? "");
    return figure ? [figure, figure.growth, figure.prior].flatMap((one) => one?.key ?? []) : [];
  });
};

/** A chart names its rows as `"data": {"name": "figures"}`, as Vega-Lite editors know it. Reports `chart-data`. */
const checkData = (spec: JsonObject, places: JsonPlaces, report: Report): void => {
  const { data } = spec;
  if (isObject(data) && data.name === "figures" && Object.keys(data).length === 1) return;
  report({
    severity: "error",
    rule: "chart-data",
    message: "a chart draws the figures of the data file and nothing else",
    place: places(["data"]),
    hint: 'write "data": { "name": "figures" }',
  });
};

/** Every figure that the picture prints or that a printed number follows from. */
const keysOf = (panels: readonly Panel[], wholes: readonly (Key | undefined)[], compare: boolean): readonly Key[] => [
  ...new Set([
    ...panels.flatMap((panel) =>
      panel.lines.flatMap((line) =>
        line.cells.flatMap((cell) => {
          if (!cell) return [];
          const { growth, prior } = cell.figure;
          const parts = compare ? [growth, prior].filter((part) => part != null && part.value !== null) : [];
          return [cell.key, ...parts.map((part) => part?.key as Key)];
        }),
      ),
    ),
    ...wholes.filter((whole) => whole !== undefined),
  ]),
];

/**
 * A chart specification and the figures it names become the chart of a figure in the words and numbers of one language,
 * and its alternative text. The specification's own `description` says what kind of chart it is.
 *
 * Reports `not-json`, `chart-data`, `missing-description`, `chart-without-figures`, what `usermeta.figures` gets wrong, and figures, messages and
 * labels that are not there; `undefined` when nothing can be drawn after any of them.
 */
export const resolveChart = (
  source: ChartSource,
  id: Id,
  context: ChartContext,
  report: Report,
): ResolvedChart | undefined => {
  if (!isJson(source, report)) return undefined;
  const places = jsonPlaces(source.file, source.text);
  let faulty = false;
  const note = (finding: Finding): void => {
    faulty ||= finding.severity === "error";
    report(finding);
  };
  const fault = faultsAt(places, note);
  if (!isObject(source.spec)) {
    fault("wrong-type", "a chart specification is a JSON object", []);
    return undefined;
  }
  const { period, language, figures, bases } = context;
  const messages = messagesOf(language, { year: String(period), prior: String(period - 1) }, note);
  const { spec: resolved, printed } = resolveMessages(source.spec, messages, places, note);
  const spec = resolved as JsonObject;
  checkData(source.spec, places, note);
  if (typeof spec.description !== "string" || spec.description === "")
    fault("missing-description", "the chart does not say what it is to those who cannot see it", ["description"], {
      hint: 'add "description": "@…" with a message such as "Bar chart comparing {year} with {prior}"',
    });
  const usermeta = isObject(spec.usermeta) ? spec.usermeta : {};
  const read = readChartFigures(usermeta.figures, places, note);
  if (!read) return undefined;
  // Figures with findings of their own are no reason for others.
  if (namedKeys(source.spec, figures).some((key) => figures.get(key)?.faulty)) return undefined;
  const say = (key: string, fillings?: Fillings): string => messages(key, places(["usermeta", "figures"]), fillings);
  const compare = read.figures.compare === "prior";
  if (compare && read.panels.some((panel) => panel.series))
    fault("wrong-value", "last year's values go with keys, not with series", ["usermeta", "figures", "compare"]);
  const panels = panelsOf(read.panels, read.figures, { figures, language, period, say, fault });
  const kind = String(spec.description ?? "");
  const { panels: heads, rows } = rowsOf(panels, compare, { language, period, bases, kind, say, fault });
  if (rows.every(({ value }) => value === null))
    fault("chart-without-figures", "none of the figures of the chart is published", ["usermeta", "figures"], {
      hint: "leave the chart out, or list figures that are",
    });
  const values = valuesOf(rows, id);
  const earlier = say("chart.year", { year: String(period - 1) });
  const { notes, alternatives, ...alternative } = tellChart(
    { kind, panels: heads, rows, values, printed, heads: columnHeads(language), earlier },
    say,
  );
  if (faulty) return undefined;
  const chart: Chart = {
    type: "chart",
    name: source.name,
    place: { file: source.file, line: 1, column: 1 },
    spec: { ...spec, description: alternative.alt, usermeta: { title: kind } },
    panels: heads,
    rows,
    notes,
    alternatives,
    values,
    keys: keysOf(
      panels,
      read.panels.map((panel) => panel.whole),
      compare,
    ),
  };
  return { chart, alternative };
};
