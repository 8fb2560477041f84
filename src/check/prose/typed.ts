import type { Language } from "../../model/language.ts";
import { numeralsOf } from "../numerals.ts";
import { placeAt } from "../passages.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";

/** A numeral that was typed; a doubtful one may belong to a name. */
export type TypedNumeral = { readonly start: number; readonly end: number; readonly isDoubtful: boolean };

/** "（二）…；(3) …", "2、…": a numeral that numbers an item, in brackets where an item begins or with its mark at the very start. */
const isEnumerator = (typed: string, start: number, end: number): boolean =>
  (/(?:^|[。；：;:.]\s*)[（(]$/u.test(typed.slice(0, start)) && /^[)）]/u.test(typed.slice(end))) ||
  (start === 0 && /^[、．]/u.test(typed.slice(end)));

/** The numerals of a typed text that are neither names nor inside words that mean no number. */
export const typedNumerals = (typed: string, language: Language, vocabulary: Vocabulary): readonly TypedNumeral[] => {
  // The mark of a note that has no text is a finding of its own.
  const marks = [...typed.matchAll(/\[\^[^\]]*\]/g)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }));
  const excused = [...vocabulary.names(typed), ...vocabulary.plain(typed), ...marks];
  const { counting } = vocabulary;
  const figurative = new Set(language.claims.figurative);
  const counted = counting === undefined ? [] : counting(typed).map(({ start }) => start);
  return numeralsOf(language)(typed).flatMap(({ start, end, sign }): TypedNumeral[] => {
    if (excused.some((name) => name.start <= start && end <= name.end) || isEnumerator(typed, start, end)) return [];
    const characters = [...typed.slice(start, end)];
    // 三家, 三余家: the counter stands behind the number, or one character further.
    const counts = counted.some((at) => at === end || (at === end + 1 && afterNumber(typed, end, vocabulary)));
    if (counting === undefined || sign !== "word" || counts) return [{ start, end, isDoubtful: false }];
    if (characters.every((character) => figurative.has(character))) return [];
    return [{ start, end, isDoubtful: characters.length === 1 }];
  });
};

/** Whether an approximation (余, 多) stands right behind a number. */
const afterNumber = (typed: string, at: number, vocabulary: Vocabulary): boolean =>
  vocabulary
    .approximations(typed)
    .some(({ start, meanings }) => start === at && meanings.some(({ side }) => side === "after"));

/**
 * Finds numbers that were typed: they do not follow the data. Numerals of names (dates, campaigns, titles of books) are
 * declared once, under `names` of the language or in the glossary. In a language with counters, a number word is a number
 * before a counter (三家) and may belong to a name elsewhere (三亚).
 *
 * Reports `typed-numeral`; as a warning where it may be a name.
 */
export const checkTyped = ({ passage, language, vocabulary, deviate }: Reading): void => {
  for (const { start, end, isDoubtful } of typedNumerals(passage.typed, language, vocabulary)) {
    const numeral = passage.typed.slice(start, end);
    const around = passage.text.slice(Math.max(0, start - 12), end + 12).trim();
    deviate({
      severity: isDoubtful ? "warning" : "error",
      rule: "typed-numeral",
      message: `"${numeral}" is typed, not printed from the data: “${around}”`,
      place: placeAt(passage, start),
      hint: "print the figure; if it is a name, add it to names of the language; if it means no number, to claims.plain",
      about: numeral,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
