import { join, resolve } from "node:path";
import type { Finding, Report } from "../model/finding.ts";
import { readSource } from "../read/index.ts";
import { obstacle } from "../store/write-fault.ts";
import type { Format } from "./format.ts";
import { chooseIssue, gather } from "./project.ts";
import { version } from "./version.ts";

/** One thing that a machine or a project must have. */
export type Examination = { readonly ok: boolean; readonly text: string };

export type Diagnosis = { readonly examinations: readonly Examination[]; readonly findings: readonly Finding[] };

const nodeNeeded = [20, 19] as const;

const examineNode = (): Examination => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > nodeNeeded[0] || (major === nodeNeeded[0] && minor >= nodeNeeded[1]);
  return { ok, text: `Node.js ${process.versions.node}${ok ? "" : `: ${nodeNeeded.join(".")} or newer is needed`}` };
};

const examineOutput = async (folder: string): Promise<Examination> => {
  const why = await obstacle(folder);
  return { ok: why === undefined, text: `${folder} ${why ? `cannot be written to: ${why}` : "can be written to"}` };
};

/** An examination of the machine; what it lacks is found nowhere else. Reports `unfit-machine`. */
const examined = (examination: Examination, report: Report): Examination => {
  if (!examination.ok) report({ severity: "error", rule: "unfit-machine", message: examination.text });
  return examination;
};

/** What the machine and the project have: versions, number and date data of each language, fonts, the profile of the press, a place to write to. */
export const doctor = async (options: {
  readonly root: string;
  readonly issue?: string | undefined;
}): Promise<Diagnosis> => {
  const root = resolve(options.root);
  const issue = await chooseIssue(root, options.issue);
  const { report, all } = gather();
  const source = await readSource(root, issue, report);
  const { icu, cldr, unicode } = process.versions;
  const machine: Examination[] = [
    { ok: true, text: `whitepaper ${version}` },
    examineNode(),
    {
      ok: icu !== undefined,
      text: `ICU ${icu ?? "missing"}, CLDR ${cldr ?? "missing"}, Unicode ${unicode ?? "missing"}`,
    },
    await examineOutput(join(root, "output")),
  ];
  for (const { language } of source?.languages.values() ?? []) {
    const known = Intl.NumberFormat.supportedLocalesOf(language.language).length > 0;
    machine.push({
      ok: known,
      text: `${language.id}: ${language.name} (${language.language})${known ? "" : ": this Node.js has no data for it"}`,
    });
  }
  const project: Examination[] = (source?.faces ?? []).map((face) => ({
    ok: true,
    text: `${face.family} ${face.weight}${face.style === "italic" ? " italic" : ""} for ${face.scripts.join(", ")} (${face.file})`,
  }));
  // A profile that is missing or unfit has its finding from reading.
  if (source)
    project.push({
      ok: source.profile !== undefined,
      text: `print profile ${source.profile?.description ?? `${source.style.print.profile} is missing`} (${source.style.print.condition})`,
    });
  const examinations = [...machine.map((one) => examined(one, report)), ...project];
  return { examinations, findings: all() };
};

/** The examinations as lines for people, or everything as JSON. */
export const doctorText = ({ examinations, findings }: Diagnosis, format: Format): string =>
  format === "json"
    ? `${JSON.stringify({ version: 1, examinations, findings }, null, 2)}\n`
    : examinations.map(({ ok, text }) => `${ok ? "ok " : "NO "} ${text}\n`).join("");
