import { didYouMean } from "../../model/suggest.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../project.ts";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import { shells } from "./shells.ts";
import { type Entry, vocabularyOf } from "./vocabulary.ts";
import { zsh } from "./zsh.ts";

const scripts: Readonly<Record<(typeof shells)[number], (entries: readonly Entry[]) => string>> = { bash, zsh, fish };

/**
 * The script by which a shell completes the commands of a table, their words and options.
 *
 * @throws UsageError for a shell that is not known
 */
export const completion = (shell: string, table: readonly Command[]): string => {
  const known = shells.find((one) => one === shell);
  if (!known) {
    const { hint } = didYouMean(shell, shells);
    throw new UsageError(`there is no completion for "${shell}"; ${hint ?? `there is for ${shells.join(", ")}`}`);
  }
  return scripts[known](vocabularyOf(table));
};
