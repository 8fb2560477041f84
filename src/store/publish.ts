import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { withLock } from "./lock.ts";

/** The files of one build by name; names may hold "/" for folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A folder that the tool did not make and must not replace. */
export class ForeignFolder extends Refusal {}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

export const writeDurably = async (file: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Puts back what a killed build had set aside, and clears what it left. */
const recover = async (folder: string, name: string, target: string): Promise<void> => {
  const previous = join(folder, `.${name}.previous`);
  if (await exists(previous)) {
    if (await exists(target)) await rm(previous, { recursive: true, force: true });
    else await rename(previous, target);
  }
  for (const entry of await readdir(folder))
    if (entry.startsWith(`.${name}.next-`)) await rm(join(folder, entry), { recursive: true, force: true });
};

/**
 * Replaces a folder by a new one with the given files, whole or not at all: everything is written and flushed beside it
 * before two renames swap it in. A build that fails or is killed leaves the earlier folder; one that was killed
 * between the renames is put right by the next.
 *
 * @param mark name of the file that shows that the folder is the tool's own; a non-empty folder without it is refused.
 * @throws ForeignFolder, Locked
 */
export const publish = async (target: string, files: Files, mark: string): Promise<void> => {
  const folder = dirname(target);
  const name = basename(target);
  await mkdir(folder, { recursive: true });
  await withLock(join(folder, `.${name}.lock`), async () => {
    await recover(folder, name, target);
    const before = (await exists(target)) ? await readdir(target) : [];
    if (before.length > 0 && !before.includes(mark))
      throw new ForeignFolder(`${target} holds files that are not of this tool`);
    const next = join(folder, `.${name}.next-${process.pid}`);
    const previous = join(folder, `.${name}.previous`);
    try {
      for (const [file, bytes] of files) await writeDurably(join(next, file), bytes);
      if (await exists(target)) await rename(target, previous);
      await rename(next, target);
    } catch (error) {
      await rm(next, { recursive: true, force: true });
      throw error;
    } finally {
      if ((await exists(previous)) && !(await exists(target))) await rename(previous, target);
    }
    await rm(previous, { recursive: true, force: true });
  });
};
