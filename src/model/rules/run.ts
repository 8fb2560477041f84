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
  },
} satisfies StageRules;
