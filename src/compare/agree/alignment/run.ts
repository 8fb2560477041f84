import type { Bag } from "../bag.ts";

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

/** A row whose values are numbered, so that bags are compared without looking words up. */
type Counted<T> = Row<T> & {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly total: number;
};

/** Numbers the values of all rows. */
const counted = <T>(rows: readonly Row<T>[], ids: Map<string, number>): readonly Counted<T>[] =>
  rows.map((row) => {
    const keys = [...row.bag.keys()].map((key) => {
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      return id;
    });
    const weights = [...row.bag.values()];
    return { ...row, ids: keys, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
  });

/**
 * How much two growing bags differ: one is given, rows are added to the other. The balances of all values are kept in one
 * array, which `clear` makes ready for the next.
 */
const comparison = (size: number) => {
  const balance = new Float64Array(size);
  let touched: number[] = [];
  let total = 0;
  const add = ({ ids, weights }: Counted<unknown>, sign: 1 | -1): number => {
    for (const [index, id] of ids.entries()) {
      const before = balance[id] as number;
      const after = before + sign * (weights[index] as number);
      balance[id] = after;
      touched.push(id);
      total += Math.abs(after) - Math.abs(before);
    }
    return total;
  };
  const clear = (): void => {
    for (const id of touched) balance[id] = 0;
    touched = [];
    total = 0;
  };
  return { add, clear };
};

/**
 * The costs of all cells of a band around the diagonal, and by how many rows of either text each was reached; a cell
 * outside the band costs more than anything.
 */
const tableOf = (n: number, m: number, band: number) => {
  const width = 2 * band + 2;
  const costs = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps = new Uint8Array((n + 1) * width * 2);
  const middle = (i: number): number => Math.round((i * m) / Math.max(1, n));
  const low = (i: number): number => Math.max(0, middle(i) - band);
  const high = (i: number): number => Math.min(m, middle(i) + band);
  const cell = (i: number, j: number): number => (i < 0 || j < low(i) || j > high(i) ? -1 : i * width + j - low(i));
  const cost = (i: number, j: number): number => costs[cell(i, j)] ?? Number.POSITIVE_INFINITY;
  /** Keeps the cheapest way to a cell: over one that lies `a` and `b` rows before it. */
  const offer = (i: number, j: number, price: number, a: number, b: number): void => {
    const total = cost(i - a, j - b) + price;
    const at = cell(i, j);
    if (!(total < (costs[at] as number))) return;
    costs[at] = total;
    steps[2 * at] = a;
    steps[2 * at + 1] = b;
  };
  const stepTo = (i: number, j: number): readonly [number, number] => {
    const at = cell(i, j);
    return [steps[2 * at] ?? 0, steps[2 * at + 1] ?? 0];
  };
  costs[cell(0, 0)] = 0;
  return { low, high, offer, stepTo };
};

type Work<T> = {
  readonly a: readonly Counted<T>[];
  readonly b: readonly Counted<T>[];
  readonly ratio: number;
  readonly bags: ReturnType<typeof comparison>;
  readonly table: ReturnType<typeof tableOf>;
};

/** Offers every kind of unit that ends behind row i of one text and j of the other. */
const fill = <T>({ a, b, ratio, bags, table }: Work<T>, i: number, j: number): void => {
  const [lastA, lastB] = [a[i - 1], b[j - 1]];
  if (lastA) table.offer(i, j, skipCost + lastA.total, 1, 0);
  if (lastB) table.offer(i, j, skipCost + lastB.total, 0, 1);
  if (!lastA || !lastB) return;
  /** One row against the last `count` of the other text, for growing counts. */
  const grow = (one: Counted<T>, rows: readonly Counted<T>[], end: number, forward: boolean): void => {
    let length = 0;
    bags.clear();
    bags.add(one, 1);
    const newest = rows[end - 1] as Counted<T>;
    for (let count = 1; count <= Math.min(most, end); count++) {
      const row = rows[end - count] as Counted<T>;
      if (count > 1 && !(joined(row, one) && joined(row, newest))) break;
      length += row.length;
      const lengths = forward ? lengthCost(one.length, length, ratio) : lengthCost(length, one.length, ratio);
      const sorts = count === 1 ? sortCost(one.sort, row.sort) : 0;
      const cost = bags.add(row, -1) + lengths + sorts + widthCost * (count - 1);
      table.offer(i, j, cost, forward ? 1 : count, forward ? count : 1);
    }
  };
  grow(lastA, b, j, true);
  grow(lastB, a, i, false);
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
  const [n, m] = [a.length, b.length];
  const ids = new Map<string, number>();
  const [left, right] = [counted(a, ids), counted(b, ids)];
  const table = tableOf(n, m, bandOf(n, m));
  const work: Work<T> = { a: left, b: right, ratio, bags: comparison(ids.size), table };
  for (let i = 0; i <= n; i++) for (let j = table.low(i); j <= table.high(i); j++) if (i > 0 || j > 0) fill(work, i, j);
  const beads: Bead<T>[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [countA, countB] = table.stepTo(i, j);
    if (countA + countB === 0) throw new Error(`no alignment ends at ${i}, ${j}`);
    const part = (rows: readonly Row<T>[], end: number, count: number): readonly T[] =>
      rows.slice(end - count, end).map((row) => row.item);
    beads.push({ a: part(a, i, countA), b: part(b, j, countB) });
    i -= countA;
    j -= countB;
  }
  return beads.reverse();
};

/** How much longer one text is than the other. */
export const ratioOf = (a: readonly Row<unknown>[], b: readonly Row<unknown>[]): number => {
  const size = (rows: readonly Row<unknown>[]): number => rows.reduce((sum, row) => sum + row.length, 0);
  return Math.max(1, size(b)) / Math.max(1, size(a));
};
