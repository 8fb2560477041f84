import { z } from "zod";
import { type Correction, correctionSchema } from "../model/correction.ts";
import type { Figures } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import type { Publication } from "../model/source.ts";
import { didYouMean } from "../model/suggest.ts";
import { checkSchema } from "./schema.ts";
import type { Located } from "./yaml.ts";

/** Every language of the publication tells its readers why. Reports `missing-reason`. */
const checkReasons = ({ reason, place }: Correction, { editions }: Publication, report: Report): void => {
  const missing = [...new Set(editions.flat())].filter((language) => reason[language] === undefined);
  if (missing.length > 0)
    report({
      severity: "error",
      rule: "missing-reason",
      message: `this correction gives no reason in ${missing.join(", ")}`,
      place,
      hint: `add reason: { ${missing.map((language) => `${language}: …`).join(", ")} }`,
    });
};

/**
 * What was corrected and revised after publication, as the data file says it. Reports what `checkSchema` does,
 * `unknown-figure`, `missing-reason`.
 */
export const readCorrections = (
  located: Located,
  figures: Figures,
  publication: Publication | undefined,
  report: Report,
): readonly Correction[] => {
  const entries = checkSchema(z.array(correctionSchema).default([]), located, ["corrections"], report) ?? [];
  return entries.map((entry, index) => {
    const correction: Correction = { ...entry, place: located.place(["corrections", index]) };
    for (const [at, key] of (entry.figures ?? []).entries())
      if (!figures.has(key))
        report({
          severity: "error",
          rule: "unknown-figure",
          message: `there is no figure ${key}`,
          place: located.place(["corrections", index, "figures", at]),
          ...didYouMean(key, figures.keys()),
        });
    if (publication) checkReasons(correction, publication, report);
    return correction;
  });
};
