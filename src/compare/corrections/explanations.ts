import type { Cause, Change } from "../../model/change.ts";
import { type Correction, sameCorrection, speaksOfBlock, speaksOfFigure } from "../../model/correction.ts";
import type { Id } from "../../model/document.ts";
import type { Key } from "../../model/figure.ts";
import type { Finding, Report } from "../../model/finding.ts";
import { type Release, type Snapshot, wholeOf } from "../../model/release.ts";
import { changedFigures } from "./causes.ts";

/** What is to be explained, and by what. */
export type Account = {
  readonly before: Release;
  readonly after: Snapshot;
  /** All of today's data; those that the release knew explain nothing new. */
  readonly corrections: readonly Correction[];
  readonly changes: readonly Change[];
  readonly languages: readonly string[];
};

const newCorrections = ({ before, corrections }: Account): readonly Correction[] =>
  corrections.filter((entry) => !before.corrections.some((known) => sameCorrection(known as Correction, entry)));

/** The entry that would explain, to be completed. */
const entryFor = (about: string, languages: readonly string[]): string =>
  `{ date: …, kind: correction, class: minor, ${about}, reason: { ${languages.map((id) => `${id}: …`).join(", ")} } }`;

const stated = (value: string | null | undefined): string =>
  value === undefined ? "not there" : value === null ? "not published" : value;

/** Figures that were stated otherwise in the release, each with its parts. */
const checkFigures = (
  account: Account,
  entries: readonly Correction[],
  severity: Finding["severity"],
  report: Report,
) => {
  const { before, after, languages } = account;
  const open = changedFigures(before, after).filter((key) => !entries.some((entry) => speaksOfFigure(entry, key)));
  const wholes = new Map<Key, Key[]>();
  for (const key of open) wholes.set(wholeOf(key), [...(wholes.get(wholeOf(key)) ?? []), key]);
  for (const [whole, keys] of wholes) {
    const said = keys.map(
      (key) => `${key} was ${stated(before.figures[key]?.value)} and is ${stated(after.figures[key]?.value)}`,
    );
    const place = (after.figures[keys[0] as Key] ?? before.figures[keys[0] as Key])?.place;
    report({
      severity,
      rule: "unexplained-change",
      message: `${said.join(", ")} since release ${before.name}, and no correction says why`,
      ...(place && { place }),
      hint: `add to corrections: ${entryFor(`figures: [${whole}]`, languages)}`,
    });
  }
};

/** Causes that an entry explains by the block that they changed. */
const inBlocks: ReadonlySet<Cause["kind"]> = new Set(["text", "file", "tool"]);

/** The name by which an entry speaks of a change: its block, or what stands before all blocks. */
const nameOf = ({ block, thing }: Change): Id => (block === "" ? thing : block);
const namesOf = (change: Change): readonly Id[] => (change.block === "" ? [change.thing] : change.around);

const whyOf = (change: Change): string =>
  change.causes.some(({ kind }) => kind === "text") ? "the words of" : "what is printed of";

const checkBlocks = (
  account: Account,
  entries: readonly Correction[],
  severity: Finding["severity"],
  report: Report,
) => {
  const { before, changes, languages } = account;
  const open = new Map<Id, Change[]>();
  for (const change of changes) {
    if (!change.causes.some(({ kind }) => inBlocks.has(kind))) continue;
    if (entries.some((entry) => speaksOfBlock(entry, namesOf(change)))) continue;
    open.set(nameOf(change), [...(open.get(nameOf(change)) ?? []), change]);
  }
  for (const [name, all] of open) {
    const [first] = all as [Change, ...Change[]];
    const place = first.causes.find(({ kind }) => inBlocks.has(kind))?.place;
    const where = [...new Set(all.map(({ language }) => language))].join(", ");
    report({
      severity,
      rule: "unexplained-change",
      message: `${whyOf(first)} ${name} (${where}) changed since release ${before.name}, and no correction says why`,
      ...(place && { place }),
      hint: `add to corrections: ${entryFor(`blocks: [${name}]`, languages)}`,
    });
  }
};

const checkEntries = (
  { before, after, changes }: Account,
  entries: readonly Correction[],
  severity: Finding["severity"],
  report: Report,
) => {
  const changed = changedFigures(before, after);
  for (const entry of entries) {
    const figures = (entry.figures ?? []).filter(
      (key) => !changed.some((one) => speaksOfFigure({ figures: [key] }, one)),
    );
    const blocks = (entry.blocks ?? []).filter((id) => !changes.some((change) => namesOf(change).includes(id)));
    for (const [name, what] of [
      ...figures.map((key) => [key, "is stated"] as const),
      ...blocks.map((id) => [id, "is printed"] as const),
    ])
      report({
        severity,
        rule: "correction-without-change",
        message: `${name} ${what} as it was in release ${before.name}`,
        place: entry.place,
        hint: "make the change, or take it out of the entry",
      });
  }
};

/**
 * Holds what changed since a release against what the data says of it: every figure and every block that is stated or
 * worded otherwise has an entry under `corrections`, and every new entry has its change. Reports `unexplained-change`,
 * `correction-without-change`.
 */
export const checkExplanations = (account: Account, severity: Finding["severity"], report: Report): void => {
  const entries = newCorrections(account);
  checkFigures(account, entries, severity, report);
  checkBlocks(account, entries, severity, report);
  checkEntries(account, entries, severity, report);
};
