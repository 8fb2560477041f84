import type { Finding } from "../model/finding.ts";

/** The finding for a template that Handlebars cannot parse; its message names the line and, mostly, what was expected. */
export const syntaxFinding = (file: string, error: unknown): Finding => {
  const fault = error as Error & {
    lineNumber?: number;
    column?: number;
    hash?: { loc?: { first_line: number; first_column: number }; line?: number };
  };
  if (error instanceof RangeError)
    return {
      severity: "error",
      rule: "template-too-deep",
      message: "blocks stand in blocks too deeply for the template to be read",
      place: { file, line: 1, column: 1 },
    };
  const [, stated] = /line (\d+)/.exec(fault.message) ?? [];
  const line = fault.lineNumber ?? fault.hash?.loc?.first_line ?? (stated ? Number(stated) : 1);
  const column = fault.column ?? fault.hash?.loc?.first_column ?? 0;
  const [firstLine = ""] = fault.message.split("\n");
  const expected = /Expecting .*?, got '([^']+)'/.exec(fault.message)?.[1];
  return {
    severity: "error",
    rule: "template-syntax",
    message:
      firstLine.startsWith("Parse error") || firstLine.startsWith("Lexical error")
        ? `the template does not parse${expected ? ` (unexpected ${expected})` : ""}`
        : firstLine.replace(/ - \d+:\d+$/, ""),
    place: { file, line, column: column + 1 },
    hint: "look for {{ without }}, or a block that is opened and not closed",
  };
};
