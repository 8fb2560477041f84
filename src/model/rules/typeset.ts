import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while lines and pages are made. */
export const typesetRules = {
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
    "substituted-face": {
      why: "The face that is meant for the words lacks one of their letters; taken from another, it stands out from its word.",
      mend: "Take a version of the face that has the letter, or write the word otherwise.",
      waive: "It may stay: a warning stops nothing.",
    },
    "mixed-number": {
      why: "A face lacks a digit or a sign, and another would be taken for it; the number would look like two, or like an error.",
      mend: "Add a face of that weight that has the character, or write the number without it.",
    },
    "overfull-line": {
      why: "The line is longer than its column: its words would stand over the margin, or over other words.",
      mend: "Reword it, or let a word be divided: lines.hyphenation.exceptions in language.yaml.",
    },
    "forced-division": {
      why: "A word that is longer than its line is divided where no rule of its language divides it, so that it stands over nothing else.",
      mend: "Put soft hyphens into it, or a space; or say how it is divided: lines.hyphenation.exceptions in language.yaml.",
      waive: "It may stay: a warning stops nothing.",
    },
    "loose-line": {
      why: "Spaces wider than half an em between words, or a fifth between Han characters, show as holes in the page.",
      mend: "Reword it, or let a word be divided: lines.hyphenation.exceptions in language.yaml.",
      waive: "It may stay: a warning stops nothing.",
    },
    "torn-number": {
      why: "A number parted from its sign, its counter or its own digits is misread.",
      mend: "Let a line end elsewhere: reword, or widen the column.",
      waive: "It may stay: a warning stops nothing.",
    },
    "forbidden-start": {
      why: "A comma, a full stop or a closing mark at the start of a line belongs to the line before it (GB/T 15834, clreq 3.1.5).",
      mend: "Let a line end elsewhere: reword, or widen the column.",
      waive: "It may stay: a warning stops nothing.",
    },
    "forbidden-end": {
      why: "An opening mark at the end of a line belongs to the line after it (GB/T 15834, clreq 3.1.5).",
      mend: "Let a line end elsewhere: reword, or widen the column.",
      waive: "It may stay: a warning stops nothing.",
    },
    "hyphen-ladder": {
      why: "Three hyphens under one another draw the eye down the margin.",
      mend: "Reword one of the lines.",
      waive: "It may stay: a warning stops nothing.",
    },
    "short-last-line": {
      why: "A single character or a short word alone on a line leaves a hole before the next paragraph.",
      mend: "Lengthen or shorten the paragraph by a word.",
      waive: "It may stay: a warning stops nothing.",
    },
    river: {
      why: "Spaces under one another through four lines draw a white stream through the page.",
      mend: "Reword one of the lines.",
      waive: "It may stay: a warning stops nothing.",
    },
    widow: {
      why: "The last line of a paragraph alone at the top of a page looks like a head.",
      mend: "Lengthen or shorten the text before it.",
      waive: "It may stay: a warning stops nothing.",
    },
    orphan: {
      why: "The first line of a paragraph alone at the foot of a page is torn from its thought.",
      mend: "Lengthen or shorten the text before it.",
      waive: "It may stay: a warning stops nothing.",
    },
    "stranded-head": {
      why: "A head at the foot of a page announces what the reader cannot see.",
      mend: "Lengthen or shorten the text before it.",
      waive: "It may stay: a warning stops nothing.",
    },
    "caption-apart": {
      why: "A caption on another page than its figure or table names nothing.",
      mend: "Make the figure lower, or move it.",
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
    "table-too-wide": {
      why: "The words of its cells would stand over one another, or be torn into letters, even in the smallest type that the style allows.",
      mend: "Shorten words, leave out columns, make two tables of it, or let rows and columns change places; table.least in style.yaml says how small its type may become.",
    },
    "table-head-too-high": {
      why: "The head of a table is set again on every page; one that fills the page leaves no room for the rows.",
      mend: "Shorten the head, or say in a note what it says.",
    },
    "row-too-high": {
      why: "A row higher than the page has to be divided, and reads badly.",
      mend: "Shorten the cell, or make several rows of it.",
      waive: "It may stay: a warning stops nothing.",
    },
  },
} satisfies StageRules;
