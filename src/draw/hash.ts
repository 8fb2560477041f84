import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { columnHeads } from "../model/chart-table.ts";
import type { Picture } from "../model/picture.ts";
import { textHeight } from "../model/style.ts";
import type { Job } from "./picture.ts";

/** Raised when the program draws the same chart in another way, or asks more of a picture: kept ones are not looked at again. */
const drawing = 7;
/** The pinned versions of what draws; package.json stands beside dist/ and above src/. */
const versions = (): Readonly<Record<string, string | undefined>> => {
  const file = import.meta.url.endsWith(".ts") ? "../../package.json" : "../package.json";
  const { dependencies } = createRequire(import.meta.url)(file) as { dependencies: Record<string, string> };
  return Object.fromEntries(
    ["vega", "vega-lite", "@resvg/resvg-wasm", "fontkit"].map((name) => [name, dependencies[name]]),
  );
};

/** Hash of all that a picture is made of: chart, tokens, faces, language, width, and the versions that draw. */
export const pictureHash = ({ chart, language, style, faces, width }: Job): string => {
  const { language: tag, script, fonts, numbers, messages } = language;
  const made = {
    drawing,
    versions: versions(),
    // Where a chart stands in the sources does not show in the picture.
    chart: { spec: chart.spec, panels: chart.panels, rows: chart.rows },
    style: { chart: style.chart, colours: style.colours, rules: style.rules, height: textHeight(style) },
    language: {
      tag,
      script,
      fonts: fonts.head,
      grouping: numbers.grouping,
      minus: numbers.minus,
      scalesDiffer: messages["chart.scales-differ"],
      heads: columnHeads(language),
    },
    faces: faces.map((face) => [face.family, face.weight, face.style, face.scripts, face.sha256]),
    width,
  };
  return createHash("sha256").update(JSON.stringify(made)).digest("hex");
};

const sum = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A picture as bytes for a cache, and back; `undefined` for bytes that are not whole. */
export const encodePicture = (picture: Picture): Uint8Array => {
  const body = JSON.stringify({ ...picture, png: Buffer.from(picture.png).toString("base64") });
  return Buffer.from(`${sum(body)}\n${body}`);
};
export const decodePicture = (bytes: Uint8Array): Picture | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end < 0 || sum(body) !== text.slice(0, end)) return undefined;
  const picture = JSON.parse(body) as Omit<Picture, "png"> & { readonly png: string };
  return { ...picture, png: new Uint8Array(Buffer.from(picture.png, "base64")) };
};
