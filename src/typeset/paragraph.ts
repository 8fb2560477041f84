import { assemble } from "./assemble.ts";
import type { Box, Boxes, Run } from "./boxes.ts";
import { demerits } from "./demerits.ts";
import { edgesOf, type Margins } from "./edges.ts";
import { type LetterFit, noFit } from "./elastic.ts";
import { lineFaults } from "./faults.ts";
import type { LineFault } from "./fullness.ts";
import { type LastLine, latestBeginning } from "./last-line.ts";
import { type Alignment, type Line, type SetParagraph, setLine } from "./line.ts";
import { type KnownParagraph, rebound } from "./rebound.ts";
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
  /** Words longer than a line stay whole and stand over its end: for measuring what they need. Otherwise they are divided anywhere. */
  readonly whole?: boolean;
};

const sizeOf = (boxes: readonly Box[]): number =>
  boxes.reduce((size, box) => Math.max(size, box.word.run.style.size), 0);

/** Han text: two characters; other text: a tenth of the width, so that no short word stands alone. */
const leastLast = ({ boxes }: Boxes, measure: Measure, setting: Setting): number =>
  setting.script === "Hani" ? 2 * sizeOf(boxes) : Math.max(3 * sizeOf(boxes), measure.width * 0.08);

/** A paragraph in lines, with all that is wrong with them. */
type Attempt<Tag> = { readonly breaks: readonly Broken[]; readonly lines: readonly Line<Tag>[] };

const faultsOf = (lines: readonly Line[]): number => lines.reduce((sum, { faults }) => sum + faults.length, 0);

const riversOf = (lines: readonly Line[]): readonly number[] =>
  lines.flatMap(({ faults }, index) => (faults.includes("river") ? [index] : []));

/** How many lines of a river, from its end up, are tried to end elsewhere. */
const tries = 4;

/** Breaks a paragraph; where a river runs, again with one of its lines ending elsewhere, as long as that makes nothing else worse. */
const breakWell = <Tag>(attempt: (discouraged: ReadonlySet<number>) => Attempt<Tag>): readonly Line<Tag>[] => {
  let best = attempt(new Set());
  for (let up = 0; up < tries; up++) {
    const rivers = riversOf(best.lines);
    if (rivers.length === 0) break;
    const next = attempt(new Set(rivers.map((index) => (best.breaks[index - up] as Broken).end - 1)));
    if (faultsOf(next.lines) < faultsOf(best.lines)) best = next;
  }
  return best.lines;
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

/** Breaks what is assembled. */
const broken = <Tag>(boxes: Boxes<Tag>, measure: Measure, setting: Setting): readonly Line<Tag>[] => {
  const { hanging = false, flushFirst = true, alignment } = measure;
  const justify = alignment === "justify";
  const edges = edgesOf(boxes, setting.rules, { hanging: hanging && justify, flushFirst });
  const last: LastLine = {
    reach: leastLast(boxes, measure, setting),
    latestBeginning: latestBeginning(boxes, setting.script),
  };
  const fit: Omit<Fit, "discouraged"> = {
    width: (line) => measure.width - (line === 0 ? measure.indent : measure.hang),
    justify,
    last,
    shortLast: demerits.shortLast[setting.script === "Hani" ? "square" : "western"],
    letterFit: (justify && measure.letterFit) || noFit,
  };
  const { letterFit } = fit;
  return breakWell((discouraged) => {
    const breaks = totalFit(boxes, edges, { ...fit, discouraged });
    const lines = breaks.map(({ start, end }, line) => {
      const indent = line === 0 ? measure.indent : measure.hang;
      return setLine(boxes, edges, start, end, { width: fit.width(line), indent, alignment, letterFit });
    });
    const faults = lineFaults(boxes, breaks, lines, justify ? last : undefined, setting);
    return { breaks, lines: lines.map((line, index) => withFaults(line, faults[index] ?? [])) };
  });
};

const set = <Tag>(runs: readonly Run<Tag>[], measure: Measure, setting: Setting): SetParagraph<Tag> => {
  const { unset, ...boxes } = assemble(runs, setting);
  const lines = broken(boxes, measure, setting);
  const fits = measure.whole || !lines.some((line) => line.faults.includes("overfull-line"));
  if (fits) return { lines, unset };
  const longest = measure.width - Math.max(measure.indent, measure.hang, 0);
  return { lines: broken(assemble(runs, setting, longest), measure, setting), unset };
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
