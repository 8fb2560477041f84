import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readFinished } from "../../src/read/finished/index.ts";
import { exported, type FrenchProject, frenchProject, record, source, target } from "./french/project.ts";
import { translated } from "./french/translator.ts";
import { french } from "./french/words.ts";

/** An edition is never printed with words that are missing, stale or another language's, but as a draft that says where. */

let project: FrenchProject;
const data = "data/2030.yaml";
const language = "templates/2030/fr/language.yaml";
beforeAll(async () => {
  project = await frenchProject();
});
afterEach(() => project.restore());
afterAll(() => project.remove());

/** French with everything but its prose filled, in an edition. */
const prints = (...editions: readonly string[]): void => {
  project.write(
    language,
    project
      .read(language)
      .replace(/^ {2}ordinals: .*$/m, '  ordinals: "{n}e"')
      .replace(/^ {2}spellout: .*$/m, "  spellout: {}")
      .replace(/^.*null.* # (.*)$/gm, (line, said) => line.replaceAll("null", JSON.stringify(said))),
  );
  project.write(
    data,
    project
      .read(data)
      .replace(/editions: .*/, `editions: [${editions.join(", ")}]`)
      .replace("en: Registry Report 2030", "en: Registry Report 2030, fr: Registre")
      .replace("en: The Registry", "en: The Registry, fr: Registre"),
  );
};
const takesIn = async (words: Readonly<Record<string, string>>): Promise<void> => {
  for (const path of [target, record, `${exported}/export.json`]) project.write(path, project.read(path));
  const file = `${exported}/01-registry.xlf`;
  project.write(file, translated(project.read(file), words));
  await project.whitepaper("translate", "import", project.file("01-registry.xlf"));
};
const about = ["untranslated", "outdated-translation", "surplus-translation"];
const openIn = async () => (await project.findings("check")).filter(({ rule }) => about.includes(rule));

describe("a translation that is not done", () => {
  it("is found unit by unit, and nothing that follows from it", async () => {
    prints("[en]", "[fr]");
    const { "registry.2": _, ...rest } = french;
    await takesIn(rest);
    const found = await project.findings("check");
    expect(
      found.filter(({ severity }) => severity === "error").map(({ rule, place }) => [rule, place.file, place.line]),
    ).toEqual([["untranslated", target, 3]]);
    expect(found.find(({ rule }) => rule === "untranslated")?.related).toEqual([
      { message: "its source", place: expect.objectContaining({ file: source, line: 3 }) },
    ]);
  });

  it("holds back no edition while the language rests", async () => {
    expect(await openIn()).toEqual([]);
  });

  it("is held against its source also where no edition prints that", async () => {
    prints("[fr]");
    expect(await openIn()).toHaveLength(11);
  });

  it("is stale, surplus or missing after changes of the source, each at its place", async () => {
    prints("[en]", "[fr]");
    await takesIn(french);
    expect(await openIn()).toEqual([]);
    project.write(
      source,
      project
        .read(source)
        .replace("See :ref", "See also :ref")
        .replace("| Accepted |", "| Closed | {{courts.cases.concluded}} |\n| Accepted |")
        .replace("[^1]: As the [courts](https://example.org/courts) state.", "[^1]: {{courts.cases.accepted}}"),
    );
    expect((await openIn()).map(({ rule, place }) => [rule, place.file, place.line])).toEqual([
      ["untranslated", source, 16],
      ["outdated-translation", target, 10],
      ["surplus-translation", target, 18],
    ]);
  });

  it("is built as a draft alone, with a mark at each place", async () => {
    prints("[fr]");
    const { "registry.2": _, "sums.4": __, ...rest } = french;
    await takesIn(rest);
    project.replace(source, "See :ref", "See also :ref");
    const refused = await project.whitepaper("build", "--output", "pdf,docx");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("nothing written");
    const draft = await project.whitepaper("build", "--output", "pdf,docx", "--draft");
    expect(draft.stderr).toContain("output/2030/draft");
    const folder = join(project.root, "output/2030/draft");
    for (const name of readdirSync(folder).filter((file) => /\.(pdf|docx)$/.test(file))) {
      const text = await textOf(join(folder, name));
      expect(text, name).toContain("[[untranslated registry.2]] In 2030");
      expect(text, name).toContain("[[stale tables.2]] Voir");
      expect(text, name).toContain("[[untranslated sums.4]] Accepted");
      expect(text, name).not.toContain("registry.3]]");
    }
  });
});

const textOf = async (file: string): Promise<string> => {
  const finished = await readFinished(file, file, () => {});
  return (finished?.blocks ?? []).map(({ text }) => text).join("\n");
};
