import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AlreadyThere } from "./edit.ts";
import { exists } from "./moves.ts";

/** Writes files, by their paths: all are written and flushed beside their places before the first is renamed into its place. */
export const writeAll = async (files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  const parts = new Map(
    [...files.keys()].map((path) => [path, join(dirname(path), `.${basename(path)}.${process.pid}`)]),
  );
  try {
    for (const [path, part] of parts) {
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(part, "wx");
      try {
        await handle.writeFile(files.get(path) as Uint8Array);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const [path, part] of parts) await rename(part, path);
  } finally {
    for (const part of parts.values()) await rm(part, { force: true });
  }
};

/**
 * Writes one file, whole or not at all.
 *
 * @throws AlreadyThere when there is one and it may not be replaced
 */
export const writeWhole = async (path: string, bytes: Uint8Array, replace: boolean): Promise<void> => {
  if (!replace && (await exists(path)))
    throw new AlreadyThere(`${path} is there already; say -o ${path} to replace it`);
  await writeAll(new Map([[path, bytes]]));
};
