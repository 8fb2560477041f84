import type { StageRules } from "./explanation.ts";

/** What is found while a language is translated: what is not translated, and what a translator's file may not bring in. */
export const translateRules = {
  title: "Translations",
  waive:
    "It cannot be waived: the translation or its record must change. build --draft writes in spite of it, each place marked.",
  rules: {
    "language-exists": {
      why: "A new language begins with files that would take the place of what is there, and a translation could be lost.",
      mend: "Go on with the language that is there, or take its folder away first.",
    },
  },
} satisfies StageRules;
