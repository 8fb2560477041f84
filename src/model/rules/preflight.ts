import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found in a finished file before it goes to its readers or to the press. */
export const preflightRules: StageRules = {
  title: "Finished files, read back",
  waive: draftOnly,
  rules: {
    "screen-unmarked": {
      why: "Something on the page is neither read nor marked as decoration, so a screen reader passes over it or stumbles (ISO 14289-1 §7.1).",
      mend: "A fault of the tool where your files are in order: please report it with the page.",
    },
    "screen-structure": {
      why: "The order in which the file is read does not fit what stands on its pages.",
      mend: "A fault of the tool where your files are in order: please report it with the page.",
    },
    "screen-headings": {
      why: "Readers who cannot see the page walk from head to head; where a level is skipped, they look for what is missing (ISO 14289-1 §7.4.2).",
      mend: "Set the head one level below the one that it stands under.",
    },
    "screen-alternative": {
      why: "A figure without a text alternative does not exist for those who cannot see it (ISO 14289-1 §7.3).",
      mend: "Give the figure its alt text.",
    },
    "screen-table": {
      why: "Heads are read out with every cell below and beside them; in a table with holes they are the wrong ones (ISO 14289-1 §7.5).",
      mend: "Give every row a cell for every column.",
    },
    "screen-link": {
      why: "A link that is no part of its text, or has no words, cannot be followed without a mouse (ISO 14289-1 §7.18).",
      mend: "Give the link words.",
    },
    "screen-glyph": {
      why: "A glyph that stands for no character cannot be read out, searched or copied (ISO 14289-1 §7.21.7).",
      mend: "Add a face that has the character to fonts/ and name it in fonts of language.yaml, or use another character.",
    },
    "screen-metadata": {
      why: "Without title, language and the standards that it keeps to, a file is not known as accessible, and archives refuse it.",
      mend: "Give the publication a title in data/<issue>.yaml, and language.yaml its language.",
    },
  },
};
