import { draftOnly, type StageRules } from "./explanation.ts";

const accepting =
  "Where the words fit as they are, accept it in templates/<issue>/accepted.yaml; the entry stands ready in the hint, and holds for this edit alone. build --draft writes in spite of it, with a mark on every page.";

/** What is found about releases: what was frozen, and what has changed since. */
export const releaseRules = {
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
    "changed-since-release": {
      why: "What readers see otherwise than in a release, told at its cause, for code hosts.",
      mend: "Nothing is wrong with it; corrections lists it for those who review a change.",
    },
    "unexplained-change": {
      why: "Readers of what was published are told what changed since and why. A change that nobody explains is either a slip or kept from them.",
      mend: "Add an entry under corrections in the data file, with the figures or the blocks that it is about; the hint has it ready. Or undo the change.",
      waive: "A build goes on with it; a release refuses it.",
    },
    "correction-without-change": {
      why: "The list of corrections would tell readers of a change that nobody can find.",
      mend: "Make the change in data or prose, or take the figure or block out of the entry.",
      waive: "A build goes on with it; a release refuses it.",
    },
    "stale-translation": {
      why: "One language was rewritten after the release and another was not, so the two may tell their readers different things.",
      mend: "Bring the other language up to date.",
      waive: accepting,
    },
    "stale-wording": {
      why: "A sign, a rank, a plural or an approximation is no longer what it was when the sentence was worded, and nobody has touched its words since.",
      mend: "Read the sentence and reword it where it no longer fits.",
      waive: accepting,
    },
    "sheet-differs": {
      why: "A sheet to replace must be what the whole print file has in its place, or the two would not belong together.",
      mend: "A fault of the tool: please report it with the page. Print the whole file.",
    },
    "inputs-changed": {
      why: "A file was changed while the release was made, so that it would hold some of the old and some of the new.",
      mend: "Release again when nobody is editing.",
    },
  },
} satisfies StageRules;
