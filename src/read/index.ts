import type { Acceptance } from "../model/acceptance.ts";
import { attemptAsync } from "../model/attempt.ts";
import type { Report } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import type { Source } from "../model/source.ts";
import { didYouMean } from "../model/suggest.ts";
import { readAccepted } from "./accepted.ts";
import { readCharts } from "./charts.ts";
import { type Data, readData } from "./data.ts";
import { readFaces } from "./faces.ts";
import { type Files, openFiles } from "./files.ts";
import { readGlossary } from "./glossary.ts";
import { readImages } from "./images.ts";
import { readLanguage } from "./languages.ts";
import { readStyle } from "./style.ts";

export { translationFile } from "./translation.ts";

/** The issues of a project: data/<issue>.yaml, oldest first. */
export const issuesOf = async (root: string): Promise<readonly string[]> => {
  const files = await openFiles(root, () => {});
  return (await files.names("data"))
    .filter((name) => /^[^.].*\.yaml$/.test(name))
    .map((name) => name.slice(0, -".yaml".length));
};

const checkEditions = (data: Data, dataFile: string, folders: readonly string[], report: Report): readonly string[] => {
  const wanted = new Set<string>();
  for (const [index, edition] of data.publication.editions.entries())
    for (const lang of edition) {
      wanted.add(lang);
      if (!folders.includes(lang))
        report({
          severity: "error",
          rule: "missing-language",
          message: `there is no language folder "${lang}"`,
          place: data.places.get(`editions.${index}`) ?? { file: dataFile, line: 1, column: 1 },
          ...didYouMean(lang, folders),
        });
      for (const name of ["title", "issuer"] as const)
        if (data.publication[name][lang] === undefined)
          report({
            severity: "error",
            rule: "missing-key",
            message: `publication.${name} has no "${lang}"`,
            place: data.places.get(`editions.${index}`) ?? { file: dataFile, line: 1, column: 1 },
          });
    }
  for (const { edition, place } of data.errata)
    if (!folders.includes(edition))
      report({
        severity: "error",
        rule: "missing-language",
        message: `there is no language folder "${edition}", whose edition could have an erratum`,
        place,
        ...didYouMean(edition, folders),
      });
  return [...wanted];
};

const languageFolders = async (files: Files, folder: string): Promise<readonly string[]> => {
  const names = await files.names(folder);
  const inside = await Promise.all(names.map((name) => files.names(`${folder}/${name}`)));
  return names.filter((_, index) => inside[index]?.includes("language.yaml"));
};

/** The language folders of an issue, whether an edition prints them or not. */
export const languagesOf = async (root: string, issue: string): Promise<readonly string[]> =>
  languageFolders(await openFiles(root, () => {}), `templates/${issue}`);

/**
 * Reads everything that an issue is made of; `hashes` receives the sha256 of every file. Languages that no edition prints
 * rest and are read only where `also` names them. Reports all faults at once; `undefined` when a part is missing without
 * which nothing further can be checked.
 */
export const readSource = async (
  root: string,
  issue: string,
  report: Report,
  hashes?: Map<string, string>,
  also: readonly string[] = [],
): Promise<Source | undefined> => {
  const files = await openFiles(root, report, hashes);
  const dataFile = `data/${issue}.yaml`;
  const folder = `templates/${issue}`;
  const unread = new Set<string>();
  /** Reads a file or a folder; where that fails by a fault of the program, it counts as one that could not be read. */
  const reading = async <T>(file: string, read: () => Promise<T>): Promise<T | undefined> => {
    const done = async () => ({ value: await read() });
    const made = await attemptAsync(`reading ${file}`, { file, line: 1, column: 1 }, report, done);
    if (!made) unread.add(file);
    return made?.value;
  };
  const [data, look, faces, charts, images, folders] = await Promise.all([
    reading(dataFile, () => readData(files, dataFile, report)),
    reading(`${folder}/style.yaml`, () => readStyle(files, `${folder}/style.yaml`, report)),
    reading("fonts/manifest.yaml", () => readFaces(files, "fonts", report, unread)),
    reading(`${folder}/charts/`, () => readCharts(files, `${folder}/charts`, report, unread)),
    reading(`${folder}/images/`, () => readImages(files, `${folder}/images`, report, unread)),
    languageFolders(files, folder),
  ]);
  // Without some of the faces nothing can be said of families and glyphs.
  const known = [...unread].some((file) => file.startsWith("fonts/")) ? [] : (faces ?? []);
  const wanted = data ? checkEditions(data, dataFile, folders, report) : folders;
  const languages = new Map<string, NonNullable<Awaited<ReturnType<typeof readLanguage>>>>();
  for (const id of folders.filter((name) => wanted.includes(name) || also.includes(name))) {
    const own = `${folder}/${id}`;
    const read = () => readLanguage(files, own, id, known, report, unread);
    const language = await reading(`${own}/language.yaml`, read);
    if (language) languages.set(id, language);
  }
  // What a printed language is translated from is held against it, and neither printed nor checked itself.
  const origins = new Map<string, NonNullable<Awaited<ReturnType<typeof readLanguage>>>>();
  for (const { translation } of languages.values()) {
    const id = translation?.source;
    if (id === undefined || languages.has(id) || !folders.includes(id)) continue;
    const origin = await readLanguage(files, `${folder}/${id}`, id, known, () => {}, unread);
    if (origin) origins.set(id, origin);
  }
  const glossary = await reading(`${folder}/glossary.yaml`, () =>
    readGlossary(files, folder, [...folders, ...wanted], report),
  );
  const accepted = await reading(`${folder}/accepted.yaml`, () => readAccepted(files, folder, report));
  if (!data || !look) return undefined;
  const { style, profile } = look;
  return {
    issue,
    dataFile,
    ...data,
    glossary: glossary ?? [],
    accepted: accepted ?? [],
    languages,
    origins,
    resting: folders.filter((name) => !wanted.includes(name)),
    charts: charts ?? new Map(),
    images: images ?? new Map(),
    unread,
    style,
    ...(profile && { profile }),
    faces: faces ?? [],
  };
};

/** The rules of every language of an issue, those of its editions first and in their order, and its accepted deviations. */
export type Rules = {
  readonly languages: ReadonlyMap<string, Language>;
  readonly accepted: readonly Acceptance[];
};

/** Reads what is needed to read finished files of an issue; its figures and prose may be unsound. Reports schema faults. */
export const readRules = async (root: string, issue: string, report: Report): Promise<Rules> => {
  const files = await openFiles(root, report);
  const folder = `templates/${issue}`;
  const unheard: Report = () => {};
  const data = await readData(await openFiles(root, unheard), `data/${issue}.yaml`, unheard);
  const folders = await languageFolders(files, folder);
  const ordered = new Set([...(data?.publication.editions.flat() ?? []), ...folders]);
  const languages = new Map<string, Language>();
  for (const id of [...ordered].filter((name) => folders.includes(name))) {
    const read = await readLanguage(files, `${folder}/${id}`, id, [], report);
    if (read) languages.set(id, read.language);
  }
  return { languages, accepted: await readAccepted(files, folder, report) };
};
