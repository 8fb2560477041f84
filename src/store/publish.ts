import { createHash } from "node:crypto";
import { lstat, readdir, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { type Recorded, readRecord } from "../model/build-record.ts";
import { Refusal } from "../model/refusal.ts";
import { withLock } from "./lock.ts";
import { exists, finishMoves, type Move, makeFolders, makePath, moveAll, writeDurably } from "./moves.ts";

/** The files of one build by name; names may hold "/" for folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A folder that the tool did not make and must not write into. */
export class ForeignFolder extends Refusal {}

/** Name of the record of a build: the mark of a folder of the tool. */
export const recordName = "build.json";
/** What is hidden in the folder while a build is put into it. */
const lockName = ".whitepaper.lock";
const workName = ".whitepaper-work";
const journal = `${workName}/moves.json`;

/** A file that was not as a build had made it: where it lies now. */
export type KeptAside = { readonly name: string; readonly now: string };

/** What a build does to a folder. */
export type Plan = {
  readonly files: Files;
  /** Files of earlier builds that are no more. */
  readonly gone: readonly string[];
};

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** SHA-256 of a file; `undefined` when there is none, "" for what is no regular file. */
const hashAt = async (path: string): Promise<string | undefined> => {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat) return undefined;
  return stat.isFile() ? hashOf(await readFile(path)) : "";
};

/** "report.docx" → "report.changed.docx", "report.changed-2.docx", the first that is free. */
const asideName = async (target: string, name: string): Promise<string> => {
  const ending = extname(name);
  for (let count = 1; ; count++) {
    const aside = `${name.slice(0, name.length - ending.length)}.changed${count === 1 ? "" : `-${count}`}${ending}`;
    if (!(await exists(join(target, aside)))) return aside;
  }
};

/** The record that lies in a folder; empty where there is none. */
export const recordIn = async (folder: string): Promise<Recorded> =>
  readRecord(await readFile(join(folder, recordName), "utf8").catch(() => ""));

const refuseForeign = async (target: string): Promise<void> => {
  // A first build that was killed had no time for its record.
  if (await exists(join(target, journal))) return;
  const names = (await readdir(target)).filter((name) => !name.startsWith(lockName) && name !== workName);
  if (names.length > 0 && !names.includes(recordName))
    throw new ForeignFolder(`${target} holds files that are not of this tool`);
};

/** The moves that put new files into place and take old ones away, and what must be kept aside for them. */
const movesOf = async (target: string, { files, gone }: Plan, earlier: Recorded) => {
  const known = new Map(earlier.files.map(({ name, sha256 }) => [name, sha256]));
  const asides: KeptAside[] = [];
  const moves: Move[] = [];
  const fresh: string[] = [];
  for (const [name, bytes] of files) {
    const lies = await hashAt(join(target, name));
    if (lies === hashOf(bytes)) continue;
    fresh.push(name);
    if (lies !== undefined) {
      const isOwn = name === recordName || lies === known.get(name);
      const to = isOwn ? `${workName}/old/${name}` : await asideName(target, name);
      if (!isOwn) asides.push({ name, now: to });
      moves.push([name, to]);
    }
    moves.push([`${workName}/new/${name}`, name]);
  }
  for (const name of gone) {
    const lies = await hashAt(join(target, name));
    if (lies === undefined) continue;
    if (lies === known.get(name)) moves.push([name, `${workName}/old/${name}`]);
    else asides.push({ name, now: name });
  }
  return { moves, asides, fresh };
};

/**
 * Puts the files of a build into a folder, all or none, and touches no other file there. A file of an earlier build is
 * replaced, or taken away where the plan says so, if it is still as that build made it by the hash in its record; else it
 * is kept aside under another name, or, where nothing takes its place, left where it is; both are told. A build that
 * fails leaves everything as it was; what one that was killed had begun to put into place, the next finishes.
 *
 * @param plan is asked with the record of the folder while no other build can change it
 * @param patience how long another build that puts its files here is waited for, in ms
 * @param consent is told what has to be kept aside before anything is written; without it, nothing is
 * @throws ForeignFolder for a folder with files and without a record, Locked, and what the file system says
 */
export const publish = async (
  target: string,
  plan: (earlier: Recorded) => Plan,
  consent: (asides: readonly KeptAside[]) => boolean = () => true,
  patience = 60_000,
): Promise<boolean> => {
  const made = await makePath(target);
  try {
    await refuseForeign(target);
    const put = async (): Promise<boolean> => {
      await finishMoves(target, journal);
      await rm(join(target, workName), { recursive: true, force: true });
      const earlier = await recordIn(target);
      const planned = plan(earlier);
      try {
        const { moves, asides, fresh } = await movesOf(target, planned, earlier);
        if (!consent(asides)) return false;
        for (const name of fresh) await makeFolders(target, `${workName}/new/${name}`);
        await Promise.all(
          fresh.map((name) => writeDurably(join(target, workName, "new", name), planned.files.get(name) as Uint8Array)),
        );
        if (moves.length > 0) await moveAll(target, moves, journal);
        for (const name of planned.gone)
          if (dirname(name) !== ".") await rmdir(join(target, dirname(name))).catch(() => {});
        return true;
      } finally {
        // While there is a journal, it holds the only copies of what has not arrived.
        if (!(await exists(join(target, journal)))) await rm(join(target, workName), { recursive: true, force: true });
      }
    };
    return await withLock(join(target, lockName), put, patience);
  } catch (error) {
    // A folder that was made for this build alone goes with it; rmdir takes an empty one only.
    for (let folder = target; made !== undefined && folder.length >= made.length; folder = dirname(folder))
      await rmdir(folder).catch(() => {});
    throw error;
  }
};
