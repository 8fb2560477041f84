import type { Deviate } from "../model/deviation.ts";
import type { LanguageSource } from "../model/source.ts";
import { typedNumerals } from "./prose/typed.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The words that a language lends to charts and tables, names of figures and messages, state no numbers of their own.
 * Reports `typed-numeral`.
 */
export const checkWording = ({ language, place }: LanguageSource, vocabulary: Vocabulary, deviate: Deviate): void => {
  for (const group of ["labels", "messages"] as const)
    for (const [key, pattern] of Object.entries(language[group])) {
      // {n} and {year} are filled in from the data.
      const text = pattern.replace(/\{[^}]*\}/g, (name) => "\uFFFC".repeat(name.length));
      for (const { start, end, isDoubtful } of typedNumerals(text, language, vocabulary))
        deviate({
          severity: isDoubtful ? "warning" : "error",
          rule: "typed-numeral",
          message: `"${text.slice(start, end)}" is typed in ${group}.${key}: “${pattern}”`,
          place: place([group, key]),
          hint: "write a placeholder such as {year}; if it is a name, add it to names of the language",
          about: text.slice(start, end),
          lang: language.id,
        });
    }
};
