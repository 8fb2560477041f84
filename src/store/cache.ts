import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Keeps results by the hash of what they were made of. A cache that cannot be read or written is no fault. */
export type Cache = {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly set: (key: string, bytes: Uint8Array) => Promise<void>;
};

/** A cache in a folder, one file an entry. */
export const folderCache = (folder: string): Cache => ({
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
