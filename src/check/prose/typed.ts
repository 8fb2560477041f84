import type { Language } from "../../model/language.ts";
import { numeralsOf } from "../numerals.ts";
import { placeAt } from "../passages.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";

type Stretch = { readonly start: number; readonly end: number };

/** The numerals of a typed text that are neither names nor inside words that mean no number. */
export const typedNumerals = (typed: string, language: Language, vocabulary: Vocabulary): readonly Stretch[] => {
  const excused: readonly Stretch[] = [...vocabulary.names(typed), ...vocabulary.plain(typed)];
  return numeralsOf(language)(typed).filter(
    ({ start, end }) => !excused.some((name) => name.start <= start && end <= name.end),
  );
};

/**
 * Finds numbers that were typed: they do not follow the data. Numerals of names (dates, campaigns, titles of books) are
 * declared once, under `names` of the language or in the glossary. Reports `typed-numeral`.
 */
export const checkTyped = ({ passage, language, vocabulary, deviate }: Reading): void => {
  for (const { start, end } of typedNumerals(passage.typed, language, vocabulary)) {
    const numeral = passage.typed.slice(start, end);
    const around = passage.text.slice(Math.max(0, start - 12), end + 12).trim();
    deviate({
      severity: "error",
      rule: "typed-numeral",
      message: `"${numeral}" is typed, not printed from the data: “${around}”`,
      place: placeAt(passage, start),
      hint: "print the figure; if it is a name, add it to names of the language",
      about: numeral,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
