import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PictureCache } from "../model/picture.ts";

/** A cache in a folder, one file an entry. One that cannot be read or written is no fault. */
export const folderCache = (folder: string): PictureCache => ({
  get: (key) => readFile(join(folder, key)).catch(() => undefined),
  set: async (key, bytes) => {
    try {
      await mkdir(folder, { recursive: true });
      const part = join(folder, `.${key}.${process.pid}`);
      await writeFile(part, bytes);
      await rename(part, join(folder, key));
    } catch {
      // A full or read-only disk only costs the time to draw again.
    }
  },
});
