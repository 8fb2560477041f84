import type { BlockContent, DefinitionContent, Paragraph, Table as TableNode, TableRow } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { isBlank } from "../model/characters.ts";
import type { Block, Chart, Figure, Inline, Row, Table } from "../model/document.ts";
import type { Place } from "../model/place.ts";
import { didYouMean } from "../model/suggest.ts";
import { inlineText } from "../model/text.ts";
import { placeOf, sourceOf } from "../template/markdown.ts";
import { placeholder, type Rope } from "../template/rope.ts";
import { namedKeys } from "./chart.ts";
import { headUnit } from "./head-units.ts";
import { filled, inlines, type Manuscript } from "./inlines.ts";

type Content = BlockContent | DefinitionContent;
const isLabel = (node: Content): node is Paragraph =>
  node.type === "paragraph" && node.data !== undefined && "directiveLabel" in node.data;

/** Caption, note and source line of a container directive, and what else it holds. */
const partsOf = (node: ContainerDirective, manuscript: Manuscript) => {
  const lines: Partial<Record<"note" | "source", readonly Inline[]>> = {};
  let caption: readonly Inline[] = [];
  const rest: Content[] = [];
  for (const child of node.children) {
    if (isLabel(child)) caption = inlines(child.children, manuscript);
    else if (child.type === "leafDirective" && (child.name === "note" || child.name === "source"))
      lines[child.name] = filled(`::${child.name}`, child, inlines(child.children, manuscript), manuscript);
    else rest.push(child);
  }
  return { caption, lines, rest };
};

const numbered = (
  kind: "figure" | "table",
  id: string,
  node: LeafDirective | ContainerDirective,
  manuscript: Manuscript,
): string => {
  const { assembly, rope } = manuscript;
  const number = assembly.next(kind);
  const { headings } = assembly.language;
  const place = placeOf(node, rope);
  const text = assembly.pattern(headings.references[kind], number, place);
  assembly.label(id, { kind, number: [number], text }, headings[kind]);
  return assembly.pattern(headings[kind], number, place);
};

const checkAttributes = (
  node: LeafDirective | ContainerDirective,
  known: readonly string[],
  manuscript: Manuscript,
): void => {
  for (const name of Object.keys(node.attributes ?? {}))
    if (!known.includes(name))
      manuscript.assembly.fault(
        "unknown-option",
        `${node.name} has no attribute "${name}"`,
        placeOf(node, manuscript.rope),
        didYouMean(name, known),
      );
};

/** The chart of a figure and its text alternative. Reports `unknown-chart`. */
const chartBody = (
  name: string | null | undefined,
  id: string,
  place: Place,
  manuscript: Manuscript,
): Pick<Figure, "body" | "alt" | "said"> => {
  const { assembly } = manuscript;
  const source = name ? assembly.charts.get(name) : undefined;
  if (!source && !(name && assembly.isUnread("charts", name))) {
    const message = name ? `there is no chart "${name}"` : `the figure "${id}" names no chart and no image`;
    const more = name ? didYouMean(name, assembly.charts.keys()) : { hint: "add chart=name or image=name" };
    assembly.fault("unknown-chart", message, place, more);
  }
  const resolved = source && assembly.resolveChart(source, id);
  // A figure whose chart is faulty keeps its place, so that the languages are compared by what was meant.
  const keys = source && !resolved ? namedKeys(source.spec, assembly.figures) : [];
  const nothing = { spec: null, panels: [], rows: [], notes: [], alternatives: [], values: [] };
  const body: Chart = { type: "chart", name: name ?? "", place, ...nothing, keys };
  return resolved ? { body: resolved.chart, ...resolved.alternative } : { body, alt: "" };
};

/** Where a directive says its text alternative, without the quotation marks. */
const altPlaceOf = (node: LeafDirective | ContainerDirective, rope: Rope): Place | undefined => {
  const [line = ""] = sourceOf(node, rope).split("\n");
  const found = [...line.matchAll(/(?<=[\s{]alt=")[^"]+|(?<=[\s{]alt=')[^']+/g)].at(-1);
  const start = (node.position?.start.offset ?? 0) + (found?.index ?? 0);
  return found && rope.placeOf(start, start + found[0].length);
};

/** An image and its text alternative. Reports `unknown-image`, `missing-alt-text`, `bad-option`. */
const imageBody = (
  name: string,
  node: LeafDirective | ContainerDirective,
  id: string,
  manuscript: Manuscript,
): Pick<Figure, "body" | "alt"> => {
  const { assembly, rope } = manuscript;
  const attributes = node.attributes ?? {};
  const place = placeOf(node, rope);
  const altPlace = altPlaceOf(node, rope);
  if (!assembly.images.has(name) && !assembly.isUnread("images", name))
    assembly.fault("unknown-image", `there is no image "${name}"`, place, {
      hint: "put it into the folder images/ of the issue",
      ...didYouMean(name, assembly.images.keys()),
    });
  if (attributes.chart)
    assembly.fault("bad-option", `the figure "${id}" names a chart and an image`, place, { hint: "keep one of them" });
  const alt = attributes.alt?.trim() ?? "";
  if (isBlank(alt))
    assembly.fault("missing-alt-text", `the image "${name}" has no text for those who cannot see it`, place, {
      hint: 'say what it shows: alt="…", in the language of the prose',
    });
  if (alt.includes(placeholder))
    assembly.fault("bad-option", "the text alternative of an image cannot print a figure", place, {
      hint: "print it in the caption",
    });
  const width = attributes.width === undefined ? undefined : Number(attributes.width);
  if (width !== undefined && !(width > 0))
    assembly.fault("bad-option", `width="${attributes.width}" is no width in mm`, place);
  const wide = width !== undefined && width > 0;
  return { body: { type: "image", name, place, ...(altPlace && { altPlace }), ...(wide && { width }) }, alt };
};

/**
 * `::figure[Caption]{#id chart=name}`, `::figure[Caption]{#id image=name alt="…" width=80}`, or `:::figure…` with
 * `::note[…]` and `::source[…]` inside.
 */
export const figure = (node: LeafDirective | ContainerDirective, manuscript: Manuscript): readonly Block[] => {
  const { assembly, rope } = manuscript;
  const place = placeOf(node, rope);
  const attributes = node.attributes ?? {};
  const known = attributes.image ? ["id", "image", "alt", "width", "chart"] : ["id", "chart", "image"];
  checkAttributes(node, known, manuscript);
  const id = assembly.claim(attributes.id, "figure", place);
  const { caption, lines, rest } =
    node.type === "leafDirective"
      ? { caption: inlines(node.children, manuscript), lines: {}, rest: [] }
      : partsOf(node, manuscript);
  if (isBlank(inlineText(caption)))
    assembly.fault("missing-caption", `the figure "${id}" has no caption`, place, {
      hint: "write ::figure[Caption]{…}",
    });
  for (const child of rest)
    assembly.fault(
      "unsupported-markdown",
      `a figure holds ::note and ::source, not ${child.type}`,
      placeOf(child, rope),
    );
  const prefix = numbered("figure", id, node, manuscript);
  const content = attributes.image
    ? imageBody(attributes.image, node, id, manuscript)
    : chartBody(attributes.chart, id, place, manuscript);
  const block: Figure = { type: "figure", place, id, prefix, caption, ...lines, ...content };
  return [block];
};

const aligns = { left: "start", center: "center", right: "end" } as const;

/** `:::table[Caption]{#id}` around a Markdown table. */
export const table = (node: ContainerDirective, manuscript: Manuscript): readonly Block[] => {
  const { assembly, rope } = manuscript;
  const place = placeOf(node, rope);
  checkAttributes(node, ["id"], manuscript);
  const id = assembly.claim(node.attributes?.id, "table", place);
  const { caption, rest } = partsOf(node, manuscript);
  if (isBlank(inlineText(caption)))
    assembly.fault("missing-caption", `the table "${id}" has no caption`, place, {
      hint: "write :::table[Caption]{…}",
    });
  const grids = rest.filter((child): child is TableNode => child.type === "table");
  const [grid] = grids;
  if (!grid || grids.length !== 1 || rest.length !== 1) {
    assembly.fault("bad-table", `:::table holds exactly one Markdown table`, place);
    return [];
  }
  const width = grid.children[0]?.children.length ?? 0;
  const units = (grid.children[0]?.children ?? []).map(headUnit);
  const rows = grid.children.map((row, line): Row => {
    const at = placeOf(row, rope);
    if (row.children.length !== width)
      assembly.fault("bad-table", `this row has ${row.children.length} cells, the head has ${width}`, at);
    return {
      place: at,
      id: "",
      cells: row.children.map((cell, column) => {
        const where = line === 0 ? { inHead: true } : { unit: units[column] };
        return { place: placeOf(cell, rope), id: "", children: inlines(cell.children, { ...manuscript, ...where }) };
      }),
    };
  });
  if (rows.length === 1) assembly.fault("bad-table", `the table "${id}" has no rows`, place);
  for (const [index, row] of rows.entries())
    if (row.cells.every(({ children }) => isBlank(inlineText(children))))
      filled("this row", grid.children[index] as TableRow, [], manuscript);
  const block: Table = {
    type: "table",
    place,
    id,
    prefix: numbered("table", id, node, manuscript),
    caption,
    columns: Array.from({ length: width }, (_, index) => ({ align: aligns[grid.align?.[index] ?? "left"] })),
    head: rows.slice(0, 1),
    rows: rows.slice(1),
  };
  return [block];
};
