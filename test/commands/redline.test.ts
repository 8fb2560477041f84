import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RedlineOutcome } from "../../src/commands/word/redline.ts";
import { gaps } from "../../src/office/proof.ts";
import { call } from "../command.ts";
import { revisionsIn, sound } from "../office/redlines.ts";
import { type Project, smallProject } from "../project.ts";

/** The redlines of a small publication since its release. */

let project: Project;
const at = (...path: string[]): string => join(project.root, "output/2030", ...path);
const redline = async (...args: string[]): Promise<RedlineOutcome & { readonly code: number | null }> => {
  const { code, stdout, stderr } = await call(["redline", "--root", project.root, "--format", "json", ...args]);
  expect(stdout, stderr).not.toBe("");
  return { code, ...JSON.parse(stdout) };
};

beforeAll(async () => {
  project = smallProject();
  const { code, stdout, stderr } = await call(["release", "--as", "1.0", "--root", project.root]);
  expect(code, stdout + stderr).toBe(0);
});
afterAll(() => project.remove());

it("has no revisions while nothing changed", async () => {
  const { editions } = await redline("--edition", "en");
  expect(editions).toEqual([{ edition: "en", file: "whitepaper-2030.en.redline.docx", revisions: 0, untracked: [] }]);
});

describe("after a correction", () => {
  beforeAll(() => {
    project.replace("data/2030.yaml", "value: 640, unit: case, growth: 6.67", "value: 630, unit: case, growth: 5");
    const english = "templates/2030/en/01-registry.md.hbs";
    project.replace(english, "There were ", "The registry had ");
    project.replace("templates/2030/zh/01-registry.md.hbs", "专利申请量", "全年专利申请量");
    project.write(
      "data/2030.yaml",
      `${project.read("data/2030.yaml")}corrections:
  - date: 2031-05-06
    kind: correction
    class: minor
    figures: [courts.cases.accepted]
    blocks: [registry]
    reason: { zh: 统计口径有误。, en: Miscounted. }
`,
    );
  });

  it("shows it in every edition, reversible, by the issuer on the day of the correction", async () => {
    const { editions, findings } = await redline("--since", "1.0");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(editions.map(({ edition }) => edition)).toEqual(["zh", "en", "zh-en"]);
    const bytes = new Uint8Array(readFileSync(at("redline/whitepaper-2030.en.redline.docx")));
    expect(revisionsIn(bytes)).toEqual([
      ...["-There were", "+The registry had", "-640", "+630", "-6.67%", "+5%", "-[drawing]", "+[drawing]"],
    ]);
    await sound(bytes);
    const released = new Uint8Array(readFileSync(at("1.0/whitepaper-2030.en.docx")));
    expect((await call(["build", "--root", project.root, "--edition", "en", "--output", "docx"])).code).toBe(0);
    const today = new Uint8Array(readFileSync(at("draft/whitepaper-2030.en.docx")));
    expect(gaps(released, today, bytes)).toEqual([]);
    const { unzipSync, strFromU8 } = await import("fflate");
    expect(strFromU8(unzipSync(bytes)["word/document.xml"] as Uint8Array)).toContain(
      'w:author="The Registry" w:date="2031-05-06T00:00:00Z"',
    );
  });

  it("keeps the figures of a redline that went through an office findable", async () => {
    const file = at("accepted.docx");
    writeFileSync(file, readFileSync(at("redline/whitepaper-2030.en.redline.docx")));
    project.replace("data/2030.yaml", "value: 630, unit: case, growth: 5", "value: 624, unit: case, growth: 4");
    const { stdout, stderr } = await call(["refresh", file, "--root", project.root, "--format", "json"]);
    expect(JSON.parse(stdout).placed, stderr).toContainEqual({
      key: "courts.cases.accepted",
      before: "630",
      after: "624",
      by: "bookmark",
    });
  });

  it("refuses a release that there is not, and one whose files were changed, and writes nothing", async () => {
    expect((await call(["redline", "--since", "9", "--root", project.root])).code).toBe(2);
    const file = at("1.0/whitepaper-2030.en.docx");
    const before = readFileSync(file);
    writeFileSync(file, "no Word file");
    const { code, findings } = await redline("--since", "1.0", "--out", at("elsewhere"));
    writeFileSync(file, before);
    expect(code).toBe(1);
    expect(findings).toContainEqual(expect.objectContaining({ rule: "release-edited" }));
    expect(existsSync(at("elsewhere"))).toBe(false);
  });
});
