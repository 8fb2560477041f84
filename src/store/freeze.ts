import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { withLock } from "./lock.ts";
import { exists, makeFolders, makePath, writeDurably } from "./moves.ts";
import type { Files } from "./publish.ts";

/** A release of that name is there; none is ever written again. */
export class ReleaseExists extends Refusal {}

/** Refuses early what would be refused in the end. @throws ReleaseExists */
export const refuseExisting = async (target: string): Promise<void> => {
  if (await exists(target))
    throw new ReleaseExists(
      `${basename(target)} was released before; a release is never written again: choose another name`,
    );
};

/**
 * Writes the files of a release whole or not at all: everything is written and flushed beside its place, which one rename
 * then takes.
 *
 * @throws ReleaseExists, Locked
 */
export const freeze = async (target: string, files: Files): Promise<void> => {
  const folder = dirname(target);
  const name = basename(target);
  await makePath(folder);
  await withLock(join(folder, `.${name}.lock`), async () => {
    await refuseExisting(target);
    // What a killed run has left.
    for (const entry of await readdir(folder))
      if (entry.startsWith(`.${name}.next-`)) await rm(join(folder, entry), { recursive: true, force: true });
    const next = join(folder, `.${name}.next-${process.pid}`);
    try {
      for (const [file, bytes] of files) {
        await makeFolders(folder, `${basename(next)}/${file}`);
        await writeDurably(join(next, file), bytes);
      }
      await rename(next, target);
    } catch (error) {
      await rm(next, { recursive: true, force: true });
      throw error;
    }
  });
};
