import { afterAll, beforeAll, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { prepare } from "../../src/pipeline.ts";
import { readSource } from "../../src/read/index.ts";
import { type Project, smallProject } from "../project.ts";

/** A fault of the program is one finding with its file; what else was found in the run stays. */

let project: Project;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());

it("in one chart hides neither what was found before nor what comes after", async () => {
  const english = "templates/2030/en/01-registry.md.hbs";
  project.write(english, `${project.read(english)}\n{{patents.aplications}}\n`);
  const findings: Finding[] = [];
  const broken = () => Promise.reject(new TypeError("x is not a function"));
  const report = (finding: Finding): void => void findings.push(finding);
  const prepared = await prepare(project.root, "2030", {
    ...{ cache: { get: broken, set: broken }, report, progress: () => {} },
  });
  project.restore();
  expect([...(prepared?.documents.keys() ?? [])]).toEqual(["en", "zh"]);
  expect(findings.map(({ rule, place }) => `${place?.file} ${rule}`).toSorted()).toEqual([
    "templates/2030/charts/court-cases.vl.json internal-error",
    "templates/2030/charts/court-cases.vl.json internal-error",
    "templates/2030/en/01-registry.md.hbs unknown-figure",
  ]);
  const { message, hint, trace } = findings.find(({ rule }) => rule === "internal-error") as Finding;
  expect(message).toBe("drawing court-cases failed: x is not a function");
  expect(hint).toContain("report it");
  expect(trace).toContain("TypeError: x is not a function\n    at ");
});

it("in reading one file leaves the others read", async () => {
  project.write("templates/2030/glossary.yaml", "terms: none\n");
  project.replace("data/2030.yaml", "unit: application,", "unit: aplication,");
  class Failing extends Map<string, string> {
    override set(path: string, hash: string): this {
      if (path.endsWith("en/language.yaml")) throw new RangeError("out of range");
      return super.set(path, hash);
    }
  }
  const findings: Finding[] = [];
  const source = await readSource(project.root, "2030", (finding) => void findings.push(finding), new Failing());
  project.restore();
  expect([...(source?.languages.keys() ?? [])]).toEqual(["zh"]);
  expect(source?.unread).toEqual(new Set(["templates/2030/en/language.yaml"]));
  const found = findings.map(({ rule, place }) => `${place?.file} ${rule}`);
  expect(found).toContain("templates/2030/en/language.yaml internal-error");
  expect(found).toContain("data/2030.yaml unknown-unit");
  expect(found.some((one) => one.startsWith("templates/2030/glossary.yaml"))).toBe(true);
});
