import {
  add,
  type Column,
  empty,
  epsilon,
  type Fill,
  heightOf,
  type Item,
  lastBreak,
  type Note,
  type Placed,
  place,
} from "./column.ts";
import { type Foot, footHeight, leastHeight, setFoot } from "./foot.ts";

export type Page<Content> = {
  readonly placed: readonly Placed<Content>[];
  /** Notes at the foot, set from the bottom up. */
  readonly notes: readonly Placed<Content>[];
  /** Height that the text takes. */
  readonly filled: number;
};

/** A page break that broke a rule: "torn": items that belong together stand apart; "overfull": an item is higher than the page. */
export type Fault<Content> = { readonly kind: "torn" | "overfull"; readonly content: Content; readonly page: number };

/** A page to be filled from an item on. `carried`: the lines of notes that go on from the page before. */
type Start<Content> = {
  readonly items: readonly Item<Content>[];
  readonly from: number;
  readonly carried: Note<Content>;
  readonly column: Column<Content>;
};

/** What is set again at the head of the page. */
const repeated = <Content>({ items, from }: Start<Content>): readonly Item<Content>[] =>
  from > 0 ? (items[from]?.repeat ?? []) : [];

/** What stands on a page that ends before item `end`: the repeated items, then the items themselves. */
const upTo = <Content>(start: Start<Content>, end: number): readonly Item<Content>[] =>
  end > start.from ? [...repeated(start), ...start.items.slice(start.from, end)] : [];

const footUpTo = <Content>(start: Start<Content>, end: number): Foot<Content> => ({
  carried: start.carried,
  called: upTo(start, end).flatMap((item) => item.notes),
});

const fillOf = <Content>(items: readonly Item<Content>[], { grid }: Column<Content>): Fill =>
  items.reduce((filled, item) => add(item, filled, grid), empty);

/** The first item that does not fit on the page with all the notes that it calls. */
const reach = <Content>(start: Start<Content>): number => {
  const { items, from, carried, column } = start;
  const heads = repeated(start);
  let fill = fillOf(heads, column);
  const called = heads.flatMap((item) => item.notes);
  let foot = footHeight({ carried, called }, column);
  for (let index = from; index < items.length; index++) {
    const item = items[index] as Item<Content>;
    if (item.notes.length > 0) {
      called.push(...item.notes);
      foot = footHeight({ carried, called }, column);
    }
    fill = add(item, fill, column.grid);
    if (fill.y + foot > column.height + epsilon) return index;
  }
  return items.length;
};

/** What a page that ends before item `end` leaves open at its foot. */
const openFoot = <Content>(start: Start<Content>, end: number): number =>
  start.column.height - fillOf(upTo(start, end), start.column).y - footHeight(footUpTo(start, end), start.column);

/** The first place behind `end` where the page may end if the last of its notes goes on on the next page. */
const reachDivided = <Content>(start: Start<Content>, end: number): number | undefined => {
  const { items, column } = start;
  for (let next = end + 1; next <= items.length; next++) {
    const { y } = fillOf(upTo(start, next), column);
    if (y > column.height + epsilon) return undefined;
    if (next < items.length && items[next - 1]?.withNext) continue;
    return y + leastHeight(footUpTo(start, next), column) <= column.height + epsilon ? next : undefined;
  }
  return undefined;
};

/** Where the page ends. `undefined`: nothing of the text fits on it. */
const endOf = <Content>(start: Start<Content>): number | undefined => {
  const { items, from, column } = start;
  const reached = reach(start);
  if (reached === items.length) return reached;
  const end = lastBreak(items, from, reached);
  const calls = items.slice(end, reached + 1).some((item) => item.notes.length > 0);
  const divided =
    calls && (end === from || openFoot(start, end) > (column.gap ?? Number.POSITIVE_INFINITY))
      ? reachDivided(start, end)
      : undefined;
  return divided ?? (end === from ? undefined : end);
};

/**
 * Lets text pass an item that floats and does not fit on the page: the item is moved in the list to where the page ends.
 * Returns that place.
 */
const letPass = <Content>(items: Item<Content>[], start: Start<Content>, end: number): number => {
  const { from, column } = start;
  const floating = items[end];
  if (column.gap === undefined || floating?.moves !== "floats" || end === from) return end;
  if (items[end - 1]?.withNext) return end;
  if (openFoot(start, end) <= column.gap) return end;
  items.splice(end, 1);
  let flowing = end;
  while (items[flowing]?.moves === "flows") flowing++;
  const reached = Math.min(reach(start), flowing);
  const passed = Math.max(end, reached === items.length ? reached : lastBreak(items, from, reached));
  items.splice(passed, 0, floating);
  return passed;
};

/**
 * Divides a column of items into pages in one pass. A page ends at the last place where nothing is torn; where there is
 * none, the fault is told and the page ends where it is full. A note that would leave a page open goes on on the next,
 * where it has a page to itself if it needs one.
 */
export const fillPages = <Content>(
  all: readonly Item<Content>[],
  column: Column<Content>,
  fault: (fault: Fault<Content>) => void,
): readonly Page<Content>[] => {
  const items = [...all];
  const pages: Page<Content>[] = [];
  const finish = (placed: readonly Placed<Content>[], foot: Foot<Content>): Note<Content> => {
    const filled = heightOf(placed);
    const { placed: notes, later } = setFoot(foot, column.height - filled, column, placed.length === 0);
    const lift = column.height - heightOf(notes);
    pages.push({ placed, notes: notes.map((note) => ({ ...note, y: note.y + lift })), filled });
    return later;
  };
  let carried: Note<Content> = [];
  for (let from = 0; from < items.length || carried.length > 0; ) {
    const start: Start<Content> = { items, from, carried, column };
    const alone = from === items.length || footHeight({ carried, called: [] }, column) > column.height;
    let end = alone ? undefined : endOf(start);
    if (end === undefined && carried.length > 0) {
      carried = finish([], { carried, called: [] });
      continue;
    }
    if (end === undefined) {
      end = Math.max(reach(start), from + 1);
      const fits = fillOf(upTo(start, end), column).y <= column.height + epsilon;
      const { content } = items[end - 1] as Item<Content>;
      fault({ kind: fits ? "torn" : "overfull", content, page: pages.length });
    }
    end = letPass(items, start, end);
    carried = finish(place(upTo(start, end), column.grid), footUpTo(start, end));
    from = end;
  }
  return pages;
};
