import type { Report } from "../model/finding.ts";
import { type Release, releaseFile } from "../model/release.ts";

/** The first example in which two lines of examples differ, as "there … here". */
const difference = (there: string, here: string): string => {
  const [old, now] = [there, here].map((line) => line.split(" | ")) as [string[], string[]];
  const index = now.findIndex((example, at) => example !== old[at]);
  return `"${old[index] ?? ""}" there, "${now[index] ?? ""}" here`;
};

/**
 * Compares how numbers and dates are written here with how they were in the latest release: another version of ICU writes
 * some languages otherwise. Reports `formats-changed`.
 */
export const checkFormats = (
  { issue, name, formats = {} }: Pick<Release, "issue" | "name" | "formats">,
  here: Readonly<Record<string, string>>,
  report: Report,
): void => {
  for (const [lang, examples] of Object.entries(here)) {
    const there = formats[lang];
    if (there === undefined || there === examples) continue;
    report({
      severity: "warning",
      rule: "formats-changed",
      message: `${lang} is written otherwise than in ${name}: ${difference(there, examples)} (ICU ${process.versions.icu} here)`,
      place: { file: `output/${issue}/${name}/${releaseFile}`, line: 1, column: 1 },
      hint: "build with the Node.js that made the release, or look at every number and date",
    });
  }
};
