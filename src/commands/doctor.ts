import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { Finding } from "../model/finding.ts";
import { readSource } from "../read/index.ts";
import { chooseIssue, gather } from "./project.ts";
import { version } from "./version.ts";

/** One thing that a machine or a project must have. */
export type Examination = { readonly ok: boolean; readonly text: string };

const nodeNeeded = [20, 19] as const;

const examineNode = (): Examination => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > nodeNeeded[0] || (major === nodeNeeded[0] && minor >= nodeNeeded[1]);
  return { ok, text: `Node.js ${process.versions.node}${ok ? "" : `: ${nodeNeeded.join(".")} or newer is needed`}` };
};

const examineOutput = async (root: string): Promise<Examination> => {
  const folder = resolve(root, "output");
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { ok: writable, text: `${folder} ${writable ? "can be written to" : "is missing or cannot be written to"}` };
};

/** What the machine and the project have: versions, number and date data of each language, fonts, the profile of the press, a place to write to. */
export const doctor = async (
  root: string,
  wanted: string | undefined,
): Promise<{ readonly examinations: readonly Examination[]; readonly findings: readonly Finding[] }> => {
  const issue = await chooseIssue(root, wanted);
  const { report, all } = gather();
  const source = await readSource(root, issue, report);
  const { icu, cldr, unicode } = process.versions;
  const examinations: Examination[] = [
    { ok: true, text: `whitepaper ${version}` },
    examineNode(),
    {
      ok: icu !== undefined,
      text: `ICU ${icu ?? "missing"}, CLDR ${cldr ?? "missing"}, Unicode ${unicode ?? "missing"}`,
    },
    await examineOutput(root),
  ];
  for (const { language } of source?.languages.values() ?? []) {
    const known = Intl.NumberFormat.supportedLocalesOf(language.language).length > 0;
    examinations.push({
      ok: known,
      text: `${language.id}: ${language.name} (${language.language})${known ? "" : ": this Node.js has no data for it"}`,
    });
  }
  for (const face of source?.faces ?? [])
    examinations.push({
      ok: true,
      text: `${face.family} ${face.weight}${face.style === "italic" ? " italic" : ""} for ${face.scripts.join(", ")} (${face.file})`,
    });
  if (source)
    examinations.push({
      ok: source.profile !== undefined,
      text: `print profile ${source.profile?.description ?? `${source.style.print.profile} is missing`} (${source.style.print.condition})`,
    });
  return { examinations, findings: all() };
};
