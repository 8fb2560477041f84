import type { Numeral, NumeralKind, Reading } from "./numeral.ts";

/** Values and how much they weigh, for judging quickly whether two passages say the same. */
export type Bag = ReadonlyMap<string, number>;

/** Kinds that languages exchange freely: 第二届 may be "2", 2019 a year or a count. */
const classes: Readonly<Record<NumeralKind, string>> = {
  count: "",
  money: "",
  multiple: "",
  ordinal: "",
  year: "",
  month: "",
  day: "",
  percent: "%",
  points: "pp",
  fraction: "/",
  measure: "u",
  level: "×",
  decade: "d",
  period: "p",
  time: "t",
  vague: "~",
  code: "#",
};

/** What a reading is compared as: readings of one class and value say the same, but for their currency. */
export const classOf = ({ kind, unit }: Reading): string => classes[kind] + (unit ?? "");

export const keyOf = (reading: Reading): string => classOf(reading) + reading.value;

/** A year says little, because every paragraph has one; a bare number word may mean nothing. */
const weightOf = ({ readings: [{ kind }], strength }: Numeral): number =>
  strength === "idle" ? 0 : kind === "year" || kind === "code" ? 0.3 : strength === "worded" ? 0.6 : 1;

/** A value as two languages print it, one of them coarser: 2585.23万 and 25.85 million are alike. */
const rough = (value: string): string => {
  const digits = value.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length <= 3 ? value : Number(value).toPrecision(3);
};

export const bagOf = (numerals: readonly Numeral[]): Bag => {
  const bag = new Map<string, number>();
  for (const numeral of numerals) {
    const weight = weightOf(numeral);
    const [reading] = numeral.readings;
    const key = classOf(reading) + (reading.kind === "code" ? reading.value : rough(reading.value));
    if (weight > 0) bag.set(key, (bag.get(key) ?? 0) + weight);
  }
  return bag;
};
