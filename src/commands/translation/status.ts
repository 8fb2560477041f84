import { fingerprint } from "../../exchange/pairs.ts";
import { recordOf, recordsOf, translationText } from "../../exchange/record.ts";
import { type ChapterStatus, chapterStatus, namesStatus, rulesStatus } from "../../exchange/status.ts";
import type { Finding } from "../../model/finding.ts";
import { didYouMean } from "../../model/suggest.ts";
import type { Translation } from "../../model/translation.ts";
import { translationFile } from "../../read/index.ts";
import { writeFiles } from "../../store/edit.ts";
import { UsageError } from "../project.ts";
import { type Desk, type DeskOptions, openDesk, openShop, type Shop } from "./desk.ts";

export type StatusOptions = DeskOptions & {
  /** Language folder; every translated one when left out. */
  readonly lang?: string | undefined;
  /** Units whose translation is declared to say what the source says now. */
  readonly sameMeaning?: readonly string[] | undefined;
};

/** How far a language is translated: rules, names, and the chapters in their order. */
export type LanguageStatus = {
  readonly language: string;
  readonly source: string;
  /** Whether an edition prints it. */
  readonly rests: boolean;
  readonly chapters: readonly ChapterStatus[];
};
export type StatusResult = { readonly languages: readonly LanguageStatus[]; readonly findings: readonly Finding[] };

export const statusOf = ({ shop, from, to, translation, chapters, names, namePlace }: Desk): LanguageStatus => {
  const tag = from.language.language;
  const named = namesStatus(names, translation.names, namePlace, tag);
  const gaps = shop.findings().filter(({ rule, place }) => rule === "to-fill" && place?.file === to.file);
  return {
    language: to.language.id,
    source: translation.source,
    rests: shop.source?.resting.includes(to.language.id) ?? false,
    chapters: [rulesStatus(gaps, named.open), named, ...chapters.map((chapter) => chapterStatus(chapter, tag))],
  };
};

/** Languages of an issue that have a record of what they were translated from. */
export const translatedOf = ({ source, languages }: Shop): readonly string[] =>
  languages.filter((id) => source?.languages.get(id)?.translation !== undefined);

/** The record with some units taken as translated from what the source says now; what changed is kept in it. */
const accepting = ({ translation, chapters, names, shop, to }: Desk, units: readonly string[]): Translation => {
  const pairs = chapters.flatMap((chapter) => chapter.pairs);
  const known = [...pairs.map(({ id }) => id), ...names.map(({ id }) => id)];
  for (const unit of units)
    if (!known.includes(unit))
      throw new UsageError(
        `${to.language.id} has no unit "${unit}"; ${didYouMean(unit, known).hint ?? `whitepaper translate status ${to.language.id} --format json --issue ${shop.issue} lists those that are open`}`,
      );
  const log = [...translation.sameMeaning];
  const accepted = Object.fromEntries(
    chapters.map((chapter) => [
      chapter.name,
      [
        ...recordsOf(chapter, (pair) => {
          const { id, source, record, target } = pair;
          if (!units.includes(id)) return record;
          if (!source || !target)
            throw new UsageError(`"${id}" is ${source ? "not translated yet" : "no unit of the source any more"}`);
          if (record && record.source !== source.says) log.push({ unit: id, was: record.source, is: source.says });
          return { ...recordOf(pair), ...(target.asSource === source.says && { same: true as const }) };
        }),
      ],
    ]),
  );
  const own = { ...translation.names };
  for (const { id, source, target } of names.filter((name) => units.includes(name.id))) {
    if (typeof target !== "string") throw new UsageError(`"${id}" is not translated yet`);
    const was = own[id]?.source;
    if (was !== undefined && was !== source) log.push({ unit: id, was, is: source });
    own[id] = { source, target: fingerprint(target) };
  }
  return { ...translation, names: own, chapters: accepted, sameMeaning: log };
};

/**
 * How far the languages of an issue are translated. With `sameMeaning`, those units are first recorded as translated from
 * what the source says now, and the change is kept in the record.
 *
 * @throws UsageError for a language or a unit that is not there, and for one that is not translated
 */
export const status = async (options: StatusOptions): Promise<StatusResult> => {
  const { lang, sameMeaning = [] } = options;
  const shop = await openShop(options, lang === undefined ? "all" : [lang]);
  if (sameMeaning.length > 0) {
    if (lang === undefined) throw new UsageError("--same-meaning is about one language: name it");
    const desk = await openDesk(shop, lang);
    if (desk) {
      const text = translationText(accepting(desk, sameMeaning));
      await writeFiles(shop.root, new Map([[`${shop.folder}/${lang}/${translationFile}`, text]]));
      return status({ ...options, sameMeaning: [] });
    }
  }
  const languages: LanguageStatus[] = [];
  for (const id of lang === undefined ? translatedOf(shop) : [lang]) {
    const desk = await openDesk(shop, id);
    if (desk) languages.push(statusOf(desk));
  }
  // What is to be filled is part of the status.
  return { languages, findings: shop.findings().filter(({ rule }) => rule !== "to-fill") };
};
