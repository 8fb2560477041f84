/** Text without white space, which is set by the page and not by the words. */
export const bare = (text: string): string => text.replace(/\s+/gu, "");

/**
 * Follows the expected blocks through a finished text, in order and letter for letter. Between two blocks only furniture
 * may stand; inside a block only a hyphen where a line ends.
 *
 * Returns what is wrong, each with some text around it; nothing when the finished text says what the blocks say.
 */
export const follow = (
  finished: string,
  blocks: readonly string[],
  furniture: readonly string[],
): readonly string[] => {
  const lines = finished.split("\n").map(bare);
  let text = "";
  /** Offsets at which a line ends with a hyphen that the setting may have added. */
  const hyphens = new Set<number>();
  for (const line of lines) {
    text += line;
    if (/[-\u00AD\u2010]$/.test(line)) hyphens.add(text.length - 1);
  }
  const known = furniture
    .map(bare)
    .filter((item) => item !== "")
    .toSorted((a, b) => b.length - a.length);
  const isFurniture = (gap: string): boolean => {
    let rest = gap;
    for (const item of known) rest = rest.split(item).join("\u0000");
    return /^[\u0000.·…0-9ivxlc():;（）：；]*$/u.test(rest);
  };
  /** Length of the block at an offset of the text, or -1. */
  const matchAt = (start: number, block: string): number => {
    let at = start;
    for (let index = 0; index < block.length; index++) {
      if (text[at] !== block[index] && hyphens.has(at)) at++;
      if (text[at] !== block[index]) return -1;
      at++;
    }
    return at - start;
  };
  const faults: string[] = [];
  let position = 0;
  for (const block of blocks.map(bare).filter((item) => item !== "")) {
    const opening = block.slice(0, 6);
    let found = -1;
    let length = -1;
    for (
      let start = text.indexOf(opening.slice(0, 1), position);
      start >= 0;
      start = text.indexOf(opening.slice(0, 1), start + 1)
    ) {
      length = matchAt(start, block);
      if (length >= 0) {
        found = start;
        break;
      }
    }
    if (found < 0) {
      faults.push(
        `not found after "${text.slice(Math.max(0, position - 20), position)}": "${block.slice(0, 60)}"; there stands "${text.slice(position, position + 80)}"`,
      );
      continue;
    }
    const gap = text.slice(position, found);
    if (!isFurniture(gap)) faults.push(`before "${block.slice(0, 30)}" stands "${gap.slice(0, 200)}"`);
    position = found + length;
  }
  if (!isFurniture(text.slice(position))) faults.push(`at the end stands "${text.slice(position, position + 200)}"`);
  return faults;
};
