import type { StageRules } from "./explanation.ts";

/** What is found in Word files that come back from an office. */
export const officeRules: StageRules = {
  title: "Word files that were edited",
  waive: "It cannot be waived: it says what was found in the file, and goes when the file has it no more.",
  rules: {
    "no-counterpart": {
      why: "Tracked changes are made of the file that was released and the one of today; an edition that was not released then has nothing to be compared with.",
      mend: "Name another release with --since, or only editions that it has with --edition.",
    },
    "not-reversible": {
      why: "Accepting all changes must give the new file and rejecting all the released one. Each redline is held against both before it is written, and this one failed.",
      mend: "Please report it with both files; what was corrected is right in the files of the build.",
    },
    "other-issue": {
      why: "A file of another issue has other figures under the same names.",
      mend: "Say the issue that the file is of by --issue.",
    },
    "other-data": {
      why: "The file was made of other data than today's, and no release says which. What differs may have been changed in the file or in the data.",
      mend: "Keep releases of what is sent to offices: whitepaper release --as NAME.",
    },
    "figure-in-revision": {
      why: "Somebody changed a printed figure with tracked changes on. Putting today's figure in would take their change away without a word.",
      mend: "Look at the change, accept or reject it, and refresh again; whitepaper import proposes it as a change of the data.",
    },
    "figure-edited": {
      why: "The text shows another number than the file's own list of figures: somebody typed over it, or a program lost the connection.",
      mend: "If the typed number is right, change the data: whitepaper import FILE --apply --accept KEY.",
    },
    "figure-conflict": {
      why: "An edited file says two things of one figure: its text and its list of figures disagree, or two places do. Taking one of them would be a guess.",
      mend: "Ask whoever edited the file; then change the data, or leave it.",
    },
    "figure-gone": {
      why: "A printed figure was deleted or lost among words that were rewritten. Sentences that keep their sense without their number are rare.",
      mend: "Compare the sentence with the template; take the figure out there if it was meant.",
    },
    "figure-not-placed": {
      why: "A printed figure of the file is none today, or one of today's has no place in the file: its sentence was rewritten, deleted, or added since.",
      mend: "Compare the paragraph with today's edition, and write by hand what is meant.",
    },
    "chart-not-placed": {
      why: "A chart of today's edition was not found in the file, so the file shows an old one or none.",
      mend: "Copy the chart from today's edition.",
    },
  },
};
