import { constants } from "node:fs";
import { access, lstat, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** What the file system's refusals mean to somebody who wants a file there. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "it is on a read-only disk",
  EACCES: "you are not allowed to write there",
  EPERM: "you are not allowed to write there",
  ENOTDIR: "a part of the path is a file and no folder",
  EEXIST: "there is a file of that name",
  EISDIR: "there is a folder of that name",
  ENAMETOOLONG: "a name in the path is longer than the file system takes",
  ELOOP: "the path goes round in a circle of links",
  ENOENT: "the path does not exist and cannot be made",
  EBUSY: "another program holds it",
  ETXTBSY: "another program holds it",
  EXDEV: "its folders lie on different disks",
  EFBIG: "the file is larger than the file system takes",
  EIO: "the disk reports an error",
  ENODEV: "the disk is gone",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EINVAL: "the file system does not take the name",
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === "string" && "syscall" in error;

/** Why something could not be written, in words; `undefined` for an error that is not the file system's. */
export const writeFault = (error: unknown): string | undefined =>
  isSystemError(error) ? (reasons[error.code ?? ""] ?? `the file system says ${error.code}`) : undefined;

/**
 * Why no folder can be written at a path, before anything is made for it; `undefined` where nothing speaks against it.
 * What shows only in writing, as a disk that is full, does not show here.
 */
export const obstacle = async (folder: string): Promise<string | undefined> => {
  try {
    const found = await stat(folder);
    if (!found.isDirectory()) return reasons.EEXIST;
    await access(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(folder) === folder) return writeFault(error);
    // A link that leads nowhere is there and is no folder.
    if (await lstat(folder).catch(() => undefined)) return "it is a link that leads nowhere";
    const above = await obstacle(dirname(folder));
    return above === reasons.EEXIST ? reasons.ENOTDIR : above;
  }
};
