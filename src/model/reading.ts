import { z } from "zod";

/**
 * How the numerals of a language are read back from finished text: what its rules for writing numbers do not already
 * say. Patterns hold the number as {n}; a word on one side of it may be divided from it by a space. Everything here is
 * data of a language, so that one that the tool has never seen needs no code.
 */

const words = z.array(z.string().min(1)).default([]);
const pattern = z.string().includes("{n}");
const patterns = z.array(pattern).default([]);
const plural = z.union([z.string(), z.record(z.string(), z.string())]);
/** Words and the numbers that they stand for. */
const values = z.record(z.string().min(1), z.number().nonnegative()).default({});
/** Patterns by the number that each is worth. */
const factors = z.record(z.string().regex(/^\d+(\.\d+)?$/, "expected a number"), patterns).default({});
const currency = z.string().regex(/^[A-Z]{3}$/, "expected an ISO 4217 code such as CNY");

/**
 * How a stated number relates to the true one, as far as finished text tells them apart. "open" are words that say a
 * bound here and stress there, or stand before a number by chance: up to, as many as, over (the years).
 */
const stances = ["more-than", "at-least", "less-than", "at-most", "nearly", "about", "open"] as const;
export type Stance = (typeof stances)[number];

const clock = z.strictObject({
  /** Times of day with {h} and {m}: {h}时{m}分. 8:30 is known. */
  times: z.array(z.string().includes("{h}")).default([]),
  /** Those that are a time only beside such a word: {h}点, for 3点 may be three points. */
  hours: z.array(z.string().includes("{h}")).default([]),
  /** Words before or behind a time that say in which half of the day it is: 上午, a.m. */
  morning: words,
  afternoon: words,
  /** Words for a time, as HH:MM: noon. */
  words: z.record(z.string(), z.string().regex(/^\d{2}:\d{2}$/, "expected a time such as 12:00")).default({}),
});

/** Parts of a year; all of them become runs of months, so that 前三季度 is "the first nine months". */
const periods = z.strictObject({
  quarters: patterns,
  halves: patterns,
  firstMonths: patterns,
  firstQuarters: patterns,
  /** Words for a run of months: 上半年 is 1-6. */
  words: z.record(z.string(), z.string().regex(/^\d{1,2}-\d{1,2}$/, "expected months such as 1-6")).default({}),
});

const vague = z.strictObject({
  /** Words for a number of a certain size, and its size: dozens 10, 数百 100. */
  words: values,
  /** Words before a scale word that leave open how many: 数, several. */
  before: words,
  /** What stands between two of them: tens of thousands. */
  joins: words,
});

export const readingSchema = z.strictObject({
  /** Characters that are read as others, in pairs: 萬万 億亿. */
  variants: z.string().default(""),
  /** Rule sets of numbers.spellout whose words are cardinals; read up to 9999, beyond that with scale words. */
  cardinals: z.array(z.string()).default(["cardinal"]),
  /** Rule sets whose words are ordinals. */
  ordinals: z.array(z.string()).default(["ordinal"]),
  /** Ordinals in digits beyond numbers.ordinals: 第{n}, No. {n}. */
  ordinalPatterns: patterns,
  /** Further words for numbers: 两 is 2, a dozen is 12. */
  words: values,
  /** Further words for places in an order: 首 is the first. */
  ordinalWords: z.record(z.string(), z.int().positive()).default({}),
  /** Scale words beyond numbers.scales: 百, thousand. */
  scales: z.array(z.strictObject({ from: z.number().positive(), word: plural })).default([]),
  /** Scales in letters that hang on digits: 1.2bn. Those of one letter count only behind a currency. */
  abbreviations: values,
  /** Words between the whole part and the decimals of a number in words: 点, point. */
  decimal: words,
  /** A half more: {n}{c}半, {n} and a half. */
  halves: patterns,
  /** Words for minus, beside the signs: 负{n}, minus {n}. */
  negative: patterns,
  percent: z.array(pattern).default(["{n}%"]),
  /** Shares of another base, by what one of them is in percent: 10: [{n}成], 0.1: [{n}‰]. */
  shares: factors,
  /** Percentage points. */
  points: patterns,
  /** By ISO 4217 code; the counters of units with such a name are known already. */
  money: z.record(currency, patterns).default({}),
  /**
   * Patterns of `money` that name no country: 元 and $ are the currency of the place that the text is about, which the
   * pair of documents decides.
   */
  local: patterns,
  /** Units of measure: for each base unit the words and how much of it one is: m2: { 亩: 666.6667, hectares: 10000 }. */
  measures: z.record(z.string(), z.record(z.string(), z.number().positive())).default({}),
  /** Times as much: {n}倍, {n} times. */
  multiples: patterns,
  /** Words for it: 翻一番, doubled. */
  multipleWords: values,
  /**
   * Fractions in words, as patterns of a cardinal {n} and a {denominator}, which is a cardinal or, as {ordinal}, an
   * ordinal. Without {n} they are one part, if they are a fraction: a {ordinal}.
   */
  fractions: z.array(z.string().regex(/\{(denominator|ordinal)\}/, "expected {denominator} or {ordinal}")).default([]),
  /** Words for denominators beside cardinals and ordinals: quarter. */
  denominators: values,
  /** Beyond numbers.approximations. {c} stands for a counter that may stand there: {n}{c}以上. */
  approximations: z.partialRecord(z.enum(stances), patterns).default({}),
  /** Patterns of exact numbers that look like approximate ones: 近{n}年 (the last n years). */
  exact: patterns,
  /** Words that may stand between an approximation and its number and say nothing: more than a million. */
  between: patterns,
  vague: vague.prefault({}),
  years: patterns,
  /** Years of an era, by the year before its first: 2018: [令和{n}年]. */
  eras: factors,
  months: patterns,
  days: patterns,
  /** Decades, by what is added to the number that is printed: 0: [{n}s], 1900: [20世纪{n}年代]. */
  decades: factors,
  periods: periods.prefault({}),
  clock: clock.prefault({}),
  /** Words that name a year without its number: 去年, this year. */
  relativeYears: words,
  /** Words before the number with which a change begins, or with which another is compared, and with which it ends: 从, than; 至, to. */
  from: words,
  to: words,
  /** Words behind a number that make it the one that comes first, wherever it stands: 5.5%之后. */
  afterwards: words,
  /**
   * Words for a rise and a fall beyond `directions` and `claims`, with {n} those that say it only directly beside the
   * number (高{n}, {n} more), and phrases that hold such a word and say neither.
   */
  rise: words,
  fall: words,
  neither: words,
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
  /** Words and patterns in which a number word is hardly one: 一{n}; it may be the partner of another and needs none. */
  figurative: words,
  /** Prefixes of numbered heads beyond headings.sections, with {n} or a rule set: 第{cardinal}章. */
  headings: words,
});

export type ReadingRules = z.infer<typeof readingSchema>;
