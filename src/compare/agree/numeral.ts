import type { Decimal } from "../../model/figure.ts";
import type { Stance } from "../../model/reading.ts";

/** What a numeral counts or names. Values compare within a kind; a code is a name such as G60, compared as it is written. */
export type NumeralKind =
  | "count"
  | "money"
  | "percent"
  | "points"
  | "fraction"
  | "ordinal"
  | "year"
  | "month"
  | "day"
  | "code";

export type Reading = {
  readonly kind: NumeralKind;
  /** In base units, in plain notation without trailing zeros; "2/3" for fractions; a code as written, in capitals. */
  readonly value: Decimal;
  /** ISO 4217 code of money. */
  readonly currency?: string;
};

/**
 * How surely a numeral states something. "stated": in digits, or with a unit of its own. "worded": a number word that
 * counts something. "idle": a number word that may belong to a name or an idiom (长三角, one another): it can be the
 * partner of another numeral, but needs none itself.
 */
export type Strength = "stated" | "worded" | "idle";

/** A numeral as it stands in a text. */
export type Numeral = {
  /** 0-based offsets into the text, the words of its unit and its approximation included. */
  readonly start: number;
  readonly end: number;
  /** What it says, the likeliest first: 2021 may be a year or a count, the 3 of "3 to 5 million" three or three million. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly strength: Strength;
  readonly stance?: Stance;
  /** A sign or a word for one before the number; the readings hold the value without it. */
  readonly sign?: "+" | "-";
  /** A scale word alone, as the heads of tables have it: 单位：万件. */
  readonly scaleOnly?: true;
  /** The counter that follows, in small letters: 件. */
  readonly counter?: string;
  /** It holds for each of several things (各2家), so another language may say it more than once. */
  readonly distributive: boolean;
  /** Significant digits as printed: 5 for 147.26万, 3 for 210. */
  readonly digits: number;
};

export const sameReading = (a: Reading, b: Reading): boolean =>
  a.kind === b.kind && a.value === b.value && a.currency === b.currency;
