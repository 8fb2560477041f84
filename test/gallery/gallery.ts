import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { compose } from "../../src/compose/index.ts";
import type { Chart, Document, Figure } from "../../src/model/document.ts";
import type { Face } from "../../src/model/face.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Language } from "../../src/model/language.ts";
import type { Picture } from "../../src/model/picture.ts";
import type { LanguageSource, Source } from "../../src/model/source.ts";
import { walkBlocks } from "../../src/model/walk.ts";
import { drawAll } from "../../src/pipeline.ts";
import { readCharts } from "../../src/read/charts.ts";
import { readData } from "../../src/read/data.ts";
import { openFiles } from "../../src/read/files.ts";
import { readSource } from "../../src/read/index.ts";

/** One chart of one language: the figure that was composed, and what was drawn for it. */
export type Shown = {
  readonly name: string;
  readonly lang: string;
  readonly language: Language;
  readonly figure: Figure;
  readonly chart: Chart;
  readonly picture: Picture;
};

const folder = "test/gallery";
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The publication's languages, faces and style around the gallery's figures and specifications. */
export const gallerySource = async (report: (finding: Finding) => void): Promise<Source> => {
  const publication = await readSource(".", "2019", report);
  const files = await openFiles(folder, report);
  const [data, charts] = await Promise.all([
    readData(files, "gallery.yaml", report),
    readCharts(files, "charts", report),
  ]);
  const words = parse(await readFile(`${folder}/words.yaml`, "utf8")) as Words;
  if (!publication || !data) throw new Error("the gallery cannot be read");
  const text = [...charts.keys()].map((name) => `::figure[${name}]{#${name} chart=${name}}`).join("\n\n");
  const languages = new Map(
    [...publication.languages].map(([id, from]): readonly [string, LanguageSource] => [
      id,
      {
        ...from,
        language: { ...from.language, messages: { ...from.language.messages, ...words[id] } },
        templates: [{ file: "gallery.md.hbs", name: "gallery", text: `# Gallery {#gallery}\n\n${text}\n` }],
      },
    ]),
  );
  return {
    ...publication,
    ...data,
    charts,
    languages,
    glossary: [],
    accepted: [],
    resting: [],
    dataFile: "gallery.yaml",
  };
};

/** Every chart of a document with its picture; those that were not drawn are left out. */
const shownIn = (
  language: Language,
  document: Document,
  pictures: Readonly<Record<string, Picture>>,
): readonly Shown[] =>
  [...walkBlocks(document.sections)].flatMap((figure) => {
    if (figure.type !== "figure" || figure.body.type !== "chart") return [];
    const picture = pictures[figure.id];
    return picture ? [{ name: figure.id, lang: language.id, language, figure, chart: figure.body, picture }] : [];
  });

const noCache = { get: async () => undefined, set: async () => {} };

/** Draws all charts of a source in all its languages. */
const drawSource = async (source: Source, report: (finding: Finding) => void): Promise<readonly Shown[]> => {
  const shown: Shown[] = [];
  for (const [lang, from] of source.languages) {
    const document = compose(source, lang, report);
    if (document)
      shown.push(...shownIn(from.language, document, await drawAll(source, from, document, noCache, report)));
  }
  return shown;
};

/** The charts of the gallery and of the publication, and what was found while they were drawn. */
export const drawEverything = async (): Promise<{
  readonly shown: readonly Shown[];
  readonly faces: readonly Face[];
  readonly findings: readonly Finding[];
}> => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const publication = await readSource(".", "2019", report);
  if (!publication) throw new Error("the publication cannot be read");
  const shown = [
    ...(await drawSource(publication, report)),
    ...(await drawSource(await gallerySource(report), report)),
  ];
  return { shown, findings, faces: publication.faces };
};
