import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../command.ts";
import { translated } from "../exchange/french/translator.ts";
import { copyProject, type Project } from "../project.ts";
import { chapter, later, names } from "./french.ts";
import { patternOf, type Step, stepsOf } from "./sessions.ts";

/** The walk-throughs of docs/translation.md, run as they are written. */

const path = "docs/translation.md";
const out = "output/2019/translate/fr";
let project: Project;
beforeAll(() => {
  project = copyProject();
});
afterAll(() => project.remove());

/** What the translator does where the document says so. */
const works: readonly (readonly [file: string, words: Readonly<Record<string, string>>])[][] = [
  [
    [`${out}/names.xlf`, names],
    [`${out}/01-creation.xlf`, chapter],
  ],
  [[`${out}/01-creation.xlf`, later]],
];
let turn = 0;

const take = async (step: Step): Promise<void> => {
  const at = `${path}:${step.line}`;
  if (step.kind === "edit") return project.replace(step.file, step.from, step.to);
  if (step.kind === "remark") {
    for (const [file, words] of works[turn++] ?? []) project.write(file, translated(project.read(file), words));
    return;
  }
  // Files of the project are named as they stand in it.
  const args = step.command.map((word) => (word.startsWith("output/") ? join(project.root, word) : word));
  const { stdout, stderr } = await call([...args, "--root", project.root]);
  const said = `${stdout}${stderr}`
    .replace(/^ *\d+\.\d s {2}.* …\n/gm, "")
    .replace(/^no findings\n|^9 files in .*\n/gm, "");
  expect(said, at).toMatch(patternOf(step.prints));
};

describe.each(["Add French", "The source changed after translation"])("%s", (heading) => {
  const steps = stepsOf(path, heading);
  it("has steps", () => expect(steps.filter(({ kind }) => kind === "call").length).toBeGreaterThan(3));
  for (const step of steps)
    it(`${step.line}: ${step.kind === "call" ? step.command.join(" ") : step.kind === "edit" ? `edits ${step.file}` : step.text}`, () =>
      take(step));
});
