import type { Acceptance } from "./acceptance.ts";
import type { Id } from "./document.ts";
import type { Finding, Report } from "./finding.ts";
import { agreeRules } from "./rules/agree.ts";
import { releaseRules } from "./rules/release.ts";

/** A finding about what is said, in the prose or in finished files, named so that it can be accepted with a reason (accepted.yaml). */
export type Deviation = Finding & {
  /** What it is about: a figure's key, a term, a name. */
  readonly about: string;
  /** The language folder that deviates. */
  readonly lang?: string;
  /** The section, figure or table in which it stands; in a finished file, the head as printed. */
  readonly unit?: Id;
};
export type Deviate = (deviation: Deviation) => void;

const meets = (acceptance: Acceptance, { rule, about, lang, unit }: Deviation): boolean =>
  acceptance.rule === rule &&
  acceptance.about === about &&
  (acceptance.in === undefined || acceptance.in === unit) &&
  (acceptance.language === undefined || acceptance.language === lang);

/** A text as YAML reads it back as text: 28 and true need quotes. */
const scalar = (value: string): string =>
  /^(?!(?:true|false|null|yes|no|on|off)$)[a-z][\w.-]*$/i.test(value) ? value : JSON.stringify(value);

/** The entry of accepted.yaml that would accept a deviation. */
const entryFor = ({ rule, about, lang, unit }: Deviation): string => {
  const fields = {
    rule,
    about,
    ...(unit !== undefined && { in: unit }),
    ...(lang !== undefined && { language: lang }),
  };
  return `{ ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${scalar(value)}`)
    .join(", ")}, reason: … }`;
};

/** What a list of acceptances is held against: the sources of the project, its finished files, or what was released. */
export type Subject = "project" | "finished" | "released";

/** Rules about finished files (`agree`) and about releases; all others are about the project. One accepted.yaml serves them all. */
const subjects = new Map<string, Subject>([
  ...Object.keys(agreeRules.rules).map((rule) => [rule, "finished"] as const),
  ...Object.keys(releaseRules.rules).map((rule) => [rule, "released"] as const),
]);

/**
 * Passes on the deviations that nobody has accepted. `settle`, once everything is checked, reports the acceptances for
 * this subject that met nothing: `unused-acceptance`.
 */
export const withAcceptances = (
  all: readonly Acceptance[],
  subject: Subject,
  report: Report,
): {
  readonly deviate: Deviate;
  /** Whether a deviation is accepted, for those who report several as one. */
  readonly isAccepted: (deviation: Deviation) => boolean;
  readonly settle: () => void;
  readonly met: ReadonlySet<Acceptance>;
} => {
  const accepted = all.filter(({ rule }) => (subjects.get(rule) ?? "project") === subject);
  const met = new Set<Acceptance>();
  const isAccepted = (deviation: Deviation): boolean => {
    const matching = accepted.filter((acceptance) => meets(acceptance, deviation));
    for (const acceptance of matching) met.add(acceptance);
    return matching.length > 0;
  };
  return {
    met,
    isAccepted,
    deviate: (deviation) => {
      if (isAccepted(deviation)) return;
      const { about, lang, unit, hint, ...finding } = deviation;
      report({
        ...finding,
        hint: `${hint === undefined ? "" : `${hint}; `}or accept ${entryFor(deviation)}`,
      });
    },
    settle: () => {
      for (const acceptance of accepted)
        if (!met.has(acceptance))
          report({
            severity: "error",
            rule: "unused-acceptance",
            message: `nothing is found any more that this accepts: ${acceptance.rule} about ${acceptance.about}`,
            place: acceptance.place,
            hint: "take it out, or correct what it is about",
          });
    },
  };
};
