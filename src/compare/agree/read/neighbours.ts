import Big from "big.js";
import type { BareNumber } from "./bare.ts";
import { isUnspaced, type Line } from "./characters.ts";
import { readNumber } from "./number.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { digitWordAt } from "./words.ts";

/**
 * Two digits that follow each other and stand side by side, in scripts that write no spaces: 三四十家 is thirty to forty,
 * 十五六岁 fifteen to sixteen. Both ends of the range, each with the end of the whole.
 */
export const neighboursAt = (
  line: Line,
  at: number,
  vocabulary: Vocabulary,
): readonly [BareNumber, BareNumber] | undefined => {
  if (!isUnspaced(line.small[at])) return undefined;
  const first = digitWordAt(line, at, vocabulary);
  if (first) {
    const second = digitWordAt(line, first.end, vocabulary);
    if (first.value < 1 || second?.value !== first.value + 1) return undefined;
    const high = readNumber(line, first.end, vocabulary);
    // 一二三: no pair.
    if (high?.form !== "words" || digitWordAt(line, high.end, vocabulary)) return undefined;
    if (!high.value.toFixed().startsWith(String(second.value))) return undefined;
    const low = high.value.times(first.value).div(second.value);
    return [{ ...high, value: low, mantissa: low }, high];
  }
  const low = readNumber(line, at, vocabulary);
  if (low?.form !== "words" || low.scale > 1) return undefined;
  const next = digitWordAt(line, low.end, vocabulary);
  const units = low.value.mod(10).toNumber();
  if (!next || units < 1 || next.value !== units + 1 || digitWordAt(line, next.end, vocabulary)) return undefined;
  const high = { ...low, end: next.end, value: low.value.plus(1), mantissa: new Big(low.value.plus(1)) };
  return [{ ...low, end: next.end }, high];
};
