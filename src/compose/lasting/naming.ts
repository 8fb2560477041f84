import type { Id } from "../../model/document.ts";
import type { Matching } from "./matching.ts";
import { letters, type Named } from "./tree.ts";

/** One language while its things get their lasting ids. */
export type Naming = {
  readonly tree: Named;
  readonly matching: Matching;
  readonly ids: Map<Named, Id>;
  /** Things by their lasting id, as far as they have one. */
  readonly named: Map<Id, Named>;
};

export const openNaming = (tree: Named, matching: Matching): Naming => {
  const ids = new Map<Named, Id>([...matching].map(([today, earlier]) => [today, earlier.id]));
  const own = [...authored(tree)];
  for (const one of own) ids.set(one, one.id);
  return { tree, matching, ids, named: new Map([...ids].map(([one, id]) => [id, one])) };
};

function* authored(tree: Named): Generator<Named> {
  if (tree.kind === "authored") yield tree;
  for (const child of tree.children) yield* authored(child);
}

const sameKeys = (a: Named, b: Named): boolean => a.keys.toSorted().join() === b.keys.toSorted().join();
/** Whether the figures that two things print speak against their being translations of one another. */
const apart = (a: Named, b: Named): boolean =>
  a.keys.length > 0 && b.keys.length > 0 && !a.keys.some((key) => b.keys.includes(key));

/** The nearest sibling in a direction that the other language has below the same owner. */
const anchor = (own: readonly Named[], from: number, step: number, { ids }: Naming, there: ReadonlyMap<Id, number>) => {
  for (let index = from; index >= 0 && index < own.length; index += step) {
    const place = there.get(ids.get(own[index] as Named) ?? "");
    if (place !== undefined) return { index, place };
  }
  return step < 0 ? { index: -1, place: -1 } : { index: own.length, place: Number.POSITIVE_INFINITY };
};

/**
 * The id that a thing has in another language, which this one does not have yet: what stands there between the same
 * neighbours. Several are told apart by their order where they are as many here as there, else by the figures they print.
 */
export const counterpart = (
  siblings: readonly Named[],
  index: number,
  here: Naming,
  owner: Id,
  other: Naming,
): Id | undefined => {
  const one = siblings[index] as Named;
  const above = other.named.get(owner);
  if (!above) return undefined;
  const there = new Map(
    above.children.flatMap((child, place) => {
      const id = other.ids.get(child);
      return id === undefined ? [] : [[id, place] as const];
    }),
  );
  const before = anchor(siblings, index - 1, -1, here, there);
  const behind = anchor(siblings, index + 1, 1, here, there);
  const own = siblings
    .slice(before.index + 1, behind.index)
    .filter((child) => child.kind === one.kind && !here.ids.has(child));
  const candidates = above.children
    .slice(before.place + 1, behind.place)
    .filter((child) => child.kind === one.kind && other.ids.has(child) && !here.named.has(other.ids.get(child) as Id));
  const inOrder = own.length === candidates.length ? candidates[own.indexOf(one)] : undefined;
  if (inOrder && !apart(one, inOrder)) return other.ids.get(inOrder);
  const alike = one.keys.length > 0 ? candidates.filter((child) => sameKeys(one, child)) : [];
  return alike.length === 1 ? other.ids.get(alike[0] as Named) : undefined;
};

/** Numbers that were given below each owner; a number is never given again. */
export class Numbers {
  readonly last: Record<string, number>;
  constructor(known: readonly Readonly<Record<string, number>>[]) {
    this.last = {};
    for (const numbers of known)
      for (const [name, number] of Object.entries(numbers)) this.last[name] = Math.max(this.last[name] ?? 0, number);
  }
  next(owner: Id, kind: keyof typeof letters): Id {
    const name = `${owner}.${letters[kind]}`;
    const number = (this.last[name] ?? 0) + 1;
    this.last[name] = number;
    return name + number;
  }
}

/** Gives an id to all that has none: its counterpart's in another language, else one that was never used. */
export const nameRest = (here: Naming, others: readonly Naming[], numbers: Numbers): void => {
  const visit = (owner: Named): void => {
    const ownerId = here.ids.get(owner) as Id;
    for (const [index, child] of owner.children.entries()) {
      if (!here.ids.has(child) && child.kind !== "authored") {
        let id: Id | undefined;
        for (const other of others) id ??= counterpart(owner.children, index, here, ownerId, other);
        id ??= numbers.next(ownerId, child.kind);
        here.ids.set(child, id);
        here.named.set(id, child);
      }
      visit(child);
    }
  };
  visit(here.tree);
};
