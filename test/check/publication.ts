import { readFileSync } from "node:fs";
import { checkNumbers } from "../../src/check/index.ts";
import { compose } from "../../src/compose/index.ts";
import type { Document } from "../../src/model/document.ts";
import { type Finding, sortFindings } from "../../src/model/finding.ts";
import type { LanguageSource, Source } from "../../src/model/source.ts";
import type { Style } from "../../src/model/style.ts";
import { readAccepted } from "../../src/read/accepted.ts";
import { readData } from "../../src/read/data.ts";
import type { Files } from "../../src/read/files.ts";
import { readGlossary } from "../../src/read/glossary.ts";
import { readLanguage } from "../../src/read/languages.ts";
import { withValues } from "../truth/printed.ts";

/** A small publication in memory: what is not given is empty; the languages write as those of the real publication do. */
export type Publication = {
  /** Members of `figures`, indented by two spaces. */
  readonly figures: string;
  readonly relations?: string;
  readonly units?: string;
  /** Prose by language folder. A text without heading becomes the section "text". */
  readonly prose: Readonly<Record<string, string>>;
  readonly glossary?: string;
  readonly accepted?: string;
  /** Prints figures otherwise than they should be, by language folder and key. */
  readonly printed?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Changes the text of the data file. */
  readonly data?: (yaml: string) => string;
  /** Partials and further templates by language folder and file name. */
  readonly templates?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Changes the text of a language.yaml. */
  readonly language?: (yaml: string, lang: string) => string;
};

const realUnits = /\nunits:\n[\s\S]*?\n\nfigures:/.exec(readFileSync("data/2019.yaml", "utf8"))?.[0] ?? "";

const filesOf = ({
  figures,
  relations = "",
  units = "",
  prose,
  glossary,
  accepted,
  language,
  data = (yaml) => yaml,
  templates = {},
}: Publication): Files => {
  const languages = Object.keys(prose);
  const each = (line: (lang: string) => string): string => languages.map(line).join("");
  const texts = new Map<string, string>([
    [
      "data/2019.yaml",
      data(
        `publication:\n  period: 2019\n  date: "2020-04"\n  title:\n${each((lang) => `    ${lang}: Title\n`)}  issuer:\n${each((lang) => `    ${lang}: Issuer\n`)}  editions: [[${languages.join("], [")}]]\n${realUnits.replace(/\n\nfigures:$/, units)}\nfigures:\n${figures}\n${relations === "" ? "" : `relations:\n${relations}\n`}`,
      ),
    ],
    ...languages.flatMap((lang) => {
      const rules = readFileSync(`templates/2019/${lang}/language.yaml`, "utf8");
      return [
        [`templates/2019/${lang}/language.yaml`, language ? language(rules, lang) : rules],
        [`templates/2019/${lang}/01-text.md.hbs`, prose[lang] as string],
        ...Object.entries(templates[lang] ?? {}).map(
          ([name, text]) => [`templates/2019/${lang}/${name}`, text] as const,
        ),
      ] as const;
    }),
    ...(glossary === undefined ? [] : [["templates/2019/glossary.yaml", glossary] as const]),
    ...(accepted === undefined ? [] : [["templates/2019/accepted.yaml", accepted] as const]),
  ]);
  return {
    text: async (path) => texts.get(path),
    sha256: () => undefined,
    bytes: async () => undefined,
    names: async (folder) =>
      [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
  };
};

/** The rules of the real languages, read once. */
const known = new Map<string, LanguageSource["language"]>();

/** Everything that is found in a small publication, in the order of its places. */
export const findingsOf = async (publication: Publication): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  const report = (finding: Finding): void => void found.push(finding);
  const files = filesOf(publication);
  const folder = "templates/2019";
  const ids = Object.keys(publication.prose);
  const data = await readData(files, "data/2019.yaml", report);
  const languages = new Map<string, LanguageSource>();
  for (const id of ids) {
    const read = await readLanguage(files, `${folder}/${id}`, id, [], report);
    if (!read) continue;
    // One object for one language, so that what the checks learn of it is learnt once.
    const language = (publication.language ? undefined : known.get(id)) ?? read.language;
    if (!publication.language) known.set(id, language);
    languages.set(id, { ...read, language });
  }
  const glossary = await readGlossary(files, folder, ids, report);
  const accepted = await readAccepted(files, folder, report);
  if (!data || languages.size < ids.length) return found;
  const nothing = { charts: new Map(), images: new Map(), style: {} as Style, faces: [] };
  const source: Source = {
    issue: "2019",
    dataFile: "data/2019.yaml",
    ...data,
    ...nothing,
    glossary,
    accepted,
    languages,
    resting: [],
  };
  const documents = new Map<string, Document>();
  for (const id of ids) {
    const document = compose(source, id, report);
    const forged = publication.printed?.[id];
    if (document) documents.set(id, forged ? withValues(document, ({ key, text }) => forged[key] ?? text) : document);
  }
  checkNumbers(source, documents, report);
  return sortFindings(found);
};
