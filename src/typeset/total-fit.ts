import type { Boxes, Joint } from "./boxes.ts";
import { badnessOf, demerits, fitnessOf } from "./demerits.ts";
import type { Edges } from "./edges.ts";
import { type LetterFit, ratioOf } from "./elastic.ts";
import type { LastLine } from "./last-line.ts";

/** How lines are to be filled. */
export type Fit = {
  /** Width of line n (0-based) in pt. */
  readonly width: (line: number) => number;
  /** Lines are filled to the width; otherwise they end where they end, as evenly as they can. */
  readonly justify: boolean;
  readonly last: LastLine;
  /** Demerits of one that does not. */
  readonly shortLast: number;
  readonly letterFit: LetterFit;
  /** Boxes after which a line should not end if it need not: a river ran through there. */
  readonly discouraged: ReadonlySet<number>;
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

/** Sums up to every box, so that what stands between two breaks is a difference. */
type Sums = {
  readonly natural: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  /** Widths of letters, and their number times their size. */
  readonly letters: Float64Array;
  readonly sizes: Float64Array;
};

const sumsOf = ({ boxes, joints }: Boxes): Sums => {
  const sum = () => new Float64Array(boxes.length + 1);
  const sums = { natural: sum(), stretch: sum(), shrink: sum(), letters: sum(), sizes: sum() };
  for (const [i, box] of boxes.entries()) {
    const joint = joints[i] as Joint;
    sums.natural[i + 1] = (sums.natural[i] as number) + box.width + joint.natural;
    sums.stretch[i + 1] = (sums.stretch[i] as number) + joint.stretch;
    sums.shrink[i + 1] = (sums.shrink[i] as number) + joint.shrink;
    const letters = box.kind === "letter" ? box.end - box.start : 0;
    sums.letters[i + 1] = (sums.letters[i] as number) + (letters > 0 ? box.width : 0);
    sums.sizes[i + 1] = (sums.sizes[i] as number) + letters * box.word.face.size;
  }
  return sums;
};

/** A line from a node to a break, measured. */
type Measured = { readonly natural: number; readonly room: number; readonly ratio: number; readonly width: number };

const between = (sums: Sums, name: keyof Sums, from: number, to: number): number =>
  (sums[name][to] as number) - (sums[name][from] as number);

/** The nodes that lines may begin with, and the best way to each. */
class Breaker {
  readonly paragraph: Boxes;
  readonly edges: Edges;
  readonly fit: Fit;
  readonly sums: Sums;
  active: readonly Node[] = [
    { at: 0, line: 0, demerits: 0, fitness: 1, hyphens: 0, previous: undefined, ratio: 0, natural: 0 },
  ];

  constructor(paragraph: Boxes, edges: Edges, fit: Fit) {
    this.paragraph = paragraph;
    this.edges = edges;
    this.fit = fit;
    this.sums = sumsOf(paragraph);
  }

  private measure(node: Node, end: number, joint: Joint): Measured {
    const { sums, edges, fit } = this;
    const width = fit.width(node.line);
    const natural =
      between(sums, "natural", node.at, end) -
      joint.natural +
      (edges.start[node.at] as number) +
      (edges.end[end - 1] as number);
    const room = width - natural;
    const wider = between(sums, "letters", node.at, end) * fit.letterFit.width;
    const ratio = ratioOf(room, {
      stretch: between(sums, "stretch", node.at, end) - joint.stretch,
      shrink: between(sums, "shrink", node.at, end) - joint.shrink,
      lettersStretch: wider + between(sums, "sizes", node.at, end) * fit.letterFit.space,
      lettersShrink: wider,
    });
    return { natural, room, ratio, width };
  }

  /** The way to a break through a node, with what the line between them costs. */
  private step(node: Node, end: number, joint: Joint, line: Measured): Node {
    const { fit, paragraph } = this;
    const forced = joint.penalty === Number.NEGATIVE_INFINITY;
    const last = end === paragraph.boxes.length;
    const used = forced ? Math.min(0, line.ratio) : line.ratio;
    const penalty = forced ? 0 : joint.penalty;
    const empty = forced ? 0 : Math.max(0, line.room) / line.width;
    let cost = (demerits.line + badnessOf(used, empty, fit.justify)) ** 2 + penalty ** 2;
    const hyphens = joint.hyphen ? node.hyphens + 1 : 0;
    if (hyphens === 2) cost += demerits.secondHyphen;
    if (hyphens > 2) cost += demerits.thirdHyphen;
    if (joint.hyphen && !fit.justify) cost += demerits.raggedHyphen;
    if (last && node.hyphens > 0) cost += demerits.hyphenBeforeLast;
    const short = line.natural < fit.last.reach || node.at > fit.last.latestBeginning;
    if (last && node.at > 0 && short) cost += fit.shortLast;
    if (fit.discouraged.has(end - 1)) cost += demerits.discouraged;
    const fitness = fitnessOf(used);
    if (fit.justify && Math.abs(fitness - node.fitness) > 1) cost += demerits.contrast;
    return {
      at: end,
      line: node.line + 1,
      demerits: node.demerits + cost,
      fitness,
      hyphens,
      previous: node,
      ratio: used,
      natural: line.natural,
    };
  }

  /** Tries a line end after every box. */
  tryBreak(end: number): void {
    const joint = this.paragraph.joints[end - 1] as Joint;
    if (joint.penalty === Number.POSITIVE_INFINITY) return;
    const forced = joint.penalty === Number.NEGATIVE_INFINITY;
    const best = new Map<number, Node>();
    const kept: Node[] = [];
    let rescue: Node | undefined;
    for (const node of this.active) {
      const line = this.measure(node, end, joint);
      if (line.ratio < -1 - 1e-6) {
        const over = node.demerits + demerits.overfull * (1 - line.room / line.width);
        if (!rescue || over < rescue.demerits)
          rescue = { ...this.step(node, end, joint, line), demerits: over, fitness: 0, hyphens: 0, ratio: line.ratio };
        continue;
      }
      if (!forced) kept.push(node);
      const next = this.step(node, end, joint, line);
      const key = next.fitness * 4 + Math.min(next.hyphens, 3);
      const rival = best.get(key);
      if (!rival || next.demerits < rival.demerits) best.set(key, next);
    }
    const found = [...best.values()];
    // A line that cannot be shrunk into its width is taken only where there is no other way.
    if (found.length === 0 && kept.length === 0 && rescue) found.push(rescue);
    this.active = forced ? found : [...kept, ...found];
  }

  /** The whole paragraph as one line, where it fits one: no other way is better, and a wide measure has too many to try. */
  single(): Broken | undefined {
    const { boxes, joints } = this.paragraph;
    const end = boxes.length;
    const [start] = this.active;
    const last = joints[end - 1];
    if (!start || !last || joints.some(({ penalty }, index) => penalty === Number.NEGATIVE_INFINITY && index < end - 1))
      return undefined;
    const line = this.measure(start, end, last);
    return line.room < 0 ? undefined : { start: 0, end, ratio: Math.min(0, line.ratio), natural: line.natural };
  }

  /** The lines of the best way to where the breaker stands. */
  lines(): readonly Broken[] {
    let node: Node | undefined = this.active.reduce<Node | undefined>(
      (best, one) => (!best || one.demerits < best.demerits ? one : best),
      undefined,
    );
    const lines: Broken[] = [];
    for (; node?.previous; node = node.previous)
      lines.push({ start: node.previous.at, end: node.at, ratio: node.ratio, natural: node.natural });
    return lines.reverse();
  }
}

/**
 * Breaks a paragraph into lines by total fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981): of all ways to
 * break it, the one whose lines deviate least from their natural width together. The ratio of a line that is too long
 * in spite of all is below -1.
 */
export const totalFit = (paragraph: Boxes, edges: Edges, fit: Fit): readonly Broken[] => {
  const breaker = new Breaker(paragraph, edges, fit);
  const single = breaker.single();
  if (single) return [single];
  for (let end = 1; end <= paragraph.boxes.length; end++) breaker.tryBreak(end);
  return breaker.lines();
};
