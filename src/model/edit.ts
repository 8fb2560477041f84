import type { Place, Point } from "./place.ts";

/** Writing into a source file at the places that its nodes remember. Texts are those of the file as it is, whatever its line ends. */

/** Offsets of the first characters of the lines; a byte order mark belongs to no line. */
const startsOf = (text: string): readonly number[] => [
  text.startsWith("\uFEFF") ? 1 : 0,
  ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length),
];

const offsetOf = (starts: readonly number[], { line, column }: Point): number => {
  const start = starts[line - 1];
  if (start === undefined) throw new Error(`there is no line ${line}`);
  return start + column - 1;
};

const rangeOf = (starts: readonly number[], place: Place): readonly [number, number] => {
  if (!place.end) throw new Error(`${place.file}:${place.line}:${place.column} has no end`);
  return [offsetOf(starts, place), offsetOf(starts, place.end)];
};

/** What stands in a file at a place that has an end. */
export const textAt = (text: string, place: Place): string => text.slice(...rangeOf(startsOf(text), place));

/** A new text for a place. */
export type Edit = { readonly place: Place; readonly text: string };

/**
 * The file with new texts at some places; all else stays as it is, byte for byte. Places that print twice (in a loop, in a
 * partial) are one place: edits that say the same count once.
 *
 * @throws Error for places without end, and for edits that overlap or contradict one another
 */
export const edited = (text: string, edits: readonly Edit[]): string => {
  const starts = startsOf(text);
  const ranged = edits
    .map(({ place, text: words }) => ({ range: rangeOf(starts, place), words }))
    .toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let done = 0;
  let last: (typeof ranged)[number] | undefined;
  const pieces: string[] = [];
  for (const edit of ranged) {
    const [start, end] = edit.range;
    if (last && last.range[0] === start && last.range[1] === end && last.words === edit.words) continue;
    if (last && start < last.range[1]) throw new Error(`two edits overlap at offset ${start}`);
    pieces.push(text.slice(done, start), edit.words);
    done = end;
    last = edit;
  }
  return [...pieces, text.slice(done)].join("");
};
