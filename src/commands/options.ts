import { InvalidArgumentError } from "commander";
import { severities } from "../model/finding.ts";
import { outputs } from "../model/output.ts";
import { didYouMean } from "../model/suggest.ts";
import { formats } from "./format.ts";

/** How an option is written, and what a command gets of it. */
export type CliOption<Value> = {
  /** "-o, --out <path>" */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly fallback?: Value;
  /** From the text behind it; throws InvalidArgumentError. */
  readonly parse?: (text: string) => Value;
};

const text = (flags: string, description: string): CliOption<string | undefined> => ({ flags, description });

const toggle = (flags: string, description: string): CliOption<boolean | undefined> => ({ flags, description });

const choice = <const Choices extends readonly string[]>(
  flags: string,
  description: string,
  choices: Choices,
  fallback: Choices[number],
): CliOption<Choices[number]> => ({ flags, description, choices, fallback });

/** Items separated by commas; `choices` names those that there are. */
const list = <Item extends string = string>(
  flags: string,
  description: string,
  choices?: readonly Item[],
): CliOption<readonly Item[] | undefined> => ({
  flags,
  description,
  parse: (given) => {
    const items = given.split(",").filter((item) => item !== "");
    for (const item of items)
      if (choices && !choices.some((known) => known === item)) {
        const { hint } = didYouMean(item, choices);
        throw new InvalidArgumentError(`"${item}" is not one of ${choices.join(", ")}${hint ? `; ${hint}` : ""}`);
      }
    return items as readonly string[] as readonly Item[];
  },
});

/** Every option by the name under which a command gets it. One option means the same wherever it is taken. */
export const options = {
  root: { ...text("--root <dir>", "folder of the project"), fallback: "." } as CliOption<string>,
  format: choice("--format <format>", "how findings, tables and lists are printed", formats, "human"),
  strict: toggle("--strict", "count a warning as an error"),
  issue: text("--issue <name>", "data/<name>.yaml; the newest when left out"),
  edition: list("--edition <ids>", "editions, separated by commas"),
  output: list("--output <kinds>", outputs.join(", "), outputs),
  out: text(
    "--out <dir>",
    "folder to write to (default: output/<issue>/draft, of an export output/<issue>/translate/<lang>)",
  ),
  draft: toggle("--draft", "write in spite of errors, marked on every page; what is missing shows as [[key]]"),
  since: text("--since <name>", "the release to compare with (default: the latest)"),
  into: text("-o, --into <file>", "Word file to write (default: NAME.refreshed.docx beside the edited one)"),
  apply: toggle("--apply", "write changes of words that are safe into the templates"),
  accept: list("--accept <keys>", "figures whose new value goes into the data, with --apply"),
  as: text("--as <name>", "name of the release: letters, digits, . _ -"),
  timings: toggle("--timings", "say when each stage begins, from the first on"),
  watch: toggle("--watch", "again whenever data, templates or fonts change"),
  languages: list("--languages <ids>", "languages of the files, where their scripts do not tell"),
  from: text("--from <lang>", "language folder to translate from (default: the first of the editions)"),
  xliff: choice("--xliff <version>", "version of XLIFF: 1.2, which every tool reads, or 2.0", ["1.2", "2"], "1.2"),
  docx: toggle("--docx", "Word tables of two columns, for translators without a tool of their own"),
  sameMeaning: list("--same-meaning <units>", "units whose translation still says what the source says now"),
  level: choice("--level <level>", "the lightest findings to show", severities, "warning"),
  accepted: text("--accepted <file>", "reviewed list of accepted findings (default: templates/<issue>/accepted.yaml)"),
} as const;

export type OptionName = keyof typeof options;
export type OptionValues = {
  readonly [Name in OptionName]: (typeof options)[Name] extends CliOption<infer Value> ? Value : never;
};

/** What every command takes. */
export const common = ["root", "format", "strict", "timings"] as const;
export type CommonName = (typeof common)[number];
