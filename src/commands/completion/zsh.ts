import { type Entry, type Flag, groupsOf, nextWords } from "./vocabulary.ts";

/** Inside single quotes. */
const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;

/** "--format[how findings are printed]:value:(human json)" of _arguments; brackets and colons would end its parts. */
const specOf = ({ flag, description, takesValue, choices }: Flag): string => {
  const about = description.replace(/[[\]:]/g, "\\$&");
  const value = choices.length > 0 ? `:value:(${choices.join(" ")})` : ":value:_files";
  return quoted(`${flag}[${about}]${takesValue ? value : ""}`);
};

const described = (next: ReadonlyMap<string, string>): string =>
  [...next].map(([word, about]) => quoted(`${word}:${about}`)).join(" ");

const firstOf = ({ words, takesIssue }: Entry): string => {
  if (takesIssue) return "'1:issue:_whitepaper_issues'";
  return words.length > 0 ? quoted(`1:word:(${words.join(" ")})`) : "'*:file:_files'";
};

/** The function that completes what stands behind some words: those of a group, or a command's own. */
const functionOf = (entries: readonly Entry[], above: readonly string[]): readonly string[] => {
  const cases = [...nextWords(entries, above).keys()].map((word) => {
    const path = [...above, word];
    const entry = entries.find((one) => one.path.join(" ") === path.join(" "));
    const does = entry ? `_arguments ${[...entry.flags.map(specOf), firstOf(entry)].join(" ")}` : `_whitepaper_${word}`;
    return `    ${word}) ${does} ;;`;
  });
  return [
    `_whitepaper${above.map((word) => `_${word}`).join("")}() {`,
    "  local context state line",
    "  local -a commands",
    "  _arguments -C '1: :->command' '*:: :->rest'",
    "  case $state in",
    `  command) commands=(${described(nextWords(entries, above))}); _describe command commands ;;`,
    "  rest) case $words[1] in",
    ...cases,
    "  esac ;;",
    "  esac",
    "}",
  ];
};

/** Completion for zsh: a file `_whitepaper` in a folder of `fpath`, or `source <(whitepaper completion zsh)`. */
export const zsh = (entries: readonly Entry[]): string =>
  [
    "#compdef whitepaper",
    "# Completion of whitepaper for zsh: source <(whitepaper completion zsh)",
    "_whitepaper_issues() {",
    "  local -a issues",
    "  issues=(data/*.yaml(N:t:r))",
    "  compadd -a issues",
    "}",
    ...groupsOf(entries).flatMap((group) => functionOf(entries, group.split(" "))),
    ...functionOf(entries, []),
    'if [ "$funcstack[1]" = _whitepaper ]; then _whitepaper "$@"; else compdef _whitepaper whitepaper; fi',
    "",
  ].join("\n");
