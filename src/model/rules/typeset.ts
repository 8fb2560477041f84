import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while lines and pages are made. */
export const typesetRules: StageRules = {
  title: "Lines and pages",
  waive: draftOnly,
  rules: {
    "unsupported-script": {
      why: "The script needs shaping that the line engine does not do yet; letters would stand side by side and mean nothing.",
      mend: "Write the word in a script that can be set.",
    },
    "unsupported-direction": {
      why: "The PDF writer cannot set pages from right to left yet, and wrong order is worse than none.",
      mend: "Build this language as DOCX: --output docx.",
    },
    "overfull-line": {
      why: "The line is longer than its column and would run into the margin.",
      mend: "Reword it, or allow a break with a space or a soft hyphen.",
    },
    "loose-line": {
      why: "The line had to be stretched so far that its gaps show.",
      mend: "Reword it, or allow a break nearby.",
      waive: "It may stay: a warning stops nothing.",
    },
    "torn-page": {
      why: "What belongs together (a head and its text, a figure and its caption) had to be divided between pages.",
      mend: "Move the figure, shorten the text before it, or make the figure lower.",
      waive: "It may stay: a warning stops nothing.",
    },
    "overfull-page": {
      why: "A picture or table is higher than the page; what stands over would be lost.",
      mend: "Make the picture lower or divide the table.",
    },
    "row-too-high": {
      why: "A row higher than the page has to be divided, and reads badly.",
      mend: "Shorten the cell, or make several rows of it.",
      waive: "It may stay: a warning stops nothing.",
    },
  },
};
