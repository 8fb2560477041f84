import type { Entry } from "./entry.ts";

/** An entry of then with its counterpart of now; one of the two is left out where it was removed or added. */
export type Pair = { readonly before?: Entry; readonly after?: Entry };

/** Least likeness of two entries that are the same sentence, edited. */
const least = 0.3;

const pairsOfLetters = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const letters = [...text];
  for (let index = 0; index + 1 < letters.length; index++) {
    const pair = `${letters[index]}${letters[index + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

/** How much two texts have in common, 0 to 1: Dice's coefficient of their pairs of letters, in any script. */
export const likeness = (a: string, b: string): number => {
  const [first, second] = [pairsOfLetters(a), pairsOfLetters(b)];
  let [shared, all] = [0, 0];
  for (const [pair, count] of first) {
    shared += Math.min(count, second.get(pair) ?? 0);
    all += count;
  }
  for (const count of second.values()) all += count;
  return all === 0 ? Number(a === b) : (2 * shared) / all;
};

/** 1 for what is printed alike, less for what was edited, 0 for different things. */
const scoreOf = (before: Entry, after: Entry): number => {
  if (before.shape.printed === after.shape.printed) return 1;
  if (before.shape.typed === after.shape.typed) return 0.99;
  const alike = likeness(before.shape.typed, after.shape.typed);
  return alike < least ? 0 : alike * 0.98;
};

/**
 * Aligns the entries of one slot in their order, so that as much as possible stays as it was: what is the same stands
 * beside the same, what was edited beside what it was. A single entry on each side is one pair in any case.
 */
export const pairUp = (before: readonly Entry[], after: readonly Entry[]): readonly Pair[] => {
  const [first, second] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && first && second) return [{ before: first, after: second }];
  // Mostly only a few sentences differ, and what stands around them is quickly told.
  const start = sameAtStart(before, after);
  const end = sameAtStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const same = (from: number, to: number): readonly Pair[] =>
    before.slice(from, to).map((entry, index) => {
      const other = after[from === 0 ? index : after.length - end + index];
      return other ? { before: entry, after: other } : { before: entry };
    });
  return [
    ...same(0, start),
    ...aligned(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.length - end, before.length),
  ];
};

const sameAtStart = (before: readonly Entry[], after: readonly Entry[]): number => {
  const differs = before.findIndex((entry, index) => entry.shape.printed !== after[index]?.shape.printed);
  return differs < 0 ? before.length : differs;
};

const aligned = (before: readonly Entry[], after: readonly Entry[]): readonly Pair[] => {
  // best[i][j]: the most that before[i…] and after[j…] have in common.
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const scores = before.map((one) => after.map((other) => scoreOf(one, other)));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0;
      (best[i] as number[])[j] = Math.max(score > 0 ? score + at(i + 1, j + 1) : 0, at(i + 1, j), at(i, j + 1));
    }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]];
    const score = scores[i]?.[j] ?? 0;
    if (one && other && score > 0 && at(i, j) === score + at(i + 1, j + 1)) {
      pairs.push({ before: one, after: other });
      i++;
      j++;
    } else if (one && (!other || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push({ before: one });
      i++;
    } else if (other) {
      pairs.push({ after: other });
      j++;
    }
  }
  return pairs;
};
