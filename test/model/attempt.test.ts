import { expect, it } from "vitest";
import { formatFindings } from "../../src/commands/format.ts";
import { attempt, attemptAsync } from "../../src/model/attempt.ts";
import type { Finding } from "../../src/model/finding.ts";

const broken = (): never => {
  throw new RangeError("too much of it");
};

it("a fault of the program is a finding that names what it was at work on, and how it came there", async () => {
  const found: Finding[] = [];
  const report = (finding: Finding): void => void found.push(finding);
  const place = { file: "templates/2019/en/01-a.md.hbs", line: 1, column: 1 };
  expect(attempt("reading it", place, report, broken)).toBeUndefined();
  expect(await attemptAsync("setting en", undefined, report, async () => broken())).toBeUndefined();
  expect(attempt("adding", undefined, report, () => 1 + 1)).toBe(2);
  expect(found).toMatchObject([
    { severity: "error", rule: "internal-error", message: "reading it failed: too much of it", place },
    { severity: "error", rule: "internal-error", message: "setting en failed: too much of it" },
  ]);
  const shown = formatFindings(found.slice(0, 1), "human", false);
  expect(shown).toMatch(/^templates\/2019\/en\/01-a\.md\.hbs:1:1 internal-error: reading it failed/);
  expect(shown).toContain("attempt.test.ts");
});
