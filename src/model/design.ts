import { z } from "zod";

/**
 * Tokens of the page's parts: figures, tables, notes, contents, openers, covers. Lengths in pt, in em of the type beside
 * them, or as shares of the page's height, as each says; colours by name.
 */

const length = z.number().nonnegative();
const share = z.number().min(0).max(1);
const align = z.enum(["start", "center"]);
const colours = <Names extends readonly string[]>(...names: Names) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Names[number], z.ZodString>);

const figure = z.strictObject({
  /** Where picture, caption, note and source stand in the column. */
  align,
  /** Space above and below, in lines of the baseline grid. */
  space: length,
  /** A page that a figure leaves open by more lines than this is filled with the text behind it; the figure begins the next. */
  gap: length,
  /** What says that a picture is missing. */
  colour: z.string(),
});

const table = z.strictObject({
  /** Where the caption stands in the column. */
  align,
  /** Space above and below, in lines of the baseline grid. */
  space: length,
  /** Space around the words of a cell, pt. */
  padding: z.strictObject({ side: length, top: length, bottom: length }),
  /** A table whose words have no room is set in smaller type, down to this share of its size. */
  least: z.number().min(0.5).max(1).default(0.75),
});

const quote = z.strictObject({
  /** On both sides, em. */
  indent: length,
  /** Width in pt of the rule beside a quote, 0 for none; its colour. */
  rule: length,
  colour: z.string(),
});

const note = z.strictObject({
  /** Share of the column that the rule above the notes takes. */
  rule: share,
  /** Room for the number, em. */
  number: length,
});

const contents = z.strictObject({
  /** Deepest level that is listed. */
  depth: z.int().positive(),
  /** Room for page numbers, and what leaders keep clear of, em. */
  room: length,
  clear: length,
  /** Indent of a level behind the one above, and of turned-over lines, em. */
  indent: length,
  /** Distance of leader dots and their size, em. */
  dots: z.strictObject({ pitch: z.number().positive(), size: z.number().positive(), colour: z.string() }),
});

/** The short bar above a title. pt; `below`: to the first line under it. */
const bar = z.strictObject({ length, thickness: length, below: length, colour: z.string() });

const furniture = z.strictObject({
  /** From the running head's baseline to the rule below it, pt. */
  rule: length,
});

/** The year's figures as houses, a house a category, a tower a value, as high as in its chart. */
const skyline = z.strictObject({
  /** Heights of the lowest and the highest tower, shares of the page's height. */
  low: share,
  high: share,
  /** Houses across the page, at least; the figures are repeated up to there. */
  houses: z.int().positive(),
  /** Share of a house's room that is left open. */
  street: share,
  colours: colours("latest", "earlier"),
});

const opener = z.strictObject({
  /** From the top of the column to the bar above a chapter's head, pt. */
  drop: length,
  bar,
  /** From the top of the column to the text of a preface, pt. */
  preface: length,
  /** The band at the head of the page: its height as a share of the page's, 0 for none. */
  band: share,
  /** `ground` of the band; the towers of the chapter's turn, and the others. */
  colours: colours("ground", "lit", "dim"),
  skyline: skyline.omit({ colours: true }),
});

const titlePage = z.strictObject({
  /** Where the bar above the title stands, share of the page's height. */
  top: share,
  bar,
  /** Where the towers stand, share of the page's height; 1 for the foot. */
  horizon: share,
  skyline,
});

const cover = titlePage.extend({
  /** `ground` of the page; `panel` below the horizon. */
  colours: colours("ground", "panel", "imprint"),
});
const inner = titlePage;
/** Its towers stand where the cover's do, so that both are one picture when the volume lies open. */
const closing = cover.omit({ horizon: true });

/** How words are marked inside text. */
const inline = z.strictObject({
  /** Weight of strong words. */
  strong: z.number(),
  /** Raised and lowered text: its size, and how far it is moved, shares of the type size. */
  raised: z.strictObject({ size: share, up: share, down: share }),
});

export const design = {
  inline,
  figure,
  table,
  quote,
  note,
  contents,
  furniture,
  opener,
  cover,
  inner,
  closing,
} as const;

export type Bar = z.infer<typeof bar>;
