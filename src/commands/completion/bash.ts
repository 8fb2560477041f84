import { type Entry, flagsOf, groupsOf, nextWords } from "./vocabulary.ts";

const words = (list: Iterable<string>): string => `'${[...list].join(" ")}'`;

/** Completion for bash 3.2 and later: `source <(whitepaper completion bash)`. */
export const bash = (entries: readonly Entry[]): string => {
  const flags = flagsOf(entries).filter(({ takesValue }) => takesValue);
  const taking = flags.map(({ flag }) => flag).join("|");
  const values = flags.map(({ flag, choices }) =>
    choices.length > 0
      ? `    ${flag}) COMPREPLY=($(compgen -W ${words(choices)} -- "$current")); return ;;`
      : `    ${flag}) COMPREPLY=($(compgen -f -- "$current")); return ;;`,
  );
  const paths = [...groupsOf(entries), ...entries.map(({ path }) => path.join(" "))];
  const groups = ["", ...groupsOf(entries)].map((group) => {
    const above = group === "" ? [] : group.split(" ");
    return `    '${group}') candidates=${words(nextWords(entries, above).keys())} ;;`;
  });
  const commands = entries.map(({ path, flags: own, words: known, takesIssue }) => {
    const first = takesIssue ? '"$issues"' : words(known);
    return `    '${path.join(" ")}') options=${words(own.map(({ flag }) => flag))}; [ "$count" -gt 0 ] || candidates=${first} ;;`;
  });
  return `# Completion of whitepaper for bash: source <(whitepaper completion bash)
_whitepaper() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' count=0 candidates='' options='' issues i word
  COMPREPLY=()
  case $previous in
${values.join("\n")}
  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case \${COMP_WORDS[i-1]} in ${taking}) continue ;; esac
    case $word in -*) continue ;; esac
    case "\${command:+$command }$word" in
      ${paths.map((path) => `'${path}'`).join("|")}) command="\${command:+$command }$word" ;;
      *) count=$((count + 1)) ;;
    esac
  done
  issues=$(for word in data/*.yaml; do [ -e "$word" ] && basename "$word" .yaml; done)
  case $command in
${[...groups, ...commands].join("\n")}
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$candidates" -- "$current")) ;;
  esac
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _whitepaper whitepaper
`;
};
