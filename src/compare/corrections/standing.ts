import type { ChangePages, PageReference } from "../../model/change.ts";
import type { Id } from "../../model/document.ts";
import { blockPath, type PageMap } from "../../model/edition.ts";
import { walkInlines } from "../../model/walk.ts";
import type { Entry } from "./entry.ts";
import type { Pair } from "./pairing.ts";
import type { EditionPart } from "./parts.ts";

const reference = (pages: PageMap, page: number): PageReference => ({ page, label: pages.labels[page - 1] ?? "" });

const range = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Ids of the printed figures in an entry, which say more exactly where it stands than its block does. */
const valuesIn = ({ wording, within }: Entry): readonly Id[] => [
  ...(within === undefined ? [] : [within]),
  ...[...walkInlines(wording.inlines ?? [])].flatMap((inline) => (inline.type === "value" ? [inline.id] : [])),
];

/** The pages on which an entry stands: those of its figures, else all of its block. */
const pagesOf = (entry: Entry | undefined, part: number, pages: PageMap | undefined): readonly PageReference[] => {
  if (!entry || !pages) return [];
  if (entry.thing === "contents-entry") {
    const page = pages.contents[blockPath(part, entry.block)];
    return page === undefined ? [] : [reference(pages, page)];
  }
  // The first page of the volume prints what stands before all blocks.
  if (entry.block === "") return pages.labels.length > 0 ? [reference(pages, 1)] : [];
  const block = pages.blocks[blockPath(part, entry.block)];
  if (!block) return [];
  const all = range(block);
  const exact = new Set(valuesIn(entry).flatMap((id) => pages.values[blockPath(part, id)] ?? []));
  const narrowed = all.filter((page) => exact.has(page));
  return (narrowed.length > 0 ? narrowed : all).map((page) => reference(pages, page));
};

/** Where a pair stands in an edition, then and now. */
export const changePages = (edition: string, pair: Pair, then: EditionPart, now: EditionPart): ChangePages => ({
  edition,
  before: pagesOf(pair.before, then.index, then.pages),
  after: pagesOf(pair.after, now.index, now.pages),
});
