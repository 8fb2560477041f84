import { join, resolve } from "node:path";
import type { Edition } from "../../model/edition.ts";
import type { Finding, Report } from "../../model/finding.ts";
import type { Release } from "../../model/release.ts";
import { chartName } from "../../model/word-names.ts";
import { gaps } from "../../office/proof.ts";
import { type ChartPicture, redline, type Untracked } from "../../office/redline/index.ts";
import { openSide } from "../../office/side.ts";
import { editionsOf, type Prepared, type Progress, prepare, type Settings, write } from "../../pipeline.ts";
import { openReleases, type Releases } from "../../read/releases.ts";
import { folderCache } from "../../store/cache.ts";
import { writeAll } from "../../store/single.ts";
import { chooseRelease } from "../corrections.ts";
import { failed } from "../outcome.ts";
import { chooseIssue, creationDate, gather, UsageError } from "../project.ts";
import { isUnusable } from "./counterpart.ts";

export type RedlineCall = {
  readonly root: string;
  readonly issue?: string | undefined;
  /** The release that is compared with; the latest when left out. */
  readonly since?: string | undefined;
  readonly edition?: readonly string[] | undefined;
  /** Folder to write to; output/<issue>/redline when left out. */
  readonly out?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly progress: Progress;
  readonly epoch: string | undefined;
};
export type Redlined = {
  readonly edition: string;
  /** Name of the file. */
  readonly file: string;
  readonly revisions: number;
  /** What changed and is no revision. */
  readonly untracked: readonly Untracked[];
};
export type RedlineOutcome = {
  readonly issue: string;
  readonly since: string;
  readonly editions: readonly Redlined[];
  readonly findings: readonly Finding[];
  readonly folder: string;
  readonly written: boolean;
};

/** Width and height of a PNG picture (PNG, IHDR). */
const sizeOf = (png: Uint8Array): ChartPicture => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { png, width: view.getUint32(16), height: view.getUint32(20) };
};

/** The pictures of an edition's charts by the names of their drawings, as released and as they are. */
const picturesOf = async (edition: Edition, releases: Releases, release: Release) => {
  const before = new Map<string, ChartPicture>();
  const after = new Map<string, ChartPicture>();
  const ids = new Map(release.files.map(({ name }) => [name, name]));
  for (const [index, { language, pictures }] of edition.parts.entries()) {
    const name = (id: string): string => chartName(index === 0 ? undefined : language.id, id, 0);
    for (const [id, { png, width, height }] of Object.entries(pictures)) after.set(name(id), { png, width, height });
    for (const file of ids.keys()) {
      const [, id] = new RegExp(`^charts/(.+)\\.${language.id}\\.png$`).exec(file) ?? [];
      const png = id === undefined ? undefined : await releases.file(release, file);
      if (id !== undefined && png) before.set(name(id), sizeOf(png));
    }
  }
  return (side: "before" | "after", name: string) => (side === "before" ? before : after).get(name);
};

/** The day of the changes: that of the latest correction, else that of the publication. */
const dayOf = ({ source }: Prepared, epoch: string | undefined): Date => {
  const last = source.corrections
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return creationDate(last ?? source.publication.date, epoch);
};

/** One edition's redline, held against the two files that it was made of. Reports `not-reversible`. */
const redlined = async (
  edition: Edition,
  releases: Releases,
  release: Release,
  prepared: Prepared,
  { epoch, progress }: RedlineCall,
  settings: Settings,
  report: Report,
): Promise<(Redlined & { readonly bytes: Uint8Array }) | undefined> => {
  const released = await releases.file(release, `whitepaper-${release.issue}.${edition.id}.docx`);
  const { files } = await write(edition, ["docx"], report, progress, settings);
  const today = files[0]?.bytes;
  if (!released || !today) {
    report({
      severity: "error",
      rule: "no-counterpart",
      message: `release ${release.name} has no Word file of the edition ${edition.id}`,
      hint: "choose another release with --since, or editions with --edition",
    });
    return undefined;
  }
  progress(`comparing ${edition.id}`);
  const [before, after] = [openSide(released), openSide(today)];
  const { bytes, untracked, revisions } = redline(before, after, {
    author: edition.parts[0].document.issuer,
    date: dayOf(prepared, epoch),
    picture: await picturesOf(edition, releases, release),
  });
  const file = `whitepaper-${edition.issue}.${edition.id}.redline.docx`;
  for (const { view } of gaps(before, after, bytes))
    report({
      severity: "error",
      rule: "not-reversible",
      message: `${file}: with all changes ${view} it would not be the ${view === "accepted" ? "new" : "released"} file`,
      hint: "please report it; the corrections themselves are right in the files of the build",
    });
  return { edition: edition.id, file, revisions, untracked, bytes };
};

/**
 * Writes each edition as a Word file that shows as tracked changes what is otherwise than in a release.
 *
 * @throws UsageError for a release or an edition that there is not
 */
export const redlines = async (call: RedlineCall): Promise<RedlineOutcome> => {
  const root = resolve(call.root);
  const issue = await chooseIssue(root, call.issue);
  const { report, all } = gather();
  const folder = resolve(call.out ?? join(root, "output", issue, "redline"));
  const releases = await openReleases(root, issue, report);
  const release = await chooseRelease(releases, call.since, report);
  const since = release?.name ?? call.since ?? "";
  const editions: Redlined[] = [];
  const refused = (): boolean => isUnusable(all()) || (call.strict === true && failed(all(), true));
  const result = (written: boolean): RedlineOutcome => ({ issue, since, editions, findings: all(), folder, written });
  if (!release) return result(false);
  const cache = folderCache(join(root, "output", ".cache", "pictures"));
  const prepared = await prepare(root, issue, { cache, report, progress: call.progress });
  if (!prepared || refused()) return result(false);
  const own = editionsOf(prepared, creationDate(prepared.source.publication.date, call.epoch));
  for (const id of call.edition ?? [])
    if (!own.some((edition) => edition.id === id))
      throw new UsageError(`there is no edition "${id}"; there are ${own.map((edition) => edition.id).join(", ")}`);
  const settings: Settings = new Map();
  const files = new Map<string, Uint8Array>();
  for (const edition of own.filter(({ id }) => call.edition?.includes(id) ?? true)) {
    const made = await redlined(edition, releases, release, prepared, call, settings, report);
    if (!made) continue;
    const { bytes, ...told } = made;
    editions.push(told);
    files.set(join(folder, told.file), bytes);
  }
  if (refused()) return result(false);
  await writeAll(files);
  return result(true);
};

export const redlineText = ({ editions }: RedlineOutcome): string =>
  editions
    .map(({ file, revisions, untracked }) =>
      [
        `${file}  ${revisions} revisions${untracked.length > 0 ? "; not tracked:" : ""}\n`,
        ...untracked.map(({ what, where }) => `  ${where}  ${what}\n`),
      ].join(""),
    )
    .join("");
