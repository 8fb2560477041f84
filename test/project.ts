import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A copy of the project in a temporary folder, whose files a test may spoil. */
export type Project = {
  readonly root: string;
  readonly read: (path: string) => string;
  /** Writes a file, or takes it away with `undefined`. */
  readonly write: (path: string, text: string | Uint8Array | undefined) => void;
  /** Replaces a text that must stand in the file exactly once. */
  readonly replace: (path: string, from: string, to: string) => void;
  readonly link: (path: string, target: string) => void;
  /** Puts everything back as it was. */
  readonly restore: () => void;
  readonly remove: () => void;
};

export const copyProject = (): Project => {
  const root = mkdtempSync(join(tmpdir(), "whitepaper-"));
  for (const folder of ["data", "templates", "fonts"]) cpSync(folder, join(root, folder), { recursive: true });
  return projectAt(root);
};

/**
 * A publication of one chapter in two languages, with a chart: issue 2030 of test/small. For all that is about the tool's
 * ways and not about the repository's own publication: it is built in a fraction of the time.
 */
export const smallProject = (): Project => {
  const root = mkdtempSync(join(tmpdir(), "small-"));
  cpSync("test/small", root, { recursive: true });
  cpSync("fonts", join(root, "fonts"), { recursive: true });
  for (const file of ["style.yaml", "zh/language.yaml", "en/language.yaml"])
    cpSync(join("templates/2019", file), join(root, "templates/2030", file));
  return projectAt(root);
};

const projectAt = (root: string): Project => {
  const before = new Map<string, Buffer | undefined>();
  const remember = (path: string): void => {
    if (before.has(path)) return;
    try {
      before.set(path, readFileSync(join(root, path)));
    } catch {
      before.set(path, undefined);
    }
  };
  const write = (path: string, text: string | Uint8Array | undefined): void => {
    remember(path);
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file, { recursive: true });
    else writeFileSync(file, text);
  };
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  return {
    root,
    read,
    write,
    replace: (path, from, to) => {
      const text = read(path);
      if (text.split(from).length !== 2)
        throw new Error(`"${from}" stands ${text.split(from).length - 1} times in ${path}`);
      write(
        path,
        text.replace(from, () => to),
      );
    },
    link: (path, target) => {
      remember(path);
      rmSync(join(root, path), { recursive: true, force: true });
      symlinkSync(target, join(root, path));
    },
    restore: () => {
      for (const [path, bytes] of before) {
        rmSync(join(root, path), { recursive: true, force: true });
        if (bytes) writeFileSync(join(root, path), bytes);
      }
      before.clear();
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};
