import { type Bag, bagOf, difference, mergeBags } from "./bag.ts";
import type { Passage, Side } from "./passages.ts";

/** Passages of the two documents that say the same: one to one, one to several, or one without counterpart. */
export type Unit = { readonly a: readonly Passage[]; readonly b: readonly Passage[] };

/** One passage may be divided into so many in the other language. */
const most = 8;
/** What a passage without counterpart costs beside its numerals; less than a doubtful partner, more than an uneven length. */
const skipCost = 2.5;
/** What each further passage in a unit costs, so that units stay small. */
const widthCost = 0.3;
const lengthWeight = 1.5;
const lengthLimit = 4;

type Row = { readonly passage: Passage; readonly bag: Bag; readonly length: number };

const rowsOf = (passages: readonly Passage[]): readonly Row[] =>
  passages.map((passage) => ({ passage, bag: bagOf(passage.numerals), length: passage.block.text.length }));

/** How far two lengths are from the ratio of the whole documents; a few letters count for nothing. */
const lengthCost = (a: number, b: number, ratio: number): number =>
  Math.min(lengthLimit, lengthWeight * Math.abs(Math.log((b + 20) / (a * ratio + 20))));

const roleCost = (a: Passage, b: Passage): number => {
  const [one, other] = [a.block.role, b.block.role];
  if (one === other) return 0;
  return one === "alternative" || other === "alternative" ? 4 : 1;
};

/**
 * Running text is divided, a head that opens a paragraph in one file stands apart in the other, and a picture's words are
 * one block here and several there; a numbered head, a caption or a row of a table has one counterpart.
 */
const joinable = ({ passage }: Row): boolean =>
  ["body", "head", "alternative"].includes(passage.block.role) && passage.head === undefined;
const joined = (a: Row, b: Row): boolean =>
  joinable(a) && joinable(b) && (a.passage.block.role === "alternative") === (b.passage.block.role === "alternative");

type Step = { readonly cost: number; readonly a: number; readonly b: number };

/** Cheapest step that ends behind passage i of one document and j of the other, for every kind of unit. */
const stepsTo = (
  a: readonly Row[],
  b: readonly Row[],
  i: number,
  j: number,
  ratio: number,
  before: (i: number, j: number) => number,
): Step => {
  let best: Step = { cost: Number.POSITIVE_INFINITY, a: 0, b: 0 };
  const offer = (cost: number, na: number, nb: number): void => {
    const total = before(i - na, j - nb) + cost;
    if (total < best.cost) best = { cost: total, a: na, b: nb };
  };
  const last = { a: a[i - 1], b: b[j - 1] };
  if (last.a) offer(skipCost + difference(last.a.bag, new Map()), 1, 0);
  if (last.b) offer(skipCost + difference(new Map(), last.b.bag), 0, 1);
  if (!last.a || !last.b) return best;
  /** One passage against the last `count` of the other document, for growing counts. */
  const grow = (one: Row, rows: readonly Row[], end: number, forward: boolean): void => {
    let bag: Bag = new Map();
    let length = 0;
    for (let count = 1; count <= Math.min(most, end); count++) {
      const row = rows[end - count] as Row;
      if (count > 1 && !(joined(row, one) && joined(row, rows[end - 1] as Row))) break;
      bag = mergeBags(bag, row.bag);
      length += row.length;
      const lengths = forward ? lengthCost(one.length, length, ratio) : lengthCost(length, one.length, ratio);
      const roles = count === 1 ? roleCost(one.passage, row.passage) : 0;
      const cost = difference(one.bag, bag) + lengths + roles + widthCost * (count - 1);
      offer(cost, forward ? 1 : count, forward ? count : 1);
    }
  };
  grow(last.a, b, j, true);
  grow(last.b, a, i, false);
  return best;
};

/** Cells of the table that are filled at most, as far as the two runs allow it. */
const mostCells = 600_000;

/**
 * Passages that lie further from the diagonal than this are not compared; keeps long documents quick. Wide enough that the
 * diagonal of a short run against a long one has no gaps.
 */
const bandOf = (n: number, m: number): number => {
  const wide = Math.max(60, Math.ceil(Math.abs(n - m) / 2) + 60);
  const affordable = Math.floor(mostCells / Math.max(1, n) / 2);
  return Math.max(60 + 2 * Math.ceil(m / Math.max(1, n)), Math.min(wide, affordable));
};

/** Aligns two runs of passages by dynamic programming (after Gale and Church 1993), with numerals and lengths as evidence. */
const alignRun = (a: readonly Row[], b: readonly Row[], ratio: number): readonly Unit[] => {
  const n = a.length;
  const m = b.length;
  const band = bandOf(n, m);
  const low = (i: number): number => Math.max(0, Math.round((i * m) / Math.max(1, n)) - band);
  const high = (i: number): number => Math.min(m, Math.round((i * m) / Math.max(1, n)) + band);
  const table: Step[][] = [];
  const before = (i: number, j: number): number =>
    i < 0 || j < 0 ? Number.POSITIVE_INFINITY : (table[i]?.[j - low(i)]?.cost ?? Number.POSITIVE_INFINITY);
  for (let i = 0; i <= n; i++) {
    const row: Step[] = [];
    table.push(row);
    for (let j = low(i); j <= high(i); j++)
      row.push(i === 0 && j === 0 ? { cost: 0, a: 0, b: 0 } : stepsTo(a, b, i, j, ratio, before));
  }
  const units: Unit[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const step = table[i]?.[j - low(i)];
    if (!step || step.a + step.b === 0) throw new Error(`no alignment ends at ${i}, ${j}`);
    const part = (rows: readonly Row[], end: number, count: number): readonly Passage[] =>
      rows.slice(end - count, end).map((row) => row.passage);
    units.push({ a: part(a, i, step.a), b: part(b, j, step.b) });
    i -= step.a;
    j -= step.b;
  }
  return units.reverse();
};

type Anchor = readonly [a: number, b: number];

/** Longest common run of heads in both documents, in order; heads are alike when their keys are. */
const commonHeads = (
  a: readonly Passage[],
  b: readonly Passage[],
  keyOf: (passage: Passage) => string | undefined,
): readonly Anchor[] => {
  const heads = (passages: readonly Passage[]) =>
    passages.flatMap((passage, index) => {
      const key = keyOf(passage);
      return key === undefined ? [] : [{ key, index }];
    });
  const [one, other] = [heads(a), heads(b)];
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] =
        one[i]?.key === other[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const anchors: Anchor[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [left, right] = [one[i], other[j]] as [{ key: string; index: number }, { key: string; index: number }];
    if (left.key === right.key) {
      anchors.push([left.index, right.index]);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return anchors;
};

/** Heads that stand for each other: by level and number, or by number alone, or, unnumbered but equally many, by their order. */
const anchorsOf = (a: readonly Passage[], b: readonly Passage[]): readonly Anchor[] => {
  const byLevel = commonHeads(a, b, ({ head }) => head && `${head.level}/${head.number}`);
  if (byLevel.length > 0) return byLevel;
  const byNumber = commonHeads(a, b, ({ head }) => head?.number);
  if (byNumber.length > 0) return byNumber;
  for (const level of [1, 2, undefined]) {
    const key = ({ block }: Passage): string | undefined =>
      block.role === "head" && (level === undefined || block.level === level) ? "head" : undefined;
    const counts = [a, b].map((passages) => passages.filter((passage) => key(passage)).length);
    if (counts[0] === counts[1] && (counts[0] as number) > 1) return commonHeads(a, b, key);
  }
  return [];
};

/**
 * Which passages of two documents say the same, in order. Numbered heads are the fixed points; between them paragraphs are
 * matched by their numerals and lengths, one to one or one to several.
 */
export const align = (a: Side, b: Side): readonly Unit[] => {
  const [left, right] = [rowsOf(a.passages), rowsOf(b.passages)];
  const size = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.length, 0);
  const ratio = Math.max(1, size(right)) / Math.max(1, size(left));
  const units: Unit[] = [];
  let [i, j] = [0, 0];
  for (const [ai, bj] of anchorsOf(a.passages, b.passages)) {
    units.push(...alignRun(left.slice(i, ai), right.slice(j, bj), ratio));
    units.push({ a: [a.passages[ai] as Passage], b: [b.passages[bj] as Passage] });
    [i, j] = [ai + 1, bj + 1];
  }
  units.push(...alignRun(left.slice(i), right.slice(j), ratio));
  return units;
};
