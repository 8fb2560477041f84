import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AlreadyThere } from "./edit.ts";
import { exists } from "./moves.ts";

/**
 * Writes one file, whole or not at all.
 *
 * @throws AlreadyThere when there is one and it may not be replaced
 */
export const writeWhole = async (path: string, bytes: Uint8Array, replace: boolean): Promise<void> => {
  if (!replace && (await exists(path)))
    throw new AlreadyThere(`${path} is there already; say -o ${path} to replace it`);
  const part = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const handle = await open(part, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
};
