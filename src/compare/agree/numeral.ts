import type { Decimal } from "../../model/figure.ts";
import type { Stance } from "../../model/reading.ts";

/**
 * What a numeral counts or names. Values compare within a kind; a code is a name such as G60, compared by its digits.
 * "multiple" is by how many times something is or grows (3倍), "level" what it becomes by that; a "vague" number says
 * only how many digits it has (数十, dozens); a "period" is a run of months (1-6), a "time" the minutes of a day.
 */
export type NumeralKind =
  | "count"
  | "money"
  | "measure"
  | "percent"
  | "points"
  | "fraction"
  | "multiple"
  | "level"
  | "ordinal"
  | "year"
  | "month"
  | "day"
  | "decade"
  | "period"
  | "time"
  | "vague"
  | "code";

export type Reading = {
  readonly kind: NumeralKind;
  /** In base units, in plain notation without trailing zeros; "2/3" for fractions; a code as written, in capitals. */
  readonly value: Decimal;
  /** ISO 4217 code of money. */
  readonly currency?: string;
  /** The currency is that of the place, which the text does not name: 元, $. */
  readonly local?: true;
  /** Base unit of a measure. */
  readonly unit?: string;
  /** The number without the unit that is printed: 5 of 5 km. */
  readonly bare?: true;
};

/**
 * How surely a numeral states something. "stated": in digits, or with a unit of its own. "worded": a number word that
 * counts something. "idle": a number word that may belong to a name or an idiom (长三角, one another): it can be the
 * partner of another numeral, but needs none itself.
 */
export type Strength = "stated" | "worded" | "idle";

/** Where a number stands in a change: 从16%降至13%. */
export type Role = "from" | "to";

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
  /** How finely it is printed, in base units: 100 for 2585.23万; where there is no such thing, nothing. */
  readonly step?: number;
  /** It stands in a list or range of like numbers. */
  readonly listed?: true;
  /** It is one end of a range that is one word: 三四十. */
  readonly spread?: true;
  readonly role?: Role;
  /** The unit is said twice: $3 billion US dollars. */
  readonly doubled?: true;
};

export const sameReading = (a: Reading, b: Reading): boolean =>
  a.kind === b.kind && a.value === b.value && a.currency === b.currency && a.unit === b.unit;
