import { type Config, loader as fileLoader, type Loader, parse, View, Warn } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { resetSVGDefIds, type TextItem, textMetrics } from "vega-scenegraph";
import { type ChartFaces, textWidth, weightOf } from "./runs.ts";
import { type Budget, countingInterpreter, TooMuchWork } from "./steps.ts";

/** A chart as Vega drew it. Sizes in pt. */
export type Scene = {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly root: SceneItem;
  /** Where the root group's origin stands in the picture. */
  readonly origin: readonly [x: number, y: number];
  /** What Vega and Vega-Lite warned of. */
  readonly warnings: readonly string[];
};

/** An item or a mark group of Vega's scenegraph, as far as it is read. */
export type SceneItem = {
  readonly marktype?: string;
  readonly role?: string;
  readonly name?: string;
  readonly items?: readonly SceneItem[];
  /** Of a mark: whether its items end at the edges of their group. */
  readonly clip?: boolean;
  readonly datum?: { readonly [column: string]: unknown };
  /** false for a vertex at which a line breaks. */
  readonly defined?: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly width?: number;
  readonly height?: number;
  readonly startAngle?: number;
  readonly endAngle?: number;
  readonly outerRadius?: number;
  readonly text?: string | readonly string[];
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly strokeOpacity?: number;
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly bounds?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
};

/** Nothing is fetched. `sanitize` resolves because Vega does not expect it to reject. */
const refusingLoader = (): Loader => ({
  ...fileLoader(),
  load: () => Promise.reject(new Error("a chart fetches nothing")),
  sanitize: () => Promise.resolve({ href: "" }),
  http: () => Promise.reject(new Error("a chart fetches nothing")),
  file: () => Promise.reject(new Error("a chart reads no files")),
});

/** Vega calls a logger's methods with another `this`: closures. */
const collectingLogger = (messages: string[]) => {
  const note = (...parts: readonly unknown[]) => {
    messages.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
    return logger;
  };
  let threshold: number = Warn;
  const logger = {
    level: (value?: number) => {
      if (value === undefined) return threshold;
      threshold = value;
      return logger;
    },
    error: note,
    warn: note,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
};

let faces: ChartFaces | undefined;

/** Vega guesses widths as 0.8 × length × size; here it measures in the faces of the page. */
textMetrics.width = (item: TextItem, value: unknown): number => {
  const text = value == null ? "" : String(value).trim();
  const size = item.fontSize ?? 11;
  if (!faces || text === "" || !(size > 0)) return 0;
  const width = textWidth(text, size, weightOf(item.fontWeight), faces);
  return item.limit && item.limit > 0 ? Math.min(width, item.limit) : width;
};

/**
 * Draws a whole Vega-Lite specification, or throws `TooMuchWork` when the budget is spent. Not to be called again before
 * it has ended: Vega's text metrics are global.
 */
export const renderScene = async (spec: object, chartFaces: ChartFaces, budget: Budget): Promise<Scene> => {
  const warnings: string[] = [];
  const logger = collectingLogger(warnings);
  faces = chartFaces;
  const compiled = compile(spec as TopLevelSpec, { logger: logger as never }).spec;
  const runtime = parse(compiled, undefined as unknown as Config, { ast: true });
  const view = new View(runtime, {
    loader: refusingLoader(),
    logger: logger as never,
    expr: countingInterpreter(budget),
    renderer: "none",
  } as ConstructorParameters<typeof View>[1]);
  try {
    await view.runAsync();
    // Vega logs what is thrown while it runs.
    if (budget.isSpent) throw new TooMuchWork();
    resetSVGDefIds();
    const svg = await view.toSVG();
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    const [x, y] = view.origin() as [number, number];
    const root = (view.scenegraph() as unknown as { root: SceneItem }).root;
    return { svg, width: Number(width), height: Number(height), root, origin: [x, y], warnings };
  } finally {
    view.finalize();
    faces = undefined;
  }
};
