import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exported, type FrenchProject, frenchProject, source } from "./french/project.ts";
import { translated } from "./french/translator.ts";
import { french } from "./french/words.ts";

/** The files for translators are valid against the schemas of OASIS, whatever state their units are in. */

const judge = spawnSync("xmllint", ["--version"]).status === 0;
const why = judge ? "" : " (needs xmllint)";

describe.each([
  ["1.2", "xliff-core-1.2-strict.xsd"],
  ["2", "xliff_core_2.0.xsd"],
] as const)("XLIFF %s", (version, schema) => {
  let project: FrenchProject;
  beforeAll(async () => {
    project = await frenchProject("--xliff", version);
  });
  afterAll(() => project.remove());

  const faultsIn = (folder: string): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".xlf"))
      .flatMap((name) => {
        const { status, stderr } = spawnSync(
          "xmllint",
          ["--nonet", "--noout", "--schema", join("test/exchange/schemas", schema), join(folder, name)],
          { encoding: "utf8" },
        );
        return status === 0 ? [] : [stderr];
      });

  it.skipIf(!judge)(`is valid when nothing is translated${why}`, () => {
    const folder = join(project.root, exported);
    expect(readdirSync(folder)).toEqual(["01-registry.xlf", "export.json", "names.xlf"]);
    expect(faultsIn(folder)).toEqual([]);
  });

  it.skipIf(!judge)(`is valid with translated, stale and missing units${why}`, async () => {
    const file = `${exported}/01-registry.xlf`;
    project.write(file, translated(project.read(file), { ...french, "sums.2": "Kind" }, false));
    await project.whitepaper("translate", "import", project.file("01-registry.xlf"));
    project.replace(source, "applications for a **patent**", "filings for a **patent** & more");
    const sent = await project.whitepaper(
      "translate",
      "export",
      "fr",
      "--xliff",
      version,
      "--out",
      join(project.root, "again"),
    );
    expect(sent.stderr).toContain("2 files");
    const text = project.read("again/01-registry.xlf");
    expect(text).toMatch(version === "2" ? /category="previous-source">In \{period\}/ : /previous-version/);
    expect(faultsIn(join(project.root, "again"))).toEqual([]);
  });

  it.skipIf(!judge)(`is found invalid by the judge where it is${why}`, () => {
    const text = project.read(`${exported}/names.xlf`);
    project.write("again/names.xlf", text.replace("<source", "<sauce").replace("</source", "</sauce"));
    expect(faultsIn(join(project.root, "again"))).toHaveLength(1);
  });
});
