/** Sequences side by side: what they have in common, in order. */

/** Tables of more cells than this are not filled; only the common ends of such sequences are found. */
const maxCells = 4_000_000;

/** Pairs of indices of a longest common subsequence, ascending. */
export const commonOf = <A, B>(
  a: readonly A[],
  b: readonly B[],
  equal: (one: A, other: B) => boolean,
): readonly (readonly [number, number])[] => {
  let head = 0;
  while (head < a.length && head < b.length && equal(a[head] as A, b[head] as B)) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    equal(a[a.length - 1 - tail] as A, b[b.length - 1 - tail] as B)
  )
    tail++;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  const pairs: [number, number][] = Array.from({ length: head }, (_, index) => [index, index]);
  if (n * m > 0 && n * m <= maxCells) {
    const width = m + 1;
    const lengths = new Uint32Array((n + 1) * width);
    const same = (i: number, j: number): boolean => equal(a[head + i] as A, b[head + j] as B);
    const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
    for (let i = n - 1; i >= 0; i--)
      for (let j = m - 1; j >= 0; j--)
        lengths[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    for (let i = 0, j = 0; i < n && j < m; ) {
      if (same(i, j)) pairs.push([head + i++, head + j++]);
      else if (at(i + 1, j) >= at(i, j + 1)) i++;
      else j++;
    }
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
};
