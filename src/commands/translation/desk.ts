import { resolve } from "node:path";
import { type Chapter, chaptersOf } from "../../exchange/chapters.ts";
import { type Name, namesOf } from "../../exchange/names/list.ts";
import { YamlTexts } from "../../exchange/names/yaml.ts";
import type { Finding, Report } from "../../model/finding.ts";
import { lineStarts, type Place, placeAt } from "../../model/place.ts";
import type { LanguageSource, Source } from "../../model/source.ts";
import type { Translation } from "../../model/translation.ts";
import { openFiles } from "../../read/files.ts";
import { languagesOf, readSource, translationFile } from "../../read/index.ts";
import { chooseIssue, gather, UsageError } from "../project.ts";

export type DeskOptions = { readonly root: string; readonly issue?: string | undefined };

/** The issue that is translated, and every language folder of it. */
export type Shop = {
  readonly root: string;
  readonly issue: string;
  /** templates/<issue> */
  readonly folder: string;
  readonly languages: readonly string[];
  /** Everything that could be read; the named language too, where no edition prints it. */
  readonly source: Source | undefined;
  readonly report: Report;
  readonly findings: () => readonly Finding[];
};

/** Reads an issue with the languages that are to be translated. */
export const openShop = async (options: DeskOptions, wanted: "all" | readonly string[]): Promise<Shop> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const languages = await languagesOf(root, issue);
  const { report, all } = gather();
  const source = await readSource(root, issue, report, undefined, wanted === "all" ? languages : wanted);
  return { root, issue, folder: `templates/${issue}`, languages, source, report, findings: all };
};

/** One language on its translator's desk: the source, what is translated, and what is not. */
export type Desk = {
  readonly shop: Shop;
  readonly source: Source;
  readonly from: LanguageSource;
  readonly to: LanguageSource;
  readonly translation: Translation;
  readonly chapters: readonly Chapter[];
  readonly names: readonly Name[];
  /** The YAML files in which names stand. */
  readonly yaml: Readonly<
    Record<Name["file"], { readonly file: string; readonly text: string; readonly texts: YamlTexts }>
  >;
  readonly namePlace: (name: Name) => Place;
};

/**
 * The desk of a language; `undefined` when the issue could not be read so far.
 *
 * @throws UsageError for a language that is not there or was written by hand
 */
export const openDesk = async (shop: Shop, lang: string): Promise<Desk | undefined> => {
  const { root, folder, languages, source } = shop;
  if (!languages.includes(lang)) {
    const known = languages.join(", ");
    throw new UsageError(
      `there is no language folder ${folder}/${lang}, but ${known}; whitepaper translate add ${lang} makes it`,
    );
  }
  const to = source?.languages.get(lang);
  if (!source || !to) return undefined;
  const { translation } = to;
  if (!translation)
    throw new UsageError(
      `${folder}/${lang} has no ${translationFile}: it was written by hand, and nothing is known of its source`,
    );
  const from = source.languages.get(translation.source);
  if (!from) throw new UsageError(`${lang} was translated from ${translation.source}, which is not there`);
  const files = await openFiles(root, () => {});
  const load = async (file: string) => {
    const text = (await files.text(file)) ?? "";
    return { file, text, texts: new YamlTexts(text) };
  };
  const [language, data, glossary] = await Promise.all([to.file, source.dataFile, `${folder}/glossary.yaml`].map(load));
  if (!language || !data || !glossary) return undefined;
  const yaml = { language, data, glossary };
  const target = {
    language: language.texts,
    data: data.texts,
    hasGlossary: glossary.text !== "",
  };
  return {
    shop,
    source,
    from,
    to,
    translation,
    chapters: chaptersOf({ source: from, target: to, translation, figures: source.figures }),
    names: namesOf(source, from.language, lang, target),
    yaml,
    namePlace: ({ file, path }) => placeAt(yaml[file].file, lineStarts(yaml[file].text), yaml[file].texts.offset(path)),
  };
};
