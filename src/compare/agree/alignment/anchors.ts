import type { Passage } from "../passages.ts";

/** Indexes of two passages that stand for each other. */
export type Anchor = readonly [a: number, b: number];

type Key = (passage: Passage) => string | undefined;

/** Longest common run of keys in both documents, in order. */
const commonRun = (a: readonly Passage[], b: readonly Passage[], keyOf: Key): readonly Anchor[] => {
  const keyed = (passages: readonly Passage[]) =>
    passages.flatMap((passage, index) => {
      const key = keyOf(passage);
      return key === undefined ? [] : [{ key, index }];
    });
  const [one, other] = [keyed(a), keyed(b)];
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i * width + j] =
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

/** So many heads or numbered paragraphs are compared; a file of more has other marks. */
const mostKeys = 6000;

/** Heads that stand for each other: by level and number, or by number alone, or, unnumbered but equally many, by their order. */
const headAnchors = (a: readonly Passage[], b: readonly Passage[]): readonly Anchor[] => {
  const byLevel = commonRun(a, b, ({ head }) => head && `${head.level}/${head.number}`);
  if (byLevel.length > 0) return byLevel;
  const byNumber = commonRun(a, b, ({ head }) => head?.number);
  if (byNumber.length > 0) return byNumber;
  for (const level of [1, 2, undefined]) {
    const key: Key = ({ block }) =>
      block.role === "head" && (level === undefined || block.level === level) ? "head" : undefined;
    const counts = [a, b].map((passages) => passages.filter((passage) => key(passage)).length);
    if (counts[0] === counts[1] && (counts[0] as number) > 1) return commonRun(a, b, key);
  }
  return [];
};

/** Numbers of paragraphs that go up by one, as speeches and laws count them. */
const countedKeys = (passages: readonly Passage[]): ReadonlyMap<Passage, string> => {
  const keys = new Map<Passage, string>();
  let last = Number.NaN;
  for (const passage of passages) {
    const number = Number(/^(\d{1,4})[.．、]\s?\D/.exec(passage.block.text)?.[1]);
    if (Number.isNaN(number) || passage.head) continue;
    if (Number.isNaN(last) || number === last + 1 || number === 1) {
      keys.set(passage, String(number));
      last = number;
    }
  }
  return keys;
};

/** So many numbered paragraphs in a row are no list that happens to be there. */
const leastCounted = 3;

/** What stands for each other by its number or its place: counted paragraphs, else heads. */
export const anchorsOf = (a: readonly Passage[], b: readonly Passage[]): readonly Anchor[] => {
  const [one, other] = [countedKeys(a), countedKeys(b)];
  if (Math.max(one.size, other.size) < mostKeys) {
    const counted = commonRun(a, b, (passage) => one.get(passage) ?? other.get(passage));
    const enough = Math.max(leastCounted, 0.6 * Math.max(one.size, other.size));
    if (counted.length >= enough) return counted;
  }
  return headAnchors(a, b);
};
