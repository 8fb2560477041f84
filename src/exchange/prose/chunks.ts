import type { Pair } from "../pairs.ts";

/** Whole lines of a source that hold units which have no place in the translation yet, and where they go there. */
export type Chunk = {
  /** Half-open range of the source. */
  readonly start: number;
  readonly end: number;
  /** Offset in the translation. */
  readonly at: number;
};

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

const isCloser = (line: string): boolean => /^\s*(?::::+\s*$|\{\{~?\/)/.test(line);
const depthOf = (line: string): number => (/^\s*(?::::+[a-z]|\{\{~?#)/.test(line) ? 1 : 0) - (isCloser(line) ? 1 : 0);
/** The row of dashes below a table's head, which each language draws as wide as it likes. */
const isRule = (line: string): boolean => /^\s*\|?[\s:|-]*-[\s:|-]*$/.test(line);
const isSame = (one: string, other: string): boolean => one.trim() === other.trim() || (isRule(one) && isRule(other));

/** The lines of a stretch, each with its end in the text. */
const linesOf = (
  text: string,
  from: number,
  to: number,
): readonly { readonly line: string; readonly end: number }[] => {
  let end = from;
  return text
    .slice(from, to)
    .split("\n")
    .slice(1)
    .map((line) => {
      end += line.length + 1;
      return { line, end };
    });
};

/**
 * Behind the unit before the chunk, how far both texts go on with the same lines: those close what is open there. Gives
 * the ends of the last of them.
 */
const sharedEnds = (
  [source, from, to]: readonly [string, number, number],
  [target, at, until]: readonly [string, number, number],
): readonly [number, number] => {
  const there = linesOf(target, at, until).filter(({ line }) => line.trim() !== "");
  let ends: readonly [number, number] = [from, at];
  for (const { line, end } of linesOf(source, from, to)) {
    if (line.trim() === "") continue;
    const next = there.shift();
    if (!next || !isSame(line, next.line)) break;
    ends = [end, next.end];
  }
  return ends;
};

/**
 * The lines of a source for units that follow one another and have no place in the translation; `undefined` where they
 * share a line with others.
 */
export const chunkOf = (
  source: string,
  target: string,
  run: readonly Pair[],
  pairs: readonly Pair[],
): Chunk | undefined => {
  const units = pairs.flatMap(({ source: own }) => own?.unit ?? []).toSorted((a, b) => a.start - b.start);
  const [first, last] = [run[0]?.source?.unit, run.at(-1)?.source?.unit];
  if (!first || !last) return undefined;
  const before = units[units.indexOf(first) - 1];
  const next = units[units.indexOf(last) + 1];
  const from = lineStart(source, first.start);
  let end = lineEnd(source, last.end);
  if ((before && before.end > from) || (next && next.start < end)) return undefined;
  const upTo = next ? lineStart(source, next.start) : source.length;
  // At the beginning of a template, with what parts it from what follows.
  if (!before) return { start: 0, end: next ? upTo : end, at: 0 };
  const anchor = pairs.find(({ source: own }) => own?.unit === before)?.target?.unit;
  if (!anchor) return undefined;
  const following = pairs.flatMap(({ target: own }) => own?.unit.start ?? []).filter((start) => start >= anchor.end);
  const until = following.length > 0 ? lineStart(target, Math.min(...following)) - 1 : target.length;
  const [start, at] = sharedEnds(
    [source, lineEnd(source, before.end), from - 1],
    [target, lineEnd(target, anchor.end), until],
  );
  // Behind it, the lines that close what was opened in it.
  let depth = source
    .slice(start, end)
    .split("\n")
    .reduce((sum, line) => sum + depthOf(line), 0);
  while (depth > 0 && end < upTo - 1) {
    const stop = lineEnd(source, end + 1);
    depth += depthOf(source.slice(end + 1, stop));
    end = stop;
  }
  return { start, end, at };
};
