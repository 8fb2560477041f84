import Big from "big.js";
import type { Stance } from "../../../model/reading.ts";
import { affixesAround, wordAfter, wordBefore } from "./affix.ts";
import type { BareNumber } from "./bare.ts";
import { isBoundary, type Line, skipSpace } from "./characters.ts";
import { readDigits } from "./digits.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { readWords } from "./words.ts";

type Scale = { readonly end: number; readonly value: number };

/** The longest scale word that follows, with its value; the 千 of 千瓦 is none. */
export const scaleAfter = ({ small }: Line, at: number, { scales, measures }: Vocabulary): Scale | undefined => {
  const start = skipSpace(small, at);
  const found = longestWord(scales, small, start, start === at);
  if (!found) return undefined;
  const measure = longestWord(measures, small, start, start === at);
  return measure && measure.end > found.end ? undefined : { end: found.end, value: found.meaning };
};

/** A scale in letters that hangs on digits: $1.2bn. One letter may be anything, unless a currency stands before. */
const abbreviationAfter = (line: Line, at: number, end: number, vocabulary: Vocabulary): Scale | undefined => {
  const found = longestWord(vocabulary.abbreviations, line.small, end, true);
  if (!found) return undefined;
  const isMoney = (): boolean =>
    affixesAround(vocabulary.affixes, line.small, at, found.end, undefined).some(
      ({ before, meaning }) =>
        meaning.type === "money" && before !== "" && wordBefore(line.small, at, before) !== undefined,
    );
  return found.end - end > 1 || isMoney() ? { end: found.end, value: found.meaning } : undefined;
};

/** An approximation that stands before the scale word: 20余万. */
const stanceInside = (line: Line, at: number, vocabulary: Vocabulary) => {
  for (const { before, after, counted, meaning } of affixesAround(vocabulary.affixes, line.small, at, at, undefined)) {
    if (meaning.type !== "stance" || before !== "" || counted) continue;
    const end = wordAfter(line.small, at, after);
    if (end !== undefined && scaleAfter(line, end, vocabulary)) return { end, stance: meaning.stance };
  }
  return undefined;
};

type Scaled = { readonly end: number; readonly scales: readonly number[]; readonly stance?: Stance };

/** The scale words behind a part of a number. */
const scalesBehind = (line: Line, at: number, end: number, vocabulary: Vocabulary): Scaled => {
  const inside = stanceInside(line, end, vocabulary);
  const short = inside ? undefined : abbreviationAfter(line, at, end, vocabulary);
  if (short) return { end: short.end, scales: [short.value] };
  const scales: number[] = [];
  let last = inside?.end ?? end;
  for (let found = scaleAfter(line, last, vocabulary); found && scales.length < 4; ) {
    scales.push(found.value);
    last = found.end;
    found = scaleAfter(line, last, vocabulary);
  }
  return scales.length === 0 ? { end, scales } : { end: last, scales, ...(inside && { stance: inside.stance }) };
};

const readPart = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined =>
  readDigits(line, at, vocabulary) ?? readWords(line, at, vocabulary);

/** A scale word alone: 每万人口, "a million". */
const readScale = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  if (line.text[at] === " " || !isBoundary(line.text, at)) return undefined;
  const found = scaleAfter(line, at, vocabulary);
  if (!found) return undefined;
  const value = new Big(found.value);
  return {
    end: found.end,
    value,
    mantissa: value,
    form: "scale",
    digits: 1,
    step: found.value,
    period: false,
    scale: 1,
    spelt: false,
  };
};

/** The next part of a number in several steps: behind the scale words, over a word for an empty place (一万零五百). */
const nextPart = (
  line: Line,
  number: BareNumber,
  vocabulary: Vocabulary,
): readonly [number, BareNumber] | undefined => {
  let at = number.form === "words" ? skipSpace(line.text, number.end) : number.end;
  let part = readPart(line, at, vocabulary);
  if (part?.form === "words" && part.value.eq(0)) {
    at = part.end;
    part = readPart(line, at, vocabulary);
  }
  return part && part.form === number.form ? [at, part] : undefined;
};

/**
 * The number that begins at an offset: digits, or the longest number word, and the scale words that belong to it. Steps
 * that descend are added (3亿5000万), one that is larger than those before multiplies them all (一万五千亿).
 */
export const readNumber = (line: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const first = readPart(line, at, vocabulary);
  if (!first) return readScale(line, at, vocabulary);
  if (first.form === "ordinal") return first;
  let number: BareNumber = first;
  /** What was read of the higher places, and the scale of the last of them. */
  let sum = new Big(0);
  let lowest = 0;
  let [start, part]: readonly [number, BareNumber] = [at, first];
  for (let round = 0; round < 6; round++) {
    const { end, scales, stance } = scalesBehind(line, start, part.end, vocabulary);
    let [value, scale] = [part.value, 1];
    for (const each of scales) {
      if (lowest > 0 && scale === 1 && each > lowest) {
        value = sum.plus(value).times(each);
        sum = new Big(0);
      } else value = value.times(each);
      scale *= each;
    }
    if (lowest > 0 && !sum.eq(0) && value.gte(lowest)) break;
    if (round > 0 && part.period && scale === 1) break;
    sum = sum.plus(value);
    lowest = scale;
    number = {
      ...part,
      end,
      value: sum,
      mantissa: round === 0 ? part.value : sum,
      scale: round === 0 ? scale : Math.max(number.scale, scale),
      step: part.step * scale,
      digits: round === 0 ? part.digits : number.digits + part.digits,
      period: round === 0 && scale === 1 && part.period,
      spelt: part.spelt,
      ...(stance && { stance }),
    };
    if (scale === 1 || stance !== undefined) break;
    const next = nextPart(line, number, vocabulary);
    if (!next) break;
    [start, part] = next;
  }
  return number;
};
