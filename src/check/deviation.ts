import type { Acceptance } from "../model/acceptance.ts";
import type { Id } from "../model/document.ts";
import type { Finding, Report } from "../model/finding.ts";

/** A finding about what the prose says, named so that it can be accepted with a reason (accepted.yaml). */
export type Deviation = Finding & {
  /** What it is about: a figure's key, a term, a name. */
  readonly about: string;
  /** The language folder that deviates. */
  readonly lang?: string;
  /** The section, figure or table in which it stands. */
  readonly unit?: Id;
};
export type Deviate = (deviation: Deviation) => void;

const meets = (acceptance: Acceptance, { rule, about, lang, unit }: Deviation): boolean =>
  acceptance.rule === rule &&
  acceptance.about === about &&
  (acceptance.in === undefined || acceptance.in === unit) &&
  (acceptance.language === undefined || acceptance.language === lang);

/** The entry of accepted.yaml that would accept a deviation. */
const entryFor = ({ rule, about, lang, unit }: Deviation): string => {
  const fields = {
    rule,
    about,
    ...(unit !== undefined && { in: unit }),
    ...(lang !== undefined && { language: lang }),
  };
  return `{ ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`)
    .join(", ")}, reason: … }`;
};

/**
 * Passes on the deviations that nobody has accepted. `settle`, once everything is checked, reports the acceptances that
 * met nothing: `unused-acceptance`.
 */
export const withAcceptances = (
  accepted: readonly Acceptance[],
  report: Report,
): { readonly deviate: Deviate; readonly settle: () => void } => {
  const met = new Set<Acceptance>();
  return {
    deviate: (deviation) => {
      const matching = accepted.filter((acceptance) => meets(acceptance, deviation));
      for (const acceptance of matching) met.add(acceptance);
      if (matching.length > 0) return;
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
