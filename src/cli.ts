#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { formatFindings, formats } from "./commands/format.ts";
import { type Common, listOf, UsageError } from "./commands/project.ts";
import { version } from "./commands/version.ts";
import { type Finding, hasErrors } from "./model/finding.ts";

/** argv → command. The only file that prints and exits: 0 clean, 1 findings, 2 usage or internal. */

const { stdout, stderr, env } = process;
const started = performance.now();

/** Says on stderr what is being done, once a run takes longer than a second. */
const progress = (stage: string): void => {
  const seconds = (performance.now() - started) / 1000;
  if (seconds > 1) stderr.write(`${seconds.toFixed(1).padStart(5)} s  ${stage} …\n`);
};

const print = (findings: readonly Finding[], { format }: Common): void => {
  const colours = stdout.isTTY === true && env.NO_COLOR === undefined;
  stdout.write(formatFindings(findings, format, colours));
};

/** The last line for people: how many findings of which weight. */
const summary = (findings: readonly Finding[]): string => {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const warnings = findings.length - errors;
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
  return findings.length === 0 ? "no findings" : `${count(errors, "error")}, ${count(warnings, "warning")}`;
};

const exitCode = (findings: readonly Finding[]): number => (hasErrors(findings) ? 1 : 0);

const program = new Command("whitepaper")
  .description("Makes an annual white paper in several languages from one data file: PDF and DOCX.")
  .version(version)
  .addHelpText("beforeAll", "")
  .showHelpAfterError("(whitepaper --help shows the commands)")
  .exitOverride();

/** The options that every command takes. */
const command = (name: string, description: string, examples: readonly string[]): Command =>
  program
    .command(name)
    .description(description)
    .option("--root <dir>", "folder of the project", ".")
    .addOption(new Option("--format <format>", "how findings are printed").choices(formats).default("human"))
    .addHelpText("before", `Examples:\n${examples.map((example) => `  whitepaper ${example}\n`).join("")}`)
    .exitOverride();

command("build", "Build the editions of an issue", [
  "build                                  all editions of the newest issue",
  "build 2019 --edition zh --output pdf   one edition as PDF",
  "build --output charts                  the charts alone, as SVG, PNG and CSV",
  "build --watch                          again after every change",
])
  .argument("[issue]", "data/<issue>.yaml; the newest when left out")
  .option("--edition <ids>", "editions, separated by commas", listOf(undefined))
  .option("--output <kinds>", "pdf, print, docx, charts", listOf(["pdf", "print", "docx", "charts"]))
  .option("--out <dir>", "folder to write to (default: output/<issue>/draft)")
  .option("--draft", "write in spite of errors; what is missing shows as [[key]]")
  .option("--watch", "build again whenever data, templates or fonts change")
  .action(
    async (
      issue: string | undefined,
      options: Common & { edition?: string[]; output?: string[]; out?: string; draft?: boolean; watch?: boolean },
    ) => {
      const { build } = await import("./commands/build.ts");
      const run = async (): Promise<void> => {
        const { edition, output, out, draft, root } = options;
        const result = await build({
          root,
          issue,
          editions: edition,
          outputs: output,
          out,
          draft,
          progress,
          epoch: env.SOURCE_DATE_EPOCH,
        });
        print(result.findings, options);
        const done =
          result.written.length > 0 ? `${result.written.length} files in ${result.folder}` : "nothing written";
        stderr.write(`${summary(result.findings)}; ${done}\n`);
        process.exitCode = exitCode(result.findings);
      };
      if (!options.watch) return run();
      const { watch } = await import("./commands/watch.ts");
      await watch(options.root, run, (message) => stderr.write(`${message}\n`));
    },
  );

command("check", "Report every finding in data, templates, charts, fonts and languages; write nothing", [
  "check",
  "check 2019 --format json",
])
  .argument("[issue]", "data/<issue>.yaml; the newest when left out")
  .action(async (issue: string | undefined, options: Common) => {
    const { check } = await import("./commands/check.ts");
    const findings = await check({ root: options.root, issue, progress, epoch: env.SOURCE_DATE_EPOCH });
    print(findings, options);
    stderr.write(`${summary(findings)}\n`);
    process.exitCode = exitCode(findings);
  });

command("figures", "Show where figures are used: template line, section, chart, table, page of each edition", [
  "figures patents.applications          a figure, or all of a group",
  "figures 2019 courts.cases.accepted    of an issue",
  "figures --format json                 all figures, for machines",
])
  .argument("[issue]", "data/<issue>.yaml; the newest when left out")
  .argument("[key]", "a figure, or the beginning of its key; all when left out")
  .action(async (issue: string | undefined, key: string | undefined, options: Common) => {
    const { figures, figuresJson } = await import("./commands/figures.ts");
    const { figuresTable } = await import("./commands/figures-table.ts");
    const words = [issue, key].filter((word) => word !== undefined);
    const result = await figures({ root: options.root, words, progress, epoch: env.SOURCE_DATE_EPOCH });
    stdout.write(options.format === "json" ? figuresJson(result) : figuresTable(result));
    const faults = result.findings.length === 0 ? "" : `; ${summary(result.findings)}: whitepaper check shows them`;
    stderr.write(`${result.figures.length} ${result.figures.length === 1 ? "figure" : "figures"}${faults}\n`);
    if (result.figures.length === 0) print(result.findings, options);
    process.exitCode = result.figures.length === 0 ? 1 : 0;
  });

command("agree", "Compare the numbers of finished files in two languages: PDF, DOCX, plain text, made by anyone", [
  "agree                          all finished files of the newest issue, and the parts of a bilingual volume",
  "agree zh.pdf en.docx           two files",
  "agree volume.pdf               the two parts of one file",
  "agree a.txt b.txt --languages en,fr --accepted reviewed.yaml",
])
  .argument(
    "[issue]",
    "data/<issue>.yaml, whose language.yaml files say how numbers are read; the newest when left out",
  )
  .argument("[files...]", "one or two finished files; without them, those in output/<issue>/draft")
  .option("--languages <ids>", "languages of the files, where their scripts do not tell", listOf(undefined))
  .option("--accepted <file>", "reviewed list of accepted findings (default: templates/<issue>/accepted.yaml)")
  .action(
    async (
      issue: string | undefined,
      files: readonly string[],
      options: Common & { languages?: readonly string[]; accepted?: string },
    ) => {
      const { agree } = await import("./commands/agree.ts");
      const { root, languages, accepted } = options;
      const words = issue === undefined ? [] : [issue, ...files];
      const result = await agree({ root, words, languages, accepted, progress });
      print(result.findings, options);
      const compared = `${result.pairs} ${result.pairs === 1 ? "pair" : "pairs"} compared, ${result.agreed} numbers agree`;
      const waived = result.accepted > 0 ? `, ${result.accepted} accepted` : "";
      stderr.write(`${compared}${waived}; ${summary(result.findings)}\n`);
      process.exitCode = exitCode(result.findings);
    },
  );

command("doctor", "Show versions, languages and fonts, and what is missing", ["doctor"])
  .argument("[issue]", "data/<issue>.yaml; the newest when left out")
  .action(async (issue: string | undefined, options: Common) => {
    const { doctor } = await import("./commands/doctor.ts");
    const { examinations, findings } = await doctor(options.root, issue);
    for (const { ok, text } of examinations) stdout.write(`${ok ? "ok " : "NO "} ${text}\n`);
    print(findings, options);
    process.exitCode = hasErrors(findings) || examinations.some(({ ok }) => !ok) ? 1 : 0;
  });

command("explain", "Say why a rule is there and how to satisfy or waive it; without a rule, list them", [
  "explain growth-contradicts",
  "explain",
])
  .argument("[rule]", "the name that stands in a finding")
  .action(async (rule: string | undefined, options: Common) => {
    const { explain } = await import("./commands/explain.ts");
    stdout.write(explain(rule, options.format));
  });

command("schema", "Print the JSON Schema of a YAML file, for editors", ["schema data > data/whitepaper.schema.json"])
  .argument("<name>", "data, language, style, glossary or accepted")
  .action(async (name: string) => {
    const { schema, schemaNames } = await import("./commands/schema.ts");
    const known = schemaNames.find((candidate) => candidate === name);
    if (!known) throw new UsageError(`there is no schema "${name}"; there are ${schemaNames.join(", ")}`);
    stdout.write(schema(known));
  });

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own message; help and version are no faults.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const known =
      error instanceof UsageError ||
      (error instanceof Error && ["Locked", "ForeignFolder"].includes(error.constructor.name));
    stderr.write(
      known
        ? `whitepaper: ${(error as Error).message}\n`
        : `whitepaper: internal error, please report it\n${(error as Error).stack ?? error}\n`,
    );
    process.exitCode = 2;
  }
}
