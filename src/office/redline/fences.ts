import { childOf, elementsOf, isElement, textOf, type XmlElement, type XmlNode } from "../xml.ts";
import type { Pairing } from "./alignment.ts";

/**
 * Fields that run over several paragraphs (contents, lists of figures): their beginning and end are no part of what changes
 * inside, and must not go with the first or last entry.
 */

/** A field by its instruction: the paragraphs that it begins and ends in, and the runs that do so. */
type Fence = {
  readonly instruction: string;
  readonly first: number;
  last: number;
  readonly runs: Set<XmlNode>;
  close: XmlElement[];
  readonly open: readonly XmlElement[];
};

/** A field that both files have, by the paragraphs that it begins and ends in, without its runs. */
export type SharedFence = {
  readonly first: Pairing;
  readonly last: Pairing;
  readonly open: readonly XmlElement[];
  readonly close: readonly XmlElement[];
};

const fieldType = (run: XmlElement): string | undefined => childOf(run, "w:fldChar")?.attributes["w:fldCharType"];

const fencesIn = (blocks: readonly XmlElement[]): readonly Fence[] => {
  const fences: Fence[] = [];
  blocks.forEach((block, index) => {
    if (block.name !== "w:p") return;
    const runs = elementsOf(block).filter(({ name }) => name === "w:r");
    const at = runs.findIndex((run) => textOf(run).trim().startsWith("TOC "));
    const opens = at > 0 && fieldType(runs[at - 1] as XmlElement) === "begin";
    const open = opens ? runs.slice(at - 1, at + 2) : [];
    if (opens)
      fences.push({
        instruction: textOf(runs[at] as XmlElement),
        first: index,
        last: index,
        runs: new Set(open),
        open,
        close: [],
      });
    let depth = 0;
    for (const run of runs) {
      if (open.includes(run)) continue;
      const type = fieldType(run);
      if (type === "begin") depth++;
      if (type !== "end" || --depth >= 0) continue;
      const fence = fences.at(-1);
      if (!fence) continue;
      fence.last = index;
      fence.close = [run];
      fence.runs.add(run);
    }
  });
  return fences.filter(({ close }) => close.length > 0);
};

const without = (blocks: readonly XmlElement[], fences: readonly Fence[]): readonly XmlElement[] => {
  const runs = new Set(fences.flatMap((fence) => [...fence.runs]));
  if (runs.size === 0) return blocks;
  return blocks.map((block) =>
    block.children.some((child) => runs.has(child))
      ? { ...block, children: block.children.filter((child) => !runs.has(child)) }
      : block,
  );
};

/** The blocks of both files without the fields that both have. */
export const unfenced = (old: readonly XmlElement[], own: readonly XmlElement[]) => {
  const [then, now] = [fencesIn(old), fencesIn(own)];
  const pairs = now.flatMap((fence) => {
    const other = then.find(({ instruction }) => instruction === fence.instruction);
    return other ? [{ fence, other }] : [];
  });
  const before = without(
    old,
    pairs.map(({ other }) => other),
  );
  const after = without(
    own,
    pairs.map(({ fence }) => fence),
  );
  const pairing = (one: number, other: number): Pairing => ({
    old: before[one] as XmlElement,
    own: after[other] as XmlElement,
  });
  const fences = pairs.map(
    ({ fence, other }): SharedFence => ({
      first: pairing(other.first, fence.first),
      last: pairing(other.last, fence.last),
      open: fence.open,
      close: fence.close,
    }),
  );
  return { before, after, fences };
};

/** A block of each file, and what was made of it. */
type Made = { readonly pair: Pairing; readonly blocks: readonly XmlElement[] };

const isProperties = (node: XmlNode): boolean => isElement(node) && node.name === "w:pPr";

/** Puts a field around the first and last paragraph that it has in either file. */
export const fencedAgain = (made: readonly Made[], { first, last, open, close }: SharedFence): readonly Made[] => {
  const isAt = (edge: Pairing, { pair }: Made): boolean =>
    (pair.old !== undefined && pair.old === edge.old) || (pair.own !== undefined && pair.own === edge.own);
  const [start, end] = [made.findIndex((one) => isAt(first, one)), made.findLastIndex((one) => isAt(last, one))];
  const change =
    (index: number, by: (block: XmlElement) => XmlElement) =>
    (one: Made, at: number): Made =>
      at === index && one.blocks[0] ? { ...one, blocks: [by(one.blocks[0]), ...one.blocks.slice(1)] } : one;
  return made
    .map(
      change(start, (block) => ({
        ...block,
        children: [
          ...block.children.filter(isProperties),
          ...open,
          ...block.children.filter((child) => !isProperties(child)),
        ],
      })),
    )
    .map(change(end, (block) => ({ ...block, children: [...block.children, ...close] })));
};
