import type { Numeral, Role } from "../numeral.ts";
import { wordBefore } from "./affix.ts";
import type { Line } from "./characters.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether a change begins or ends with a number: 从16%降至13%, "to 13 percent from 16 percent". */
export const roleOf = ({ small }: Line, { start }: Numeral, { from, to }: Vocabulary): Role | undefined => {
  const longest = (words: readonly string[]): number =>
    Math.max(0, ...words.filter((word) => wordBefore(small, start, word) !== undefined).map((word) => word.length));
  const [begins, ends] = [longest(from), longest(to)];
  if (begins === ends) return undefined;
  return begins > ends ? "from" : "to";
};
