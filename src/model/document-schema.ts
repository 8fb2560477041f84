import { z } from "zod";
import type { Block, Document, Inline, Section } from "./document.ts";
import { factKinds } from "./fact.ts";

/**
 * A document as JSON, strict throughout: a composed document passes unchanged through JSON and this schema, so that a
 * later version of the tool, or another program, knows what it reads (`whitepaper schema document`).
 */

const count = z.int().nonnegative();
const position = z.int().positive();
const id = z.string().min(1);
const key = z.string().min(1);
const lang = z.string().min(1);

const pointSchema = z.strictObject({ line: position, column: position });
export const placeSchema = z.strictObject({
  file: z.string().describe("Relative to the project, with /"),
  page: position.exactOptional().describe("Physical page of a finished PDF"),
  line: position,
  column: position.describe("In UTF-16 units"),
  end: pointSchema.exactOptional().describe("Behind its last character, where that stands in the same file"),
});
const node = { place: placeSchema };

const factSchema = z.strictObject({ kind: z.enum(factKinds), of: z.array(key).min(1), outcome: z.string() });

const inlineList = z.lazy((): z.ZodType<readonly Inline[]> => z.array(inlineSchema));
const blockList = z.lazy((): z.ZodType<readonly Block[]> => z.array(blockSchema));

const span = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...node, children: inlineList });

const inlineSchema: z.ZodType<Inline> = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    ...node,
    text: z.string(),
    parts: z.array(z.strictObject({ at: count, place: placeSchema })).exactOptional(),
  }),
  z.strictObject({
    type: z.literal("value"),
    ...node,
    id,
    key,
    also: z.array(key).exactOptional(),
    form: z.string(),
    asked: z.record(z.string(), z.string()).exactOptional(),
    facts: z.array(factSchema).exactOptional(),
    said: z.array(z.enum(["sign", "approximation", "scale"])).exactOptional(),
    text: z.string(),
  }),
  span("emphasis"),
  span("strong"),
  span("superscript"),
  span("subscript"),
  z.strictObject({ type: z.literal("foreign"), ...node, lang, children: inlineList }),
  z.strictObject({ type: z.literal("link"), ...node, url: z.string(), children: inlineList }),
  z.strictObject({
    type: z.literal("reference"),
    ...node,
    target: z.string(),
    show: z.enum(["label", "title", "page", "note"]),
    text: z.string(),
  }),
  z.strictObject({ type: z.literal("note"), ...node, id, number: position, children: inlineList }),
  z.strictObject({ type: z.literal("break"), ...node }),
]);

const sectionSchema: z.ZodType<Section> = z.strictObject({
  type: z.literal("section"),
  ...node,
  id,
  level: position,
  head: z.enum(["display", "run-in", "none"]),
  prefix: z.string(),
  title: inlineList,
  suffix: z.string(),
  children: blockList,
});

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const chartRowSchema = z.strictObject({
  key,
  panel: count,
  category: z.string(),
  series: z.strictObject({ id, name: z.string(), implied: z.literal(true).exactOptional() }),
  status: z.enum(["stated", "derived", "not-published"]),
  value: decimal.nullable(),
  text: z.string(),
  full: z.string(),
  share: z.strictObject({ value: decimal, text: z.string() }).exactOptional(),
  change: z.strictObject({ text: z.string(), rated: z.boolean() }).exactOptional(),
});
const panelSchema = z.strictObject({
  id,
  title: z.string(),
  head: z.string(),
  unit: z.string(),
  scale: z.number().positive(),
});
const chartSchema = z.strictObject({
  type: z.literal("chart"),
  name: z.string(),
  ...node,
  spec: z.json(),
  panels: z.array(panelSchema),
  rows: z.array(chartRowSchema),
  notes: z.array(z.string()),
  alternatives: z.array(z.string()),
  values: z.array(z.strictObject({ id, key, of: z.enum(["value", "change", "share"]), row: count, text: z.string() })),
  keys: z.array(key),
});
const imageSchema = z.strictObject({
  type: z.literal("image"),
  name: z.string(),
  ...node,
  altPlace: placeSchema.exactOptional(),
  width: z.number().positive().exactOptional(),
});

const rowsSchema = z.array(
  z.strictObject({ ...node, id, cells: z.array(z.strictObject({ ...node, id, children: inlineList })) }),
);

const blockSchema: z.ZodType<Block> = z.union([
  sectionSchema,
  z.strictObject({ type: z.literal("paragraph"), ...node, id, children: inlineList }),
  z.strictObject({
    type: z.literal("list"),
    ...node,
    id,
    ordered: z.boolean(),
    start: z.int(),
    items: z.array(z.strictObject({ ...node, id, children: blockList })),
  }),
  z.strictObject({ type: z.literal("quote"), ...node, id, children: blockList }),
  z.strictObject({
    type: z.literal("figure"),
    ...node,
    id,
    prefix: z.string(),
    caption: inlineList,
    note: inlineList.exactOptional(),
    source: inlineList.exactOptional(),
    alt: z.string(),
    said: z.array(z.strictObject({ id, at: count })).exactOptional(),
    body: z.discriminatedUnion("type", [chartSchema, imageSchema]),
  }),
  z.strictObject({
    type: z.literal("table"),
    ...node,
    id,
    prefix: z.string(),
    caption: inlineList,
    columns: z.array(z.strictObject({ align: z.enum(["start", "center", "end"]) })),
    head: rowsSchema,
    rows: rowsSchema,
  }),
]);

export const documentSchema: z.ZodType<Document> = z.strictObject({
  version: z.literal(1),
  lang: lang.describe("BCP 47"),
  issue: z.string(),
  title: z.string(),
  issuer: z.string(),
  date: z.string().describe("As printed"),
  sections: z.array(sectionSchema),
  labels: z.record(
    z.string(),
    z.strictObject({ kind: z.enum(["section", "figure", "table"]), number: z.array(z.int()), text: z.string() }),
  ),
  incomplete: z
    .literal(true)
    .exactOptional()
    .describe("A template of it could not be read: what is missing may only be missing for that"),
  unresolved: z
    .array(z.string())
    .exactOptional()
    .describe("What its templates name and could not print; it stands in the text as [[name]]"),
  choices: z.array(
    z.strictObject({ ...node, fact: factSchema, branch: z.enum(["first", "else"]), blocks: z.array(id) }),
  ),
  lastNumbers: z.record(z.string(), position),
});
