import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while the files of the project are read: YAML, data, languages, fonts. */
export const readRules = {
  title: "Files and data",
  waive: draftOnly,
  rules: {
    "internal-error": {
      why: "The program itself failed at this place. The other findings of the run hold; this part was left out.",
      mend: "Report it with the file. Until it is mended, look for what is unusual at the place.",
    },
    "file-missing": {
      why: "The project names a file that is not there, so a part of the publication would be missing.",
      mend: "Put the file into the project, or correct the name by which it is called.",
    },
    "not-a-file": {
      why: "Only regular files are read; folders, devices and pipes could block a build or bring in anything.",
      mend: "Put a regular file in its place.",
    },
    "file-too-large": {
      why: "A file beyond the limit is mostly one that got there by mistake, and would exhaust the memory of a build.",
      mend: "Look whether it is the right file; divide it if it is.",
    },
    "to-fill": {
      why: "A new language begins with what CLDR knows of it; what nobody has said yet is null in its file, and must not be printed as if it were said.",
      mend: "Write the text or the rule in the place of null; behind it stands what the source language says. translate status lists what is left.",
    },
    "not-utf-8": {
      why: "A file in another encoding turns characters into others, often unseen.",
      mend: "Save it as UTF-8.",
    },
    "outside-project": {
      why: "Everything that a publication is made of stands in its folder. A path or link that leads out would print what others cannot see or repeat.",
      mend: "Copy the file into the project and name it by its path there.",
    },
    "hidden-character": {
      why: "Characters that nobody sees (zero-width spaces, direction marks, control codes) change numbers and break Word files.",
      mend: "Delete the character at the place; retype the word if you cannot find it.",
    },
    "missing-reason": {
      why: "Readers of every language are told why a figure or a passage was changed after publication.",
      mend: "Give the reason of the correction in each language of the editions.",
    },
    "yaml-syntax": {
      why: "The file is no YAML, so nothing in it can be trusted.",
      mend: "Correct it at the place; most often a quote, a bracket or the indentation.",
    },
    "duplicate-key": {
      why: "Of two entries with one name, YAML readers keep one silently: a figure could be lost.",
      mend: "Keep one of the two, or rename one.",
    },
    "yaml-alias": {
      why: "An anchor repeats a value from afar, so a correction in one place would change another unseen.",
      mend: "Write the value out where it is needed.",
    },
    "yaml-tag": {
      why: "A tag changes what a value is. The files are plain data and say everything by themselves.",
      mend: "Take the tag (!!name) away.",
    },
    "yaml-depth": {
      why: "Nesting this deep is a slip of indentation or an attack, never a publication.",
      mend: "Correct the indentation.",
    },
    "yaml-key": {
      why: "A key must be plain text to be named in prose and in findings.",
      mend: "Write the key as a plain word.",
    },
    "number-form": {
      why: "A number must stand in the file digit for digit as it was stated. YAML reads 0123 as 123, and 1e400 as infinity.",
      mend: "Write a plain decimal in base units, without quotes, separators, leading zeros or exponent: 173600, 28.5.",
    },
    "unknown-key": {
      why: "A misspelt key would be ignored, and with it what it was to say.",
      mend: "Correct the spelling; the hint names the nearest key that is known.",
    },
    "missing-key": {
      why: "The file leaves out what the publication needs.",
      mend: "Add the key; an editor with a YAML language server lists what belongs there.",
    },
    "wrong-type": {
      why: "A text where a number is due (or the reverse) is mostly a number with its unit or separators.",
      mend: 'Write numbers in base units without quotes: value: 173600, not "17.36万".',
    },
    "wrong-value": {
      why: "The value is none of those that are allowed here.",
      mend: "Take one of the values that the message lists.",
    },
    "bad-name": {
      why: "Figures are named in prose by their path, so names must be plain.",
      mend: "Use lower-case letters, digits, _ and -, and begin with a letter.",
    },
    "unknown-unit": {
      why: "Without its unit nobody knows how a figure is counted and written.",
      mend: "Correct the unit, or list it under units of the data file with what it measures.",
    },
    "value-finer-than-step": {
      why: "step is the place of the last digit that was stated. A value that has finer digits contradicts it, and one of the two would be printed wrongly.",
      mend: "Correct the value, or state the step that it really has (100 for 17.36万).",
    },
    "value-of-kind": {
      why: "A count below zero, or an edition 2.5, is a slip of the pen.",
      mend: "Correct the value, or give it the unit that it really has.",
    },
    "unknown-figure": {
      why: "Prose, a chart or a relation names a figure that is not in the data; nothing could be printed for it.",
      mend: "Correct the key (the hint has the nearest one), or state the figure in the data file.",
    },
    "missing-language": {
      why: "An edition or a term asks for a language that has no folder, so it could not be set.",
      mend: "Copy the folder of another language and translate it, or take the language out of the list.",
    },
    "no-templates": {
      why: "A language without prose would make an empty part.",
      mend: "Add templates as NN-name.md.hbs to its folder.",
    },
    "missing-message": {
      why: "Words of the furniture (contents, note, source) must stand in every language.",
      mend: "Add the message to messages of language.yaml.",
    },
    "unknown-font": {
      why: "Only the faces of fonts/ are used; a family of the system would make other pages on every computer.",
      mend: "Correct the family's name, or add its files and licence to fonts/manifest.yaml.",
    },
    "font-changed": {
      why: "A font file with other contents sets other pages from the same source.",
      mend: "Restore the file; or look at every page and write the new sha256 into fonts/manifest.yaml.",
    },
    "font-licence": {
      why: "A face may only be embedded and handed on with its licence beside it.",
      mend: "Put the licence into fonts/ and name it in the manifest.",
    },
    "font-embedding": {
      why: "A PDF holds parts of its faces, and the makers of some forbid that.",
      mend: "Take a face with a free licence, or one whose maker allows it.",
    },
    "font-unreadable": {
      why: "Nothing can be set from a file that is no whole TrueType font.",
      mend: "Restore it, or take it again from where it came.",
    },
    "font-variable": {
      why: "A variable face holds all weights in one file, and a PDF gets the default of them whatever is asked for.",
      mend: "Take the family's static files, one for each weight.",
    },
    "font-without-ink": {
      why: "A character with an empty outline prints a blank, and no reader knows that a digit stood there.",
      mend: "Restore the face, or take another version of it.",
    },
    "font-without-digits": {
      why: "A number whose digits come from two faces looks like two numbers, or like an error.",
      mend: "Take a version of the face that has all ten digits.",
    },
    "faint-colour": {
      why: "Words or marks that hardly stand out from their ground cannot be seen by many readers; offices owe them a contrast of WCAG 2.2, AA.",
      mend: "Take a darker colour on light grounds, a lighter one on dark grounds: 4.5 for words, 3 for large words and for marks of charts.",
    },
    "colour-alone": {
      why: "Series that differ by hue alone are one series to colour-blind readers and on a grey printout (WCAG 2.2, 1.4.1).",
      mend: "Make the colours of series differ in lightness, by 10 at least.",
    },
    "too-much-ink": {
      why: "More ink than the paper takes up smears and sets off.",
      mend: "Take equal parts of cyan, magenta and yellow out of the colour and some black in.",
    },
    "two-inks-for-one": {
      why: "Charts and drawings name a colour by its RGB; where two tokens share it, the press could get either.",
      mend: "Change the rgb of one token, or give both the same cmyk.",
    },
    "bad-profile": {
      why: "The print file says by this profile what its colours mean.",
      mend: "Take an ICC profile of a press in CMYK, version 4 or earlier.",
    },
    "profile-licence": {
      why: "A profile stands inside every print file and may be handed on only as its licence says.",
      mend: "Put LICENCE-<name>.txt beside it.",
    },
    "unreadable-image": {
      why: "A picture that is damaged, of another kind, turned, or holds text would be printed wrongly or not at all.",
      mend: "Save it again as PNG, JPEG or SVG, upright, its lettering as outlines.",
    },
    "image-too-large": {
      why: "A picture of more pixels than any press prints fills the memory of everybody who opens the file.",
      mend: "Scale it down to 300 dots to the inch of its printed width.",
    },
    "bad-image-name": {
      why: "Figures name a picture by its file name without the ending.",
      mend: "Rename the file: lower-case letters, digits and -, and .png, .jpg or .svg.",
    },
    "cmyk-image": {
      why: "Screens and office programs show colours of the press wrongly, and a screen file may not hold them.",
      mend: "Keep the file as name.print.jpg and put the picture in RGB beside it.",
    },
    "duplicate-image": {
      why: "Two files of one name leave open which of them is meant.",
      mend: "Take one away; the one for the press is called name.print.jpg.",
    },
    "unknown-colour": {
      why: "Colours are named once in style.yaml; an unknown name has no ink.",
      mend: "Take one of the names under colours, or add one.",
    },
  },
} satisfies StageRules;
