import type { Change } from "../../model/change.ts";
import { withAcceptances } from "../../model/deviation.ts";
import type { Document } from "../../model/document.ts";
import type { Finding, Report } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import { type Release, type Snapshot, snapshotOf } from "../../model/release.ts";
import type { Source } from "../../model/source.ts";
import { checkExplanations } from "./explanations.ts";
import { changesBetween } from "./index.ts";
import { checkTranslations, checkWordings } from "./stale.ts";

/**
 * What changed since the latest release, held against what the data says of it, and the languages against each other.
 * `severity`: of changes that nobody explains. Reports `unexplained-change`, `correction-without-change`,
 * `stale-translation`, `stale-wording`.
 */
export const checkSince = (
  latest: Release,
  source: Source,
  documents: ReadonlyMap<string, Document>,
  inputs: ReadonlyMap<string, string>,
  severity: Finding["severity"],
  report: Report,
): readonly Change[] => {
  const after = snapshotOf(source, documents, inputs);
  const before: Snapshot = { ...latest, editions: withoutPages(latest.editions) };
  const changes = changesBetween(before, after);
  const { corrections } = source;
  checkExplanations(
    { before: latest, after, corrections, changes, languages: [...documents.keys()] },
    severity,
    report,
  );
  const { deviate } = withAcceptances(source.accepted, "released", report);
  checkTranslations(changes, documents, deviate);
  checkWordings(before, after, languagesOf(source), deviate);
  return changes;
};

const withoutPages = (editions: Release["editions"]): Snapshot["editions"] =>
  Object.fromEntries(Object.entries(editions).map(([id, { languages }]) => [id, { languages }]));

const languagesOf = ({ languages }: Source): ReadonlyMap<string, Language> =>
  new Map([...languages].map(([id, { language }]) => [id, language] as const));
