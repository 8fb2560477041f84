import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../../command.ts";
import { type Project, smallProject } from "../../project.ts";

/** The small publication with prose of every kind, from which French is translated. */

const prose = "test/exchange/french/registry.md.hbs";
export const source = "templates/2030/en/01-registry.md.hbs";
export const target = "templates/2030/fr/01-registry.md.hbs";
export const record = "templates/2030/fr/translation.yaml";
export const exported = "output/2030/translate/fr";

const glossary = `terms:
  - { en: patent, fr: [brevet, "!patente"] }
  - { en: courts, fr: tribunaux }
`;

export type FrenchProject = Project & {
  readonly whitepaper: (...args: readonly string[]) => ReturnType<typeof call>;
  /** The findings of a call that prints JSON. */
  readonly findings: (...args: readonly string[]) => Promise<readonly Found[]>;
  /** Path of an exported file. */
  readonly file: (name: string) => string;
};
export type Found = {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
  readonly related?: readonly { readonly message: string; readonly place: { readonly file: string } }[];
  readonly texts?: Readonly<Record<string, string>>;
};

/** The project with French begun and sent out. */
export const frenchProject = async (...args: readonly string[]): Promise<FrenchProject> => {
  const project = smallProject();
  const whitepaper = (...words: readonly string[]) => call([...words, "--root", project.root]);
  // What every test begins with, and what restoring does not take away.
  writeFileSync(join(project.root, source), readFileSync(prose, "utf8"));
  writeFileSync(join(project.root, "templates/2030/glossary.yaml"), glossary);
  await whitepaper("translate", "add", "fr", "--from", "en");
  const sent = await whitepaper("translate", "export", "fr", ...args);
  if (sent.code !== 0) throw new Error(sent.stdout + sent.stderr);
  return {
    ...project,
    whitepaper,
    findings: async (...words) => JSON.parse((await whitepaper(...words, "--format", "json")).stdout).findings,
    file: (name) => join(project.root, exported, name),
  };
};
