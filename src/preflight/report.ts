import type { Report } from "../model/finding.ts";
import type { Breach } from "./breach.ts";

/** Reports what a finished file breaks, at its pages. */
export const reportBreaches = (breaches: readonly Breach[], file: string, report: Report): void => {
  for (const { rule, message, page } of breaches)
    report({
      severity: "error",
      rule,
      message,
      place: { file, ...(page === undefined ? {} : { page }), line: 1, column: 1 },
    });
};
