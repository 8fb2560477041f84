import { rules } from "../../model/rules/index.ts";
import type { Command } from "../command.ts";
import { type CliOption, common, type OptionName, options } from "../options.ts";
import { schemaNames } from "../schema.ts";
import { shells } from "./shells.ts";

/** An option as a shell knows it: "--edition" takes a value, one of `choices` where those are known. */
export type Flag = {
  readonly flag: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
};

/** A command with all that may stand behind its name. */
export type Entry = {
  /** ["translate", "add"] */
  readonly path: readonly string[];
  readonly description: string;
  readonly flags: readonly Flag[];
  /** What its first word may be, where that is known when the script is made. */
  readonly words: readonly string[];
  /** The first word is an issue: data/<issue>.yaml. */
  readonly takesIssue: boolean;
};

/** First words that are one of a known list, by the form in which a command takes them. */
const known: Readonly<Record<string, () => readonly string[]>> = {
  "[rule]": () => [...rules.keys()],
  "<shell>": () => shells,
  "<name>": () => schemaNames,
};

const flagOf = (name: OptionName): Flag => {
  const { flags, description, choices = [] }: CliOption<unknown> = options[name];
  const [flag = ""] = /--[a-z-]+/.exec(flags) ?? [];
  return { flag, description, takesValue: flags.includes("<"), choices };
};

/** Every command of the table as shells complete it. */
export const vocabularyOf = (table: readonly Command[]): readonly Entry[] =>
  table.map(({ name, description, words, options: own }) => {
    const [first = ""] = Object.keys(words);
    return {
      path: name.split(" "),
      description,
      flags: [...own, ...common].map(flagOf),
      words: known[first]?.() ?? [],
      takesIssue: first === "[issue]",
    };
  });

/** The words that may follow the given ones, with what they do: build, check, translate …; below translate: add, status … */
export const nextWords = (entries: readonly Entry[], above: readonly string[]): ReadonlyMap<string, string> => {
  const next = new Map<string, string>();
  for (const { path, description } of entries) {
    const [word] = path.slice(above.length);
    if (word === undefined || above.some((part, index) => part !== path[index])) continue;
    // A group has no description of its own here: it is told by what stands below it.
    next.set(
      word,
      path.length === above.length + 1 ? description : [next.get(word), path.at(-1)].filter(Boolean).join(", "),
    );
  }
  return next;
};

/** Names of groups: "translate". */
export const groupsOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap(({ path }) => (path.length > 1 ? [path.slice(0, -1).join(" ")] : []))),
];

/** Every option once, whatever takes it. */
export const flagsOf = (entries: readonly Entry[]): readonly Flag[] => [
  ...new Map(entries.flatMap(({ flags }) => flags.map((flag) => [flag.flag, flag] as const))).values(),
];
