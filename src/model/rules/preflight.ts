import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found in a finished file before it goes to the press. */
export const preflightRules: StageRules = {
  title: "Print files before the press",
  waive: draftOnly,
  rules: {},
};
