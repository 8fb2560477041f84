import type { Run } from "./boxes.ts";
import { type Line, type SetParagraph, tagsOf } from "./line.ts";

/** A paragraph that was set, with the runs that it was set from. */
export type KnownParagraph = SetParagraph & { readonly runs: readonly Run[] };

type RunOf<Tag> = (run: Run) => Run<Tag>;

const reboundLine = <Tag>(line: Line, runOf: RunOf<Tag>): Line<Tag> => {
  const pieces = line.pieces.map((piece) => ({ ...piece, run: runOf(piece.run) }));
  return {
    ...line,
    pieces,
    tags: tagsOf(pieces),
    again: (textOf) =>
      reboundLine(
        line.again((run) => textOf(runOf(run))),
        runOf,
      ),
  };
};

/** The lines of a paragraph that was set before, for the same words in other runs: their places and tags are the new ones. */
export const rebound = <Tag>(known: KnownParagraph, runs: readonly Run<Tag>[]): SetParagraph<Tag> => {
  const index = new Map(known.runs.map((run, at) => [run, at]));
  const runOf: RunOf<Tag> = (run) => runs[index.get(run) as number] as Run<Tag>;
  return {
    lines: known.lines.map((line) => reboundLine(line, runOf)),
    unset: known.unset.map((one) => ({ ...one, run: runOf(one.run) })),
  };
};
