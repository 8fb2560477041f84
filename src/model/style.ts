import { z } from "zod";
import { design } from "./design.ts";
import { pressSchema } from "./press.ts";

/** Design tokens of a publication (style.yaml). Lengths in mm for the page, pt for type. No other file names a colour or a size. */

const colour = z.strictObject({
  /** Screen: #rrggbb. */
  rgb: z.string().regex(/^#[0-9A-Fa-f]{6}$/, "expected #rrggbb"),
  /** Print: cyan, magenta, yellow, black in percent. */
  cmyk: z.tuple([
    z.number().min(0).max(100),
    z.number().min(0).max(100),
    z.number().min(0).max(100),
    z.number().min(0).max(100),
  ]),
});

const typeStyle = z.strictObject({
  role: z.enum(["body", "head"]),
  size: z.number().positive(),
  leading: z.number().positive(),
  weight: z.number().default(400),
  colour: z.string().default("text"),
  /** Space before and after in pt; rounded up to the baseline grid where text runs on. */
  before: z.number().nonnegative().default(0),
  after: z.number().nonnegative().default(0),
});

/** What a script sets differently: Latin letters need a larger size and less leading than Han characters. */
const scriptStyle = z.strictObject({
  size: z.number().positive().optional(),
  leading: z.number().positive().optional(),
  weight: z.number().optional(),
  colour: z.string().optional(),
  before: z.number().nonnegative().optional(),
  after: z.number().nonnegative().optional(),
});

const typeNames = [
  "title",
  "subtitle",
  "partTitle",
  "partSubtitle",
  "contentsHead",
  "contents",
  "contentsRunIn",
  "runIn",
  "lead",
  "body",
  "quote",
  "caption",
  "source",
  "note",
  "tableHead",
  "table",
  "furniture",
  "closing",
] as const;
/** Names of the type styles that every publication has; display heads are listed by level. */
export type TypeName = (typeof typeNames)[number];

const lengths = z.number().nonnegative();

export const styleSchema = z.strictObject({
  page: z.strictObject({
    width: z.number().positive(),
    height: z.number().positive(),
    margins: z.strictObject({ top: lengths, bottom: lengths, inner: lengths, outer: lengths }),
    /** Ink beyond the trim in print, mm. */
    bleed: lengths.default(3),
    /** Distance of the running head's and the folio's baseline from the page's edge, mm. */
    head: lengths,
    foot: lengths,
    /** Where chapters of the print edition begin. */
    chapters: z.enum(["recto", "next"]).default("recto"),
    /** Lines that the last page of a chapter has at least, where the pages before it can give some. */
    least: z.int().nonnegative().default(0),
  }),
  colours: z.record(z.string(), colour),
  print: pressSchema,
  type: z.strictObject({
    ...(Object.fromEntries(typeNames.map((name) => [name, typeStyle])) as Record<TypeName, typeof typeStyle>),
    /** Display heads by level; deeper levels take the last. */
    heads: z.array(typeStyle).min(1),
  }),
  /** Differences by ISO 15924 script of the language: Latn: { body: { size: 11 } }. `heads` by level. */
  scripts: z
    .record(
      z.string(),
      z.strictObject({
        ...(Object.fromEntries(typeNames.map((name) => [name, scriptStyle.optional()])) as Record<
          TypeName,
          z.ZodOptional<typeof scriptStyle>
        >),
        heads: z.array(scriptStyle).optional(),
      }),
    )
    .default({}),
  paragraph: z.strictObject({
    /** Indent of the first line in em, by language script. */
    indent: z.record(z.string(), z.number()).default({}),
    /** Space after a paragraph in pt, by language script. */
    after: z.record(z.string(), z.number()).default({}),
    /** Scripts whose first paragraph under a head is not indented. */
    flushFirst: z.array(z.string()).default([]),
    /** Scripts whose marks hang a little outside the edges of justified text. */
    hanging: z.array(z.string()).default([]),
    /** An opening mark that begins a paragraph stands flush with the indent; otherwise after its blank (clreq 3.1.6). */
    flushOpening: z.boolean().default(true),
    /**
     * How far letters give to fill a line, by language script: `width`, percent by which they are drawn wider or narrower
     * (2 is not seen); `space`, percent of an em that is added between them (1 is not seen).
     */
    letterFit: z
      .record(
        z.string(),
        z.strictObject({ width: z.number().min(0).max(3).default(0), space: z.number().min(0).max(3).default(0) }),
      )
      .default({}),
    /** Factor on the size of another script inside text of a script: Hani: { Latn: 1.05 }. */
    scale: z.record(z.string(), z.record(z.string(), z.number().positive())).default({}),
  }),
  list: z
    .strictObject({
      /** Indent of the text behind its mark, in em of the body. */
      indent: z.number().positive().default(2),
      /** Between the mark and the text, em. */
      gap: z.number().nonnegative().default(0.5),
      /** Marks of unordered lists by depth. */
      marks: z.array(z.string()).min(1).default(["•", "–"]),
    })
    .prefault({}),
  /** Rules of tables, quotes and notes. Widths in pt. */
  rules: z
    .strictObject({
      heavy: z.number().positive().default(1),
      light: z.number().positive().default(0.5),
      colour: z.string().default("rule"),
      strong: z.string().default("text"),
    })
    .prefault({}),
  /** What only the Word edition has. */
  word: z
    .strictObject({
      /** Page grid of official documents, lines a page and characters a line (GB/T 9704: 22 and 28); without it, lines stand by their leading. */
      grid: z.strictObject({ lines: z.int().positive(), characters: z.int().positive() }).optional(),
      /** native: charts whose form Word knows can be edited in Word; picture: all charts are pictures. */
      charts: z.enum(["native", "picture"]).default("native"),
      /** bound: every printed figure is a content control bound to the file's list of figures; off: plain text. */
      controls: z.enum(["bound", "off"]).default("bound"),
    })
    .prefault({}),
  ...design,
  chart: z.strictObject({
    /** Type sizes in pt. */
    label: z.number(),
    value: z.number(),
    panel: z.number(),
    note: z.number(),
    colours: z.strictObject({
      current: z.string(),
      prior: z.string(),
      change: z.string(),
      text: z.string(),
      muted: z.string(),
      /** Series beyond this year and last, told apart in grey and by colour-blind readers too. */
      series: z.array(z.string()).min(1),
    }),
  }),
});

export type Style = z.infer<typeof styleSchema>;
export type TypeStyle = z.infer<typeof typeStyle>;

/** 1 mm in pt. */
export const mm = 72 / 25.4;

/**
 * The text column in pt: what the margins leave, rounded down to whole characters of the body, so that full lines of
 * Han text need no stretching (clreq 3.2). What is cut off goes to both margins.
 */
export const columnWidth = (style: Style): number => {
  const room = (style.page.width - style.page.margins.inner - style.page.margins.outer) * mm;
  const em = style.type.body.size;
  return Math.floor((room + 1e-6) / em) * em;
};

/** The colour of the paper on screens: the token of that name, else white. */
export const paperOf = (style: Style): string => style.colours.paper?.rgb ?? "#FFFFFF";

/** The height of the type area in pt. */
export const textHeight = ({ page }: Style): number => (page.height - page.margins.top - page.margins.bottom) * mm;

const overlay = (base: TypeStyle, change: z.infer<typeof scriptStyle> | undefined): TypeStyle => ({
  ...base,
  ...Object.fromEntries(Object.entries(change ?? {}).filter(([, value]) => value !== undefined)),
});

/** A type style as it stands for a language's script. */
export const typeFor = (style: Style, name: TypeName, script: string): TypeStyle =>
  overlay(style.type[name], style.scripts[script]?.[name]);

/** The display head of a level, 1-based, for a language's script. */
export const headFor = (style: Style, level: number, script: string): TypeStyle => {
  const index = Math.min(level, style.type.heads.length) - 1;
  return overlay(style.type.heads[index] as TypeStyle, style.scripts[script]?.heads?.[index]);
};
