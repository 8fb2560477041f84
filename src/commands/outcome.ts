import { type Finding, hasErrors } from "../model/finding.ts";

/** Findings that are a bug of the tool, whatever they were found in. */
const isInternal = ({ rule }: Finding): boolean => rule === "internal-error";

/** Whether findings keep a build from being written and a call from succeeding; `strict` counts a warning as an error, never a note. */
export const failed = (findings: readonly Finding[], strict = false): boolean =>
  hasErrors(findings) || (strict && findings.some(({ severity }) => severity === "warning"));

/**
 * The exit code of every command: 2 for a fault of the tool (and for a call that cannot be carried out, which finds
 * nothing), 1 for errors, 0 for none. `strict` counts a warning as an error.
 */
export const exitCode = (findings: readonly Finding[], strict: boolean): 0 | 1 | 2 => {
  if (findings.some(isInternal)) return 2;
  return failed(findings, strict) ? 1 : 0;
};

/** How many findings of which weight: "2 errors, 1 warning". */
export const summary = (findings: readonly Finding[]): string => {
  if (findings.length === 0) return "no findings";
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const notes = findings.filter((finding) => finding.severity === "note").length;
  const noted = notes === 0 ? "" : `, ${count(notes, "note")}`;
  return `${count(errors, "error")}, ${count(findings.length - errors - notes, "warning")}${noted}`;
};
