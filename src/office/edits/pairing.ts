import type { Line } from "./lines.ts";

/** A line as it was with what it is in the edited file; one is left out where it was added or removed. */
export type LinePair = { readonly old?: Line; readonly own?: Line };

/** How much two texts have in common, 0 to 1: Dice's coefficient of their pairs of letters. */
const likeness = (a: string, b: string): number => {
  if (a === b) return 1;
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short < 2 || short * 4 < long) return 0;
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < a.length; index++) {
    const pair = a.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index + 1 < b.length; index++) {
    const pair = b.slice(index, index + 2);
    const count = counts.get(pair) ?? 0;
    if (count === 0) continue;
    counts.set(pair, count - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length - 2);
};

const least = 0.45;

const score = (old: Line, own: Line): number => {
  if (old.text === own.text) return 1;
  const tags = new Set(own.figures.map(({ tag }) => tag));
  if (old.figures.some(({ tag }) => tags.has(tag))) return 0.95;
  const alike = likeness(old.text, own.text);
  return alike < least ? 0 : alike * 0.9;
};

/** Lines between two that are known, in their order, so that as much as possible stays as it was. */
const aligned = (old: readonly Line[], own: readonly Line[]): readonly LinePair[] => {
  const scores = old.map((one) => own.map((other) => score(one, other)));
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(own.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = own.length - 1; j >= 0; j--) {
      const same = scores[i]?.[j] ?? 0;
      (best[i] as Float64Array)[j] = Math.max(same > 0 ? same + at(i + 1, j + 1) : 0, at(i + 1, j), at(i, j + 1));
    }
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < own.length) {
    const [one, other] = [old[i], own[j]];
    const same = scores[i]?.[j] ?? 0;
    if (one && other && same > 0 && at(i, j) === same + at(i + 1, j + 1)) {
      pairs.push({ old: one, own: other });
      i++;
      j++;
    } else if (one && (!other || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push({ old: one });
      i++;
    } else if (other) {
      pairs.push({ own: other });
      j++;
    }
  }
  return pairs;
};

const byBlock = (lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> => {
  const blocks = new Map<string, Line[]>();
  for (const line of lines) blocks.set(line.block, [...(blocks.get(line.block) ?? []), line]);
  return blocks;
};

export type Pairing = { readonly pairs: readonly LinePair[]; readonly moved: readonly Line[] };

/** Lines by the bookmarks of their blocks, wherever those stand now; what has none, by its figures and words in its place. */
export const pairedLines = (old: readonly Line[], own: readonly Line[]): Pairing => {
  const [then, now] = [byBlock(old), byBlock(own)];
  const partner = new Map<Line, Line>();
  for (const [block, lines] of then) {
    const others = now.get(block) ?? [];
    if (block === "" || others.length !== lines.length) continue;
    lines.forEach((line, index) => {
      const other = others[index] as Line;
      // A block that was copied over another is not that other.
      if (lines.length === 1 || score(line, other) > 0) partner.set(line, other);
    });
  }
  const taken = new Set(partner.values());
  const order = new Map(own.map((line, index) => [line, index]));
  const kept = rising(old.flatMap((line) => (partner.has(line) ? [order.get(partner.get(line) as Line) ?? 0] : [])));
  const moved = [...taken].filter((line) => !kept.has(order.get(line) ?? 0));
  // What is left is aligned between those that kept their order.
  const pairs: LinePair[] = [];
  let [gap, from]: [Line[], number] = [[], 0];
  const close = (to: number): void => {
    pairs.push(
      ...aligned(
        gap,
        own.slice(from, to).filter((line) => !taken.has(line)),
      ),
    );
    gap = [];
  };
  for (const line of old) {
    const other = partner.get(line);
    if (!other) {
      gap.push(line);
      continue;
    }
    const at = order.get(other) ?? 0;
    if (kept.has(at)) {
      close(at);
      from = at + 1;
    }
    pairs.push({ old: line, own: other });
  }
  close(own.length);
  return { pairs, moved };
};

/** The longest run of numbers that rise, as a set. */
const rising = (numbers: readonly number[]): ReadonlySet<number> => {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    before.set(number, tails[low - 1]);
    tails[low] = number;
  }
  const kept = new Set<number>();
  for (let number = tails.at(-1); number !== undefined; number = before.get(number)) kept.add(number);
  return kept;
};
