import type { Line } from "./characters.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word for a rise stands so near before the number that it grew by that, in characters. */
const near = 14;

/** Whether a word for a rise stands before an offset, and none for where the change ends: 增长2倍, but not 增至2倍. */
export const growthBefore = ({ small }: Line, at: number, { rise, to }: Vocabulary): boolean => {
  const before = small.slice(Math.max(0, at - near), at).trimEnd();
  if (to.some((word) => before.endsWith(word))) return false;
  return rise.some((word) => {
    const found = before.lastIndexOf(word);
    return found >= 0 && /^[\p{L}\s]*$/u.test(before.slice(found));
  });
};
