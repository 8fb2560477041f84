import { type Affix, longestAfter, type Meaning, wordAfter, wordBefore } from "./affix.ts";
import type { BareNumber, Line } from "./number.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What stands around a number and belongs to it. */
export type Surroundings = {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  /** A counter follows. */
  readonly counted: boolean;
  readonly counter?: string;
};

/** At most so many words belong to one number: 各约人民币…元以上. */
const most = 6;

/** A unit or an approximation is said once; a second one of its type belongs to something else. */
const fits = (affix: Affix, number: BareNumber, meanings: readonly Meaning[]): boolean => {
  const { type } = affix.meaning;
  if (meanings.some((meaning) => meaning.type === type)) return false;
  const value = number.value.toNumber();
  if (type === "year") return number.period;
  if (type === "month") return number.form !== "scale" && Number.isInteger(value) && value >= 1 && value <= 12;
  if (type === "day") return number.form === "digits" && Number.isInteger(value) && value >= 1 && value <= 31;
  if (type === "ordinal") return number.form === "digits" && number.scale === 1 && Number.isInteger(value);
  if (type === "exact") return true;
  return number.form !== "ordinal" || type === "distributive";
};

/** Reads the words on both sides of a number outwards, the longest first at every step. */
export const readSurroundings = (line: Line, at: number, number: BareNumber, vocabulary: Vocabulary): Surroundings => {
  const { small } = line;
  let start = at;
  let { end } = number;
  // Behind the counter, if one follows; only some words may stand there.
  let counterEnd: number | undefined;
  let counted = false;
  let counter: string | undefined;
  const meanings: Meaning[] = [];
  const after = (affix: Affix): number | undefined => {
    const near = wordAfter(small, end, affix.after);
    if (near !== undefined) return near;
    return affix.counted && counterEnd !== undefined ? wordAfter(small, counterEnd, affix.after) : undefined;
  };
  for (let step = 0; step < most; step++) {
    counterEnd = longestAfter(small, end, vocabulary.counters);
    counted ||= counterEnd !== undefined;
    if (counterEnd !== undefined) counter = small.slice(end, counterEnd).trim();
    let found = false;
    for (const affix of vocabulary.affixes) {
      if (!fits(affix, number, meanings)) continue;
      const from = wordBefore(small, start, affix.before);
      const to = after(affix);
      if (from === undefined || to === undefined) continue;
      meanings.push(affix.meaning);
      start = from;
      end = to;
      found = true;
      break;
    }
    if (!found) break;
  }
  return { start, end, meanings, counted, ...(counter !== undefined && { counter }) };
};
