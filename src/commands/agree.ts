import { access } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { agree as compare, languageOfDocument, splitByLanguage } from "../compare/agree/index.ts";
import type { Acceptance } from "../model/acceptance.ts";
import { attempt } from "../model/attempt.ts";
import { withAcceptances } from "../model/deviation.ts";
import { bySureness, type Finding, type Report, type Severity, severities } from "../model/finding.ts";
import type { FinishedText } from "../model/finished.ts";
import type { Language } from "../model/language.ts";
import { didYouMean } from "../model/suggest.ts";
import { readAcceptedFile } from "../read/accepted.ts";
import { openFiles } from "../read/files.ts";
import { readFinished } from "../read/finished/index.ts";
import { issuesOf, readRules } from "../read/index.ts";
import { type FinishedFile, finishedFiles, pairings } from "./finished-files.ts";
import { chooseIssue, gather, UsageError } from "./project.ts";

export type AgreeOptions = {
  readonly root: string;
  readonly issue?: string | undefined;
  /** One or two finished files; those of the issue when there are none. */
  readonly files: readonly string[];
  /** List of accepted findings in place of the issue's. */
  readonly accepted?: string | undefined;
  /** Languages of the files, where their scripts do not tell. */
  readonly languages?: readonly string[] | undefined;
  /** The lightest findings that are wanted; without it warnings. */
  readonly level?: Severity | undefined;
  readonly progress: (stage: string) => void;
};
export type AgreeResult = {
  /** The heaviest and surest first. */
  readonly findings: readonly Finding[];
  /** Findings that are lighter than wanted. */
  readonly lighter: number;
  /** Pairs of texts that were compared. */
  readonly pairs: number;
  /** Numerals that say the same in both. */
  readonly agreed: number;
  readonly accepted: number;
};

type Text = { readonly text: FinishedText; readonly language: Language };

/** The files that were named, each of them there. */
const namedFiles = async (files: readonly string[], root: string): Promise<readonly string[]> => {
  if (files.length > 2) throw new UsageError(`two files are compared, not ${files.length}`);
  const issues = await issuesOf(root).catch((): readonly string[] => []);
  for (const file of files)
    await access(file).catch(() => {
      const hint = issues.includes(file) ? `; the issue is said by --issue ${file}` : "";
      throw new UsageError(`there is no file ${file}${hint}`);
    });
  return files;
};

const chooseLanguages = (all: ReadonlyMap<string, Language>, wanted: readonly string[]): readonly Language[] =>
  wanted.map((id) => {
    const language = all.get(id);
    if (!language)
      throw new UsageError(
        `there is no language folder "${id}"; ${didYouMean(id, all.keys()).hint ?? `there are ${[...all.keys()].join(", ")}`}`,
      );
    return language;
  });

const parted = (text: FinishedText, languages: readonly Language[], report: Report): readonly Text[] => {
  const [first, second] = languages;
  if (!first || !second) return [];
  if (new Set(languages.map(({ script }) => script)).size < languages.length) {
    const names = languages.map(({ id }) => id).join(", ");
    const message = `the parts in ${names} cannot be told apart by their scripts`;
    report({
      severity: "warning",
      rule: "languages-share-script",
      message,
      place: { file: text.file, line: 1, column: 1 },
    });
    return [];
  }
  const parts = splitByLanguage(text, [first, second]);
  return parts
    ? [
        { text: parts[0], language: first },
        { text: parts[1], language: second },
      ]
    : [];
};

/** Every two of some texts. */
const everyTwo = (texts: readonly Text[]): readonly (readonly [Text, Text])[] =>
  texts.flatMap((a, index) => texts.slice(index + 1).map((b) => [a, b] as const));

const looseTexts = async (
  files: readonly string[],
  all: ReadonlyMap<string, Language>,
  named: readonly string[] | undefined,
  report: Report,
): Promise<readonly Text[]> => {
  const read = await Promise.all(files.map((file) => readFinished(resolve(file), file, report)));
  if (read.some((text) => text === undefined)) return [];
  const texts = read as readonly FinishedText[];
  const languages = chooseLanguages(all, named ?? [...all.keys()]);
  const [text] = texts;
  if (texts.length === 1 && text) {
    const found = everyTwo(languages.map((language) => ({ text, language }))).flatMap(([a, b]) =>
      parted(text, [a.language, b.language], report).length === 2
        ? [parted(text, [a.language, b.language], report)]
        : [],
    );
    if (!found[0])
      throw new UsageError(
        `${text.file} is not in two of the languages ${languages.map(({ id }) => id).join(", ")}; name two files`,
      );
    return found[0];
  }
  const order = [...all.values()];
  const found = texts.map((each, index) => {
    const language = named ? languages[index] : languageOfDocument(each, languages);
    if (!language)
      throw new UsageError(
        `cannot tell the language of ${each.file}; say it with --languages, such as --languages ${[...all.keys()].slice(0, 2).join(",")}`,
      );
    return { text: each, language };
  });
  // Whatever the order of the call, the languages have theirs, so that an acceptance names one head.
  return found.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
};

/** The texts of the issue's own files, as pairs in two languages. */
const ownTexts = async (
  files: readonly FinishedFile[],
  all: ReadonlyMap<string, Language>,
  report: Report,
  progress: (stage: string) => void,
): Promise<readonly (readonly [Text, Text])[]> => {
  const texts = new Map<FinishedFile, readonly Text[]>();
  for (const file of files) {
    progress(`reading ${file.name}`);
    const text = await readFinished(file.path, file.name, report);
    const languages = file.languages.flatMap((id) => all.get(id) ?? []);
    const [only] = languages;
    if (text && only)
      texts.set(file, languages.length === 1 ? [{ text, language: only }] : parted(text, languages, report));
  }
  return pairings(files).flatMap(([a, b]) => {
    const [one, other] = [texts.get(a) ?? [], texts.get(b) ?? []];
    return a === b ? everyTwo(one) : one.flatMap((x) => other.map((y) => [x, y] as const));
  });
};

/**
 * Compares the numbers of two finished files, of the parts of one, or of all finished files of an issue.
 *
 * @throws UsageError when there is nothing to compare
 */
export const agree = async (options: AgreeOptions): Promise<AgreeResult> => {
  const root = resolve(options.root);
  const { progress } = options;
  const files = await namedFiles(options.files, root);
  const issue = await chooseIssue(root, options.issue);
  const { report, all } = gather();
  progress("reading the languages");
  const { languages, accepted: listed } = await readRules(root, issue, report);
  let accepted: readonly Acceptance[] = listed;
  if (options.accepted !== undefined) {
    const folder = await openFiles(dirname(resolve(options.accepted)), report).catch(() => {
      throw new UsageError(`there is no file ${options.accepted}`);
    });
    accepted = await readAcceptedFile(folder, basename(options.accepted), report);
  }
  const own = files.length === 0;
  let pairs: readonly (readonly [Text, Text])[];
  if (own) {
    const folder = join(root, "output", issue, "draft");
    const found = await finishedFiles(folder, issue, [...languages.keys()]);
    if (pairings(found).length === 0)
      throw new UsageError(`there are no finished files in two languages in ${folder}; whitepaper build makes them`);
    pairs = await ownTexts(found, languages, report, progress);
  } else {
    const [a, b] = await looseTexts(files, languages, options.languages, report);
    pairs = a && b ? [[a, b]] : [];
  }
  const { deviate, settle, met } = withAcceptances(accepted, "finished", report);
  let agreed = 0;
  for (const [a, b] of pairs) {
    progress(`comparing ${a.text.file} (${a.language.id}) and ${b.text.file} (${b.language.id})`);
    const place = { file: a.text.file, line: 1, column: 1 };
    const what = `comparing it with ${b.text.file}`;
    agreed += attempt(what, place, report, () => compare(a, b, deviate).agreed) ?? 0;
  }
  // What a loose file does not say is no proof that an acceptance is out of date.
  if (own || options.accepted !== undefined) settle();
  const wanted = severities.slice(0, severities.indexOf(options.level ?? "warning") + 1);
  const findings = bySureness(all());
  const heavy = findings.filter(({ severity }) => wanted.includes(severity));
  return { findings: heavy, lighter: findings.length - heavy.length, pairs: pairs.length, agreed, accepted: met.size };
};
