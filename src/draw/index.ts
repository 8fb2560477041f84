import type { Chart } from "../model/document.ts";
import type { Face } from "../model/face.ts";
import type { Figures } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import { jsonPlaces } from "../model/json-place.ts";
import type { Language } from "../model/language.ts";
import type { Picture, PictureCache } from "../model/picture.ts";
import type { ChartSource } from "../model/source.ts";
import type { Style } from "../model/style.ts";
import type { Fault } from "./fault.ts";
import { decodePicture, encodePicture, pictureHash } from "./hash.ts";
import { checkLimits, type Limits, limits } from "./limits.ts";
import type { Job } from "./picture.ts";
import { drawInThread } from "./thread.ts";

export type { PictureCache } from "../model/picture.ts";
export { rasterImages } from "./images.ts";

export type DrawContext = {
  readonly language: Language;
  readonly style: Style;
  readonly faces: readonly Face[];
  /** Width of the text column in pt: what the picture fills. */
  readonly width: number;
  readonly cache?: PictureCache;
  /** Other limits than those that hold for all charts, for tests. */
  readonly limits?: Partial<Limits>;
  /** Specifications and figures as written, so that findings have a line. */
  readonly source?: { readonly charts: ReadonlyMap<string, ChartSource>; readonly figures: Figures };
};

const reportFaults = (faults: readonly Fault[], chart: Chart, source: DrawContext["source"], report: Report): void => {
  const written = source?.charts.get(chart.name);
  const places = written && jsonPlaces(written.file, written.text);
  for (const { rule, message, path, of, key, hint } of faults) {
    const figure = source?.figures.get(key?.replace(/\.prior$/, "") ?? "");
    report({
      severity: "error",
      rule,
      message: `${chart.name}: ${message}`,
      place: places?.(path, of) ?? chart.place,
      ...(hint !== undefined && { hint }),
      ...(figure && { related: [{ message: `${figure.key} stands here`, place: figure.place }] }),
    });
  }
};

/**
 * Draws a chart in the faces of the page, as wide as the text column, or reports why it must not be printed. The same
 * chart gives the same bytes, whatever was drawn before. Vega is loaded only when a picture has to be drawn.
 *
 * Reports what the gates before and after drawing find; each is an error, and there is no picture then.
 */
export const draw = async (chart: Chart, context: DrawContext, report: Report): Promise<Picture | undefined> => {
  const { language, style, faces, width, cache, source } = context;
  const faults: Fault[] = [];
  const allowed = { ...limits, ...context.limits };
  if (!checkLimits(chart, allowed, (fault) => void faults.push(fault))) {
    reportFaults(faults, chart, source, report);
    return undefined;
  }
  const job: Job = { chart, language, style, faces, width, limits: allowed };
  const hash = pictureHash(job);
  const kept = await cache?.get(hash);
  const known = kept && decodePicture(kept);
  if (known) return known;
  const { picture, faults: found } = await drawInThread(job);
  reportFaults(found, chart, source, report);
  if (picture) await cache?.set(hash, encodePicture(picture));
  return picture;
};
