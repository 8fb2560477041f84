import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exported, type FrenchProject, frenchProject, record, target } from "./french/project.ts";
import { tools, tools2 } from "./french/tools.ts";
import { translated } from "./french/translator.ts";
import { french } from "./french/words.ts";

/** Files come back from tools otherwise than they were sent: what was not translated is no change, and what was is taken. */

describe.each([
  ["1.2", tools],
  ["2", tools2],
] as const)("XLIFF %s", (version, list) => {
  let project: FrenchProject;
  let sent: { readonly prose: string; readonly names: string };
  let whole: string;
  const [prose, names] = [`${exported}/01-registry.xlf`, `${exported}/names.xlf`];
  const comesBack = async (own: string, ownNames = sent.names) => {
    for (const path of [target, record, `${exported}/export.json`]) project.write(path, project.read(path));
    project.write(prose, own);
    project.write(names, ownNames);
    return project.whitepaper("translate", "import", project.file("01-registry.xlf"), project.file("names.xlf"));
  };
  beforeAll(async () => {
    project = await frenchProject("--xliff", version);
    sent = { prose: project.read(prose), names: project.read(names) };
    await comesBack(translated(sent.prose, french));
    whole = project.read(target);
    project.restore();
    expect(whole).toContain("# Le registre");
  });
  afterEach(() => project.restore());
  afterAll(() => project.remove());

  it.each(list)("changes nothing that $name gives back as it was", async ({ saves }) => {
    const before = [project.read(target), project.read(record)];
    expect(saves(sent.prose)).not.toBe(sent.prose);
    const { code, stdout, stderr } = await comesBack(saves(sent.prose), saves(sent.names));
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/0 taken, 0 confirmed, 0 refused, \d+ as they were; 0 files written/);
    expect([project.read(target), project.read(record)]).toEqual(before);
  });

  it.each(list)("takes everything that was translated in $name", async ({ saves, states }) => {
    const { stdout, stderr } = await comesBack(saves(translated(sent.prose, french, states)));
    expect(stdout).toBe("");
    expect(stderr).toContain("11 taken, 0 confirmed, 0 refused");
    expect(project.read(target)).toBe(whole);
  });
});
