import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { compose } from "../../src/compose/index.ts";
import type { Edition, Part } from "../../src/model/edition.ts";
import type { Face } from "../../src/model/face.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Artwork } from "../../src/model/image.ts";
import type { Language } from "../../src/model/language.ts";
import { type Source, standardUnits, type Template } from "../../src/model/source.ts";
import { type Style, styleSchema } from "../../src/model/style.ts";
import { readFaces } from "../../src/read/faces.ts";
import { openFiles } from "../../src/read/files.ts";
import { type LaidOut, layOut, render } from "../../src/write/pdf/index.ts";
import { language } from "../languages.ts";

/** Each folder of editions/ is a small publication: edition.yaml, and prose by language. Its figures are images made of their names: w400h200. */

const roman = { 1: "I", 2: "II", 3: "III", 4: "IV", 5: "V" };
const latin = { body: ["Source Serif 4", "Noto Serif SC"], head: ["Source Sans 3", "Noto Sans SC"] };
const han = { body: ["Noto Serif SC", "Source Serif 4"], head: ["Noto Sans SC", "Source Sans 3"] };
const inWords = (id: string, contents: string, figure: string, table: string, chapter: string): Language =>
  language(
    id,
    { grouping: true, spellout: { roman } },
    {
      fonts: latin,
      messages: { contents },
      headings: {
        sections: ["{roman}. ", "{n} "],
        runIn: ". ",
        figure: `${figure} {n}. `,
        table: `${table} {n}. `,
        references: { section: `${chapter} {roman}`, figure: `${figure} {n}`, table: `${table} {n}` },
      },
    },
  );
const inHan = (id: string, contents: string): Language =>
  language(
    id,
    { grouping: false, spellout: { cardinal: { 1: "一", 2: "二", 3: "三" } } },
    {
      script: "Hani",
      fonts: han,
      messages: { contents },
      headings: {
        sections: ["{cardinal}、"],
        runIn: "。",
        figure: "图{n}　",
        table: "表{n}　",
        references: { section: "第{cardinal}章", figure: "图{n}", table: "表{n}" },
      },
    },
  );
const languages: Readonly<Record<string, Language>> = {
  en: inWords("en-US", "Contents", "Figure", "Table", "Chapter"),
  de: inWords("de-DE", "Inhalt", "Abbildung", "Tabelle", "Kapitel"),
  fr: inWords("fr-FR", "Sommaire", "Figure", "Tableau", "Chapitre"),
  es: inWords("es-ES", "Índice", "Figura", "Cuadro", "Capítulo"),
  zh: inHan("zh-CN", "目录"),
  ja: inHan("ja-JP", "目次"),
};

const projectStyle: Style = styleSchema.parse(parse(readFileSync("templates/2019/style.yaml", "utf8")));
/** A frame with words at its head and its foot, which are read back to see where it stands. */
const frame = (name: string): Artwork => {
  const [, width = 0, height = 0] = (/^w(\d+)h(\d+)$/.exec(name) ?? []).map(Number);
  // A press prints the colours of the style alone.
  const ink = projectStyle.colours.text?.rgb;
  const words = (text: string, y: number) =>
    `<text x="2" y="${y}" font-family="Source Sans 3" font-size="8" fill="${ink}">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"><rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${ink}"/>${words(`head of ${name}`, 9)}${words(`foot of ${name}`, height - 3)}</svg>`;
  const file = { file: `${name}.svg`, format: "svg", bytes: Buffer.from(svg), width, height } as const;
  const image = { ...file, colour: "rgb", transparent: false } as const;
  return { name, screen: image, press: image };
};

const imagesIn = (templates: readonly Template[]): ReadonlyMap<string, Artwork> =>
  new Map(
    templates.flatMap(({ text }) =>
      [...text.matchAll(/image=(w\d+h\d+)/g)].map(([, name]) => [name as string, frame(name as string)] as const),
    ),
  );

const templatesOf = (folder: string): readonly Template[] =>
  readdirSync(folder).map((file) => ({
    file: `${folder}/${file}`,
    name: file.replace(/^\d+-|\.md\.hbs$/g, ""),
    text: readFileSync(`${folder}/${file}`, "utf8"),
  }));

let faces: Promise<readonly Face[]> | undefined;

/** A page's width and height in mm. */
export type Size = readonly [number, number];

export type MadeEdition = {
  readonly edition: Edition;
  readonly laid: LaidOut;
  readonly pdf: Uint8Array;
  readonly findings: readonly Finding[];
  /** Rules of the findings that the edition is made to have. */
  readonly expected: readonly string[];
};

/** Composes, sets and draws a test edition on a page of a size. */
export const makeEdition = async (name: string, [width, height]: Size): Promise<MadeEdition> => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  faces ??= openFiles(".", report).then((files) => readFaces(files, "fonts", report));
  const folder = `test/editions/${name}`;
  const about: { languages: readonly string[]; findings?: readonly string[] } = parse(
    readFileSync(`${folder}/edition.yaml`, "utf8"),
  );
  const style = { ...projectStyle, page: { ...projectStyle.page, width, height } };
  const sources = about.languages.map((id) => [id, templatesOf(`${folder}/${id}`)] as const);
  const images = imagesIn(sources.flatMap(([, templates]) => templates));
  const source: Source = {
    issue: "2030",
    dataFile: "figures.yaml",
    publication: {
      period: 2030,
      date: "2031-04",
      title: Object.fromEntries(about.languages.map((id) => [id, `${name} (${id})`])),
      issuer: Object.fromEntries(about.languages.map((id) => [id, "The Registry"])),
      editions: [[...about.languages]],
    },
    places: new Map(),
    figures: new Map(),
    units: new Map(Object.entries(standardUnits)),
    relations: [],
    errata: [],
    corrections: [],
    glossary: [],
    accepted: [],
    resting: [],
    languages: new Map(
      sources.map(([id, templates]) => [
        id,
        {
          language: languages[id] as Language,
          file: "language.yaml",
          templates,
          place: () => ({ file: "language.yaml", line: 1, column: 1 }),
        },
      ]),
    ),
    charts: new Map(),
    images,
    style,
    faces: await faces,
  };
  const parts = about.languages.map((id): Part => {
    const document = compose(source, id, report);
    if (!document) throw new Error(`${name} cannot be composed`);
    return { document, language: languages[id] as Language, pictures: {}, images };
  });
  const [first, ...rest] = parts;
  if (!first) throw new Error(`${name} has no language`);
  const edition: Edition = {
    id: about.languages.join("-"),
    issue: "2030",
    parts: [first, ...rest],
    style,
    faces: await faces,
    created: new Date("2031-04-01T00:00:00Z"),
    origin: { dataSha256: "5e1f", release: "draft" },
  };
  const laid = await layOut(edition, report);
  const pdf = await render(laid, report);
  return { edition, laid, pdf, findings, expected: about.findings ?? [] };
};
