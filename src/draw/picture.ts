import { columnHeads } from "../model/chart-table.ts";
import type { Chart, Json } from "../model/document.ts";
import type { Face } from "../model/face.ts";
import type { Language } from "../model/language.ts";
import type { Picture } from "../model/picture.ts";
import { paperOf, type Style, textHeight } from "../model/style.ts";
import { columnsOf } from "./columns.ts";
import type { Fault } from "./fault.ts";
import { checkFields } from "./fields.ts";
import { drawToWidth } from "./fit.ts";
import { checkForbidden } from "./forbidden.ts";
import { inspectScene } from "./inspect.ts";
import { isObject } from "./json.ts";
import type { Limits } from "./limits.ts";
import { readModel } from "./model.ts";
import { rasterise } from "./raster.ts";
import type { ChartFaces } from "./runs.ts";
import { checkSchema } from "./schema-check.ts";
import { checkStacks } from "./stacks.ts";
import { Budget, TooMuchWork } from "./steps.ts";
import { finishSvg } from "./svg.ts";

/** Everything that a picture is made of, plain enough to be handed to another thread. */
export type Job = {
  readonly chart: Chart;
  readonly language: Language;
  readonly style: Style;
  readonly faces: readonly Face[];
  /** Width of the text column, pt. */
  readonly width: number;
  readonly limits: Limits;
};
/** A picture, or what is wrong; never both. */
export type Outcome = { readonly picture?: Picture; readonly faults: readonly Fault[] };

const titleOf = (spec: Json): string =>
  isObject(spec) && isObject(spec.usermeta) && typeof spec.usermeta.title === "string" ? spec.usermeta.title : "";
const descriptionOf = (spec: Json): string =>
  isObject(spec) && typeof spec.description === "string" ? spec.description : "";

/** The faces that the language's charts can be set in. */
const facesFor = ({ faces, language }: Job): ChartFaces => ({
  faces: faces.filter((face) => language.fonts.head.includes(face.family) && face.style === "normal"),
  families: language.fonts.head,
  script: language.script,
});

/**
 * Draws one chart within its limits: gates before, drawing, gates after, outlines and PNG. Any fault means no picture.
 * `onStep` is called as the work goes on.
 *
 * Not to be called again before it has ended.
 */
export const makePicture = async (job: Job, onStep?: () => void): Promise<Outcome> => {
  const { chart, style, language, width, limits } = job;
  const faults: Fault[] = [];
  const note = (fault: Fault): void => void faults.push(fault);
  checkForbidden(chart.spec, note);
  checkSchema(chart.spec, note);
  const rows = columnsOf(chart);
  checkFields(chart.spec, rows, note);
  checkStacks(chart.spec, rows, note);
  if (faults.length > 0) return { faults };

  const faces = facesFor(job);
  try {
    const budget = new Budget(limits.steps, onStep);
    const scene = await drawToWidth(chart, { width, style, language, faces, budget }, note);
    const scalesDiffer = language.messages["chart.scales-differ"];
    const bounds = {
      width,
      height: textHeight(style),
      faces,
      paper: paperOf(style),
      scalesDiffer,
      heads: columnHeads(language),
      marks: limits.marks,
    };
    if (scene) inspectScene(chart, scene, bounds, note);
    if (!scene || faults.length > 0) return { faults };
    const title = titleOf(chart.spec);
    const model = readModel(scene, title, chart);
    if (!model) {
      const message = "its marks make no kind of chart that can be named, told and drawn by Word";
      return {
        faults: [{ rule: "unknown-chart-kind", message, path: [], hint: "draw bars, lines, areas, points or arcs" }],
      };
    }
    const text = { title, description: descriptionOf(chart.spec), language: language.language };
    const svg = finishSvg(scene.svg, scene, text, faces);
    const picture = {
      svg,
      ...(await rasterise(svg, faces.faces)),
      width: scene.width,
      height: scene.height,
      model,
    };
    return { picture, faults };
  } catch (error) {
    if (error instanceof TooMuchWork) {
      const message = `drawing the chart takes more than ${limits.steps} steps`;
      return { faults: [...faults, { rule: "chart-too-large", message, path: [] }] };
    }
    // Vega throws for specifications that no schema refuses; they are an author's fault, not the program's.
    const message = error instanceof Error ? error.message : String(error);
    return {
      faults: [...faults, { rule: "not-drawable", message: `the chart cannot be drawn: ${message}`, path: [] }],
    };
  }
};
