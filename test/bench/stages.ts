import { compose } from "../../src/compose/index.ts";
import { type Finding, hasErrors } from "../../src/model/finding.ts";
import type { Template } from "../../src/model/source.ts";
import { drawAll, editionsOf } from "../../src/pipeline.ts";
import { readSource } from "../../src/read/index.ts";
import { writeDocx } from "../../src/write/docx/index.ts";
import { layOut, render, type Settings } from "../../src/write/pdf/index.ts";

/** Milliseconds by stage for one edition. */
export type Timing = {
  readonly edition: string;
  readonly times: number;
  readonly pages: number;
  readonly stages: Readonly<Record<string, number>>;
};

/** The templates n times over, with ids and references of their own. */
const multiply = (templates: readonly Template[], times: number): readonly Template[] =>
  Array.from({ length: times }, (_, round) =>
    templates.map((template) => ({
      ...template,
      name: round === 0 || template.name.startsWith("_") ? template.name : `${template.name}-${round}`,
      text: round === 0 ? template.text : template.text.replace(/\{#([a-z][a-z0-9-]*)/g, `{#$1-${round}`),
    })),
  ).flatMap((copies, round) => (round === 0 ? copies : copies.filter(({ name }) => !name.startsWith("_"))));

/** Sets every edition of an issue with its text n times over, in this process. */
export const measure = async (root: string, issue: string, times: number): Promise<readonly Timing[]> => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const clock = async <T>(stages: Record<string, number>, name: string, task: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await task();
    stages[name] = (stages[name] ?? 0) + performance.now() - start;
    return result;
  };
  const shared: Record<string, number> = {};
  const read = await clock(shared, "read", () => readSource(root, issue, report));
  if (!read || hasErrors(findings)) throw new Error("the project has errors; run check first");
  const languages = new Map(
    [...read.languages].map(([lang, from]) => [lang, { ...from, templates: multiply(from.templates, times) }]),
  );
  const source = { ...read, languages };
  const documents = new Map();
  const pictures = new Map();
  const cache = new Map<string, Uint8Array>();
  const memory = {
    get: async (key: string) => cache.get(key),
    set: async (key: string, bytes: Uint8Array) => void cache.set(key, bytes),
  };
  for (const [lang, from] of languages) {
    const document = await clock(shared, "compose", () => compose(source, lang, report));
    if (!document) throw new Error(`${lang} cannot be composed`);
    documents.set(lang, document);
    pictures.set(lang, await clock(shared, "draw", () => drawAll(source, from, document, memory, report)));
  }
  const timings: Timing[] = [];
  // As in a build: the volume finds the lines of its parts set.
  const settings: Settings = new Map();
  for (const edition of editionsOf({ source, documents, pictures, inputs: new Map() }, new Date(0))) {
    const stages = { ...shared };
    const laid = await clock(stages, "lay out", () => layOut(edition, report, settings));
    await clock(stages, "pdf", () => render(laid, report));
    await clock(stages, "docx", () => writeDocx(edition, laid.pages, report));
    timings.push({ edition: edition.id, times, pages: laid.pages.labels.length, stages });
  }
  return timings;
};
