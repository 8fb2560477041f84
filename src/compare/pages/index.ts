import type { ComparedPage, PageComparison, PageReference } from "../../model/change.ts";
import type { DrawnFile } from "../../model/drawn.ts";
import { commonOf } from "../../model/sequence.ts";

const reference = ({ labels }: DrawnFile, index: number): PageReference => ({
  page: index + 1,
  label: labels[index] ?? "",
});

/** Pages of now with the pages of then that they are: those that draw the same, and between them one for one. */
const paired = (before: DrawnFile, after: DrawnFile): readonly (number | undefined)[] => {
  const pairs: (number | undefined)[] = new Array(after.pages.length).fill(undefined);
  let [i, j] = [0, 0];
  const between = (one: number, other: number): void => {
    for (; i < one && j < other; i++, j++) pairs[j] = i;
  };
  const same = commonOf(before.pages, after.pages, (a, b) => a.drawing === b.drawing);
  for (const [one, other] of same) {
    between(one, other);
    pairs[other] = one;
    [i, j] = [one + 1, other + 1];
  }
  between(before.pages.length, after.pages.length);
  return pairs;
};

const comparedPage = (before: DrawnFile, after: DrawnFile, index: number, other: number | undefined): ComparedPage => {
  const own = reference(after, index);
  if (other === undefined) return { ...own, state: "new" };
  const [then, now] = [before.pages[other], after.pages[index]];
  const state = then?.drawing !== now?.drawing ? "changed" : then?.stream === now?.stream ? "bytes" : "same";
  return { ...own, before: reference(before, other), state };
};

const isKept = ({ state }: ComparedPage): boolean => state === "bytes" || state === "same";

/** Where the pages begin to run differently, if the file has become longer or shorter: behind the last that is where it was. */
const runsFrom = (pages: readonly ComparedPage[], before: DrawnFile): number | undefined => {
  if (pages.length === before.pages.length) return undefined;
  const from = pages.findLastIndex((page) => isKept(page) && page.before?.page === page.page) + 1;
  return from < pages.length ? from : undefined;
};

/** Compares the pages of a file with those of the release, by what they draw. */
export const comparePages = (
  edition: string,
  file: PageComparison["file"],
  before: DrawnFile,
  after: DrawnFile,
): PageComparison => {
  const pairs = paired(before, after);
  const pages = after.pages.map((_, index) => comparedPage(before, after, index, pairs[index]));
  const from = runsFrom(pages, before);
  const known = new Set(pairs);
  const changed = pages.slice(0, from).filter((page) => !isKept(page));
  return {
    edition,
    file,
    pages,
    gone: before.pages.flatMap((_, index) => (known.has(index) ? [] : [reference(before, index)])),
    changed: changed.map(({ page, label }) => ({ page, label })),
    ...(from !== undefined && { from: reference(after, from) }),
  };
};
