import { Command as Commander, CommanderError, Option } from "commander";
import { Refusal } from "../model/refusal.ts";
import type { Call, Command } from "./command.ts";
import { formatFindings } from "./format.ts";
import { type CliOption, common, type OptionName, options } from "./options.ts";
import { exitCode, summary } from "./outcome.ts";
import { commands, groups } from "./table/index.ts";
import { version } from "./version.ts";

/** Where a call comes from and what it says goes to. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** stdout takes colours. */
  readonly colours: boolean;
};

/** Says what is being done, once a run takes longer than a second; with `--timings` from the beginning. */
const patience = (err: Terminal["err"], always = false): ((stage: string) => void) => {
  const started = performance.now();
  return (stage) => {
    const seconds = (performance.now() - started) / 1000;
    if (always || seconds > 1) err(`${seconds.toFixed(1).padStart(5)} s  ${stage} …\n`);
  };
};

const cliOption = (name: OptionName): Option => {
  const { flags, description, choices, fallback, parse }: CliOption<unknown> = options[name];
  const option = new Option(flags, description);
  if (choices) option.choices(choices);
  if (fallback !== undefined) option.default(fallback);
  if (parse) option.argParser(parse as (text: string) => string);
  return option;
};

/** Runs a command once and prints what comes back: the text that was asked for, or the findings, on stdout; all else on stderr. */
const runOnce = async (command: Command, call: Call, { out, err, colours }: Terminal): Promise<number> => {
  const { findings, text, done } = await command.run(call);
  if (findings) {
    if (text === undefined) out(formatFindings(findings, call.format, colours));
    else err(formatFindings(findings, "human", false));
  }
  if (text !== undefined) out(text);
  const said = [done, findings && summary(findings)].filter((part) => part !== undefined);
  if (said.length > 0) err(`${said.join("; ")}\n`);
  return exitCode(findings ?? [], call.strict ?? false);
};

/** "translate add" → the group "translate", made when it is first needed. */
const groupOf = (program: Commander, words: readonly string[]): Commander =>
  words.reduce(
    (group, word) =>
      group.commands.find((known) => known.name() === word) ??
      group
        .command(word)
        .description(groups[word] ?? "")
        .exitOverride(),
    program,
  );

const declare = (
  program: Commander,
  command: Command,
  run: (call: Call) => Promise<void>,
  terminal: Terminal,
): void => {
  const { name, description, examples, words } = command;
  const [last = name, ...above] = name.split(" ").toReversed();
  const declared = groupOf(program, above.toReversed()).command(last).description(description).exitOverride();
  for (const [form, about] of Object.entries(words)) declared.argument(form, about);
  for (const option of [...command.options, ...common]) declared.addOption(cliOption(option));
  const calls = examples.map(([args]) => `whitepaper ${name} ${args}`.trimEnd());
  const width = Math.max(...calls.map(({ length }) => length));
  const lines = examples.map(([, about = ""], index) => `  ${(calls[index] ?? "").padEnd(width)}   ${about}`.trimEnd());
  declared.addHelpText("before", `Examples:\n${lines.join("\n")}\n`);
  const names = Object.keys(words).map((form) => form.replace(/[^\w-]/g, ""));
  declared.action(async (...given: unknown[]) => {
    const call = Object.fromEntries(names.map((word, index) => [word, given[index]]));
    const chosen = given[names.length] as Call;
    const progress = patience(terminal.err, chosen.timings);
    await run({ ...call, ...chosen, progress, epoch: terminal.env.SOURCE_DATE_EPOCH });
  });
};

/**
 * The command line: carries out what `args` say, prints, and gives the exit code. 0: no errors; 1: errors, or with
 * --strict warnings; 2: a call that cannot be carried out, or a fault of the tool.
 */
export const main = async (
  args: readonly string[],
  terminal: Terminal,
  table: readonly Command[] = commands,
): Promise<number> => {
  const { out, err } = terminal;
  let code = 0;
  const program = new Commander("whitepaper")
    .description("Makes an annual white paper in several languages from one data file: PDF and DOCX.")
    .version(version)
    .configureOutput({ writeOut: out, writeErr: err })
    .addHelpText("beforeAll", "")
    .showHelpAfterError("(whitepaper --help shows the commands)")
    .exitOverride();
  for (const command of table)
    declare(
      program,
      command,
      async (call) => {
        const turn = async (): Promise<void> => {
          code = await runOnce(command, call, terminal);
        };
        if (!(call as { watch?: boolean }).watch) return turn();
        const { watch } = await import("./watch.ts");
        await watch(call.root, turn, (text) => err(`${text}\n`));
      },
      terminal,
    );
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed its own message; help and version are no faults.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const told = error instanceof Refusal ? error.message : `internal error, please report it\n${stackOf(error)}`;
    err(`whitepaper: ${told}\n`);
    return 2;
  }
};

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
