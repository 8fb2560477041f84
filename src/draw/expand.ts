import type { Json } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import type { Columns } from "./columns.ts";
import { withDomains } from "./domains.ts";
import type { Note } from "./fault.ts";
import { isObject, type JsonObject, partsOf } from "./json.ts";

/**
 * How panels stand: below each other, side by side, or wrapped after a number of columns. The widths of all panels are
 * equal and fill the column.
 */
export type Layout = {
  readonly spec: JsonObject;
  readonly columns: number;
  /** Whether words of the specification stand in the row of the heads, and no head does: room for the legend. */
  readonly roomInHeadRow: boolean;
};

const panelField = "panel";
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** "shared" or "independent" scales of an axis, as `resolve` says; Vega-Lite shares those of facets. */
const isShared = (spec: JsonObject, channel: "x" | "y"): boolean =>
  objectOf(objectOf(spec.resolve).scale)[channel] !== "independent";

/** An axis that another panel of the row or column already names keeps its line and loses its words. */
const withoutWords = (view: JsonObject, channel: "x" | "y"): JsonObject => {
  const encoding = objectOf(view.encoding);
  const own = encoding[channel];
  const silenced =
    isObject(own) && own.field !== undefined && own.axis !== null
      ? { ...own, title: null, axis: { ...objectOf(own.axis), labels: false, title: null } }
      : own;
  return {
    ...view,
    ...(silenced !== undefined && { encoding: { ...encoding, [channel]: silenced } }),
    ...(Array.isArray(view.layer) && {
      layer: view.layer.map((layer: Json) => withoutWords(objectOf(layer), channel)),
    }),
  };
};

/** Distance of a panel's head from its marks, pt. */
const headGap = 6;

/** Where the layers of a specification's panels are written, in the order in which they are drawn. */
export const layerPaths = (spec: Json): readonly JsonPath[] => {
  const leaves = (view: JsonObject, path: JsonPath): readonly JsonPath[] =>
    Array.isArray(view.layer)
      ? view.layer.flatMap((inner: Json, index) => leaves(objectOf(inner), [...path, "layer", index]))
      : [path];
  const whole = objectOf(spec);
  return whole.facet === undefined ? leaves(whole, []) : leaves(objectOf(whole.spec), ["spec"]);
};

/** Shared encodings given to each layer, so that the head is not drawn by them. */
const layersOf = (view: JsonObject, shared: JsonObject = {}): readonly JsonObject[] => {
  const encoding = { ...shared, ...objectOf(view.encoding) };
  if (!Array.isArray(view.layer)) return [{ ...view, encoding }];
  const { transform, layer } = view;
  return layer.flatMap((inner: Json) =>
    layersOf(objectOf(inner), encoding).map((own) =>
      Array.isArray(transform)
        ? { ...own, transform: [...transform, ...(Array.isArray(own.transform) ? own.transform : [])] }
        : own,
    ),
  );
};

/** Whether a view prints numbers in the unit of its panel: those of the rows, or those of an axis. */
const printsNumbers = (view: JsonObject): boolean =>
  [...partsOf(view)].some(([path, value]) => {
    if (typeof value === "string")
      return (path.at(-1) === "field" && value === "text") || /\bdatum\.text\b/.test(value);
    return isObject(value) && value.type === "quantitative" && typeof value.field === "string" && value.axis !== null;
  });

const isHeaded = (view: JsonObject, row: Columns | undefined): boolean =>
  row !== undefined && row.panel !== "" && (row.panel_title !== "" || printsNumbers(view));

/** Whether a view has words above its panel. */
const hasWordsAbove = (view: JsonObject): boolean =>
  [...partsOf(view)].some(
    ([path, value]) =>
      path.at(-1) === "y" && path.at(-2) === "encoding" && isObject(value) && Number(value.value ?? 0) <= -headGap,
  );

/** A panel with its head above its first corner: the title with the unit, or the unit alone. */
const withHead = (view: JsonObject, row: Columns | undefined): JsonObject => {
  const { width, height, transform, layer: _, encoding: __, mark: ___, ...rest } = view;
  const { transform: ____, ...bare } = view;
  const head = {
    transform: [{ filter: { field: "first", equal: true } }],
    mark: { type: "text", style: row?.panel_title === "" ? "unit" : "panel" },
    encoding: { x: { value: 0 }, y: { value: -headGap }, text: { field: panelField } },
  };
  return {
    ...(Array.isArray(view.layer) ? rest : {}),
    ...(transform !== undefined && { transform }),
    ...(height !== undefined && { height }),
    ...(width !== undefined && { width }),
    layer: [...layersOf(Array.isArray(view.layer) ? bare : withoutSize(bare)), ...(isHeaded(view, row) ? [head] : [])],
  };
};
const withoutSize = ({ width: _, height: __, ...view }: JsonObject): JsonObject => view;

/** The facet's field and its direction. Reports `facet-field`. */
const readFacet = (spec: JsonObject, note: Note) => {
  const facet = objectOf(spec.facet);
  const direction = facet.row !== undefined ? "row" : facet.column !== undefined ? "column" : "wrap";
  const field = objectOf(direction === "wrap" ? facet : facet[direction]);
  if (field.field !== panelField || (facet.row !== undefined && facet.column !== undefined))
    note({
      rule: "facet-field",
      message: 'panels are made of the column "panel", in rows or in columns',
      path: ["facet"],
      hint: 'write "facet": { "row": { "field": "panel" } } and list the panels under usermeta.figures',
    });
  return { direction, hasTitles: field.header !== null } as const;
};

/**
 * Facets as a concatenation of panels with their own titles: layered facets with scales of their own are beyond
 * Vega-Lite's facet operator. A chart without facet is one panel.
 */
export const expandPanels = (spec: JsonObject, rows: readonly Columns[], width: number, note: Note): Layout => {
  const { facet: _, spec: inner, resolve, columns, ...top } = spec;
  if (spec.facet === undefined) {
    const { data, params, transform, resolve: shared, ...view } = top;
    const panel = {
      ...withHead(
        withDomains(view, () => rows),
        rows[0],
      ),
      ...(shared !== undefined && { resolve: shared }),
      width,
    };
    return {
      spec: {
        data: data ?? null,
        params: params ?? [],
        ...(transform !== undefined && { transform }),
        concat: [panel],
        columns: 1,
      },
      columns: 1,
      roomInHeadRow: !isHeaded(view, rows[0]) && hasWordsAbove(view),
    };
  }
  const { direction, hasTitles } = readFacet(spec, note);
  const panels = [...new Set(rows.map((row) => String(row[panelField])))];
  const across =
    direction === "row"
      ? 1
      : direction === "column"
        ? panels.length
        : Math.min(panels.length, Number(columns ?? panels.length));
  const view = objectOf(inner);
  const children = panels.map((panel, index) => {
    const own = rows.filter((row) => row[panelField] === panel);
    const isOwn = (channel: string): boolean =>
      channel.endsWith("Offset") || ((channel === "x" || channel === "y") && !isShared(spec, channel));
    const complete = withDomains(view, (channel) => (isOwn(channel) ? own : rows));
    const besideAnother = direction !== "row" && index % across > 0 && isShared(spec, "y");
    const aboveAnother = direction !== "column" && index + across < panels.length && isShared(spec, "x");
    const beside = besideAnother ? withoutWords(complete, "y") : complete;
    const child = aboveAnother ? withoutWords(beside, "x") : beside;
    const transform = Array.isArray(child.transform) ? child.transform : [];
    return {
      ...withHead(child, hasTitles ? rows.find((row) => row[panelField] === panel) : undefined),
      transform: [{ filter: { field: panelField, equal: panel } }, ...transform],
      width,
    };
  });
  const scale = {
    x: isShared(spec, "x") ? "shared" : "independent",
    y: isShared(spec, "y") ? "shared" : "independent",
  };
  const resolved = { ...objectOf(resolve), scale: { ...objectOf(objectOf(resolve).scale), ...scale } };
  return {
    spec: { ...top, resolve: resolved, concat: children, columns: across },
    columns: across,
    roomInHeadRow: false,
  };
};
