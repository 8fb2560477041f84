import { translationText } from "../../../exchange/record.ts";
import type { Returned } from "../../../exchange/taking/returned.ts";
import type { Takings } from "../../../exchange/taking/takings.ts";
import type { Finding } from "../../../model/finding.ts";
import type { Translation } from "../../../model/translation.ts";
import { translationFile } from "../../../read/index.ts";
import { writeFiles } from "../../../store/edit.ts";
import { type DeskOptions, openDesk, openShop, type Shop } from "../desk.ts";
import { takenIn } from "../manifest.ts";
import { languageFor, readReturned } from "./files.ts";
import { takeNames } from "./names.ts";
import { takeProse } from "./prose.ts";

export type ImportOptions = DeskOptions & {
  readonly files: readonly string[];
  readonly progress: (stage: string) => void;
};
/** What was made of the units that came back in one language. */
export type ImportCount = {
  readonly language: string;
  readonly taken: number;
  readonly confirmed: number;
  readonly refused: number;
  readonly unchanged: number;
};
export type ImportResult = {
  readonly counts: readonly ImportCount[];
  /** Files of the project that were written. */
  readonly written: readonly string[];
  readonly findings: readonly Finding[];
};

const countOf = (language: string, parts: readonly Takings[]): ImportCount => {
  const sum = (of: (part: Takings) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    language,
    taken: sum(({ taken }) => taken.size),
    confirmed: sum(({ confirmed }) => confirmed.size),
    refused: sum(({ refused }) => refused),
    unchanged: sum(({ unchanged }) => unchanged),
  };
};

const isNews = ({ taken, confirmed }: Takings): boolean => taken.size + confirmed.size > 0;

/** Takes in the files of one language, names first: prose is read with the terms that come with it. */
const takeLanguage = async (shop: Shop, lang: string, files: readonly Returned[], options: ImportOptions) => {
  const written: string[] = [];
  const write = async (texts: ReadonlyMap<string, string>, translation: Translation): Promise<void> => {
    const record = [`${shop.folder}/${lang}/${translationFile}`, translationText(translation)] as const;
    written.push(...(await writeFiles(shop.root, new Map([...texts, record]))));
  };
  const desk = await openDesk(shop, lang);
  if (!desk) return undefined;
  const named = takeNames(desk, files);
  const translation = { ...desk.translation, names: named.records };
  if (isNews(named.takings)) await write(named.texts, translation);
  const again = named.texts.size > 0 ? await openShop(options, [lang]) : shop;
  const renewed = again === shop ? desk : await openDesk(again, lang);
  const prose = renewed && takeProse(renewed, files);
  if (prose && isNews(prose.takings)) await write(prose.texts, { ...translation, chapters: prose.records });
  const findings = again === shop ? [] : again.findings();
  const takings = [named.takings, ...(prose ? [prose.takings] : [])];
  return { count: countOf(lang, takings), written, findings };
};

/**
 * Takes in what came back from translators. What is good is written into templates and language files, what is not is left
 * as it was, each with its finding.
 */
export const importFiles = async (options: ImportOptions): Promise<ImportResult> => {
  const { files, progress } = options;
  const shop = await openShop(options, "all");
  progress("reading files");
  const byLanguage = new Map<string, Returned[]>();
  for (const file of files) {
    const returned = await readReturned(file, shop.report);
    const lang = returned && languageFor(returned, shop);
    if (returned && lang !== undefined) byLanguage.set(lang, [...(byLanguage.get(lang) ?? []), returned]);
  }
  const findings: Finding[] = [];
  const counts: ImportCount[] = [];
  const written = new Set<string>();
  for (const [lang, own] of byLanguage) {
    progress(`taking in ${lang}`);
    const result = await takeLanguage(shop, lang, own, options);
    if (!result) continue;
    counts.push(result.count);
    findings.push(...result.findings);
    for (const path of result.written) written.add(path);
  }
  const all = [...shop.findings(), ...findings].filter(({ rule }) => rule !== "to-fill");
  await takenIn(files, all);
  return { counts, written: [...written], findings: all };
};
