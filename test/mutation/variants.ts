import { readFileSync } from "node:fs";
import { checkNumbers } from "../../src/check/index.ts";
import { compose } from "../../src/compose/index.ts";
import type { Document } from "../../src/model/document.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Source, Template } from "../../src/model/source.ts";
import { readData } from "../../src/read/data.ts";
import { type Files, openFiles } from "../../src/read/files.ts";
import { readSource } from "../../src/read/index.ts";

/** Variants of the real publication, composed and checked in memory: nothing is drawn, set or written. */

export const dataFile = "data/2019.yaml";

/** What a fault makes of a file; files that it does not name stay as they are. */
export type Edits = ReadonlyMap<string, string>;

export type Outcome = {
  readonly documents: ReadonlyMap<string, Document>;
  readonly findings: readonly Finding[];
};

export type Base = Outcome & {
  readonly source: Source;
  readonly text: (file: string) => string;
  readonly run: (edits: Edits) => Promise<Outcome>;
};

export const openBase = async (): Promise<Base> => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const source = await readSource(".", "2019", report);
  if (!source) throw new Error("the publication cannot be read");
  const files = await openFiles(".", report);
  const text = (file: string): string => readFileSync(file, "utf8");
  const composed = new Map<string, Document>();
  for (const lang of source.languages.keys()) composed.set(lang, compose(source, lang, report) as Document);
  checkNumbers(source, composed, report);

  const run = async (edits: Edits): Promise<Outcome> => {
    const found: Finding[] = [];
    const note = (finding: Finding): void => void found.push(finding);
    const edited: Files = { ...files, text: async (file) => edits.get(file) ?? files.text(file) };
    const data = edits.has(dataFile) ? await readData(edited, dataFile, note) : undefined;
    if (edits.has(dataFile) && !data) return { documents: new Map(), findings: found };
    const languages = new Map(
      [...source.languages].map(([lang, from]) => {
        const templates = from.templates.map(
          (template): Template => ({ ...template, text: edits.get(template.file) ?? template.text }),
        );
        return [lang, { ...from, templates }] as const;
      }),
    );
    const variant: Source = { ...source, ...data, languages };
    const documents = new Map<string, Document>();
    for (const [lang, { templates }] of languages) {
      const isSame = !data && templates.every(({ file }) => !edits.has(file));
      const document = isSame ? composed.get(lang) : compose(variant, lang, note);
      if (document) documents.set(lang, document);
    }
    checkNumbers(variant, documents, note);
    return { documents, findings: found };
  };
  return { source, documents: composed, findings, text, run };
};
