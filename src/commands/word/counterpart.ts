import { join, resolve } from "node:path";
import type { Document } from "../../model/document.ts";
import type { Edition } from "../../model/edition.ts";
import { type Finding, hasErrors, type Report } from "../../model/finding.ts";
import { printsOf } from "../../model/identity.ts";
import { valueTag } from "../../model/word-names.ts";
import { editionsOf, type Prepared, type Progress, plainWord, prepare } from "../../pipeline.ts";
import { openReleases } from "../../read/releases.ts";
import { folderCache } from "../../store/cache.ts";
import { chooseIssue, creationDate, UsageError } from "../project.ts";
import type { EditedFile } from "./edited-file.ts";

export type WordCall = {
  readonly root: string;
  readonly issue?: string | undefined;
  readonly edition?: readonly string[] | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};

/** An edited file beside its edition as it is today and, where it was made of a release, as it was then. */
export type Counterpart = {
  readonly root: string;
  readonly prepared: Prepared;
  readonly edition: Edition;
  /** The edition's Word file of today, every figure in its control. */
  readonly today: Uint8Array;
  /** The same of the documents that the edited file was made of. */
  readonly baseFile: Uint8Array;
  /** The documents that the file was made of, by language folder: those of its release, else those of today. */
  readonly base: ReadonlyMap<string, Document>;
  /** Whether they are those of the file for certain. */
  readonly isCertain: boolean;
};

/**
 * Finds the edition that an edited file is of. Reports `other-issue`, `other-data`, and what is wrong with the project.
 *
 * @throws UsageError where the file does not say what it is of and the call does not either
 */
export const counterpartOf = async (
  file: EditedFile,
  call: WordCall,
  report: Report,
  hasFaults: () => boolean,
): Promise<Counterpart | undefined> => {
  const root = resolve(call.root);
  const issue = await chooseIssue(root, call.issue ?? undefined);
  const place = { file: file.name, line: 1, column: 1 };
  if (file.issue !== undefined && file.issue !== issue) {
    report({
      severity: "error",
      rule: "other-issue",
      message: `the file is of issue ${file.issue}, and this is ${issue}`,
      place,
      hint: `say --issue ${file.issue}`,
    });
    return undefined;
  }
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress: call.progress });
  if (!prepared || hasFaults()) return undefined;
  const editions = editionsOf(prepared, creationDate(prepared.source.publication.date, call.epoch));
  const wanted = call.edition?.[0] ?? file.edition;
  const ids = editions.map(({ id }) => id);
  const edition = editions.find(({ id }) => id === wanted);
  if (!edition)
    throw new UsageError(
      wanted === undefined
        ? `the file does not say any more which edition it is; say --edition ${ids.join(" or ")}`
        : `there is no edition "${wanted}"; there are ${ids.join(", ")}`,
    );
  call.progress("comparing");
  const today = await plainWord(edition);
  const released =
    file.release === undefined || file.release === "draft"
      ? undefined
      : await (await openReleases(root, issue, report)).read(file.release).catch(() => undefined);
  const isToday = file.dataSha256 === edition.origin.dataSha256;
  if (!released && !isToday)
    report({
      severity: "note",
      rule: "other-data",
      message: "the data changed since the file was made: what differs may have been changed on either side",
      place,
    });
  const base = released ? new Map(Object.entries(released.documents)) : prepared.documents;
  const baseFile = released ? await plainWord(withDocuments(edition, base)) : today;
  return { root, prepared, edition, today, baseFile, base, isCertain: released !== undefined || isToday };
};

const withDocuments = (edition: Edition, documents: ReadonlyMap<string, Document>): Edition => {
  const [first, ...rest] = edition.parts.map((part) => ({
    ...part,
    document: documents.get(part.language.id) ?? part.document,
  })) as unknown as Edition["parts"];
  return { ...edition, parts: [first, ...rest] };
};

/** Whether the project has faults with which nothing can be compared. What is stale can be, and is told beside. */
export const isUnusable = (findings: readonly Finding[]): boolean =>
  hasErrors(findings.filter(({ rule }) => !rule.startsWith("stale-")));

/** What each figure said in the documents that a file was made of, by the tags of its controls. */
export const textsByTag = (documents: ReadonlyMap<string, Document>): ReadonlyMap<string, string> =>
  new Map(
    [...documents].flatMap(([language, document]) =>
      [...printsOf(document)].map(([id, { value }]) => [valueTag(language, id), value.text] as const),
    ),
  );
