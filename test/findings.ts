import { expect } from "vitest";
import type { Finding } from "../src/model/finding.ts";
import type { Project } from "./project.ts";

/** What a test expects of a finding; `at` names a file and the text at which the finding must point. */
export type Expected = {
  readonly rule: string;
  readonly at?: readonly [file: string, marker: string];
  readonly says?: RegExp;
};

/** file:line:column of the first occurrence of a marker, counted here and not by the code under test. */
const whereIs = (project: Project, [file, marker]: readonly [string, string]): string => {
  const text = project.read(file);
  const offset = text.indexOf(marker);
  if (offset < 0) throw new Error(`"${marker}" is not in ${file}`);
  const before = text.slice(0, offset).split("\n");
  return `${file}:${before.length}:${(before.at(-1) as string).length + 1}`;
};

const shown = (finding: Finding): string => {
  const { place } = finding;
  const at = place ? `${place.file}:${place.line}:${place.column}` : "-";
  return `${at} ${finding.rule}: ${finding.message}; ${finding.hint ?? ""}`;
};

/** Demands that every expected finding is there; the failure message shows all that were found. */
export const expectFindings = (project: Project, found: readonly Finding[], expected: readonly Expected[]): void => {
  const list = found.map(shown);
  for (const { rule, at, says } of expected) {
    const place = at ? whereIs(project, at) : undefined;
    const match = found.find(
      (finding, index) =>
        finding.rule === rule &&
        (place === undefined || list[index]?.startsWith(`${place} `)) &&
        (!says || says.test(list[index] ?? "")),
    );
    expect(match, `${rule} at ${place ?? "any place"} ${says ?? ""} among:\n${list.join("\n")}`).toBeDefined();
  }
};
