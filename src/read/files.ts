import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { Report } from "../model/finding.ts";
import { lineStarts, type Place, placeAt } from "../model/place.ts";
import type { RuleName } from "../model/rules/index.ts";
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
  /** Names in a folder, sorted; a missing folder is empty, and so, after a finding, one that leads out of the project. */
  readonly names: (path: string) => Promise<readonly string[]>;
  /** Whether a path leads out of the project by a link, which is a finding. */
  readonly isOutside?: (path: string) => Promise<boolean>;
};

/** The first byte of a text that is no UTF-8, and where it stands. */
const firstFault = (file: string, bytes: Buffer): { readonly place: Place; readonly byte: number } => {
  const text = bytes.toString("utf8");
  let offset = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) {
    offset = Buffer.byteLength(text.slice(0, at));
    // A replacement character that stands in the file itself is written in three bytes.
    if (bytes.toString("hex", offset, offset + 3) !== "efbfbd")
      return { place: placeAt(file, lineStarts(text), at), byte: bytes[offset] ?? 0 };
  }
  return { place: { file, line: 1, column: 1 }, byte: bytes[offset] ?? 0 };
};

/**
 * Opens a project's folder for reading; `hashes` receives the sha256 of every file that is read.
 *
 * Reports `file-missing`, `outside-project`, `not-a-file`, `file-too-large`, `not-utf-8` and hidden characters.
 */
export const openFiles = async (root: string, report: Report, hashes = new Map<string, string>()): Promise<Files> => {
  const base = await realpath(root);
  const inside = (path: string): boolean => path === base || path.startsWith(base + sep);
  const reals = new Map<string, Promise<string | undefined>>();
  const realOf = (path: string): Promise<string | undefined> => {
    const known = reals.get(path) ?? realpath(resolve(base, path)).catch(() => undefined);
    reals.set(path, known);
    return known;
  };
  /** The part of a path that leads out of the project: the folder, where all that is in it does. */
  const linkIn = async (path: string): Promise<string | undefined> => {
    const names = path.split("/");
    for (const [index] of names.entries()) {
      const part = names.slice(0, index + 1).join("/");
      const real = await realOf(part);
      if (real === undefined) return undefined;
      if (!inside(real)) return part;
    }
    return undefined;
  };
  const isOutside = async (path: string): Promise<boolean> => {
    const link = await linkIn(path);
    if (link === undefined) return false;
    report({
      severity: "error",
      rule: "outside-project",
      message: `${link} is a link out of the project`,
      place: { file: link, line: 1, column: 1 },
      hint: "copy what it points at into the project",
    });
    return true;
  };

  const read = async (path: string, limit: number): Promise<Buffer | undefined> => {
    const fault = (rule: RuleName, message: string, hint?: string): undefined => {
      report({ severity: "error", rule, message, place: { file: path, line: 1, column: 1 }, ...(hint && { hint }) });
    };
    const target = resolve(base, path);
    if (!inside(target)) return fault("outside-project", `${path} lies outside the project`);
    if (await isOutside(path)) return undefined;
    const real = await realOf(path);
    if (real === undefined) return fault("file-missing", `there is no file ${path}`);
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
        const { place, byte } = firstFault(path, bytes);
        const message = `${path} is not UTF-8: the byte 0x${byte.toString(16).toUpperCase()} stands here`;
        report({ severity: "error", rule: "not-utf-8", message, place, hint: "save the file as UTF-8" });
        return undefined;
      }
      checkCharacters(path, text, report);
      return text;
    },
    isOutside,
    bytes: (path) => read(path, limits.bytes),
    sha256: (path) => hashes.get(path),
    names: async (path) => {
      const folder = resolve(base, path);
      if (!inside(folder) || (await isOutside(path))) return [];
      const real = await realOf(path);
      return real !== undefined && (await lstat(real)).isDirectory() ? (await readdir(real)).toSorted() : [];
    },
  };
};
