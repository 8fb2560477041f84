import { z } from "zod";

/**
 * How the numerals of a language are read back from finished text: what its rules for writing numbers do not already
 * say. Patterns hold the number as {n}; a word on one side of it may be divided from it by a space.
 */

const words = z.array(z.string().min(1)).default([]);
const patterns = z.array(z.string().includes("{n}")).default([]);
const plural = z.union([z.string(), z.record(z.string(), z.string())]);

/** How a stated number relates to the true one, as far as finished text tells them apart. */
const stances = ["more-than", "nearly", "about", "at-least", "at-most"] as const;
export type Stance = (typeof stances)[number];

export const readingSchema = z.strictObject({
  /** Rule sets of numbers.spellout whose words are cardinals; read up to 9999, beyond that with scale words. */
  cardinals: z.array(z.string()).default(["cardinal"]),
  /** Rule sets whose words are ordinals. */
  ordinals: z.array(z.string()).default(["ordinal"]),
  /** Ordinals in digits beyond numbers.ordinals: 第{n}, No. {n}. */
  ordinalPatterns: patterns,
  /** Further words for numbers: 两 is 2, a dozen is 12. */
  words: z.record(z.string(), z.number().nonnegative()).default({}),
  /** Further words for places in an order: 首 is the first. */
  ordinalWords: z.record(z.string(), z.int().positive()).default({}),
  /** Scale words beyond numbers.scales: 百, thousand. */
  scales: z.array(z.strictObject({ from: z.number().positive(), word: plural })).default([]),
  /** Words for minus, beside the signs: 负{n}, minus {n}. */
  negative: patterns,
  percent: z.array(z.string().includes("{n}")).default(["{n}%"]),
  /** Percentage points. */
  points: patterns,
  /** By ISO 4217 code; the counters of units with such a name are known already. */
  money: z.record(z.string().regex(/^[A-Z]{3}$/, "expected an ISO 4217 code such as CNY"), patterns).default({}),
  /** Fractions in words, as patterns of a cardinal {n} and a {denominator}, which is a cardinal or, as {ordinal}, an ordinal. */
  fractions: z
    .array(
      z
        .string()
        .includes("{n}")
        .regex(/\{(denominator|ordinal)\}/, "expected {denominator} or {ordinal}"),
    )
    .default([]),
  /** Beyond numbers.approximations. {c} stands for a counter that may stand there: {n}{c}以上. */
  approximations: z.partialRecord(z.enum(stances), patterns).default({}),
  /** Patterns of exact numbers that look like approximate ones: 近{n}年 (the last n years). */
  exact: patterns,
  years: patterns,
  months: patterns,
  days: patterns,
  /** A number that holds for each of several things, so that another language may repeat it: 各{n}. */
  distributive: patterns,
  /** What joins the ends of a range. */
  ranges: z.array(z.string().min(1)).default(["-", "–", "—", "~", "～"]),
  /** What joins the numbers of a list that shares its unit. */
  lists: words,
  /**
   * Words that count: where a language lists any, its number words are statements only before one of them (五个省市), and
   * otherwise may belong to a name (长三角). The counters of its units are known already.
   */
  counters: words,
  /** Words that hold the look of a numeral and say no number: Thursday 星期四. */
  names: words,
  /** Prefixes of numbered heads beyond headings.sections, with {n} or a rule set: 第{cardinal}章. */
  headings: words,
});

export type ReadingRules = z.infer<typeof readingSchema>;
