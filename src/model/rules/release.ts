import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found about releases: what was frozen, and what has changed since. */
export const releaseRules: StageRules = {
  title: "Releases and corrections",
  waive: draftOnly,
  rules: {
    "release-version": {
      why: "A release of a later version may say what this version does not know, and would be compared wrongly.",
      mend: "Use the whitepaper that made it, or a later one.",
    },
    "release-broken": {
      why: "What was published cannot be told from a release.json that is torn or no release.",
      mend: "Take the folder back from where releases are kept, as from version control.",
    },
    "release-edited": {
      why: "A release is what was published. A file of it that was changed, added or lost since makes every comparison with it wrong.",
      mend: "Take the file back from where releases are kept. What is to change goes into a new release.",
    },
    "release-fork": {
      why: "Two releases follow the same one, so nobody can say which of them was published.",
      mend: "Keep the one that was published and take the other folder away.",
    },
    "release-revision": {
      why: "A report with its tracked changes still in it tells its readers what they were not to read.",
      mend: "Accept or reject all changes, or make the file anew.",
    },
    "release-comment": {
      why: "Comments are for those who write; in a published file everybody reads them.",
      mend: "Take the comments out, or make the file anew.",
    },
    "release-hidden-text": {
      why: "Hidden text is found by everybody who looks for it.",
      mend: "Take the text out, or make the file anew.",
    },
    "inputs-changed": {
      why: "A file was changed while the release was made, so that it would hold some of the old and some of the new.",
      mend: "Release again when nobody is editing.",
    },
  },
};
