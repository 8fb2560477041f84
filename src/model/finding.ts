import { comparePlaces, type Place, placeText } from "./place.ts";
import type { RuleName } from "./rules/index.ts";

/** How much a finding weighs, the heaviest first. */
export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

/** How sure a finding is that rests on a comparison of two texts, the surest first. */
export const likelihoods = ["sure", "likely", "possible"] as const;
export type Likelihood = (typeof likelihoods)[number];

/**
 * Something that a person has to mend or look at. Findings are values: a stage reports them and goes on, so that one
 * run shows them all; the pipeline writes nothing when there is an error among them.
 */
export type Finding = {
  /** A note is worth knowing and asks for nothing; it never counts as a fault. */
  readonly severity: Severity;
  /** Rule name in kebab-case, as `explain` knows it. */
  readonly rule: RuleName;
  readonly message: string;
  readonly place?: Place;
  /** Where it can be more or less so. */
  readonly likelihood?: Likelihood;
  /** What to do about it: "did you mean patents.applications?" */
  readonly hint?: string;
  /** What is said there, by language folder: the sentence, and its counterparts in the other languages. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Of a fault of the program itself, where it came from. */
  readonly trace?: string;
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

/** Most findings of one rule in one file that are told one by one. */
const most = 200;

/** Findings of which no rule floods a file: those beyond the first {@link most} are told as one, at the first of them. */
export const withoutFloods = (findings: readonly Finding[]): readonly Finding[] => {
  const counts = new Map<string, number>();
  const keyOf = ({ rule, place }: Finding): string => `${rule} ${place?.file ?? ""}`;
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings.flatMap((finding): Finding[] => {
    const key = keyOf(finding);
    const index = (told.get(key) ?? 0) + 1;
    told.set(key, index);
    if (index <= most) return [finding];
    const rest = (counts.get(key) ?? 0) - most;
    if (index > most + 1 || rest === 1) return rest === 1 ? [finding] : [];
    const { severity, rule, place } = finding;
    return [
      { severity, rule, message: `${rest} more findings of this rule follow in this file`, ...(place && { place }) },
    ];
  });
};

/** Findings in the order of their weight and of how sure they are; alike ones keep their order. */
export const bySureness = (findings: readonly Finding[]): readonly Finding[] => {
  const weight = ({ severity, likelihood }: Finding): number =>
    severities.indexOf(severity) * likelihoods.length +
    (likelihood === undefined ? 0 : likelihoods.indexOf(likelihood));
  return findings.toSorted((a, b) => weight(a) - weight(b));
};

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === "error");
