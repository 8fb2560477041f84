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

/** Words, single characters of scripts without spaces, marks and spaces of a text. */
export const tokensOf = (text: string): readonly string[] =>
  text.match(/\{[^{}\s]+\}|\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|./gu) ?? [];

/** How alike two texts are, from 0 to 1: the share of their words that they have in common, in order. */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [tokensOf(a), tokensOf(b)].map((tokens) => tokens.filter((token) => token.trim() !== ""));
  const total = (left?.length ?? 0) + (right?.length ?? 0);
  return total === 0 ? 1 : (2 * commonOf(left ?? [], right ?? [], (x, y) => x === y).length) / total;
};

/** A stretch of a comparison: said in both, only before, only now. */
export type Change = { readonly kind: "same" | "before" | "now"; readonly text: string };

/** What changed from one text to another, word by word. */
export const changesOf = (before: string, now: string): readonly Change[] => {
  const [a, b] = [tokensOf(before), tokensOf(now)];
  const changes: { kind: Change["kind"]; text: string }[] = [];
  const say = (kind: Change["kind"], tokens: readonly string[]): void => {
    const last = changes.at(-1);
    const text = tokens.join("");
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [k, l] of [...commonOf(a, b, (x, y) => x === y), [a.length, b.length] as const]) {
    say("before", a.slice(i, k));
    say("now", b.slice(j, l));
    say("same", a.slice(k, k + 1));
    [i, j] = [k + 1, l + 1];
  }
  return changes;
};

/** "of the city [-in 2018-]{+in 2019+}" */
export const changeText = (before: string, now: string): string =>
  changesOf(before, now)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "before" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
