import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found in a finished file before it goes to its readers or to the press. */
export const preflightRules = {
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
    "pdf-font-embedded": {
      why: "A face that does not travel with the file is replaced by another where it is opened.",
      mend: "A fault of the tool where your files are in order: please report it.",
    },
    "pdf-metadata": {
      why: "A file that says two things of itself, in its information and in its XMP, is refused by checkers.",
      mend: "A fault of the tool where your files are in order: please report it with the title and the issuers.",
    },
    "pdf-encrypted": {
      why: "Neither a press nor an archive opens what is locked.",
      mend: "A fault of the tool: please report it.",
    },
    "pdf-active": {
      why: "A publication does nothing by itself: no script, no attachment, no form.",
      mend: "A fault of the tool: please report it.",
    },
    "press-content": {
      why: "What cannot be read and followed cannot be vouched for.",
      mend: "A fault of the tool where your files are in order: please report it with the page.",
    },
    "press-glyph": {
      why: "A glyph that stands for no text cannot be proofed against the source, searched or copied.",
      mend: "Use a character that the face has; else please report it with the page.",
    },
    "press-boxes": {
      why: "The printer cuts by the trim and needs what bleeds over it (ISO 15930-7).",
      mend: "A fault of the tool: please report it with the page part of style.yaml.",
    },
    "press-page-count": {
      why: "Folded sheets have a fixed number of pages.",
      mend: "A fault of the tool: please report it with print.multiple of style.yaml.",
    },
    "press-marks-inside": {
      why: "The colour of the marks stands on every plate; inside the bleed it would be cut into the page.",
      mend: "A fault of the tool: please report it with the page.",
    },
    "press-colour-space": {
      why: "A press prints cyan, magenta, yellow and black; other colours are converted by chance.",
      mend: "Name the colour as a token with cmyk in style.yaml.",
    },
    "press-total-ink": {
      why: "More ink than the paper takes up smears and sets off.",
      mend: "Lighten the ground under black text, or set the text in white.",
    },
    "press-rich-black": {
      why: "Black letters of several inks show coloured edges as soon as a plate is a hair off.",
      mend: "Give the colour of the text black ink alone: cmyk: [0, 0, 0, 100].",
    },
    "press-black-overprint": {
      why: "Black text that leaves its place white on the other plates shows white edges.",
      mend: "A fault of the tool: please report it with the page.",
    },
    "press-transparency": {
      why: "What shows through is mixed anew by every press.",
      mend: "Use the solid colours of tokens in charts and pictures.",
    },
    "press-hairline": {
      why: "A line thinner than the press can hold breaks or vanishes.",
      mend: "Draw it thicker: a rule in style.yaml, strokeWidth in a chart, stroke-width in an SVG.",
    },
    "press-image-resolution": {
      why: "A picture with fewer dots than the press prints is soft.",
      mend: "Scan it anew, or print it smaller (width=…).",
    },
    "press-standard": {
      why: "A press takes a file by the standard that it names.",
      mend: "A fault of the tool: please report it.",
    },
    "press-output-intent": {
      why: "Without its profile nobody knows what the colours of a file mean.",
      mend: "Name a profile of a press under print in style.yaml.",
    },
    "press-interactive": {
      why: "Paper has no links and no bookmarks (ISO 15930-7).",
      mend: "A fault of the tool: please report it with the page.",
    },
  },
} satisfies StageRules;
