import Big from "big.js";
import type { Numeral, Reading } from "../numeral.ts";
import type { BareNumber } from "./bare.ts";
import { isBoundary, type Line } from "./characters.ts";
import type { Draft } from "./draft.ts";
import { readNumber } from "./number.ts";
import { longestWord } from "./trie.ts";
import type { FractionForm, Vocabulary } from "./vocabulary.ts";

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

const denominatorAt = (
  line: Line,
  at: number,
  form: FractionForm,
  vocabulary: Vocabulary,
): { readonly end: number; readonly value: number } | undefined => {
  if (form.denominator === "ordinal") {
    // The plural ending stands inside the word, before any boundary: two-thirds.
    const small = form.after === "" ? line.small : line.small.slice(0, line.small.indexOf(form.after, at + 1));
    const found = longestWord(vocabulary.denominators, small, at) ?? longestWord(vocabulary.ordinals, small, at);
    return found && { end: found.end, value: found.meaning.value };
  }
  const number = readNumber(line, at, vocabulary);
  return number?.form === "ordinal" || !number ? undefined : { end: number.end, value: number.value.toNumber() };
};

const cardinalAt = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const number = readNumber(line, at, vocabulary);
  return number && (number.form === "words" || number.form === "digits") ? number : undefined;
};

const partsAt = (line: Line, at: number, form: FractionForm, vocabulary: Vocabulary) => {
  const { small } = line;
  const nFirst = form.first === "n";
  const first = nFirst ? cardinalAt(line, at, vocabulary) : denominatorAt(line, at, form, vocabulary);
  if (!first || !small.startsWith(form.between, first.end)) return undefined;
  const next = first.end + form.between.length;
  const second = nFirst ? denominatorAt(line, next, form, vocabulary) : cardinalAt(line, next, vocabulary);
  if (!second || !small.startsWith(form.after, second.end)) return undefined;
  const end = second.end + form.after.length;
  const [above, below] = nFirst ? [first.value, second.value] : [second.value, first.value];
  return isBoundary(small, end) ? { end, above: Number(above), below: Number(below) } : undefined;
};

/** What a part of a whole says: the fraction in lowest terms, and the percentage where that is exact. */
export const fractionReadings = (above: number, below: number): readonly [Reading, ...Reading[]] => {
  const common = divisor(above, below);
  const percent = new Big(above).times(100).div(below);
  const fraction: Reading = { kind: "fraction", value: `${above / common}/${below / common}` };
  return percent.times(below).eq(above * 100) ? [fraction, { kind: "percent", value: percent.toFixed() }] : [fraction];
};

/** With an ordinal, "one second" is a time and not a half. Hundredths are percentages, which patterns read. */
const isFraction = (above: number, below: number, least: number): boolean =>
  Number.isInteger(above) && Number.isInteger(below) && below >= least && below !== 100 && above > 0 && above < below;

/** "One in five" is a share, "18 in 2018" none: where words stand between, the parts are few. */
const isUsual = ({ below }: { readonly below: number }, { between, denominator }: FractionForm): boolean =>
  denominator === "ordinal" || !/[a-z]/.test(between) || below <= 10 || /^10+$/.test(String(below));

/** One part of a whole, if it is one: "a third" may be an ordinal too. */
const onePart = (line: Line, at: number, form: FractionForm, vocabulary: Vocabulary): Draft | undefined => {
  if (!line.small.startsWith(form.between, at) || !isBoundary(line.small, at)) return undefined;
  const below = denominatorAt(line, at + form.between.length, form, vocabulary);
  if (!below || !isFraction(1, below.value, 3) || !isBoundary(line.small, below.end)) return undefined;
  const found = draft(at, below.end, 1, below.value);
  const readings: Numeral["readings"] = [...found.numeral.readings, { kind: "ordinal", value: String(below.value) }];
  return { ...found, numeral: { ...found.numeral, readings, strength: "idle" } };
};

const draft = (at: number, end: number, above: number, below: number): Draft => ({
  numeral: {
    start: at,
    end,
    readings: fractionReadings(above, below),
    strength: "stated",
    distributive: false,
    digits: 2,
  },
  unit: true,
});

/** Digits with a stroke between them: 1/3. */
const slashed = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;

/** A fraction that begins at an offset: 三分之二, two-thirds, 2/3. */
export const fractionAt = (line: Line, at: number, vocabulary: Vocabulary): Draft | undefined => {
  for (const form of vocabulary.fractions) {
    if (form.first === "one") {
      const found = onePart(line, at, form, vocabulary);
      if (found) return found;
      continue;
    }
    const parts = partsAt(line, at, form, vocabulary);
    const least = form.denominator === "ordinal" ? 3 : 2;
    if (parts && isFraction(parts.above, parts.below, least) && isUsual(parts, form))
      return draft(at, parts.end, parts.above, parts.below);
  }
  slashed.lastIndex = at;
  const [match, above, below] = slashed.exec(line.text) ?? [];
  if (match === undefined || /[\d/]/.test(line.text[at - 1] ?? "")) return undefined;
  return isFraction(Number(above), Number(below), 2)
    ? draft(at, at + match.length, Number(above), Number(below))
    : undefined;
};
