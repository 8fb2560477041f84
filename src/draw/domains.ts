import type { Json } from "../model/document.ts";
import type { Columns } from "./columns.ts";
import { isObject, type JsonObject } from "./json.ts";

/** Channels that place or colour rows by their names. */
const channels = ["x", "y", "xOffset", "yOffset", "color", "fill", "stroke", "shape"] as const;
type Channel = (typeof channels)[number];

/** Columns that name rows; those of a panel stand in the order of the rows. */
const names = new Set(["category", "series", "series_id"]);
/** Columns of numbers that scales are made for. */
const numbers = new Set(["value", "scaled", "share"]);

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** Whether an author has said what a scale runs over. */
const isDeclared = (scale: JsonObject): boolean =>
  ["domain", "domainMin", "domainMax"].some((name) => scale[name] !== undefined);

/**
 * A channel with the whole domain of its scale: names in the order of the rows, though some have nothing drawn (Vega
 * leaves rows without a value out, and puts them last); and where all numbers are zero, one that has room above it,
 * because zero would stand in the middle.
 */
const withDomain = (definition: JsonObject, rows: readonly Columns[]): JsonObject => {
  const { field, sort, type, scale } = definition;
  if (typeof field !== "string" || scale === null || isDeclared(objectOf(scale))) return definition;
  if (type === "quantitative") {
    const values = rows.flatMap((row) => (typeof row[field] === "number" ? [row[field]] : []));
    const isFlat = numbers.has(field) && values.every((value) => value === 0);
    return isFlat ? { ...definition, scale: { ...objectOf(scale), domain: [0, 1] } } : definition;
  }
  if (!names.has(field) || (sort !== null && sort !== undefined)) return definition;
  const domain = [...new Set(rows.map((row) => String(row[field] ?? "")))];
  return { ...definition, sort: null, scale: { ...objectOf(scale), domain } };
};

/** A view whose scales run over the rows of `of`: those of the panel, or of all panels where they share the scale. */
export const withDomains = (view: JsonObject, of: (channel: Channel) => readonly Columns[]): JsonObject => {
  const encoding = objectOf(view.encoding);
  const completed = Object.fromEntries(
    channels.flatMap((channel) => {
      const definition = encoding[channel];
      return isObject(definition) ? [[channel, withDomain(definition, of(channel))]] : [];
    }),
  );
  return {
    ...view,
    ...(view.encoding !== undefined && { encoding: { ...encoding, ...completed } }),
    ...(Array.isArray(view.layer) && { layer: view.layer.map((layer: Json) => withDomains(objectOf(layer), of)) }),
  };
};
