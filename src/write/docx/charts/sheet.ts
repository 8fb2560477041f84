import type { Language } from "../../../model/language.ts";
import { numberFormat } from "./number-format.ts";
import type { NumberLook } from "./number-look.ts";

/** A series as a spreadsheet holds it: numbers in the unit of their panel, and how their labels are written. */
export type SheetSeries = {
  readonly name: string;
  /** RRGGBB. */
  readonly colour: string;
  /** In the panel's unit: 17.36 for 173600 under 万件. */
  readonly values: readonly (number | null)[];
  /** What is printed beside each value; "" where nothing is. */
  readonly labels: readonly string[];
  /** The format of most labels. */
  readonly format: string;
  /** Formats of the labels that differ from it. */
  readonly formats: readonly (string | undefined)[];
};
export type SheetPanel = {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly SheetSeries[];
  /** The change on the year before, in percent. */
  readonly change?: SheetSeries;
};

const mostFrequent = (items: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "General";
};

/** The format of most labels, and those that differ from it. */
export const formatsOf = (
  looks: readonly (NumberLook | undefined)[],
  language: Language,
): Pick<SheetSeries, "format" | "formats"> => {
  const grouping = looks.some((look) => look?.grouped);
  const formats = looks.map((look) => (look ? numberFormat(look, grouping, language) : undefined));
  const format = mostFrequent(formats.filter((one) => one !== undefined));
  return { format, formats: formats.map((one) => (one === format ? undefined : one)) };
};
