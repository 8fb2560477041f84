import type { Language } from "../../model/language.ts";
import type { Unit } from "./alignment/index.ts";
import { isBoundary } from "./read/characters.ts";
import type { Spot } from "./spots.ts";

/** Whether a text names a year without its number: 去年, this year. */
const namesYear = (texts: readonly string[], language: Language): boolean =>
  (language.reading?.relativeYears ?? []).some((each) => {
    const word = each.toLowerCase();
    return texts.some((text) => {
      const at = text.indexOf(word);
      return at >= 0 && isBoundary(text, at) && isBoundary(text, at + word.length);
    });
  });

/** For the numerals of one side of a unit, whether the other says their year in words: 今年 is "the year 2019". */
export const impliedIn =
  ({ a, b }: Unit, languages: readonly [Language, Language]) =>
  (side: "a" | "b"): ((spot: Spot) => boolean) => {
    const [others, language] = side === "a" ? [b, languages[1]] : [a, languages[0]];
    const named = namesYear(
      others.map(({ small }) => small),
      language,
    );
    return ({ numeral }) => named && ["year", "decade"].includes(numeral.readings[0].kind);
  };
