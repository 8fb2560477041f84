import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while finished files are written. */
export const writeRules: StageRules = {
  title: "Finished files",
  waive: draftOnly,
  rules: {
    "unprintable-picture": {
      why: "The picture holds something that would be dropped or fetched from elsewhere in print.",
      mend: "Draw it with plain shapes and text.",
    },
    "too-many-columns": {
      why: "Word does not open tables with more columns than 63.",
      mend: "Divide the table, or turn its rows into columns.",
    },
  },
};
