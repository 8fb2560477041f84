import { assemble } from "./assemble.ts";
import type { Box, Boxes, Run } from "./boxes.ts";
import { demerits } from "./demerits.ts";
import { type Edges, edgesOf, type Margins } from "./edges.ts";
import { type LetterFit, noFit } from "./elastic.ts";
import { lineFaults } from "./faults.ts";
import type { LineFault } from "./fullness.ts";
import { latestBeginning } from "./last-line.ts";
import { type Alignment, type Line, type SetParagraph, setLine } from "./line.ts";
import { type KnownParagraph, rebound } from "./rebound.ts";
import { riversIn } from "./rivers.ts";
import type { Setting } from "./setting.ts";
import { type Broken, type Fit, totalFit } from "./total-fit.ts";

/** The shape of a paragraph. Measures in pt. */
export type Measure = Partial<Margins> & {
  readonly width: number;
  /** Of the first line; below zero, the first line hangs out. */
  readonly indent: number;
  /** Of all lines but the first. */
  readonly hang: number;
  readonly alignment: Alignment;
  readonly letterFit?: LetterFit;
};

const sizeOf = (boxes: readonly Box[]): number =>
  boxes.reduce((size, box) => Math.max(size, box.word.run.style.size), 0);

/** Han text: two characters; other text: a tenth of the width, so that no short word stands alone. */
const leastLast = ({ boxes }: Boxes, measure: Measure, setting: Setting): number =>
  setting.script === "Hani" ? 2 * sizeOf(boxes) : Math.max(3 * sizeOf(boxes), measure.width * 0.08);

type Attempt<Tag> = { readonly broken: readonly Broken[]; readonly lines: readonly Line<Tag>[] };

/** How often a paragraph is broken anew to be rid of a river. */
const attempts = 4;

const worstOf = (lines: readonly Line[]): number => lines.filter((line) => line.faults.length > 0).length;

/** Breaks a paragraph; where a river runs, again with other line ends, as long as no line gets worse for it. */
const breakWell = <Tag>(
  boxes: Boxes<Tag>,
  edges: Edges,
  fit: Fit,
  set: (broken: Broken, line: number) => Line<Tag>,
): Attempt<Tag> => {
  const attempt = (discouraged: ReadonlySet<number>): Attempt<Tag> => {
    const broken = totalFit(boxes, edges, { ...fit, discouraged });
    return { broken, lines: broken.map(set) };
  };
  let best = attempt(new Set());
  let rivers = riversIn(best.lines);
  const discouraged = new Set<number>();
  for (let round = 0; round < attempts && rivers.length > 0; round++) {
    for (const index of rivers) discouraged.add((best.broken[index - 1] as Broken).end - 1);
    const next = attempt(discouraged);
    const left = riversIn(next.lines);
    if (left.length < rivers.length && worstOf(next.lines) <= worstOf(best.lines)) {
      best = next;
      rivers = left;
    }
  }
  return best;
};

/** A line with what is wrong with it beside others; also when it is set again. */
const withFaults = <Tag>(line: Line<Tag>, faults: readonly LineFault[]): Line<Tag> =>
  faults.length === 0
    ? line
    : {
        ...line,
        faults: [...line.faults, ...faults],
        again: (textOf) => withFaults(line.again(textOf), faults),
      };

const set = <Tag>(runs: readonly Run<Tag>[], measure: Measure, setting: Setting): SetParagraph<Tag> => {
  const { hanging = false, flushFirst = true, alignment } = measure;
  const { unset, ...boxes } = assemble(runs, setting);
  const edges = edgesOf(boxes, setting.rules, { hanging: hanging && alignment === "justify", flushFirst });
  const width = (line: number) => measure.width - (line === 0 ? measure.indent : measure.hang);
  const least = leastLast(boxes, measure, setting);
  const latest = latestBeginning(boxes, setting.script);
  const justify = alignment === "justify";
  const letterFit = (justify && measure.letterFit) || noFit;
  const fit: Fit = {
    width,
    justify,
    leastLast: least,
    latestBeginning: latest,
    shortLast: demerits.shortLast[setting.script === "Hani" ? "square" : "western"],
    letterFit,
    discouraged: new Set(),
  };
  const { broken, lines } = breakWell(boxes, edges, fit, ({ start, end }, line) =>
    setLine(boxes, edges, start, end, {
      width: width(line),
      indent: line === 0 ? measure.indent : measure.hang,
      alignment,
      letterFit,
    }),
  );
  const faults = lineFaults(
    boxes,
    broken,
    lines,
    justify ? { reach: least, latestBeginning: latest } : undefined,
    setting,
  );
  return { lines: lines.map((line, index) => withFaults(line, faults[index] ?? [])), unset };
};

/** All that decides about a paragraph's lines. */
const keyOf = (runs: readonly Run[], measure: Measure): string =>
  JSON.stringify([measure, runs.map(({ text, style, quantity, bound }) => [text, style, quantity, bound])]);

/**
 * Sets runs as a paragraph; what could not be avoided stands in the `faults` of its lines. A paragraph of the same words
 * in the same style and measure is set once and its lines are shared, with the runs (places, tags) of each call.
 */
export const setParagraph = <Tag>(runs: readonly Run<Tag>[], measure: Measure, setting: Setting): SetParagraph<Tag> => {
  const key = keyOf(runs, measure);
  const known = setting.known.get(key);
  if (known) return rebound(known, runs);
  const made = set(runs, measure, setting);
  setting.known.set(key, { ...made, runs } as KnownParagraph);
  return made;
};
