import { cldrOf } from "../../exchange/add/cldr.ts";
import { languageFile } from "../../exchange/add/language-file.ts";
import { chaptersOf } from "../../exchange/chapters.ts";
import { adaptedTemplate } from "../../exchange/prose/adapt.ts";
import { recordOf, recordsOf, translationText } from "../../exchange/record.ts";
import { chapterStatus } from "../../exchange/status.ts";
import type { Finding } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import { languageId } from "../../model/names.ts";
import type { LanguageSource, Source, Template } from "../../model/source.ts";
import { hasPatterns } from "../../pipeline.ts";
import { translationFile } from "../../read/index.ts";
import { AlreadyThere, writeNewFolder } from "../../store/edit.ts";
import { UsageError } from "../project.ts";
import { type DeskOptions, openShop, type Shop } from "./desk.ts";

export type AddOptions = DeskOptions & {
  readonly lang: string;
  /** Language folder to translate from; the first of the editions when left out. */
  readonly from?: string | undefined;
};

/** One line of what is left to be done; `done` for what needs no hand. */
export type Task = { readonly done: boolean; readonly text: string };
export type AddResult = {
  readonly folder: string;
  /** Files that were written. */
  readonly files: readonly string[];
  readonly tasks: readonly Task[];
  readonly findings: readonly Finding[];
};

const canonical = (lang: string): string => {
  if (languageId.safeParse(lang).success)
    try {
      return Intl.getCanonicalLocales(lang)[0] ?? lang;
    } catch {
      // Told below.
    }
  throw new UsageError(`"${lang}" is no language tag (BCP 47), such as fr, ja or pt-BR`);
};

const sourceFor = ({ source, folder }: Shop, from: string | undefined): LanguageSource | undefined => {
  const id = from ?? source?.publication.editions[0]?.[0] ?? "";
  const found = source?.languages.get(id);
  if (source && !found && from !== undefined) throw new UsageError(`there is no language folder ${folder}/${from}`);
  return found;
};

/** Rules of a language that say nothing yet, enough to read its templates. */
const unspoken = (source: Language, id: string, tag: string): Language => ({
  ...source,
  id,
  language: tag,
  units: {},
  numbers: { ...source.numbers, phrases: {}, approximations: {} },
});

/** Templates with the words of the source and none of its options, and what each unit was made from. */
const beginning = (shop: Shop, source: Source, from: LanguageSource, lang: string, tag: string) => {
  const language = unspoken(from.language, lang, tag);
  const folder = `${shop.folder}/${lang}`;
  const templates = from.templates.map(
    (template): Template => ({
      ...template,
      file: `${folder}/${template.file.split("/").at(-1)}`,
      text: adaptedTemplate(template.text, language),
    }),
  );
  const target = { ...from, language, templates };
  const translation = { source: from.language.id, names: {}, chapters: {}, sameMeaning: [] };
  const chapters = chaptersOf({ source: from, target, translation, figures: source.figures });
  const records = Object.fromEntries(chapters.map((chapter) => [chapter.name, [...recordsOf(chapter, recordOf)]]));
  return { templates, chapters, translation: { ...translation, chapters: records } };
};

/**
 * Makes the folder of a new language: its rules as far as CLDR knows them, the templates with the words of the source, and
 * the record of what is to be translated. Writes nothing where the folder is there, and finds `language-exists`.
 */
export const add = async (options: AddOptions): Promise<AddResult> => {
  const tag = canonical(options.lang);
  const shop = await openShop(options, options.from === undefined ? [] : [options.from]);
  const { root, issue, languages, source, report } = shop;
  const { lang } = options;
  const folder = `${shop.folder}/${lang}`;
  const nothing = (): AddResult => ({ folder, files: [], tasks: [], findings: shop.findings() });
  const exists = (): AddResult => {
    report({
      severity: "error",
      rule: "language-exists",
      message: `${folder} is there already; nothing was written`,
      place: { file: `${folder}/language.yaml`, line: 1, column: 1 },
      hint: `whitepaper translate status ${lang} says how far it is`,
    });
    return nothing();
  };
  if (languages.includes(lang)) return exists();
  const from = sourceFor(shop, options.from);
  if (!source || !from) return nothing();

  const cldr = cldrOf(tag);
  const { cldr: data, icu, node } = process.versions;
  const begun = beginning(shop, source, from, lang, tag);
  const files = new Map([
    [
      "language.yaml",
      languageFile({
        cldr,
        source: from.language,
        languages: [...source.languages.values()].map(({ language }) => language),
        faces: source.faces,
        wantsWords: from.templates.some(({ text }) => text.includes('form="words"')),
        origin: `From CLDR ${data}, ICU ${icu}.`,
      }),
    ],
    ...begun.templates.map(({ file, text }) => [file.slice(folder.length + 1), text] as const),
    [translationFile, translationText(begun.translation)],
  ]);
  try {
    await writeNewFolder(root, folder, files);
  } catch (error) {
    if (error instanceof AlreadyThere) return exists();
    throw error;
  }
  const statuses = begun.chapters.map((chapter) => chapterStatus(chapter, from.language.language));
  const count = (of: (status: (typeof statuses)[number]) => number): number =>
    statuses.reduce((sum, one) => sum + of(one), 0);
  const gaps = [...(files.get("language.yaml") ?? "").matchAll(/(?<![\w."-])null(?![\w."-])/g)].length - 1;
  const known = cldr.name !== null;
  const divides = await hasPatterns(tag);
  const tasks: readonly Task[] = [
    known
      ? {
          done: true,
          text: `from CLDR ${data} (ICU ${icu}, Node.js ${node}): digits, grouping, percent sign, plural forms (${cldr.cardinals.join(", ")}), dates, list joints, scale words`,
        }
      : {
          done: false,
          text: `CLDR ${data} has nothing for ${tag}: its digits, plural forms, dates and scale words are to be filled by hand`,
        },
    divides
      ? { done: true, text: "hyphenation patterns" }
      : {
          done: false,
          text: `no hyphenation patterns for ${tag}: its words are not divided, but for lines.hyphenation.exceptions`,
        },
    {
      done: false,
      text: `${gaps} texts and rules that are null in ${folder}/language.yaml; names and messages are in the export too`,
    },
    {
      done: false,
      text: `line rules (lines) and words of claims (claims) of ${tag}, as far as its style guide asks for them`,
    },
    {
      done: false,
      text: `${count(({ units }) => units)} units, ${count(({ words }) => words)} words: whitepaper translate export ${lang}`,
    },
    {
      done: false,
      text: `terms of ${shop.folder}/glossary.yaml, title and issuer of ${source.dataFile}: in the export`,
    },
    {
      done: false,
      text: `when whitepaper translate status ${lang} finds nothing: add [${lang}] to publication.editions in data/${issue}.yaml; until then it rests`,
    },
  ];
  return { folder, files: [...files.keys()].map((name) => `${folder}/${name}`), tasks, findings: shop.findings() };
};
