import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import type { Finding } from "../../model/finding.ts";

/**
 * export.json beside exported files: what was in them, so that a translator's work is never written over before it was taken
 * in.
 */
const manifestSchema = z.object({
  version: z.literal(1),
  tool: z.string(),
  issue: z.string(),
  language: z.string(),
  files: z.record(z.string(), z.string()),
});
export type ExportManifest = z.infer<typeof manifestSchema>;

export const manifestName = "export.json";

export const sumOf = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const manifestText = (manifest: ExportManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The manifest of a folder; none where there is none that can be read. */
const readManifest = async (folder: string): Promise<ExportManifest | undefined> => {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestName), "utf8")));
  } catch {
    return undefined;
  }
};

/** Names of files in a folder that would be written over although they were changed since they were exported, or made by others. */
export const changedSince = async (
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<readonly string[]> => {
  const known = (await readManifest(folder))?.files ?? {};
  const changed: string[] = [];
  for (const [name, content] of files) {
    const there = await readFile(join(folder, name)).catch(() => undefined);
    if (there && sumOf(there) !== sumOf(content) && sumOf(there) !== known[name]) changed.push(name);
  }
  return changed;
};

/** Remembers files of which everything was taken in: an export may write over them. */
export const takenIn = async (files: readonly string[], findings: readonly Finding[]): Promise<void> => {
  const faulty = new Set(findings.filter(({ severity }) => severity === "error").map(({ place }) => place?.file));
  for (const file of files.filter((name) => !faulty.has(name))) {
    const path = resolve(file);
    const manifest = await readManifest(dirname(path));
    const bytes = await readFile(path).catch(() => undefined);
    if (!manifest || !bytes || manifest.files[basename(path)] === undefined) continue;
    const sums = { ...manifest.files, [basename(path)]: sumOf(bytes) };
    await writeFile(join(dirname(path), manifestName), manifestText({ ...manifest, files: sums }));
  }
};
