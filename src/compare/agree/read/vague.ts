import Big from "big.js";
import { isBoundary, type Line, skipSpace } from "./characters.ts";
import type { Draft } from "./draft.ts";
import { scaleAfter } from "./number.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Size = { readonly end: number; readonly value: number };

const sizeWord = ({ small }: Line, at: number, { phrases }: Vocabulary): Size | undefined => {
  const found = longestWord(phrases.all, small, at);
  return found?.meaning.type === "vague" ? { end: found.end, value: found.meaning.size } : undefined;
};

/** 数百万, several hundred: an open word and the scales behind it. */
const severalScales = (line: Line, at: number, vocabulary: Vocabulary): Size | undefined => {
  const several = longestWord(vocabulary.phrases.several, line.small, at);
  const scale = several && scaleAfter(line, several.end, vocabulary);
  return scale && { end: scale.end, value: scale.value };
};

/** What follows a size and makes it larger: scale words, or "of millions". */
const larger = (line: Line, size: Size, vocabulary: Vocabulary): Size => {
  const scale = scaleAfter(line, size.end, vocabulary);
  if (scale) return larger(line, { end: scale.end, value: size.value * scale.value }, vocabulary);
  for (const word of vocabulary.phrases.joins) {
    const at = skipSpace(line.small, size.end);
    if (!line.small.startsWith(word, at) || !isBoundary(line.small, at + word.length)) continue;
    const next = sizeWord(line, skipSpace(line.small, at + word.length), vocabulary);
    if (next) return larger(line, { end: next.end, value: size.value * next.value }, vocabulary);
  }
  return size;
};

/** A number of which only the size is said: 数十, dozens, tens of thousands. Its value is the power of ten below it. */
export const vagueAt = (line: Line, at: number, vocabulary: Vocabulary): Draft | undefined => {
  if (!isBoundary(line.small, at)) return undefined;
  const word = sizeWord(line, at, vocabulary);
  const several = severalScales(line, at, vocabulary);
  const first = several && several.end > (word?.end ?? 0) ? several : word;
  if (!first) return undefined;
  const { end, value } = larger(line, first, vocabulary);
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return {
    numeral: {
      start: at,
      end,
      readings: [{ kind: "vague", value: new Big(power).toFixed() }],
      strength: "idle",
      stance: "about",
      distributive: false,
      digits: 1,
    },
    unit: true,
  };
};
