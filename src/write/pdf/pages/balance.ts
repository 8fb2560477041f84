import { type Column, type Fault, fillPages, type Item, type Page } from "../../../typeset/index.ts";
import type { Content } from "../content.ts";

type Filled = { readonly pages: readonly Page<Content>[]; readonly faults: readonly Fault<Content>[] };

const fill = (items: readonly Item<Content>[], column: Column<Content>): Filled => {
  const faults: Fault<Content>[] = [];
  const pages = fillPages(items, column, (fault) => faults.push(fault));
  return { pages, faults };
};

/** The items of each page, in the order in which they came to stand; what is repeated is left out. */
const itemsOf = ({ pages }: Filled, items: readonly Item<Content>[]): readonly (readonly Item<Content>[])[] => {
  const own = new Map(items.map((item) => [item.content, item]));
  return pages.map(({ placed }) => placed.flatMap(({ content }) => own.get(content) ?? []));
};

/** The latest place between two pages' beginnings where the last page has enough and nothing is torn. */
const laterBreak = (items: readonly Item<Content>[], from: number, end: number, least: number): number | undefined => {
  let height = items.slice(end).reduce((sum, item) => sum + item.height, 0);
  for (let at = end - 1; at > from; at--) {
    const item = items[at] as Item<Content>;
    height += item.height;
    // A row that would need its table's head again, and a note's caller, stay where they are.
    if (item.repeat.length > 0 || item.notes.length > 0) return undefined;
    if (height >= least && !items[at - 1]?.withNext) return at;
  }
  return undefined;
};

/**
 * The pages of a chapter. A last page with less than `least` pt on it takes lines over from the page before, as long as
 * that one keeps more than half of its own.
 */
export const chapterPages = (
  items: readonly Item<Content>[],
  column: Column<Content>,
  least: number,
  fault: (fault: Fault<Content>) => void,
): readonly Page<Content>[] => {
  const first = fill(items, column);
  const told = ({ pages, faults }: Filled): readonly Page<Content>[] => {
    for (const one of faults) fault(one);
    return pages;
  };
  const last = first.pages.at(-1);
  if (first.pages.length < 2 || !last || last.filled >= least - 1e-6) return told(first);
  const standing = itemsOf(first, items);
  const ordered = standing.flat();
  const end = ordered.length - (standing.at(-1)?.length ?? 0);
  const at = laterBreak(ordered, end - (standing.at(-2)?.length ?? 0), end, least);
  if (at === undefined) return told(first);
  const [head, tail] = [fill(ordered.slice(0, at), column), fill(ordered.slice(at), column)];
  const kept = head.pages.at(-1);
  const better =
    head.pages.length === first.pages.length - 1 &&
    tail.pages.length === 1 &&
    kept !== undefined &&
    kept.filled > column.height / 2 &&
    head.faults.length + tail.faults.length <= first.faults.length;
  return better
    ? told({ pages: [...head.pages, ...tail.pages], faults: [...head.faults, ...tail.faults] })
    : told(first);
};
