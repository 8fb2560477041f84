import type { Numeral } from "../numeral.ts";
import { wordAfter, wordBefore } from "./affix.ts";
import { isInWord } from "./characters.ts";
import type { Line } from "./number.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Letters and digits in one word, and digits that hang on capitals: G60, 5G, PM2.5, COVID-19. */
const mixed = /(?:\p{Lu}{2,}-\d+|[\p{L}\p{Nd}]*(?:\p{L}\p{Nd}|\p{Nd}\p{L})[\p{L}\p{Nd}]*)(?:\.\d+)*/uy;

/** Whether the letters beside the digits are words that belong to a number: RMB126, 21st, 5million. */
const isNumber = (word: string, line: Line, at: number, vocabulary: Vocabulary): boolean => {
  const digits = /\d[\d.,]*/.exec(word);
  if (!digits) return false;
  const start = at + digits.index;
  const end = start + digits[0].length;
  const before = line.small.slice(at, start);
  const after = line.small.slice(end, at + word.length);
  const scales = [...vocabulary.scales.keys()];
  const begins = vocabulary.affixes.some(
    (affix) => affix.before !== "" && wordBefore(line.small, start, affix.before) === at,
  );
  const ends =
    vocabulary.affixes.some((affix) => affix.after !== "" && wordAfter(line.small, end, affix.after) !== undefined) ||
    scales.some((scale) => wordAfter(line.small, end, scale) !== undefined);
  return (before === "" || begins) && (after === "" || ends) && before + after !== "";
};

/** A name that is written with digits and begins at an offset; in every language it is written alike. */
export const codeAt = (line: Line, at: number, vocabulary: Vocabulary): Numeral | undefined => {
  if (isInWord(line.text[at - 1]) || !isInWord(line.text[at])) return undefined;
  mixed.lastIndex = at;
  // Letters of scripts without spaces are words of their own: 长三角G60科创.
  const match = mixed.exec(line.text)?.[0];
  if (match === undefined) return undefined;
  let length = 0;
  while (length < match.length && (isInWord(match[length]) || /[-.]/.test(match[length] as string))) length++;
  const word = match.slice(0, length);
  if (!/\d/.test(word) || !/\p{L}/u.test(word) || isNumber(word, line, at, vocabulary)) return undefined;
  return {
    start: at,
    end: at + length,
    readings: [{ kind: "code", value: word.toUpperCase() }],
    strength: "stated",
    distributive: false,
    digits: 1,
  };
};
