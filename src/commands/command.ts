import type { Finding } from "../model/finding.ts";
import type { CommonName, OptionName, OptionValues } from "./options.ts";

/** What a command did, as data; the command line prints it. */
export type Outcome = {
  /** What it found; left out by a command that examines nothing. */
  readonly findings?: readonly Finding[];
  /** What was asked for, whole and in the wanted format. It goes to stdout, where findings go without it. */
  readonly text?: string;
  /** What was done, in some words: "37 files in output/2019/draft". */
  readonly done?: string;
};

/** "[issue]", "<name>", "[files...]": a word that may be left out, one that must be there, any number. */
type WordForm = `[${string}]` | `<${string}>`;
type WordName<Form> = Form extends `${"[" | "<"}${infer Name}...${"]" | ">"}`
  ? Name
  : Form extends `${"[" | "<"}${infer Name}${"]" | ">"}`
    ? Name
    : never;
type WordValue<Form> = Form extends `${string}...${string}`
  ? readonly string[]
  : Form extends `<${string}`
    ? string
    : string | undefined;

/** What a command is called with: its words and options by name, and what the machine gives. */
export type Call<Form extends string = never, Name extends OptionName = never> = {
  readonly [Each in Form as WordName<Each>]: WordValue<Each>;
} & Pick<OptionValues, Name | CommonName> & {
    /** Called when a stage begins, for those who wait. */
    readonly progress: (stage: string) => void;
    /** SOURCE_DATE_EPOCH, as it stands in the environment. */
    readonly epoch: string | undefined;
  };

/** What stands behind the command's name, and what that does: ["2019 --edition zh", "one edition"]. */
export type Example = readonly [args: string, about?: string];

export type Command = {
  /** As it is typed; "translate add" is a command of the group "translate". */
  readonly name: string;
  readonly description: string;
  readonly examples: readonly Example[];
  readonly words: Readonly<Record<string, string>>;
  readonly options: readonly OptionName[];
  readonly run: (call: Call) => Promise<Outcome>;
};

/**
 * An entry of the table of commands. `words` are those that are no options, each with its description; `options` are
 * names of the table of options. `run` imports what it needs when it is called, so that no other command waits for it.
 */
export const command = <const Form extends WordForm = never, const Name extends OptionName = never>(entry: {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly Example[];
  readonly words?: Readonly<Record<Form, string>>;
  readonly options?: readonly Name[];
  readonly run: (call: Call<Form, Name>) => Promise<Outcome>;
}): Command => ({
  words: {},
  options: [],
  ...entry,
  run: entry.run as Command["run"],
});

/** The word of a command that works on one issue and takes nothing else. */
export const issueWord = { "[issue]": "data/<issue>.yaml; the newest when left out" } as const;
