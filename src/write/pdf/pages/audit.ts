import type { Finding, Report } from "../../../model/finding.ts";
import type { Place } from "../../../model/place.ts";
import { type ViolationRule, type Violations, violationRules } from "../../../model/violations.ts";
import { addressesIn, type LineFault } from "../../../typeset/index.ts";
import type { Mark } from "../content.ts";
import type { Sheet } from "../sheet.ts";
import { type PageFault, pageFaults } from "./audit-pages.ts";

/** What is said of a fault, and what to do about it. `words`: the beginning of the line. */
type Saying = { readonly message: (words: string) => string; readonly hint: string };

const rebreak = "reword, or let a word be divided: lines.hyphenation.exceptions in language.yaml";
const shorten = "shorten the address, or let words stand for it: [words](https://…)";
const reflow = "lengthen or shorten the text before it";

const sayings: Readonly<Record<LineFault | PageFault, Saying>> = {
  "overfull-line": { message: (words) => `the line "${words}…" is too long for its column`, hint: rebreak },
  "forced-division": {
    message: (words) => `the line "${words}…" ends inside a word that is longer than the column`,
    hint: "put soft hyphens (U+00AD) into the word, or widen the column",
  },
  "loose-line": { message: (words) => `the spaces of the line "${words}…" are too wide`, hint: rebreak },
  "torn-number": { message: (words) => `a number is torn at the end of the line "${words}…"`, hint: rebreak },
  "forbidden-start": { message: (words) => `the line "${words}…" begins with a mark that may not`, hint: rebreak },
  "forbidden-end": { message: (words) => `the line "${words}…" ends with a mark that may not`, hint: rebreak },
  "hyphen-ladder": { message: (words) => `three lines in a row end with a hyphen, down to "${words}…"`, hint: rebreak },
  "short-last-line": { message: (words) => `a paragraph ends with the short line "${words}"`, hint: reflow },
  river: { message: (words) => `spaces run through the lines down to "${words}…"`, hint: reflow },
  widow: { message: (words) => `the last line of a paragraph stands alone at the top: "${words}…"`, hint: reflow },
  orphan: { message: (words) => `the first line of a paragraph stands alone at the foot: "${words}…"`, hint: reflow },
  "stranded-head": { message: (words) => `the head "${words}…" is parted from its text`, hint: reflow },
  "caption-apart": { message: (words) => `the caption "${words}…" is parted from what it names`, hint: reflow },
};

const shown = 24;

type TextMark = Extract<Mark, { readonly kind: "text" }>;

const wordsOf = ({ line }: TextMark): string => {
  const words = line.pieces.map((piece) => piece.text).join("");
  return [...words.replaceAll("\u00ad", "-").trim()].slice(0, shown).join("");
};

/** Where a line begins in the template. */
const placeOf = ({ line }: TextMark): Place | undefined => {
  const piece = line.pieces[0];
  return piece && (piece.run.placeAt?.(piece.at) ?? piece.run.place);
};

/** Whether a part of an address stands on a line. */
const holdsAddress = ({ line }: TextMark): boolean =>
  line.pieces.some(({ run, at, text }) =>
    addressesIn(run.text).some(([start, end]) => start < at + text.length && at < end),
  );

const findingOf = (rule: LineFault | PageFault, mark: TextMark, sheet: Sheet, edition: string): Finding => {
  const { message, hint } = sayings[rule];
  const place = placeOf(mark);
  return {
    // Words over one another cannot be read; what else is broken reads badly.
    severity: rule === "overfull-line" ? "error" : "warning",
    rule,
    message: `${message(wordsOf(mark))} (${edition}, page ${sheet.label})`,
    ...(place ? { place } : {}),
    hint: hint === rebreak && holdsAddress(mark) ? shorten : hint,
  };
};

/**
 * Looks at the finished pages, whatever made them: reports every rule of lines and pages that is broken, with its place
 * in the template.
 */
export const audit = (sheets: readonly Sheet[], edition: string, report: Report): void => {
  for (const sheet of sheets)
    for (const mark of [...sheet.column, ...sheet.furniture])
      if (mark.kind === "text") for (const fault of mark.line.faults) report(findingOf(fault, mark, sheet, edition));
  for (const { rule, mark, sheet } of pageFaults(sheets)) report(findingOf(rule, mark, sheet, edition));
};

const isViolation = (rule: string): rule is ViolationRule => violationRules.some((one) => one === rule);

/** A report that passes findings on and counts those that are violations of the rules of setting, each once. */
export const counting = (report: Report): { readonly report: Report; readonly counts: () => Violations } => {
  const seen = new Map<string, ViolationRule>();
  return {
    report: (finding) => {
      const { rule, message, place } = finding;
      if (isViolation(rule)) seen.set(JSON.stringify([rule, message, place]), rule);
      report(finding);
    },
    counts: () => {
      const counts = Object.fromEntries(violationRules.map((rule) => [rule, 0])) as Record<ViolationRule, number>;
      for (const rule of seen.values()) counts[rule]++;
      return counts;
    },
  };
};
