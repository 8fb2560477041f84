import type { Numeral } from "../numeral.ts";
import type { Draft } from "./draft.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** So far apart two numbers may stand of which a bound before the first may hold for both, in characters. */
const reach = 40;

/** Kinds of numerals that say when, not how much. */
const dated: ReadonlySet<string> = new Set(["year", "month", "day", "period", "decade", "time"]);

const hasWord = (text: string, words: ReadonlySet<string>): boolean => {
  const small = text.toLowerCase();
  return [...words].some((word) =>
    /^[a-z]/.test(word) ? new RegExp(`\\b${word}\\b`).test(small) : small.includes(word),
  );
};

/** Whether the bound of a number stands before it, so that it may hold for more: 突破5亿和9000万. */
const isBefore = (text: string, { start }: Numeral): boolean => !/^[\d.,]*\d/.test(text.slice(start, start + 1));

/**
 * Marks as open the bound of a number that follows another of its kind behind "and": "exceeded 500 million in 2010, and 600
 * million in 2012" may say that both did.
 */
export const spreadBounds = (text: string, drafts: readonly Draft[], { lists }: Vocabulary): readonly Draft[] => {
  let last: Numeral | undefined;
  return drafts.map((draft) => {
    const { numeral } = draft;
    const [{ kind, unit, currency }] = numeral.readings;
    if (dated.has(kind)) return draft;
    const before = last;
    last = numeral;
    if (numeral.stance !== undefined || !before?.stance || !isBefore(text, before)) return draft;
    const [other] = before.readings;
    const alike = other.kind === kind && other.unit === unit && other.currency === currency;
    const between = text.slice(before.end, numeral.start);
    if (!alike || between.length > reach || /[。；;]|\.\s/.test(between) || !hasWord(between, lists)) return draft;
    const open: Numeral = { ...numeral, stance: "open" };
    last = { ...before, end: numeral.end };
    return { ...draft, numeral: open };
  });
};
