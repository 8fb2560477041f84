import type { Numeral, Reading } from "../numeral.ts";
import { isBoundary, type Line } from "./characters.ts";
import type { Draft } from "./draft.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Found = {
  /** Where reading goes on. */
  readonly skip?: number;
  /** What the phrase says itself. */
  readonly draft?: Draft;
  /** Up to where number words are hardly numbers. */
  readonly figurative?: number;
};

const said = (start: number, end: number, readings: Numeral["readings"]): Draft => ({
  numeral: { start, end, readings, strength: "idle", distributive: false, digits: 1 },
  unit: true,
});

const timeReading = (minutes: number): Reading => ({ kind: "time", value: String(minutes) });

/** A phrase of the language that begins at an offset, and words for times as much: doubled, 翻一番. */
export const phraseAt = ({ small }: Line, at: number, vocabulary: Vocabulary): Found | undefined => {
  if (!isBoundary(small, at)) return undefined;
  const times = longestWord(vocabulary.multipleWords, small, at);
  const phrase = longestWord(vocabulary.phrases.all, small, at);
  if (times && times.end >= (phrase?.end ?? 0)) {
    const { meaning: level, end } = times;
    const percent: Reading = { kind: "percent", value: String(Math.abs(level - 1) * 100) };
    return { skip: end, draft: said(at, end, [{ kind: "level", value: String(level) }, percent]) };
  }
  if (!phrase) return undefined;
  const { end, meaning } = phrase;
  if (meaning.type === "name") return { skip: end };
  if (meaning.type === "figurative") return { figurative: end };
  if (meaning.type === "period")
    return { skip: end, draft: said(at, end, [{ kind: "period", value: meaning.months }]) };
  return meaning.type === "time" ? { skip: end, draft: said(at, end, [timeReading(meaning.minutes)]) } : undefined;
};
