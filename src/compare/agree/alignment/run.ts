import { type Bag, difference, mergeBags } from "../bag.ts";

/** A piece of text that is aligned: what it is, its numerals and its length. */
export type Row<T> = {
  readonly item: T;
  readonly bag: Bag;
  readonly length: number;
  /** It may be divided into several in the other language, or be a part of one. */
  readonly joinable: boolean;
  /** Only rows of one sort are joined; rows of two sorts are unlikely partners. */
  readonly sort: string;
};

/** Items of two texts that say the same: one to one, one to several, or one without counterpart. */
export type Bead<T> = { readonly a: readonly T[]; readonly b: readonly T[] };

/** One passage may be divided into so many in the other language. */
const most = 8;
/** What a passage without counterpart costs beside its numerals; less than a doubtful partner, more than an uneven length. */
const skipCost = 2.5;
/** What each further passage in a unit costs, so that units stay small. */
const widthCost = 0.3;
const lengthWeight = 1.5;
const lengthLimit = 4;

/** How far two lengths are from the ratio of the whole documents; a few letters count for nothing. */
const lengthCost = (a: number, b: number, ratio: number): number =>
  Math.min(lengthLimit, lengthWeight * Math.abs(Math.log((b + 20) / (a * ratio + 20))));

const sortCost = (a: string, b: string): number => (a === b ? 0 : a === "alternative" || b === "alternative" ? 4 : 1);

const joined = <T>(a: Row<T>, b: Row<T>): boolean =>
  a.joinable && b.joinable && (a.sort === "alternative") === (b.sort === "alternative");

type Step = { readonly cost: number; readonly a: number; readonly b: number };

/** Cheapest step that ends behind row i of one text and j of the other, for every kind of unit. */
const stepsTo = <T>(
  a: readonly Row<T>[],
  b: readonly Row<T>[],
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
  /** One row against the last `count` of the other text, for growing counts. */
  const grow = (one: Row<T>, rows: readonly Row<T>[], end: number, forward: boolean): void => {
    let bag: Bag = new Map();
    let length = 0;
    for (let count = 1; count <= Math.min(most, end); count++) {
      const row = rows[end - count] as Row<T>;
      if (count > 1 && !(joined(row, one) && joined(row, rows[end - 1] as Row<T>))) break;
      bag = mergeBags(bag, row.bag);
      length += row.length;
      const lengths = forward ? lengthCost(one.length, length, ratio) : lengthCost(length, one.length, ratio);
      const sorts = count === 1 ? sortCost(one.sort, row.sort) : 0;
      const cost = difference(one.bag, bag) + lengths + sorts + widthCost * (count - 1);
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
 * Rows that lie further from the diagonal than this are not compared; keeps long documents quick. Wide enough that the
 * diagonal of a short run against a long one has no gaps.
 */
const bandOf = (n: number, m: number): number => {
  const wide = Math.max(60, Math.ceil(Math.abs(n - m) / 2) + 60);
  const affordable = Math.floor(mostCells / Math.max(1, n) / 2);
  return Math.max(60 + 2 * Math.ceil(m / Math.max(1, n)), Math.min(wide, affordable));
};

/** Aligns two runs of rows by dynamic programming (after Gale and Church 1993), with numerals and lengths as evidence. */
export const alignRun = <T>(a: readonly Row<T>[], b: readonly Row<T>[], ratio: number): readonly Bead<T>[] => {
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
  const beads: Bead<T>[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const step = table[i]?.[j - low(i)];
    if (!step || step.a + step.b === 0) throw new Error(`no alignment ends at ${i}, ${j}`);
    const part = (rows: readonly Row<T>[], end: number, count: number): readonly T[] =>
      rows.slice(end - count, end).map((row) => row.item);
    beads.push({ a: part(a, i, step.a), b: part(b, j, step.b) });
    i -= step.a;
    j -= step.b;
  }
  return beads.reverse();
};

/** How much longer one text is than the other. */
export const ratioOf = (a: readonly Row<unknown>[], b: readonly Row<unknown>[]): number => {
  const size = (rows: readonly Row<unknown>[]): number => rows.reduce((sum, row) => sum + row.length, 0);
  return Math.max(1, size(b)) / Math.max(1, size(a));
};
