import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of one run of the tests, for what several files need; see built.ts. */
    readonly scratch: string;
  }
}

export const setup = (project: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), "whitepaper-tests-"));
  project.provide("scratch", folder);
  return () => rmSync(folder, { recursive: true, force: true });
};
