import { constants } from "node:fs";
import { copyFile, link, readFile, rm, writeFile } from "node:fs/promises";
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

/**
 * Runs a task while holding a lock file; a lock whose process is gone is taken over.
 *
 * @throws Locked when a living process holds it.
 */
export const withLock = async <T>(file: string, task: () => Promise<T>): Promise<T> => {
  // The lock appears with its content or not at all: a link to a file that is already whole.
  const own = `${file}.${process.pid}.${count++}`;
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await linkOrCopy(own, file);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        const pid = Number(await readFile(file, "utf8").catch(() => ""));
        if (attempt > 0 || (pid > 0 && isAlive(pid)))
          throw new Locked(`another build (process ${pid}) is writing here`);
        await rm(file, { force: true });
      }
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
