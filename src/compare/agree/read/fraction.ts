import type { Numeral, Reading } from "../numeral.ts";
import { isBoundary } from "./characters.ts";
import { type BareNumber, type Line, readNumber } from "./number.ts";
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
    const found = longestWord(vocabulary.ordinals, small, at);
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

/** Hundredths are percent (百分之三十). With an ordinal, "one second" is a time and not a half. */
const readingOf = (above: number, below: number, form: FractionForm): Reading | undefined => {
  if (below === 100) return { kind: "percent", value: String(above) };
  const least = form.denominator === "ordinal" ? 3 : 2;
  if (!Number.isInteger(above) || !Number.isInteger(below) || below < least || above >= below) return undefined;
  const common = divisor(above, below);
  return { kind: "fraction", value: `${above / common}/${below / common}` };
};

/** A fraction in words that begins at an offset, in lowest terms: 三分之二, two-thirds. */
export const fractionAt = (line: Line, at: number, vocabulary: Vocabulary): Numeral | undefined => {
  for (const form of vocabulary.fractions) {
    const parts = partsAt(line, at, form, vocabulary);
    const reading = parts && readingOf(parts.above, parts.below, form);
    if (!parts || !reading) continue;
    return { start: at, end: parts.end, readings: [reading], strength: "stated", distributive: false, digits: 2 };
  }
  return undefined;
};
