import type { Json } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import type { RuleName } from "../model/rules/index.ts";
import { didYouMean } from "../model/suggest.ts";
import { styleNames } from "./config.ts";
import type { Note } from "./fault.ts";
import { isObject, partsOf } from "./json.ts";
import { limits } from "./limits.ts";

const translucent = [
  "transparency",
  "what shines through prints otherwise than it looks; use a lighter colour",
] as const;

/** Why a member of a specification is refused, by its name. */
const members: Readonly<Record<string, readonly [rule: RuleName, message: string]>> = {
  url: ["outside-data", "a chart fetches nothing: its rows are the figures of the data file"],
  href: ["outside-data", "a chart holds no links"],
  datasets: ["outside-data", "a chart has no data of its own: its rows are the figures of the data file"],
  sequence: ["outside-data", "a chart makes no rows: its rows are the figures of the data file"],
  sphere: ["outside-data", "a chart makes no rows: its rows are the figures of the data file"],
  graticule: ["outside-data", "a chart makes no rows: its rows are the figures of the data file"],
  projection: ["not-supported", "maps are not drawn"],
  select: ["not-supported", "a printed chart has nothing to select"],
  bind: ["not-supported", "a printed chart has nothing to operate"],
  timeUnit: ["not-supported", "times are not computed: years are categories"],
  impute: ["not-supported", "nothing is filled in: what is not published stays empty"],
  aggregate: ["not-supported", "figures are drawn as stated, never added up or averaged"],
  bin: ["not-supported", "figures are drawn as stated, never put into classes"],
  repeat: ["not-supported", "use facet with the field panel"],
  concat: ["not-supported", "use facet with the field panel"],
  vconcat: ["not-supported", "use facet with the field panel"],
  hconcat: ["not-supported", "use facet with the field panel"],
  opacity: translucent,
  fillOpacity: translucent,
  strokeOpacity: translucent,
  config: ["style-in-chart", "sizes and colours come from style.yaml"],
  font: ["style-in-chart", "faces come from the language"],
  background: ["style-in-chart", "a chart stands on the page's ground"],
};
/** Kinds of transform that keep every row what it is: a figure. */
const transforms = new Set(["filter", "calculate", "stack"]);
const scaleTypes = new Set(["linear", "band", "point", "ordinal"]);
const markTypes = new Set(["bar", "line", "area", "point", "circle", "square", "tick", "text", "rule", "arc"]);
/** Colours that name no ink. */
const inkless = new Set(["transparent", "none"]);
const colourMember = /^(color|fill|stroke)$|Color$/;
const sizeMember = /FontSize$|^fontSize$|Font$/;

const namedRows = 'write "data": { "name": "figures" }';

const inUsermeta = (path: JsonPath): boolean => path[0] === "usermeta";
const literalOf = (value: Json): Json | undefined => (isObject(value) ? value.value : value);

/**
 * What a specification must not contain although Vega-Lite knows it: other data, links, interaction, computed numbers,
 * scales that are not linear, and sizes and colours of its own.
 *
 * Reports `outside-data`, `not-supported`, `transparency`, `style-in-chart`, `unknown-style`, `not-linear`,
 * `chart-too-large`.
 */
export const checkForbidden = (spec: Json, note: Note): void => {
  for (const [path, value] of partsOf(spec)) {
    if (inUsermeta(path)) continue;
    const [name, above] = [String(path.at(-1) ?? ""), path.at(-2)];
    const fault = (rule: RuleName, message: string, hint?: string, of: "key" | "value" = "key"): void =>
      note({ rule, message, path, of, ...(hint && { hint }) });
    const refused = Object.hasOwn(members, name) && typeof path.at(-1) === "string" ? members[name] : undefined;
    if (refused && !(name === "aggregate" && above === "sort")) fault(...refused);
    if (name === "data" && path.length > 1) fault("outside-data", "a chart has one set of rows, named at its top");
    if (name === "data" && path.length === 1 && !(isObject(value) && Object.keys(value).join() === "name"))
      fault("outside-data", "a chart draws the figures of the data file and nothing else", namedRows, "value");
    if (name === "tickCount" && Number(value) > limits.ticks)
      fault("chart-too-large", `an axis has at most ${limits.ticks} ticks`, undefined, "value");
    if (above === "transform" && isObject(value)) {
      const kind = Object.keys(value).find((key) => transforms.has(key));
      if (!kind)
        fault(
          "not-supported",
          `of transforms, only ${[...transforms].join(", ")} keep figures as stated`,
          undefined,
          "value",
        );
    }
    if (name === "type" && above === "scale" && typeof value === "string" && !scaleTypes.has(value))
      fault(
        "not-linear",
        `a ${value} scale draws figures out of proportion`,
        "give magnitudes that differ panels of their own",
      );
    const mark = name === "mark" ? (isObject(value) ? value.type : value) : undefined;
    if (typeof mark === "string" && !markTypes.has(mark))
      fault("not-supported", `${mark} marks are not drawn`, `one of ${[...markTypes].join(", ")}`, "value");
    if (sizeMember.test(name)) fault("style-in-chart", `${name}: type sizes come from style.yaml`, "use mark styles");
    const colour = colourMember.test(name) ? literalOf(value) : undefined;
    if (typeof colour === "string" && !inkless.has(colour))
      fault(
        "style-in-chart",
        `${name}: colours come from style.yaml`,
        "use mark styles, or a scale with the range category or ordinal",
      );
    if (name === "style")
      for (const style of Array.isArray(value) ? value : [value])
        if (typeof style === "string" && !styleNames.includes(style))
          note({
            rule: "unknown-style",
            message: `there is no style "${style}"`,
            path,
            ...didYouMean(style, styleNames),
          });
  }
};
