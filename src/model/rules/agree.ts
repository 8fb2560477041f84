import type { StageRules } from "./explanation.ts";

/** What is found when two finished files are compared. */
export const agreeRules = {
  title: "Finished files against one another",
  waive:
    "Where the finding was looked at and stays, write the entry that its hint ends with into templates/<issue>/accepted.yaml (or the file given by --accepted), with your reason. Once the issue's own files give it no more, unused-acceptance asks you to take it out.",
  rules: {
    "figures-disagree": {
      why: "Two texts that say the same print different numbers: 147.26万 is 1,472,600 and not 1.4736 million. One of them is wrong, or the words around them are.",
      mend: "Find the right number in the source and correct the other text. In files that this tool made, correct the data or the template and build again; never the file.",
    },
    "figure-without-counterpart": {
      why: "A number stands in one language only: a sentence was left out, a horizon forgotten, a number word lost in translation.",
      mend: "Say it in the other language too, or in neither.",
    },
    "approximation-disagrees": {
      why: "21万余 is more than 210,000; printed as 210,000 it claims to be exact.",
      mend: "Say in both languages that the number is approximate, or in neither.",
    },
    "unit-disagrees": {
      why: "The number is the same and its unit is not: a percentage has lost its sign, or a sum its currency.",
      mend: "Write the unit in both languages.",
    },
    "direction-disagrees": {
      why: "One language says that it grew, the other that it fell.",
      mend: "Look at the sign in the source, and correct the word that contradicts it.",
    },
    "figures-swapped": {
      why: "Two numbers of one kind stand in one order here and in the other there: most often one was put for the other.",
      mend: "Give both sentences the same order, or accept the finding if the words are in order too.",
    },
    "unreadable-file": {
      why: "Nothing can be compared with a file that is locked, broken, scanned without text or of another kind.",
      mend: "Save it as PDF with text, as DOCX or as plain text in UTF-8, without a password.",
      waive: "It cannot be waived.",
    },
    "languages-share-script": {
      why: "The parts of a volume are told apart by their scripts; two languages of one script cannot be.",
      mend: "Compare the editions in one language each: whitepaper agree FILE FILE --languages en,fr.",
      waive: "It is a warning and stops nothing.",
    },
  },
} satisfies StageRules;
