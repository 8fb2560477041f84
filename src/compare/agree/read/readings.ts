import Big from "big.js";
import type { NumeralKind, Reading, Strength } from "../numeral.ts";
import type { Meaning } from "./affix.ts";
import type { BareNumber } from "./bare.ts";
import type { MonthName } from "./dates.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Vocabulary } from "./vocabulary.ts";

export const meaningOf = <T extends Meaning["type"]>(
  meanings: readonly Meaning[],
  type: T,
): Extract<Meaning, { type: T }> | undefined =>
  meanings.find((meaning): meaning is Extract<Meaning, { type: T }> => meaning.type === type);

/** Units that a number has from its surroundings, the most telling first. */
const unitTypes = ["year", "month", "day", "points", "ordinal"] as const;

export type Readings = readonly [Reading, ...Reading[]];

/** The run of months that a number of quarters, halves or months says. */
const monthsOf = (meanings: readonly Meaning[], n: number): string | undefined => {
  if (meaningOf(meanings, "quarter")) return `${3 * n - 2}-${3 * n}`;
  if (meaningOf(meanings, "half")) return `${6 * n - 5}-${6 * n}`;
  if (meaningOf(meanings, "first-quarters")) return `1-${3 * n}`;
  return meaningOf(meanings, "first-months") ? `1-${n}` : undefined;
};

const decadeOf = (number: BareNumber, base: number): string => {
  const n = number.value.toNumber();
  return String(base === 0 && n < 100 ? 1900 + n : base + n);
};

/** Times as much, and what it becomes: what grew by twice is three times as large. */
export const multipleReadings = (value: Big, grown: boolean): Readings => [
  { kind: "multiple", value: value.toFixed() },
  { kind: "level", value: (grown ? value.plus(1) : value).toFixed() },
  ...(grown ? [{ kind: "percent" as const, value: value.times(100).toFixed() }] : []),
];

/** What a number says with the words around it, the likeliest first. */
export const readingsOf = (
  number: BareNumber,
  { meanings, tenth, counted }: Surroundings,
  month: MonthName | undefined,
  grown: boolean,
  vocabulary: Vocabulary,
): Readings => {
  const more = meaningOf(meanings, "half-more") ? 0.5 : 0;
  const exact = number.value.plus(new Big(more).times(number.scale));
  const value = exact.toFixed();
  const as = (kind: NumeralKind): Reading => ({ kind, value });
  const unit = unitTypes.find((type) => meaningOf(meanings, type));
  if (unit) return unit === "day" ? [as("day"), as("ordinal")] : [as(unit)];
  const decade = meaningOf(meanings, "decade");
  if (decade) return [{ kind: "decade", value: decadeOf(number, decade.base) }];
  const era = meaningOf(meanings, "era");
  if (era) return [{ kind: "year", value: exact.plus(era.base).toFixed() }];
  const months = monthsOf(meanings, number.value.toNumber());
  // 前三个月 may be the last three months, a third quarter is no count.
  if (months !== undefined)
    return [{ kind: "period", value: months }, ...(meaningOf(meanings, "first-months") ? [as("count")] : [])];
  const percent = meaningOf(meanings, "percent");
  if (percent)
    return [
      {
        kind: "percent",
        value: exact
          .times(percent.factor)
          .plus((tenth * percent.factor) / 10)
          .toFixed(),
      },
    ];
  if (meaningOf(meanings, "multiple")) return multipleReadings(exact, grown);
  const money = meaningOf(meanings, "money");
  if (money) return [{ ...as("money"), currency: money.currency, ...(money.local && { local: true as const }) }];
  const measure = meaningOf(meanings, "measure");
  if (measure)
    return [
      { kind: "measure", value: exact.times(measure.factor).toFixed(), unit: measure.unit },
      { ...as("count"), bare: true },
    ];
  if (month && number.period) return [as("year")];
  if (month && number.scale === 1 && number.value.gte(1) && number.value.lte(31)) return [as("day")];
  if (number.form === "ordinal") return [as("ordinal")];
  if (number.period && !counted) return vocabulary.barePeriods ? [as("year"), as("count")] : [as("count"), as("year")];
  if (exact.gt(0) && exact.lt(1) && number.form === "words")
    return [{ kind: "percent", value: exact.times(100).toFixed() }, as("count")];
  return [as("count")];
};

const statedTypes: ReadonlySet<Meaning["type"]> = new Set([
  ...unitTypes,
  "percent",
  "money",
  "measure",
  "multiple",
  "decade",
  "era",
]);

/** How surely a number states something, by its form and what stands around it. */
export const strengthOf = (
  number: BareNumber,
  around: Surroundings,
  reading: Reading,
  vocabulary: Vocabulary,
): Strength => {
  const { meanings } = around;
  // Languages name a part of the year as they need.
  if (reading.kind === "period" || meaningOf(meanings, "figurative")) return "idle";
  // "more than a million" states it, "millions" alone does not.
  if (number.form === "scale") return meaningOf(meanings, "stance") || meaningOf(meanings, "money") ? "stated" : "idle";
  if (number.form === "digits" || number.scale > 1) return "stated";
  if (meanings.some(({ type }) => statedTypes.has(type))) return "stated";
  if (number.period || number.value.eq(0)) return number.period ? "stated" : "idle";
  // "first" comes and goes between languages: 首次, for the first time. "one" is an article more often than a number.
  if (number.value.eq(1)) return "idle";
  if (number.form === "ordinal")
    return !vocabulary.wordsNeedCounter || around.counted || number.spelt ? "worded" : "idle";
  // 三百二十 is a number without a counter too; 三 and 百 may belong to a name.
  const long = number.digits > 1 && number.value.gte(13);
  return around.counted || long || (number.spelt && !vocabulary.wordsNeedCounter) ? "worded" : "idle";
};
