import { z } from "zod";
import { claimsSchema, namesSchema } from "./claims.ts";
import { approximations, unitKinds } from "./figure.ts";
import { lineRulesSchema } from "./line-rules.ts";
import { readingSchema } from "./reading.ts";

/**
 * What a language folder says in language.yaml: how its numbers, dates, heads and furniture are written. Everything that
 * CLDR knows (digits, grouping signs, plural categories, percent signs, month names) comes from `Intl` through the
 * language's BCP 47 tag; this file holds what CLDR does not know or what the house writes in its own way.
 */

/** Text by CLDR plural category, or one text for all of them. */
const plural = z.union([
  z.string(),
  z
    .partialRecord(z.enum(["zero", "one", "two", "few", "many", "other"]), z.string())
    .refine((forms) => forms.other !== undefined, {
      message: 'the category "other" is required',
    }),
]);

/** The same, where it depends on the grammatical gender of what is counted: by gender, each by plural category. */
const gendered = z.union([
  plural,
  z.record(z.string().regex(/^(?!other$)[a-z]+$/, "expected the name of a gender"), plural),
]);

/** CLDR rule-based number format (RBNF, UTS #35 part 3): base value → text; ←← → → the quotient and remainder, =set= another rule set. */
const ruleSet = z.record(z.string().regex(/^\d+$/), z.string());

const kindRule = z.strictObject({
  /** When a scale word (万, million) is used: for every value, only for rounded ones (step > 1), never. */
  scale: z.enum(["always", "rounded", "never"]).default("never"),
  /**
   * Smallest value that gets a scale word, in base units; without it, that of the first scale. Below the first scale a
   * number gets its word only where that makes it shorter: 0.3 million, but 1,200.
   */
  floor: z.number().nonnegative().optional(),
  /**
   * "step": as many decimals as stated; "shortest": before a scale word without trailing zeros (3 million for 3000000 to
   * the nearest 10000). Numbers in full keep the digits that were stated: 1.10.
   */
  decimals: z.enum(["step", "shortest"]).default("step"),
  /** A scaled number with more decimals than this is written in full. */
  maxDecimals: z.int().nonnegative().optional(),
  /** How numbers of this kind are written unless the sentence asks otherwise. */
  form: z.enum(["digits", "words"]).default("digits"),
  /** Whole numbers below this are written in words. */
  wordsBelow: z.number().nonnegative().default(0),
  /** Whether digits are grouped; without it, as `numbers.grouping` says. */
  grouping: z.boolean().optional(),
});

const numbers = z.strictObject({
  /** Whether digits are grouped (173,600). */
  grouping: z.boolean(),
  /** Scale words, ascending: 10000 → 万. */
  scales: z.array(z.strictObject({ from: z.number().positive(), word: plural })).default([]),
  kinds: z.partialRecord(z.enum(unitKinds), kindRule).default({}),
  /** The sign of numbers below zero; U+2212, as wide as the plus and level with it (SI Brochure §5.4.3). */
  minus: z.string().length(1).default("\u2212"),
  /** Marks between the ends of a range, which prints its counter once, behind the second: 10—15天. */
  ranges: z.array(z.string().min(1)).default(["-", "–", "—", "~", "～"]),
  /**
   * Ordinals in digits by CLDR ordinal category: { one: "{n}st", … }; where they have a gender, by gender: { masculine:
   * { one: "{n}er", other: "{n}e" }, feminine: { one: "{n}re", other: "{n}e" } }, the first of them for units without one.
   */
  ordinals: gendered.default("{n}"),
  /** Rule sets by name; "cardinal" and "ordinal" serve form="words", "cardinal-feminine" and the like units of that gender. */
  spellout: z.record(z.string(), ruleSet).default({}),
  /** Named forms that hold for the listed values only: first: { 1: 首 }. */
  phrases: z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.string())).default({}),
  /** Patterns with {n} for approximate figures; the first is the usual one. */
  approximations: z.partialRecord(z.enum(approximations), z.array(z.string().includes("{n}")).min(1)).default({}),
});

const unit = z.strictObject({
  /** What follows the number, or a pattern with {n}; "" where the sentence names the thing. */
  counter: plural,
  /** Grammatical gender of what is counted, where ordinals or number words depend on it: feminine. */
  gender: z.string().optional(),
  /** Other counters that fit the unit; a template asks for one by `counter="…"`. */
  also: z.array(z.string()).default([]),
  /** Nouns that the number may count in the sentence: officers, visits. One that fits other units only is a finding. */
  nouns: z.array(z.string().min(1)).default([]),
});

const fontList = z.array(z.string()).min(1);
const wordFonts = z.strictObject({ ascii: z.string(), eastAsia: z.string() });

export const languageSchema = z.strictObject({
  /** BCP 47 tag: zh-CN. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected a BCP 47 tag such as zh-CN"),
  /** Its name in itself: 简体中文. */
  name: z.string(),
  /** ISO 15924 code of its main script; marks that several scripts share (“ ” — …) are set in that script's face. */
  script: z.string().regex(/^[A-Z][a-z]{3}$/, "expected an ISO 15924 code such as Hani or Latn"),
  direction: z.enum(["ltr", "rtl"]).default("ltr"),
  /** Families in order of preference; a character is set from the first whose scripts fit it. */
  fonts: z.strictObject({ body: fontList, head: fontList }),
  /** Names of the fonts that an office has, for DOCX. */
  word: z.strictObject({
    body: wordFonts,
    head: wordFonts,
    /**
     * The language of number formats in charts of Word: its Windows code in hexadecimal ([MS-LCID]: 40C for fr-FR), with
     * the code of its digits before it where they are not 0–9 (2000C01 for Arabic-Indic digits of Egypt).
     */
    lcid: z
      .string()
      .regex(/^[0-9A-F]{3,8}$/, "expected a Windows language code in hexadecimal, such as 40C")
      .optional(),
  }),
  numbers,
  /** Units of the data file → counters. */
  units: z.record(z.string(), unit).default({}),
  /** Words for the sign of a change. */
  directions: z.strictObject({ up: z.string(), down: z.string(), flat: z.string() }),
  /** Words by which prose makes claims about figures. */
  claims: claimsSchema.prefault({}),
  /** Numerals that are names. */
  names: namesSchema.default({}),
  /** Patterns in CLDR letters: month: "y年M月". */
  dates: z.strictObject({ month: z.string(), day: z.string() }),
  headings: z.strictObject({
    /** Prefix of display heads by level; {n} digits, {name} a rule set: ["{cardinal}、"]. */
    sections: z.array(z.string()).default([]),
    /** What closes a run-in head. */
    runIn: z.string(),
    /** Prefix of captions; "" for captions without number. */
    figure: z.string(),
    table: z.string(),
    /** What a cross-reference prints. */
    references: z.strictObject({ section: z.string(), figure: z.string(), table: z.string() }),
  }),
  /** How it breaks and spaces its lines, beyond what its script says. */
  lines: lineRulesSchema.prefault({}),
  /** Words of the furniture and of the charts, by message key. */
  messages: z.record(z.string(), z.string()),
  /** Names of figures by their key, for charts, tables and findings. */
  labels: z.record(z.string(), z.string()).default({}),
  /** How its numerals are read back from finished documents. */
  reading: readingSchema.optional(),
});

/** A language folder, read and checked. `id` is the folder's name. */
export type Language = z.infer<typeof languageSchema> & { readonly id: string };
export type Plural = z.infer<typeof plural>;
export type Gendered = z.infer<typeof gendered>;
export type KindRule = z.infer<typeof kindRule>;
export type RuleSet = z.infer<typeof ruleSet>;

/** Messages that every language must have, whatever its templates use. */
export const furniture = ["contents", "note", "source", "not-published", "derived"] as const;

/** What a draft with errors says of itself, on every page and before its title; its key where a language has no words for it. */
export const draftWords = ({ messages }: Language): string => messages.draft ?? "[[messages.draft]]";
