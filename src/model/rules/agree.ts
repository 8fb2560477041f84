import type { StageRules } from "./explanation.ts";

/** What is found when two finished files are compared. */
export const agreeRules = {
  title: "Finished files against one another",
  waive:
    "Where the finding was looked at and stays, write the entry that its hint ends with into templates/<issue>/accepted.yaml (or the file given by --accepted), with your reason. Once the issue's own files give it no more, unused-acceptance asks you to take it out.",
  rules: {
    "figures-disagree": {
      why: "Two texts that say the same print different numbers: 147.26万 is 1,472,600 and not 1.4736 million. One of them is wrong, or the words around them are. The hint says what speaks for it where it is less than sure.",
      mend: "Find the right number in the source and correct the other text. In files that this tool made, correct the data or the template and build again; never the file.",
    },
    "figure-without-counterpart": {
      why: "A number stands in one language only: a sentence was left out, a horizon forgotten, a number word lost in translation. It is a note where the other language says it without a number (今年 beside a year in digits), or where it is a small number word.",
      mend: "Say it in the other language too, or in neither.",
    },
    "approximation-disagrees": {
      why: "21万余 is more than 210,000; printed as 210,000 it claims to be exact, and 不低于 beside “below” turns the bound round. Two words for an approximation without a side (近300, about 300) are a note.",
      mend: "Say in both languages that the number is approximate, or in neither.",
    },
    "unit-disagrees": {
      why: "The number is the same and its unit is not: a percentage has lost its sign, a sum has another currency, a length another measure. It is a note where one language leaves the currency to the reader.",
      mend: "Write the unit in both languages.",
    },
    "direction-disagrees": {
      why: "One language says that it grew, the other that it fell. A rank that goes from 25th to 21st rises.",
      mend: "Look at the sign in the source, and correct the word that contradicts it.",
    },
    "figures-swapped": {
      why: "Two numbers of one kind stand in one order here and in the other there, or a change begins here with the number with which it ends there: most often one was put for the other. It is a note where a word such as “than” or “from” turns the order round.",
      mend: "Give both sentences the same order, or accept the finding if the words are in order too.",
    },
    "unit-repeated": {
      why: "A number says its unit twice: $3 billion US dollars.",
      mend: "Take one of them out.",
    },
    "currency-of-place": {
      why: "元 and $ name no country. Where one text has the one and the other text the other throughout, both mean the currency of the place that the text is about; that is said once and not at every sum.",
      mend: "Make sure that it is so; where it is not, write the currency out: US$, HK$, RMB.",
    },
    "figures-rounded": {
      why: "One text prints numbers in fewer digits than the other: 2585.23万 and 25.85 million. Each is right within its rounding.",
      mend: "Nothing, if it is the habit of the house; or print both with the same digits.",
    },
    "alternative-lost": {
      why: "Some programs lose the text alternatives of charts when they save. The numbers of the charts are read from what Word keeps of them, but readers who cannot see them are told nothing.",
      mend: "Write the text alternative again, or take the file that was saved before.",
      waive: "It is a warning and stops nothing.",
    },
    "page-without-text": {
      why: "A scanned page is a picture: no number in it is compared.",
      mend: "Recognize its text first (OCR), or take the file from which it was printed.",
      waive: "It is a warning and stops nothing.",
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
