import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { Report } from "../model/finding.ts";
import { checkCharacters } from "./characters.ts";

/** Largest text and largest face that are read, in bytes. */
const limits = { text: 8_000_000, bytes: 64_000_000 };

/**
 * The files of one project: nothing outside its folder is read, no device, no link that leads out of it. Paths are
 * relative to the root with "/".
 */
export type Files = {
  /** Text of a file without byte-order mark and with LF line ends; `undefined` after a finding. */
  readonly text: (path: string) => Promise<string | undefined>;
  readonly bytes: (path: string) => Promise<Uint8Array | undefined>;
  /** SHA-256 of a file that was read. */
  readonly sha256: (path: string) => string | undefined;
  /** Names in a folder, sorted; a missing folder is empty. */
  readonly names: (path: string) => Promise<readonly string[]>;
};

const isFolder = async (path: string): Promise<boolean> =>
  lstat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  );

/**
 * Opens a project's folder for reading; `hashes` receives the sha256 of every file that is read.
 *
 * Reports `file-missing`, `outside-project`, `not-a-file`, `file-too-large`, `not-utf-8` and hidden characters.
 */
export const openFiles = async (root: string, report: Report, hashes = new Map<string, string>()): Promise<Files> => {
  const base = await realpath(root);
  const inside = (path: string): boolean => path === base || path.startsWith(base + sep);

  const read = async (path: string, limit: number): Promise<Buffer | undefined> => {
    const fault = (rule: string, message: string, hint?: string): undefined => {
      report({ severity: "error", rule, message, place: { file: path, line: 1, column: 1 }, ...(hint && { hint }) });
    };
    const target = resolve(base, path);
    if (!inside(target)) return fault("outside-project", `${path} lies outside the project`);
    let real: string;
    try {
      real = await realpath(target);
    } catch {
      return fault("file-missing", `there is no file ${path}`);
    }
    if (!inside(real))
      return fault("outside-project", `${path} is a link out of the project`, "copy the file into the project");
    const stat = await lstat(real);
    if (!stat.isFile()) return fault("not-a-file", `${path} is not a regular file`);
    if (stat.size > limit) return fault("file-too-large", `${path} has ${stat.size} bytes; the limit is ${limit}`);
    const bytes = await readFile(real);
    hashes.set(path, createHash("sha256").update(bytes).digest("hex"));
    return bytes;
  };

  return {
    text: async (path) => {
      const bytes = await read(path, limits.text);
      if (!bytes) return undefined;
      let text: string;
      try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
      } catch {
        report({
          severity: "error",
          rule: "not-utf-8",
          message: `${path} is not UTF-8`,
          place: { file: path, line: 1, column: 1 },
          hint: "save the file as UTF-8",
        });
        return undefined;
      }
      checkCharacters(path, text, report);
      return text;
    },
    bytes: (path) => read(path, limits.bytes),
    sha256: (path) => hashes.get(path),
    names: async (path) => {
      const folder = resolve(base, path);
      if (!inside(folder) || !(await isFolder(folder))) return [];
      return (await readdir(folder)).toSorted();
    },
  };
};
