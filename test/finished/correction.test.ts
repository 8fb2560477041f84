import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtPublication } from "../built.ts";
import { call } from "../command.ts";
import { copyProject, type Project } from "../project.ts";
import { readPdf } from "./pdf-text.ts";

/**
 * One figure is corrected, and its growth with it, which the correction makes wrong; in all six files both change wherever
 * they stand, and nothing else does.
 */

type Correction = readonly [from: string, to: string, inLanguages: readonly string[]];
const corrected: readonly Correction[] = [
  ["17.36", "17.37", ["zh"]],
  ["173,600", "173,700", ["en"]],
  ["15.54", "15.62", ["zh", "en"]],
];
const ids = ["zh", "en", "zh-en"] as const;

let project: Project;
let before: string;
let after: string;
beforeAll(async () => {
  project = copyProject();
  before = await builtPublication();
  after = join(project.root, "after");
  project.replace("data/2019.yaml", "value: 173600,", "value: 173700,");
  // The value alone contradicts the growth that stands beside it; the finding says what the growth must become.
  const contradicted = await call(["check", "--root", project.root]);
  expect(contradicted.code).toBe(1);
  expect(contradicted.stdout).toContain("15.54 % does not follow from 150233 → 173700: 15.62 %");
  project.replace("data/2019.yaml", "growth: 15.54 ", "growth: 15.62 ");
  expect((await call(["build", "--root", project.root, "--output", "pdf,docx", "--out", after])).code).toBe(0);
}, 600_000);
afterAll(() => project.remove());

const file = (folder: string, id: string, ending: string): Uint8Array =>
  readFileSync(join(folder, `whitepaper-2019.${id}.${ending}`));
const correct = (text: string): string => corrected.reduce((result, [from, to]) => result.replaceAll(from, to), text);
const bare = (text: string): string => text.replace(/\s+/gu, "");
const count = (text: string, part: string): number => text.split(part).length - 1;
/** What changes in an edition, and in how many of its languages. */
const expectedFor = (id: string): readonly (readonly [from: string, to: string, languages: number])[] =>
  corrected.flatMap(([from, to, inLanguages]) => {
    const languages = id.split("-").filter((lang) => inLanguages.includes(lang)).length;
    return languages > 0 ? [[from, to, languages] as const] : [];
  });

describe.each(ids)("%s", (id) => {
  it("PDF: prose and chart", async () => {
    const [old, now] = await Promise.all(
      [before, after].map(async (folder) => bare((await readPdf(file(folder, id, "pdf"))).pages.join("\f"))),
    );
    expect(now).toBe(correct(old as string));
    // Once in the sentence and once in the chart, in each language.
    for (const [from, to, languages] of expectedFor(id)) {
      expect(count(old as string, from)).toBe(2 * languages);
      expect(count(now as string, to)).toBe(2 * languages);
      expect(now).not.toContain(from);
    }
  });

  it("DOCX: prose, chart and alternative text", () => {
    const parts = (folder: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries(unzipSync(file(folder, id, "docx")))
          .filter(([name]) => /^word\/document\.xml$/.test(name))
          .map(([name, bytes]) => [name, strFromU8(bytes)]),
      );
    const [old, now] = [parts(before)["word/document.xml"] as string, parts(after)["word/document.xml"] as string];
    const words = (xml: string): string =>
      [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
    const alts = (xml: string): readonly string[] =>
      [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text]) => text as string);
    expect(words(now)).toBe(correct(words(old)));
    expect(alts(now)).toEqual(alts(old).map(correct));
    for (const [from, to] of expectedFor(id)) {
      expect(count(words(now), to)).toBe(count(words(old), from));
      expect(alts(now).some((alt) => alt.includes(to))).toBe(true);
      expect(words(now) + alts(now).join("")).not.toContain(from);
    }
  });
});
