import { likeness, signature } from "./likeness.ts";
import { type Named, walkTree } from "./tree.ts";

/** Today's things with the earlier ones that they are. */
export type Matching = ReadonlyMap<Named, Named>;

/** Least likeness of an edited thing in its place; less will do between neighbours that are known. */
const leastInPlace = 0.4;
const neighbourBonus = 0.1;
/** Least likeness of a thing that was moved and edited. */
const leastMoved = 0.6;

class Pairs {
  readonly earlierOf = new Map<Named, Named>();
  readonly #taken = new Set<Named>();

  add(today: Named, earlier: Named): void {
    this.earlierOf.set(today, earlier);
    this.#taken.add(earlier);
  }
  isFree(today: Named, earlier: Named): boolean {
    return today.kind === earlier.kind && !this.earlierOf.has(today) && !this.#taken.has(earlier);
  }
  isTaken(earlier: Named): boolean {
    return this.#taken.has(earlier);
  }
}

/** What may be found elsewhere: all that its place named, but for columns, which belong to their table. */
const placed = (tree: Named): readonly Named[] =>
  [...walkTree(tree)].filter(({ kind }) => kind !== "authored" && kind !== "column");

/** What an author named is the same while it is called the same. */
const pairAuthored = (today: Named, earlier: Named, pairs: Pairs): void => {
  const known = new Map([...walkTree(earlier)].filter(({ kind }) => kind === "authored").map((one) => [one.id, one]));
  for (const one of walkTree(today)) {
    const other = one.kind === "authored" ? known.get(one.id) : undefined;
    if (other) pairs.add(one, other);
  }
};

const bySignature = (things: readonly Named[]): ReadonlyMap<string, readonly Named[]> => {
  const groups = new Map<string, Named[]>();
  for (const one of things) {
    if (one.words.length === 0) continue;
    const name = signature(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
};

/** What says the same and is the only one that does, on both sides: wherever it went. */
const pairUnique = (today: readonly Named[], earlier: readonly Named[], pairs: Pairs): void => {
  const [own, other] = [bySignature(today), bySignature(earlier)];
  for (const [name, [one, ...more]] of own) {
    const [match, ...others] = other.get(name) ?? [];
    if (one && match && more.length === 0 && others.length === 0 && pairs.isFree(one, match)) pairs.add(one, match);
  }
};

/** How well two children stand in for one another: likeness, and whether their neighbours are the same. */
const standing = (pairs: Pairs, own: readonly Named[], other: readonly Named[]) => {
  const places = new Map(other.map((one, index) => [one, index]));
  return (i: number, j: number): number => {
    const [a, b] = [own[i] as Named, other[j] as Named];
    if (!pairs.isFree(a, b)) return 0;
    const neighbours = [-1, 1].filter((step) => {
      const beside = own[i + step];
      if (!beside) return other[j + step] === undefined;
      const match = pairs.earlierOf.get(beside);
      return match !== undefined && places.get(match) === j + step;
    });
    const score = likeness(a, b) + neighbourBonus * neighbours.length;
    return score >= leastInPlace ? score : 0;
  };
};

/** Pairs the children of two owners that are one: in their order, so that the sum of their standings is greatest. */
const pairInOrder = (today: Named, earlier: Named, pairs: Pairs): void => {
  const [own, other] = [today.children, earlier.children];
  const score = standing(pairs, own, other);
  const scores = own.map((_, i) => other.map((__, j) => score(i, j)));
  const best = Array.from({ length: own.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const through = (i: number, j: number): number => {
    const own = scores[i]?.[j] ?? 0;
    return own > 0 ? own + at(i + 1, j + 1) : 0;
  };
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), through(i, j));
  for (let [i, j] = [0, 0]; i < own.length && j < other.length; ) {
    if (through(i, j) > 0 && through(i, j) === at(i, j)) pairs.add(own[i++] as Named, other[j++] as Named);
    else if (at(i, j + 1) === at(i, j)) j++;
    else i++;
  }
};

/** What was moved and edited: the likest first. */
const pairMoved = (today: readonly Named[], earlier: readonly Named[], pairs: Pairs): boolean => {
  const left = earlier.filter((one) => !pairs.isTaken(one));
  const found = today
    .filter((one) => !pairs.earlierOf.has(one))
    .flatMap((one) => left.map((other) => ({ one, other })))
    .filter(({ one, other }) => one.kind === other.kind && one.words.length > 0)
    .map((pair) => ({ ...pair, like: likeness(pair.one, pair.other) }))
    .filter(({ like }) => like >= leastMoved)
    .toSorted((a, b) => b.like - a.like);
  const size = pairs.earlierOf.size;
  for (const { one, other } of found) if (pairs.isFree(one, other)) pairs.add(one, other);
  return pairs.earlierOf.size > size;
};

/**
 * Which of the earlier things today's are. First what says the same and nothing else does, wherever it stands; then, below
 * owners that are one, what is alike in order; then what is alike elsewhere. Deterministic: the first of equals wins.
 */
export const matchTrees = (today: Named, earlier: Named): Matching => {
  const pairs = new Pairs();
  pairAuthored(today, earlier, pairs);
  const [own, other] = [placed(today), placed(earlier)];
  pairUnique(own, other, pairs);
  // Owners come before what they hold, so that what is found below one leads further down.
  const descend = (): void => {
    for (const one of walkTree(today)) {
      const match = pairs.earlierOf.get(one);
      if (match) pairInOrder(one, match, pairs);
    }
  };
  descend();
  if (pairMoved(own, other, pairs)) descend();
  return pairs.earlierOf;
};
