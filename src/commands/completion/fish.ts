import { type Entry, type Flag, groupsOf, nextWords } from "./vocabulary.ts";

/** Inside single quotes, where fish knows the escapes \\ and \'. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

const complete = (condition: string, rest: string): string => `complete -c whitepaper -n ${quoted(condition)} ${rest}`;

const seen = (path: readonly string[]): string =>
  path.map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ");

const flagLine = (condition: string, { flag, description, takesValue, choices }: Flag): string => {
  const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue ? " -r" : "";
  return complete(condition, `-l ${flag.slice(2)}${value} -d ${quoted(description)}`);
};

const linesOf = (entry: Entry): readonly string[] => {
  const condition = seen(entry.path);
  const issues = "(for file in data/*.yaml; basename $file .yaml; end)";
  const first = entry.takesIssue ? issues : entry.words.join(" ");
  return [
    ...entry.flags.map((flag) => flagLine(condition, flag)),
    ...(first === "" ? [complete(condition, "-F")] : [complete(condition, `-a ${quoted(first)}`)]),
  ];
};

/** Completion for fish: `whitepaper completion fish | source`. */
export const fish = (entries: readonly Entry[]): string => {
  const top = [...nextWords(entries, [])].map(([word, about]) =>
    complete("__fish_use_subcommand", `-a ${word} -d ${quoted(about)}`),
  );
  const below = groupsOf(entries).flatMap((group) => {
    const next = nextWords(entries, group.split(" "));
    const none = `not __fish_seen_subcommand_from ${[...next.keys()].join(" ")}`;
    return [...next].map(([word, about]) =>
      complete(`${seen(group.split(" "))}; and ${none}`, `-a ${word} -d ${quoted(about)}`),
    );
  });
  return [
    "# Completion of whitepaper for fish: whitepaper completion fish | source",
    "complete -c whitepaper -f",
    ...top,
    ...below,
    ...entries.flatMap(linesOf),
    "",
  ].join("\n");
};
