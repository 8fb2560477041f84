import { draftOnly, type StageRules } from "./explanation.ts";

/** What keeps the tool itself from doing its work. */
export const runRules = {
  title: "The machine and the run",
  waive: draftOnly,
  rules: {
    "unfit-machine": {
      why: "Without the number and date data of a language, or with an older Node.js, the same project would print other words than elsewhere, or none.",
      mend: "Install the Node.js that the finding names, in the usual form that has the data of all languages.",
    },
    "cannot-write": {
      why: "The files of a build have to go somewhere; what cannot be written is said before the files are made, where that can be known.",
      mend: "Choose another folder with --out, make room on the disk, or see to the rights of the folder.",
    },
    "changed-since-build": {
      why: "Somebody worked on a file that a build had made. A build never writes over it; without a word, though, the work would be forgotten in the folder of drafts.",
      mend: "Take over into templates or data what is wanted of it, then move the file out of the folder.",
      waive: "It is a warning; the file is kept whatever you do.",
    },
    "formats-changed": {
      why: "Numbers and dates come from the ICU of Node.js, and some languages are written otherwise from one version to the next; an issue would differ from its own release where nobody changed anything.",
      mend: "Build with the Node.js that made the release, or look at every number and date of the language and release anew.",
      waive: "It is a warning; build without --strict.",
    },
  },
} satisfies StageRules;
