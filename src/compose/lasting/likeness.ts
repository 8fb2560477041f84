import type { Named } from "./tree.ts";

/** A printed figure says more of what a block is than a word. */
const keyWeight = 3;
const weightOf = (word: string): number => (word.startsWith("{") ? keyWeight : 1);

const countsOf = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const counts = new WeakMap<Named, ReadonlyMap<string, number>>();
const knownCounts = (named: Named): ReadonlyMap<string, number> => {
  const known = counts.get(named) ?? countsOf(named.words);
  counts.set(named, known);
  return known;
};

/** Share of words and figures that two things have in common, 0 to 1 (Dice's coefficient over multisets). */
export const likeness = (a: Named, b: Named): number => {
  const [own, other] = [knownCounts(a), knownCounts(b)];
  let [common, all] = [0, 0];
  for (const [word, count] of own) {
    common += weightOf(word) * Math.min(count, other.get(word) ?? 0);
    all += weightOf(word) * count;
  }
  for (const [word, count] of other) all += weightOf(word) * count;
  return all === 0 ? 1 : (2 * common) / all;
};

/** The same for two things that say the same, whatever their figures' values. */
export const signature = ({ kind, words }: Named): string => JSON.stringify([kind, words]);
