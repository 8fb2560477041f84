import type { Place } from "./place.ts";

/** Dotted path of a figure in the data file: `patents.applications.total`. A part of a figure adds its name: `….growth`. */
export type Key = string;

/** An exact decimal in plain notation, as written in the data: "173600", "28.00". Never a float. */
export type Decimal = string;

/** What a unit measures; the number rules of a language are given per kind. */
export const unitKinds = ["count", "money", "percent", "ratio", "multiple", "ordinal", "year"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** How a stated figure relates to the true value. "exceeded" is said by the verb of the sentence. */
export const approximations = ["more-than", "exceeded", "nearly", "about"] as const;
export type Approximation = (typeof approximations)[number];

/** One stated number: what prose, charts and tables print. */
export type Figure = {
  readonly key: Key;
  readonly place: Place;
  /** In base units (cases, CNY); `null`: not published. */
  readonly value: Decimal | null;
  readonly unit: string;
  readonly kind: UnitKind;
  /** Step of the last stated digit in base units: "100" for 17.36万. */
  readonly step: Decimal;
  readonly approx?: Approximation;
  /** Stated change on the year before, in percent, with its own digits; its value is `null` where none was published. */
  readonly growth?: Figure;
  /** Last year's value, where it was published. */
  readonly prior?: Figure;
  /** Place in an order, 1 = first. */
  readonly rank?: Figure;
  readonly note?: string;
  readonly source?: string;
  /** Its entry in the data has findings; it keeps its name, so that nothing else is reported for it. */
  readonly faulty?: true;
};

/** The parts of a figure that are figures themselves, by name. */
export const figureParts = ["growth", "prior", "rank"] as const;
export type FigurePart = (typeof figureParts)[number];

/** Every figure of an issue by key, parts included, in the order of the data file. */
export type Figures = ReadonlyMap<Key, Figure>;
