import type { StageRules } from "./explanation.ts";

/** What is found while a language is translated: what is not translated, and what a translator's file may not bring in. */
export const translateRules = {
  title: "Translations",
  waive:
    "It cannot be waived: the translation or its record must change. build --draft writes in spite of it, each place marked.",
  rules: {
    untranslated: {
      why: "The words of another language would stand in this one's edition, or a sentence of the source would be missing in it.",
      mend: "translate export sends the unit to its translator; until it is done, leave the language out of the editions.",
    },
    "outdated-translation": {
      why: "The source says something else than when this was translated: the editions of one publication would contradict one another.",
      mend: "Translate it anew, or say with translate status LANG --same-meaning UNIT that it still says the same.",
    },
    "surplus-translation": {
      why: "The source has left this out, and the translation still says it.",
      mend: "Take it out of the translation, or put it back into the source.",
    },
    "xliff-torn": {
      why: "A file that is cut off or broken would give half of a translation as if it were all.",
      mend: "Ask for the file once more, or repair it at the place. Nothing was taken from it.",
    },
    "foreign-format": {
      why: "The file is neither XLIFF nor a table that was exported, so nothing in it can be told apart from anything else.",
      mend: "Import the file that was exported, in the format that it had.",
    },
    "xliff-version": {
      why: "Converters that write other versions of XLIFF keep neither codes nor the names of units: figures would be lost without a word.",
      mend: "Translate the exported file itself; XLIFF 1.2, 2.0, 2.1 and 2.2 are read.",
    },
    "wrong-language": {
      why: "The words of one language would be written into the templates of another.",
      mend: "Import the file of this issue and language; where a converter changed its languages, translate the exported file itself.",
    },
    "foreign-file": {
      why: "None of the file's units is known here: it belongs to another issue or project.",
      mend: "Look where it comes from; --issue names the issue that it belongs to.",
    },
    "unknown-translation-unit": {
      why: "Nothing here says what this text is a translation of, so it has no place to go.",
      mend: "Export the language again: the source has lost the unit since, or its name was changed in the file.",
    },
    "lost-names": {
      why: "Units are known by their names; under others they cannot be told apart, and what says the same twice could go to the wrong place.",
      mend: "Translate the exported file itself, without a converter between.",
    },
    "doubled-unit": {
      why: "One unit came back twice with different words, and nobody has said which of them counts.",
      mend: "Import the file that counts, alone.",
    },
    "half-translated": {
      why: "A tool divided the unit into segments, of which some are still in the words of the source.",
      mend: "Translate all segments of the unit, or none.",
    },
    "source-changed": {
      why: "The source says something else than what was translated: the translation would be stale at once, and nobody would know.",
      mend: "Export the language again; the unit is in it with what changed.",
    },
    "edited-meanwhile": {
      why: "The translation was edited in the project after it was exported; importing would undo that.",
      mend: "Export the language again and translate from there, or take the words over by hand.",
    },
    "lost-code": {
      why: "A code stands for a figure, a reference, a note or an emphasis: without it, a number is missing in print.",
      mend: "Put every code of the source into the translation, where its words ask for it.",
    },
    "added-code": {
      why: "A code that is not of this unit prints another unit's figure.",
      mend: "Take it out.",
    },
    "doubled-code": {
      why: "A figure that stands twice says something that the source does not say.",
      mend: "Keep one of the two.",
    },
    "changed-code": {
      why: "A code came back under another name: it would print something else, or nothing.",
      mend: "Put the code of the source in its place.",
    },
    "torn-pair": {
      why: "An emphasis, a link or a condition that closes before it opens, or never, spoils everything behind it.",
      mend: "Put both codes of the pair around the words that they belong to.",
    },
    "typed-code": {
      why: "Marks of templates that are typed as text would be printed, or run.",
      mend: "Use the codes of the file; what needs more is written into the template by hand.",
    },
    "open-sentence": {
      why: "The unit ends a sentence in the source and none in the translation: the next sentence would run on from it, and both would be one unit.",
      mend: "End it with a full stop, or the mark that ends sentences in the language.",
    },
    "label-too-long": {
      why: "The text has more characters than have room in the chart; it may be crowded or leave nothing to draw in.",
      mend: "Shorten it. What really has no room is found when the chart is drawn.",
    },
    "figures-reordered": {
      why: "The figures stand in another order than in the source: right where the sentence is turned round, wrong where two were confused.",
      mend: "Look whether each figure stands beside the words that it belongs to.",
    },
    "spaces-mended": {
      why: "A tool put spaces beside codes in text that sets none; they would be printed as gaps.",
      mend: "Nothing need be done: they were taken out. It is said so that it does not surprise.",
    },
    "no-place": {
      why: "Written into the template, the words would not read as they should: Markdown would take them for something else, or their place there is gone.",
      mend: "Write them into the template by hand, at the place where the source has them.",
    },
    "export-changed": {
      why: "A file of an earlier export was changed since: it may hold a translator's work that was not taken in yet, and would be written over.",
      mend: "Import the file first, or move it away, or export to another folder with --out.",
    },
    "language-exists": {
      why: "A new language begins with files that would take the place of what is there, and a translation could be lost.",
      mend: "Go on with the language that is there, or take its folder away first.",
    },
  },
} satisfies StageRules;
