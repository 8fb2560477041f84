import { comparePlaces, type Place, placeText } from "./place.ts";

/**
 * Something that a person has to mend or look at. Findings are values: a stage reports them and goes on, so that one
 * run shows them all; the pipeline writes nothing when there is an error among them.
 */
export type Finding = {
  readonly severity: "error" | "warning";
  /** Rule name in kebab-case, as `explain` knows it. */
  readonly rule: string;
  readonly message: string;
  readonly place?: Place;
  /** What to do about it: "did you mean patents.applications?" */
  readonly hint?: string;
  /** What is said there, by language folder: the sentence, and its counterparts in the other languages. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Further places, where two files are involved. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
};

/** Where a stage puts what it finds. Stages never throw for an author's fault. */
export type Report = (finding: Finding) => void;

/** Findings in the order of their places; those without a place last, doubles once. */
export const sortFindings = (findings: readonly Finding[]): readonly Finding[] => {
  const seen = new Set<string>();
  return findings
    .filter((finding) => {
      const key = JSON.stringify([finding.rule, finding.message, finding.place && placeText(finding.place)]);
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => {
      if (a.place && b.place) return comparePlaces(a.place, b.place) || a.rule.localeCompare(b.rule, "en");
      return a.place ? -1 : b.place ? 1 : 0;
    });
};

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === "error");
