import type { Violations } from "./violations.ts";

/** A file that a build made: what it is and which bytes it had. */
export type RecordedFile = {
  /** In its folder, with "/". */
  readonly name: string;
  readonly edition?: string;
  readonly pages?: number;
  readonly figure?: string;
  readonly language?: string;
  /** It was written in spite of errors, and says so on every page. */
  readonly draft?: true;
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of everything that it was made of: `inputs` of the build that made it, its tool and its formats. */
  readonly source: string;
};

/** An edition that was laid out: its pages, how often it breaks each rule of setting, what was found in it. */
export type RecordedEdition = {
  readonly id: string;
  readonly pages: number;
  readonly violations: Violations;
  readonly findings: number;
};

/**
 * build.json: what lies in a folder of the tool and what it was made of. Nothing in it depends on how long a build took,
 * on the machine or on what was built before, but for files that an earlier build made and this one did not.
 */
export type BuildRecord = {
  readonly version: 2;
  /** Version of this program. */
  readonly tool: string;
  /** Version of ICU, from which Node.js formats numbers and dates. */
  readonly icu: string;
  readonly issue: string;
  /** Fingerprint of the number, date, plural and list formats by language folder. */
  readonly formats: Readonly<Record<string, string>>;
  /** What was found before any edition was set. */
  readonly findings: number;
  /** SHA-256 of every file that was read, by its path. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: readonly RecordedFile[];
  readonly editions: readonly RecordedEdition[];
};

/** What a record says of the files beside it. */
export type Recorded = {
  readonly files: readonly (Pick<RecordedFile, "name" | "sha256"> & Partial<RecordedFile>)[];
  readonly editions: readonly RecordedEdition[];
  readonly formats: Readonly<Record<string, string>>;
  readonly icu: string | undefined;
};

/** Names that a build can have given: in the folder itself or in a folder of it, nothing hidden, no way out. */
const isOwnName = (name: unknown): name is string =>
  typeof name === "string" && /^(?:[^./\\][^/\\]*\/)?[^./\\][^/\\]*$/.test(name);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listIn = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Reads a record, of an earlier version too; entries that name no file of the folder are left out. Empty for a text that is none. */
export const readRecord = (text: string): Recorded => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const record = isObject(parsed) ? parsed : {};
  const files = listIn(record.files).filter(({ name, sha256 }) => isOwnName(name) && typeof sha256 === "string");
  const editions = listIn(record.editions).filter(
    ({ id, pages }) => typeof id === "string" && typeof pages === "number",
  );
  return {
    files: files as unknown as Recorded["files"],
    editions: editions as unknown as Recorded["editions"],
    formats: isObject(record.formats) ? (record.formats as Record<string, string>) : {},
    icu: typeof record.icu === "string" ? record.icu : undefined,
  };
};
