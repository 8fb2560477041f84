import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import { run } from "./command.ts";

/**
 * The folder of the repository's own publication as the command writes it, all editions in all outputs: built once in a
 * run of the tests, by the file that asks first. It is read, never written.
 */
export const builtPublication = async (): Promise<string> => {
  const scratch = inject("scratch");
  const folder = join(scratch, "2019");
  const said = join(scratch, "2019.said");
  try {
    mkdirSync(join(scratch, "2019.begun"));
  } catch {
    while (!existsSync(said)) await setTimeout(50);
    const text = readFileSync(said, "utf8");
    if (text !== "") throw new Error(text);
    return folder;
  }
  const { code, stdout, stderr } = await run(["build", "--out", folder], { TZ: "UTC", LANG: "C", LC_ALL: "C" });
  const text = code === 0 ? "" : `the publication cannot be built:\n${stdout}${stderr}`;
  writeFileSync(said, text);
  if (text !== "") throw new Error(text);
  return folder;
};
