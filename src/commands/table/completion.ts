import { type Command, command } from "../command.ts";

/** The command that completes all others, itself among them: so it takes the table as something to be asked for. */
export const completionCommand = (table: () => readonly Command[]): Command =>
  command({
    name: "completion",
    description: "Print the script by which a shell completes commands, options and rules",
    examples: [["bash > ~/.local/share/bash-completion/completions/whitepaper"], ["zsh"], ["fish"]],
    words: { "<shell>": "bash, zsh or fish" },
    run: async ({ shell }) => {
      const { completion } = await import("../completion/index.ts");
      return { text: completion(shell, table()) };
    },
  });
