import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exported, type FrenchProject, frenchProject, record, target } from "./french/project.ts";
import { translated } from "./french/translator.ts";
import { french } from "./french/words.ts";

/** Two programs of translators, run on an export without a screen: OmegaT, and the converters of the Translate Toolkit. */

const has = (program: string): boolean => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const without = (program: string): string => (has(program) ? "" : ` (needs ${program})`);

let project: FrenchProject;
let work: string;
const [prose, names] = [`${exported}/01-registry.xlf`, `${exported}/names.xlf`];
beforeAll(async () => {
  project = await frenchProject();
  work = mkdtempSync(join(tmpdir(), "translators-"));
});
afterEach(() => project.restore());
afterAll(() => {
  project.remove();
  rmSync(work, { recursive: true, force: true });
});
const remember = (): void => {
  for (const path of [
    target,
    record,
    "templates/2030/fr/language.yaml",
    "templates/2030/glossary.yaml",
    "data/2030.yaml",
    `${exported}/export.json`,
  ])
    project.write(path, project.read(path));
};

const omegatProject = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><source_dir_excludes/><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN-US</source_lang><target_lang>FR</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
`;

/** What OmegaT shows of a text: codes and spaces at its ends stay where they are. */
const inside = (content: string): string =>
  content.replace(/^(?:\s*<x[^>]*\/>\s*)+|(?:\s*<x[^>]*\/>\s*)+$/g, "").trim();
/** Its codes by their number in the source. */
const numbered = (content: string, codes: readonly string[]): string => {
  const open: number[] = [];
  return content.replace(/<(\/?)([xg])\b[^>]*?(\/?)>/g, (code, close: string, name: string, alone: string) => {
    if (close) return `</g${open.pop()}>`;
    if (!alone) open.push(codes.indexOf(code));
    return `<${name}${codes.indexOf(code)}${alone}>`;
  });
};
/** Source and target of each unit, as OmegaT's memory has them. */
const memoryOf = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(/<source>([\s\S]*?)<\/source>\s*<target[^>]*>([\s\S]*?)<\/target>/g)].map(
      ([, source = "", said = ""]) => {
        const codes = inside(source).match(/<[xg]\b[^>]*>/g) ?? [];
        return [numbered(inside(source), codes), numbered(inside(said), codes)];
      },
    ),
  );
const escapeTags = (text: string): string => text.replace(/</g, "&lt;").replace(/>/g, "&gt;");

describe.skipIf(!has("omegat"))(`OmegaT${without("omegat")}`, () => {
  it("translates an export from its memory, which is then imported whole", async () => {
    const folder = join(work, "omegat");
    for (const name of ["source", "target", "tm/auto", "glossary", "dictionary", "omegat"])
      mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, "omegat.project"), omegatProject);
    // Every name gets a word in front: it is no matter here what they say.
    const inFrench = {
      prose: translated(project.read(prose), french, false),
      names: project.read(names).replace(/(<target state="needs-translation">(?:\s*<x[^>]*\/>\s*)*)(?!<)/g, "$1Fr "),
    };
    writeFileSync(join(folder, "source/01-registry.xlf"), project.read(prose));
    writeFileSync(join(folder, "source/names.xlf"), project.read(names));
    const memory = [...memoryOf(inFrench.names), ...memoryOf(inFrench.prose)]
      .map(
        ([from, to]) =>
          `<tu><tuv lang="EN-US"><seg>${escapeTags(from)}</seg></tuv><tuv lang="FR"><seg>${escapeTags(to)}</seg></tuv></tu>`,
      )
      .join("\n");
    writeFileSync(
      join(folder, "tm/auto/memory.tmx"),
      `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.1"><header creationtool="OmegaT" creationtoolversion="3.6.0" segtype="paragraph" o-tmf="OmegaT TMX" adminlang="EN-US" srclang="EN-US" datatype="plaintext"/><body>${memory}</body></tmx>`,
    );
    const run = spawnSync("omegat", [folder, "--mode=console-translate", `--config-dir=${join(work, "config")}`], {
      encoding: "utf8",
      timeout: 110_000,
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    const came = readFileSync(join(folder, "target/01-registry.xlf"), "utf8");
    expect(came).toContain('<target state="needs-translation">Le registre</target>');
    remember();
    project.write(prose, came);
    project.write(names, readFileSync(join(folder, "target/names.xlf"), "utf8"));
    const { stdout, stderr } = await project.whitepaper(
      "translate",
      "import",
      project.file("01-registry.xlf"),
      project.file("names.xlf"),
      "--format",
      "json",
    );
    expect(JSON.parse(stdout).findings.filter(({ severity }: { severity: string }) => severity === "error")).toEqual(
      [],
    );
    const units = (project.read(prose) + project.read(names)).match(/<trans-unit /g)?.length ?? 0;
    const untouched = units - Number(/(\d+) taken/.exec(stderr)?.[1]);
    // What is a pattern of codes and marks alone is not offered by OmegaT.
    expect(untouched).toBeLessThanOrEqual(4);
    expect(stderr).toContain(`, 0 refused, ${untouched} as they were`);
    expect(project.read(target)).toContain(
      "En {{period}}, l’office a reçu {{patents.applications.total}} pour un **brevet**.",
    );
    expect(project.read(target)).toContain("{{#if courts.cases.concluded}} On les connaît.{{/if}}");
    expect(project.read("templates/2030/fr/language.yaml")).toContain("contents: Fr Contents");
  }, 120_000);
});

describe.skipIf(!has("xliff2po"))(`Translate Toolkit${without("xliff2po")}`, () => {
  it("gives back a file whose losses are told one by one, and nothing of it is taken", async () => {
    const [xlf, po, back] = ["sent.xlf", "sent.po", "back.xlf"].map((name) => join(work, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(xlf, translated(project.read(prose), french));
    expect(spawnSync("xliff2po", [xlf, po]).status).toBe(0);
    expect(spawnSync("po2xliff", [po, back]).status).toBe(0);
    const before = project.read(target);
    const rules = async (change: (text: string) => string): Promise<readonly string[]> => {
      const text = change(readFileSync(back, "utf8"));
      const file = join(work, "changed.xlf");
      writeFileSync(file, text);
      return (await project.findings("translate", "import", file)).map(({ rule }) => rule);
    };
    const version = (text: string): string => text.replace('version="1.1"', 'version="1.2"');
    const languages = (text: string): string =>
      version(text).replace('source-language="en-US"', 'source-language="en-US" target-language="fr"');
    expect(await rules((text) => text)).toEqual(["xliff-version"]);
    expect(await rules(version)).toEqual(["wrong-language"]);
    expect(await rules(languages)).toEqual(["unknown-translation-unit", "lost-names"]);
    // With their names again, the units that had codes have lost them.
    const ids = [...project.read(prose).matchAll(/<trans-unit id="([^"]+)"/g)].map(([, id]) => id as string);
    const withNames = (text: string): string => {
      let n = -1;
      return languages(text).replace(/(<trans-unit [^>]*?id=")[^"]*"/g, (_, head) => `${head}${ids[n++] ?? "header"}"`);
    };
    const lost = await rules(withNames);
    expect(lost.filter((rule) => rule === "lost-code")).toHaveLength(5);
    expect(project.read(target)).not.toBe(before);
    expect(project.read(target)).toContain("In {{period}}, there were");
  }, 60_000);
});
