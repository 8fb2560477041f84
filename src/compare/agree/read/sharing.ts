import { type Numeral, type Reading, sameReading } from "../numeral.ts";
import type { BareNumber } from "./number.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A numeral together with what it was read from. */
export type Draft = { readonly numeral: Numeral; readonly number?: BareNumber; readonly unit: boolean };

const plain = (number: BareNumber, scale: number): string => number.mantissa.times(scale).toFixed();

/** What a number says if it shares the scale word and the unit of the one that follows. */
const shared = (number: BareNumber, next: BareNumber, reading: Reading): Reading | undefined => {
  if (number.form !== "digits" && number.form !== "words") return undefined;
  // "In 2019, 12%": a year is no percentage, unless both are years.
  if (number.period && reading.kind !== "year") return undefined;
  const scale = number.scale === 1 ? next.scale : 1;
  if (reading.kind === "year" && !number.period) return undefined;
  return { ...reading, value: number.scale === 1 ? plain(number, scale) : number.value.toFixed() };
};

/**
 * Gives numbers that stand in a range or list without a unit of their own the unit of the last: "3 to 5 million RMB",
 * 2019—2020年, 15.54 and 8.79 percent. What they say alone stays as a second reading.
 */
export const shareUnits = (text: string, drafts: readonly Draft[], vocabulary: Vocabulary): readonly Draft[] => {
  const joined = (a: Numeral, b: Numeral): boolean => {
    const between = text.slice(a.end, b.start).trim().toLowerCase();
    return vocabulary.ranges.includes(between) || vocabulary.lists.includes(between);
  };
  const out = [...drafts];
  for (let index = out.length - 2; index >= 0; index--) {
    const draft = out[index] as Draft;
    const next = out[index + 1] as Draft;
    if (draft.unit || !draft.number || !next.number || !joined(draft.numeral, next.numeral)) continue;
    if (!next.unit && next.number.scale === 1) continue;
    const reading = shared(draft.number, next.number, next.numeral.readings[0]);
    if (!reading) continue;
    const { numeral } = draft;
    const strength = numeral.strength === "idle" ? "worded" : numeral.strength;
    const alone = numeral.readings.filter((other) => !sameReading(other, reading));
    out[index] = { ...draft, unit: true, numeral: { ...numeral, strength, readings: [reading, ...alone] } };
  }
  return out;
};
