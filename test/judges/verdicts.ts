import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What judges said, by what they are and what they judged. Our files are the same bytes in every run, and a judge takes a
 * second for each; after `npm ci` every file is judged anew.
 */
const folder = "node_modules/.cache/whitepaper/verdicts";

const fileOf = (judge: string, bytes: Uint8Array): string =>
  join(folder, createHash("sha256").update(`${judge}\n`).update(bytes).digest("hex"));

/** What a judge, named with its version, said of these bytes in an earlier run. */
export const recalled = <Verdict>(judge: string, bytes: Uint8Array): Verdict | undefined => {
  try {
    return JSON.parse(readFileSync(fileOf(judge, bytes), "utf8")) as Verdict;
  } catch {
    return undefined;
  }
};

/** Keeps what a judge said; gives it back. */
export const kept = <Verdict>(judge: string, bytes: Uint8Array, verdict: Verdict): Verdict => {
  const file = fileOf(judge, bytes);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(verdict));
  renameSync(`${file}.${process.pid}`, file);
  return verdict;
};
