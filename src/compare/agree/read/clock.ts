import type { Reading } from "../numeral.ts";
import { wordAfter, wordBefore } from "./affix.ts";
import type { BareNumber } from "./bare.ts";
import { isBoundary, type Line, skipSpace } from "./characters.ts";
import type { Draft } from "./draft.ts";
import { readNumber } from "./number.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Time = { readonly end: number; readonly minutes: number };

const wholeAt = (line: Line, at: number, most: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const number = readNumber(line, at, vocabulary);
  if (!number || number.form === "ordinal" || number.form === "scale" || number.scale > 1) return undefined;
  const value = number.value.toNumber();
  return Number.isInteger(value) && value >= 0 && value <= most ? number : undefined;
};

/** A time as a pattern of hours and minutes has it. */
const byPattern = (line: Line, at: number, pattern: string, vocabulary: Vocabulary): Time | undefined => {
  const hour = wholeAt(line, at, 24, vocabulary);
  if (!hour) return undefined;
  const measure = longestWord(vocabulary.measures, line.small, skipSpace(line.small, hour.end), true);
  const [, between = "", after = ""] = pattern.toLowerCase().split(/\{[hm]\}/);
  let end = wordAfter(line.small, hour.end, between.trim());
  if (end === undefined) return undefined;
  let minutes = hour.value.toNumber() * 60;
  if (pattern.includes("{m}")) {
    const minute = wholeAt(line, skipSpace(line.small, end), 59, vocabulary);
    const last = minute && wordAfter(line.small, minute.end, after.trim());
    if (!minute || last === undefined) return undefined;
    minutes += minute.value.toNumber();
    end = last;
  }
  // 2時間 is how long, 2時 when.
  return measure && measure.end > end ? undefined : { end, minutes };
};

/** 8:30, 19:54:07; a ratio has no two digits behind the colon, or too many. */
const digital = /(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])/y;

const byDigits = ({ text }: Line, at: number): Time | undefined => {
  digital.lastIndex = at;
  const [match, hours, minutes] = digital.exec(text) ?? [];
  if (match === undefined || Number(hours) > 24 || /[\d:]/.test(text[at - 1] ?? "")) return undefined;
  return { end: at + match.length, minutes: Number(hours) * 60 + Number(minutes) };
};

/** Which half of the day the words beside a time say, and how far they reach. */
const halfOf = (line: Line, start: number, end: number, { clock }: Vocabulary) => {
  for (const [half, words] of [
    ["morning", clock.morning],
    ["afternoon", clock.afternoon],
  ] as const)
    for (const word of words) {
      const small = word.toLowerCase();
      const before = wordBefore(line.small, start, small);
      if (before !== undefined) return { half, start: before, end };
      const after = wordAfter(line.small, end, small);
      if (after !== undefined) return { half, start, end: after };
    }
  return undefined;
};

const readingsOf = (minutes: number, half: "morning" | "afternoon" | undefined): readonly [Reading, ...Reading[]] => {
  const as = (value: number): Reading => ({ kind: "time", value: String(value) });
  const early = minutes < 12 * 60;
  if (half === "afternoon") return [as(early ? minutes + 720 : minutes)];
  if (half === "morning") return [as(minutes >= 720 && minutes < 780 ? minutes - 720 : minutes)];
  // Without such a word 8:00 may be in the evening.
  return early ? [as(minutes), as(minutes + 720)] : [as(minutes)];
};

/** A time of day that begins at an offset: 19时54分, 8:00 am, 3 p.m. */
export const clockAt = (line: Line, at: number, vocabulary: Vocabulary): Draft | undefined => {
  const first = isBoundary(line.text, at) ? wholeAt(line, at, 24, vocabulary) : undefined;
  if (!first) return undefined;
  const longest = (patterns: readonly string[], begin: Time | undefined): Time | undefined =>
    patterns.reduce((best, pattern) => {
      const found = byPattern(line, at, pattern, vocabulary);
      return found && found.end > (best?.end ?? 0) ? found : best;
    }, begin);
  const sure = longest(vocabulary.clock.times, byDigits(line, at));
  // 十三五时期: hours in words are a time only with their half of the day, as 3 p.m. is.
  const needsHalf = !sure || (first.form === "words" && sure.minutes % 60 === 0);
  const time = sure ?? longest(vocabulary.clock.hours, undefined);
  const half = time && halfOf(line, at, time.end, vocabulary);
  if (!time || (needsHalf && !half)) return undefined;
  return {
    numeral: {
      start: half?.start ?? at,
      end: half?.end ?? time.end,
      readings: readingsOf(time.minutes, half?.half),
      strength: "stated",
      distributive: false,
      digits: 2,
    },
    unit: true,
  };
};
