import type { Chart } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import { valueAxis } from "./axis.ts";
import { checkContrast } from "./contrast.ts";
import { layerPaths } from "./expand.ts";
import type { Note, Remark } from "./fault.ts";
import { checkTold } from "./notes.ts";
import { checkOrder } from "./order.ts";
import { checkProportion } from "./proportion.ts";
import type { Scene } from "./render.ts";
import { type ChartFaces, runsOf, weightOf } from "./runs.ts";
import { checkScales } from "./scales.ts";
import { type Drawn, drawnIn, isValueMark, linesOf, rowKey } from "./scene.ts";
import { isNormalized } from "./stacks.ts";
import { checkWords } from "./words.ts";

/** Thinner lines do not hold in print, pt. */
const thinnest = 0.5;
const figures: JsonPath = ["usermeta", "figures"];

/** Every row with a value has its mark, no row has two of a kind, and no mark stands for anything else. */
const checkMarks = (chart: Chart, marks: readonly Drawn[], note: Remark): void => {
  const counts = new Map<string, number>();
  for (const one of marks) {
    const key = rowKey(one);
    if (key === undefined)
      note({
        rule: "mark-without-figure",
        message: `a ${one.mark} stands for no single figure`,
        drawn: one,
        hint: "draw the rows themselves, without totals",
      });
    else counts.set(`${one.mark} ${key}`, (counts.get(`${one.mark} ${key}`) ?? 0) + 1);
  }
  const drawn = new Set(marks.map(rowKey));
  for (const row of chart.rows) {
    if (row.value !== null && !drawn.has(row.key))
      note({
        rule: "figure-not-drawn",
        message: `${row.key} (${row.text}) is not in the picture`,
        path: figures,
        key: row.key,
      });
    if (row.value === null && drawn.has(row.key))
      note({
        rule: "mark-without-figure",
        message: `${row.key} is not published, but something is drawn for it`,
        path: figures,
        key: row.key,
      });
  }
  for (const [name, count] of counts) {
    const [mark, key] = name.split(" ") as [string, string];
    if (count > 1)
      note({ rule: "figure-drawn-twice", message: `${key} is drawn by ${count} marks (${mark})`, path: figures, key });
  }
};

const coordinates = ["x", "y", "x2", "y2", "width", "height", "startAngle", "endAngle"] as const;

/** Defaults of Vega and scales of opacity that no member of the specification shows. */
const checkOpaque = (drawn: readonly Drawn[], note: Remark): void => {
  const wrong = drawn.find(({ item }) =>
    [item.opacity, item.fillOpacity, item.strokeOpacity].some((opacity = 1) => opacity > 0 && opacity < 1),
  );
  if (wrong)
    note({ rule: "transparency", message: `a ${wrong.mark} lets what is behind it shine through`, drawn: wrong });
};

/** Geometry that SVG would swallow, and lines that the press would. */
const checkGeometry = (drawn: readonly Drawn[], note: Remark): void => {
  for (const one of drawn) {
    const { item, mark } = one;
    const wrong = coordinates.find((name) => item[name] !== undefined && !Number.isFinite(item[name]));
    if (wrong) note({ rule: "not-drawable", message: `the ${wrong} of a ${mark} is ${item[wrong]}`, drawn: one });
    const strokes = item.stroke !== undefined && item.stroke !== null && item.stroke !== "transparent";
    if (
      strokes &&
      mark !== "text" &&
      item.strokeWidth !== undefined &&
      item.strokeWidth > 0 &&
      item.strokeWidth < thinnest
    )
      note({
        rule: "hairline",
        message: `a ${mark} has a line of ${item.strokeWidth} pt; print needs ${thinnest}`,
        drawn: one,
      });
  }
};

/** Characters that no face of the language has. */
const checkGlyphs = (drawn: readonly Drawn[], faces: ChartFaces, note: Remark): void => {
  const missing = new Map<string, readonly [line: string, drawn: Drawn]>();
  for (const one of drawn)
    if (one.mark === "text")
      for (const line of linesOf(one.item))
        runsOf(line, weightOf(one.item.fontWeight), faces, (character) => missing.set(character, [line, one]));
  for (const [character, [line, one]] of missing) {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    note({
      rule: "missing-glyph",
      message: `no face of the charts has ${code} "${character}" (in "${line}")`,
      drawn: one,
    });
  }
};

/** What a picture has to keep to. Lengths in pt. */
export type Bounds = {
  /** Of the text column and of the type area. */
  readonly width: number;
  readonly height: number;
  readonly faces: ChartFaces;
  /** Colour of the ground. */
  readonly paper: string;
  /** Most marks of a picture. */
  readonly marks: number;
  /** The language's heads of columns. */
  readonly heads: readonly string[];
  /** The language's words for panels whose scales differ. */
  readonly scalesDiffer: string | undefined;
};

/**
 * What is wrong with a finished picture: the gates behind the drawing. Nothing that they find is printed.
 *
 * Reports `chart-warning`, `chart-too-large`, `figure-not-drawn`, `figure-drawn-twice`, `mark-without-figure`,
 * `scales-differ`, `not-drawable`, `transparency`, `hairline`, `missing-glyph`, `too-wide`, `too-high`, `low-contrast`,
 * and what `checkProportion`, `checkOrder`, `checkWords` and `checkTold` do.
 */
export const inspectScene = (chart: Chart, scene: Scene, context: Bounds, note: Note): void => {
  const layers = layerPaths(chart.spec);
  const remark: Remark = ({ drawn: shown, path, ...fault }) => {
    const layer = layers[shown?.layer ?? -1];
    note({ ...fault, path: path ?? (layer ? [...layer, "mark"] : []) });
  };
  for (const warning of new Set(scene.warnings))
    note({ rule: "chart-warning", message: `Vega warns: ${warning}`, path: [] });
  const drawn = drawnIn(scene);
  if (drawn.length > context.marks) {
    note({
      rule: "chart-too-large",
      message: `the picture has ${drawn.length} marks; the limit is ${context.marks}`,
      path: [],
    });
    return;
  }
  if (!(scene.width <= context.width + 0.01))
    note({
      rule: "too-wide",
      message: `the picture is ${scene.width} pt wide, the column ${context.width} pt`,
      path: [],
    });
  if (!(scene.height <= context.height))
    note({
      rule: "too-high",
      message: `the picture is ${scene.height} pt high, the text of a page ${Math.floor(context.height)} pt`,
      path: [],
      hint: "a smaller step or height, panels side by side, or two charts",
    });
  const marks = drawn.filter(isValueMark);
  checkMarks(chart, marks, remark);
  const along = valueAxis(chart.spec, marks);
  const normalized = isNormalized(chart.spec);
  const panels = [...new Set(marks.map(({ item }) => item.datum?.panel))].map((panel) =>
    marks.filter(({ item }) => item.datum?.panel === panel),
  );
  for (const panel of panels) checkProportion(panel, { along, normalized }, remark);
  checkOrder(chart, marks, drawn, along, remark);
  checkScales(
    panels,
    along,
    drawn.flatMap(({ item }) => linesOf(item)),
    context.scalesDiffer,
    remark,
  );
  checkGeometry(drawn, remark);
  checkOpaque(drawn, remark);
  checkGlyphs(drawn, context.faces, remark);
  checkWords(chart, scene, drawn, remark);
  checkTold(chart, drawn, context.heads, remark);
  checkContrast(drawn, context.paper, remark);
};
