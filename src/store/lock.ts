import { constants } from "node:fs";
import { copyFile, link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { Refusal } from "../model/refusal.ts";

/** Another build holds the folder. */
export class Locked extends Refusal {}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

let count = 0;

/** Some file systems have no hard links (FAT, network mounts): there a copy that must not be there before. */
const linkOrCopy = async (own: string, file: string): Promise<void> => {
  try {
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    await copyFile(own, file, constants.COPYFILE_EXCL);
  }
};

const holderOf = (content: string): number => Number(content.split(" ")[0]);

/** Whether the lock could be had: it was free, or its process is gone. Gives the process that holds it otherwise. */
const taken = async (own: string, file: string, token: string): Promise<number | undefined> => {
  try {
    await linkOrCopy(own, file);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = holderOf(await readFile(file, "utf8").catch(() => ""));
  if (holder > 0 && isAlive(holder)) return holder;
  // Of several that find a dead one's lock at once, the last to take it has it; the others see that.
  const mine = `${own}.taking`;
  await writeFile(mine, token);
  await rename(mine, file);
  await setTimeout(step);
  const content = await readFile(file, "utf8").catch(() => "");
  return content === token ? undefined : holderOf(content) || holder;
};

/** How often a lock is tried for, in ms. */
const step = 50;

/**
 * Runs a task while holding a lock file, waiting for it `patience` ms at most; a lock whose process is gone is taken over.
 *
 * @throws Locked when a living process holds it to the end.
 */
export const withLock = async <T>(file: string, task: () => Promise<T>, patience = 0): Promise<T> => {
  // The lock appears with its content or not at all: a link to a file that is already whole.
  const token = `${process.pid} ${count++}`;
  const own = `${file}.${token.replace(" ", ".")}`;
  await writeFile(own, token);
  try {
    for (let waited = 0; ; waited += step) {
      const holder = await taken(own, file, token);
      if (holder === undefined) break;
      if (waited >= patience) throw new Locked(`another build (process ${holder}) is writing here`);
      await setTimeout(step);
    }
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await task();
  } finally {
    await rm(file, { force: true });
  }
};
