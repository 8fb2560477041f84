import type { Boxes } from "./boxes.ts";

/** How lines are to be filled. */
export type Fit = {
  /** Width of line n (0-based) in pt. */
  readonly width: (line: number) => number;
  /** Lines are filled to the width; otherwise they end where they end, as evenly as they can. */
  readonly justify: boolean;
  /** Width in pt that the last line should reach at least: no Han character and no short word alone. */
  readonly leastLast: number;
};

/** A line of boxes [start, end). `ratio`: how far its glue is stretched (> 0) or shrunk (< 0) to fill the width. */
export type Broken = { readonly start: number; readonly end: number; readonly ratio: number; readonly natural: number };

type Node = {
  /** The line begins with this box. */
  readonly at: number;
  readonly line: number;
  readonly demerits: number;
  readonly fitness: number;
  /** Lines in a row that end with a hyphen. */
  readonly hyphens: number;
  readonly previous: Node | undefined;
  readonly ratio: number;
  readonly natural: number;
};

/** Demerits after Knuth and Plass, "Breaking Paragraphs into Lines" (1981). */
const demerits = {
  line: 10,
  /** Neighbouring lines of visibly different density. */
  contrast: 3000,
  secondHyphen: 5000,
  thirdHyphen: 10_000_000,
  hyphenBeforeLast: 5000,
  shortLast: 2_000_000,
  overfull: 1e12,
};
const worst = 1e5;
/** Ragged lines: what a tenth of the width left empty counts like. */
const raggedUnit = 0.1;

const fitnessOf = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

const prefixSums = ({ boxes, joints }: Boxes): readonly [Float64Array, Float64Array, Float64Array] => {
  const sums = [0, 1, 2].map(() => new Float64Array(boxes.length + 1)) as [Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < boxes.length; i++) {
    const box = boxes[i] as Boxes["boxes"][number];
    const joint = joints[i] as Boxes["joints"][number];
    sums[0][i + 1] = (sums[0][i] as number) + box.width + joint.natural;
    sums[1][i + 1] = (sums[1][i] as number) + joint.stretch;
    sums[2][i + 1] = (sums[2][i] as number) + joint.shrink;
  }
  return sums;
};

/**
 * Breaks a paragraph into lines by total fit: of all ways to break it, the one whose lines deviate least from their
 * natural width together. A line that cannot be shrunk into its width is taken only where there is no other way; its
 * ratio is below -1.
 *
 * @param hyphenWidth width in pt of the hyphen that a division after box i adds
 */
export const totalFit = (paragraph: Boxes, fit: Fit, hyphenWidth: (box: number) => number): readonly Broken[] => {
  const { boxes, joints } = paragraph;
  const count = boxes.length;
  if (count === 0) return [];
  const [widths, stretches, shrinks] = prefixSums(paragraph);
  let active: Node[] = [
    { at: 0, line: 0, demerits: 0, fitness: 1, hyphens: 0, previous: undefined, ratio: 0, natural: 0 },
  ];
  for (let end = 1; end <= count; end++) {
    const joint = joints[end - 1] as (typeof joints)[number];
    if (joint.penalty === Number.POSITIVE_INFINITY) continue;
    const last = end === count;
    const forced = joint.penalty === Number.NEGATIVE_INFINITY;
    const hyphen = joint.hyphen ? hyphenWidth(end - 1) : 0;
    const best = new Map<number, Node>();
    const kept: Node[] = [];
    let rescue: Node | undefined;
    for (const node of active) {
      const width = fit.width(node.line);
      const natural = (widths[end] as number) - (widths[node.at] as number) - joint.natural + hyphen;
      const stretch = (stretches[end] as number) - (stretches[node.at] as number) - joint.stretch;
      const shrink = (shrinks[end] as number) - (shrinks[node.at] as number) - joint.shrink;
      const room = width - natural;
      const ratio =
        room >= 0
          ? stretch > 0
            ? room / stretch
            : room > 1e-6
              ? 1e3
              : 0
          : shrink > 0
            ? room / shrink
            : room < -1e-6
              ? -1e3
              : 0;
      const overfull = ratio < -1 - 1e-6;
      if (overfull) {
        const over = node.demerits + demerits.overfull + -room;
        if (!rescue || over < rescue.demerits)
          rescue = {
            at: end,
            line: node.line + 1,
            demerits: over,
            fitness: 0,
            hyphens: 0,
            previous: node,
            ratio,
            natural,
          };
        continue;
      }
      if (!forced) kept.push(node);
      const ends = forced || last;
      const used = ends ? Math.min(0, ratio) : ratio;
      const badness = fit.justify
        ? Math.min(worst, 100 * Math.abs(used) ** 3)
        : 100 * ((ends ? 0 : Math.max(0, room)) / (width * raggedUnit)) ** 2;
      const penalty = forced ? 0 : joint.penalty;
      let cost = (demerits.line + badness) ** 2 + penalty ** 2;
      const hyphens = joint.hyphen ? node.hyphens + 1 : 0;
      if (hyphens === 2) cost += demerits.secondHyphen;
      if (hyphens > 2) cost += demerits.thirdHyphen;
      if (last && node.hyphens > 0) cost += demerits.hyphenBeforeLast;
      if (last && node.at > 0 && natural < fit.leastLast) cost += demerits.shortLast;
      const fitness = fitnessOf(used);
      if (fit.justify && Math.abs(fitness - node.fitness) > 1) cost += demerits.contrast;
      const total = node.demerits + cost;
      const key = fitness * 4 + Math.min(hyphens, 3);
      const rival = best.get(key);
      if (!rival || total < rival.demerits)
        best.set(key, {
          at: end,
          line: node.line + 1,
          demerits: total,
          fitness,
          hyphens,
          previous: node,
          ratio: used,
          natural,
        });
    }
    const found = [...best.values()];
    if (found.length === 0 && kept.length === 0 && rescue) found.push(rescue);
    active = forced ? found : [...kept, ...found];
  }
  let node: Node | undefined = active.toSorted((a, b) => a.demerits - b.demerits)[0];
  const lines: Broken[] = [];
  for (; node?.previous; node = node.previous)
    lines.unshift({ start: node.previous.at, end: node.at, ratio: node.ratio, natural: node.natural });
  return lines;
};
