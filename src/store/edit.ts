import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../model/refusal.ts";

/** A file that should be new is there already. */
export class AlreadyThere extends Refusal {}

const temporary = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}`);

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** What is written into a file. */
export type Written = string | Uint8Array;

/** A text with the line ends and the byte-order mark that the file has so far. */
const asBefore = (text: string, before: string | undefined): string => {
  if (before === undefined) return text;
  const ends = before.includes("\r\n") ? text.replace(/\r?\n/g, "\r\n") : text;
  return before.startsWith("\uFEFF") && !ends.startsWith("\uFEFF") ? `\uFEFF${ends}` : ends;
};

/**
 * Writes texts and other files into a project, by their paths in it: all are written and flushed beside their places before
 * the first is renamed into its place. What is there already is not touched. Gives the paths that changed.
 */
export const writeFiles = async (root: string, texts: ReadonlyMap<string, Written>): Promise<readonly string[]> => {
  const ready: (readonly [path: string, part: string, file: string])[] = [];
  try {
    for (const [path, text] of texts) {
      const file = join(root, path);
      const before = await readFile(file).catch(() => undefined);
      const own = Buffer.from(typeof text === "string" ? asBefore(text, before?.toString("utf8")) : text);
      if (before?.equals(own)) continue;
      await mkdir(dirname(file), { recursive: true });
      const part = temporary(file);
      const handle = await open(part, "w");
      ready.push([path, part, file]);
      try {
        await handle.writeFile(own);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const [, part, file] of ready) await rename(part, file);
    return ready.map(([path]) => path);
  } finally {
    for (const [, part] of ready) await rm(part, { force: true });
  }
};

/** The same for a folder that must be new. @throws AlreadyThere */
export const writeNewFolder = async (
  root: string,
  folder: string,
  texts: ReadonlyMap<string, Written>,
): Promise<void> => {
  const target = join(root, folder);
  if (await exists(target)) throw new AlreadyThere(`${folder} is there already`);
  const next = join(dirname(target), `.${basename(target)}.next-${process.pid}`);
  try {
    await writeFiles(next, texts);
    await rename(next, target);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
};
