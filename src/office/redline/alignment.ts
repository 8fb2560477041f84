import { diffArrays } from "diff";
import { childOf, elementsOf, textOf, valOf, walk, type XmlElement } from "../xml.ts";
import type { Mark } from "./paragraph.ts";
import { canMerge } from "./table.ts";

/** A block of one file or the other, or one that both have. */
export type Pairing = { readonly old?: XmlElement; readonly own?: XmlElement };

const blockMark = /^_wp_/;

/** The name of the block that begins with a paragraph: the innermost of its bookmarks. */
const nameOf = (block: XmlElement): string | undefined => {
  if (block.name !== "w:p") return undefined;
  const names = elementsOf(block).flatMap(({ name, attributes }) =>
    name === "w:bookmarkStart" && blockMark.test(attributes["w:name"] ?? "") ? [attributes["w:name"] ?? ""] : [],
  );
  if (names.length > 0) return names.at(-1);
  const style = valOf(childOf(block, "w:pPr"), "w:pStyle") ?? "";
  if (style.startsWith("TOCHeading")) return `contents ${textOf(block)}`;
  const link = /^TOC|^TableofFigures/i.test(style)
    ? [...walk(block)].find(({ name }) => name === "w:hyperlink")?.attributes["w:anchor"]
    : undefined;
  return link === undefined ? undefined : `entry ${link}`;
};

/** Names of blocks: their own, or how they follow one that has a name. */
const keysOf = (blocks: readonly XmlElement[]): readonly string[] => {
  let anchor = "";
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const own = nameOf(block);
    if (own !== undefined) {
      anchor = own;
      counts.clear();
      return own;
    }
    const kind = block.name === "w:p" ? (valOf(childOf(block, "w:pPr"), "w:pStyle") ?? "") : block.name;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${anchor}/${kind}/${count}`;
  });
};

/** The blocks of both files in one order; what is gone stands before what came in its place. */
export const aligned = (old: readonly XmlElement[], own: readonly XmlElement[]): readonly Pairing[] => {
  const pairs: Pairing[] = [];
  let [from, to] = [0, 0];
  for (const { count = 0, added, removed } of diffArrays([...keysOf(old)], [...keysOf(own)]))
    for (let index = 0; index < count; index++) {
      const pair = { ...(added ? {} : { old: old[from++] }), ...(removed ? {} : { own: own[to++] }) } as Pairing;
      pairs.push(pair);
    }
  return pairs;
};

const isParagraph = (block: XmlElement | undefined): boolean => block?.name === "w:p";
const isBoth = ({ old, own }: Pairing): boolean => old !== undefined && own !== undefined;

/**
 * A paragraph that goes or comes joins the one behind it. Before a table and at the end of a cell or section there is none:
 * there the last one that went and the last that came are taken for one, whose words changed.
 */
export const settled = (pairs: readonly Pairing[]): readonly Pairing[] => {
  const result: Pairing[] = [];
  let gap: Pairing[] = [];
  const close = (hard: boolean): void => {
    const gone = gap.filter(({ own }) => !own);
    const come = gap.filter(({ old }) => !old);
    const [lastGone, lastCome] = [gone.at(-1)?.old, come.at(-1)?.own];
    if (hard && lastGone && lastCome && isParagraph(lastGone) && isParagraph(lastCome))
      result.push(...gone.slice(0, -1), ...come.slice(0, -1), { old: lastGone, own: lastCome });
    else result.push(...gone, ...come);
    gap = [];
  };
  for (const pair of pairs) {
    if (!isBoth(pair)) gap.push(pair);
    else {
      close(!isParagraph(pair.own));
      result.push(pair);
    }
  }
  close(true);
  return result;
};

/** A pair, what becomes of its mark, and whose properties it takes: the marks of a run that nothing follows move one place up. */
export type Plan = { readonly pair: Pairing; readonly mark: Mark; readonly properties?: Pairing };

const stateOf = ({ old, own }: Pairing): Mark => (old && own ? "kept" : old ? "removed" : "inserted");

export const planned = (pairs: readonly Pairing[]): readonly Plan[] => {
  const plans: Plan[] = pairs.map((pair) => ({ pair, mark: stateOf(pair) }));
  pairs.forEach((pair, end) => {
    const next = pairs[end + 1];
    const nothingFollows = next === undefined || (isBoth(next) && !isParagraph(next.own));
    const state = stateOf(pair);
    if (state === "kept" || !nothingFollows || !isParagraph(pair.old ?? pair.own)) return;
    let start = end;
    while (start > 0 && stateOf(pairs[start - 1] as Pairing) === state) start--;
    const held = pairs[start - 1];
    if (!held || !isBoth(held) || !isParagraph(held.own) || !isParagraph(held.old)) return;
    plans[start - 1] = { pair: held, mark: state };
    plans[end] = { pair, mark: "kept", properties: held };
  });
  return plans;
};

/** Tables whose columns are not the same are an old one and a new one, each with its caption and the paragraph behind it. */
export const parted = (pairs: readonly Pairing[]): readonly Pairing[] => {
  const apart = new Set<number>();
  pairs.forEach(({ old, own }, index) => {
    if (!old || !own || (old.name === own.name && (old.name !== "w:tbl" || canMerge(old, own)))) return;
    apart.add(index);
    if (old.name !== "w:tbl") return;
    for (const near of [index - 1, index + 1]) {
      const beside = pairs[near];
      const style = valOf(childOf(beside?.own, "w:pPr"), "w:pStyle") ?? "";
      if (beside && isBoth(beside) && /^Table/.test(style)) apart.add(near);
    }
  });
  const result: Pairing[] = [];
  let [gone, come]: [Pairing[], Pairing[]] = [[], []];
  pairs.forEach((pair, index) => {
    if (apart.has(index)) {
      gone.push({ old: pair.old as XmlElement });
      come.push({ own: pair.own as XmlElement });
      return;
    }
    result.push(...gone, ...come, pair);
    [gone, come] = [[], []];
  });
  return [...result, ...gone, ...come];
};
