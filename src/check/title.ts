import type { Deviate } from "../model/deviation.ts";
import type { LanguageSource, Source } from "../model/source.ts";
import { typedNumerals } from "./prose/typed.ts";
import { readBack } from "./read-back.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The numerals of title and issuer must be the period or names: last year's title is easily left. Reports `title-year`. */
export const checkTitle = (
  source: Source,
  { language }: LanguageSource,
  vocabulary: Vocabulary,
  deviate: Deviate,
): void => {
  const { publication, places, dataFile } = source;
  for (const name of ["title", "issuer"] as const) {
    const text = publication[name][language.id] ?? "";
    for (const { start, end } of typedNumerals(text, language, vocabulary)) {
      const numeral = text.slice(start, end);
      if (readBack(numeral, language).some(({ value }) => value.eq(publication.period))) continue;
      deviate({
        severity: "error",
        rule: "title-year",
        message: `"${numeral}" in the ${name} is not the period ${publication.period}`,
        place: places.get(`${name}.${language.id}`) ?? { file: dataFile, line: 1, column: 1 },
        hint: "correct it; if it is a name, add it to names of the language",
        about: numeral,
        lang: language.id,
      });
    }
  }
};
