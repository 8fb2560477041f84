import type { Finding } from "../model/finding.ts";
import type { Run } from "./boxes.ts";
import type { SizedFace } from "./faces.ts";
import { rightToLeft, type Script, unbroken } from "./script.ts";

/** A character that cannot be set, as a finding without its place. `at`: UTF-16 offset in its run. */
export type Unset<Tag = unknown> = { readonly finding: Finding; readonly run: Run<Tag>; readonly at: number };

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

/** `language`: BCP 47. */
export const missing = (whole: string, language: string): Finding => ({
  severity: "error",
  rule: "missing-glyph",
  message: `no face has "${whole}" (${[...whole].map(codePointName).join(" ")}), used in ${language}`,
  hint: "add a face that has it to fonts/manifest.yaml and to the language's fonts, or use another character",
});

export const unsupported = (character: string, script: Script): Finding | undefined =>
  rightToLeft.has(script) || unbroken.has(script)
    ? {
        severity: "error",
        rule: "unsupported-script",
        message: `"${character}" (${codePointName(character)}) belongs to a script that cannot be set yet (${script})`,
      }
    : undefined;

/** A letter that the face that is meant for it lacks, so that it stands out from its word. */
export const substituted = (whole: string, { face, instead }: SizedFace): Finding | undefined =>
  instead && /^\p{L}/u.test(whole)
    ? {
        severity: "warning",
        rule: "substituted-face",
        message: `"${whole}" is not in ${instead.family} ${instead.weight}; it is set from ${face.family} ${face.weight}`,
        hint: `take a ${instead.family} ${instead.weight} that has it, or write the word otherwise`,
      }
    : undefined;
