import type { Document, Id } from "../../model/document.ts";
import type { Entry } from "./entry.ts";
import { movedBlocks } from "./moves.ts";
import { type Pair, pairUp } from "./pairing.ts";

const bySlot = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const slots = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = slots.get(entry.slot);
    if (known) known.push(entry);
    else slots.set(entry.slot, [entry]);
  }
  return slots;
};

/** Both orders in one: what stands in the first alone comes behind what it followed there. */
const mergedOrder = (first: Iterable<string>, second: ReadonlyMap<string, unknown>): readonly string[] => {
  const following = new Map<string, string[]>([["", []]]);
  let last = "";
  for (const slot of first) {
    if (second.has(slot)) {
      last = slot;
      following.set(slot, []);
    } else following.get(last)?.push(slot);
  }
  const behind = (slot: string): readonly string[] => following.get(slot) ?? [];
  return [...behind(""), ...[...second.keys()].flatMap((slot) => [slot, ...behind(slot)])];
};

/** What is printed otherwise, new or gone, in the order of reading. */
export const differing = (before: readonly Entry[], after: readonly Entry[]): readonly Pair[] => {
  const [then, now] = [bySlot(before), bySlot(after)];
  const isOtherwise = ({ before: one, after: other }: Pair): boolean => {
    const part = (one ?? other)?.part;
    if (part !== undefined && !(then.has(part) && now.has(part))) return false;
    return one?.shape.printed !== other?.shape.printed;
  };
  return mergedOrder(then.keys(), now).flatMap((slot) =>
    pairUp(then.get(slot) ?? [], now.get(slot) ?? []).filter(isOtherwise),
  );
};

/** An entry's block and what it stands in, from a block on. */
const from = (id: Id, entry: Entry): Entry => ({
  ...entry,
  block: id,
  around: entry.around.slice(entry.around.indexOf(id)),
});

/** The blocks that stand elsewhere, each by the first thing that it prints then and now. */
export const moved = (
  before: readonly Entry[],
  after: readonly Entry[],
  documents: readonly [Document, Document],
): readonly (Required<Pair> & { readonly block: Id })[] =>
  [...movedBlocks(...documents)].flatMap((id) => {
    const first = (entries: readonly Entry[]): Entry | undefined =>
      entries.find((entry) => entry.thing !== "contents-entry" && entry.around.includes(id));
    const [one, other] = [first(before), first(after)];
    return one && other ? [{ block: id, before: from(id, one), after: from(id, other) }] : [];
  });
