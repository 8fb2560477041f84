import type { Numeral, Role } from "../numeral.ts";
import { isBoundary, type Line } from "./characters.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word so far before a number says its part in a change, in characters: 从去年的2.1%, "from last year's 2.1". */
const reach = 28;
/** The end of a change stands so near. */
const near = 8;
/** What divides the parts of a sentence. */
const clauseMark = /[，。；：、;:(（]|[,.](?!\d)/;

/** Where the last of some words ends in a text, or -1. */
const lastEnd = (text: string, words: readonly string[]): number =>
  Math.max(
    -1,
    ...words.map((word) => {
      const at = text.lastIndexOf(word);
      return at >= 0 && isBoundary(text, at) && isBoundary(text, at + word.length) ? at + word.length : -1;
    }),
  );

/**
 * Whether a change begins or ends with a number, by the nearest such word of its part of the sentence: 从16%降至13%. A
 * rise or a fall behind the word belongs to the number alone: 较上年下跌6%. `previous` is where the last number ended.
 */
export const roleOf = (
  { small }: Line,
  { start }: Numeral,
  previous: number,
  vocabulary: Vocabulary,
): Role | undefined => {
  const text = small.slice(Math.max(0, start - reach, previous), start);
  const clause = text.split(clauseMark).at(-1) ?? "";
  const [begins, ends] = [lastEnd(clause, vocabulary.from), lastEnd(clause, vocabulary.to)];
  if (begins === ends) return undefined;
  // "contribution to growth exceeded 30": only directly before the number it is the end of a change.
  if (ends > begins) return clause.length - ends <= near ? "to" : undefined;
  const changes = Math.max(lastEnd(clause, vocabulary.rise), lastEnd(clause, vocabulary.fall));
  return changes > begins ? undefined : "from";
};
