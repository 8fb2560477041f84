import { type Finding, type Report, sortFindings, withoutFloods } from "../model/finding.ts";
import { Refusal } from "../model/refusal.ts";
import { didYouMean } from "../model/suggest.ts";
import { issuesOf } from "../read/index.ts";

/** A wrong call, or a project that cannot be worked on. */
export class UsageError extends Refusal {}

/** Gathers findings; `all` gives them sorted, doubles once. */
export const gather = (): { readonly report: Report; readonly all: () => readonly Finding[] } => {
  const findings: Finding[] = [];
  return { report: (finding) => void findings.push(finding), all: () => withoutFloods(sortFindings(findings)) };
};

/**
 * The issue that a command works on: the given one, or the newest in data/.
 *
 * @throws UsageError when there is none
 */
export const chooseIssue = async (root: string, wanted: string | undefined): Promise<string> => {
  const issues = await issuesOf(root).catch(() => {
    throw new UsageError(`cannot read the folder ${root}`);
  });
  const newest = issues.at(-1);
  if (newest === undefined) throw new UsageError(`there is no data file in ${root}/data`);
  if (wanted === undefined) return newest;
  if (issues.includes(wanted)) return wanted;
  throw new UsageError(
    `there is no issue ${wanted}; ${didYouMean(wanted, issues).hint ?? `there are ${issues.join(", ")}`}`,
  );
};

/** The date that files carry: SOURCE_DATE_EPOCH (seconds) where set, else that of the publication; never the clock. */
export const creationDate = (date: string, epoch: string | undefined): Date => {
  if (epoch !== undefined && epoch !== "") {
    if (!/^\d{1,12}$/.test(epoch))
      throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it must be seconds since 1970`);
    return new Date(Number(epoch) * 1000);
  }
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day));
};
