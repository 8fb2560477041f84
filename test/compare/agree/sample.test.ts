import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { call } from "../../command.ts";

/** docs/agree.md shows what the command says of a pair of files that this tool did not make. */
it("the documentation shows what is found in the sample", async () => {
  const folder = "test/compare/agree/sample";
  const { code, stdout, stderr } = await call(["agree", `${folder}/release.zh.txt`, `${folder}/release.en.txt`]);
  const shown = stdout.replaceAll(`${folder}/`, "").replace(/; or accept \{[^\n]*/g, "");
  const page = readFileSync("docs/agree.md", "utf8");
  expect(code).toBe(1);
  expect(page).toContain(shown.trim());
  expect(page).toContain(stderr.trim().split("\n").at(-1));
});
