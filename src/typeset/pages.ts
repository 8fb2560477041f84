/** One thing in a column that is never torn: a line, a row, a figure with its caption. Measures in pt. */
export type Item<Content> = {
  readonly content: Content;
  readonly height: number;
  /** Space before and after; of two that meet, the larger counts. Dropped at the top and the foot of a page. */
  readonly before: number;
  readonly after: number;
  /** Whether its top stands on the baseline grid. */
  readonly onGrid: boolean;
  /** Stays on the page of the item that follows. */
  readonly withNext: boolean;
  /** What must stand at the foot of the same page: notes, in order. */
  readonly notes: readonly Item<Content>[];
  /** What is set again above this item where it begins a page: the head of a table. */
  readonly repeat: readonly Item<Content>[];
  /** "floats": may begin the next page while text goes on; "flows": running text, which may pass what floats. */
  readonly moves?: "floats" | "flows";
};

/** The column that a page offers. */
export type Column<Content> = {
  readonly height: number;
  /** Distance of baselines. */
  readonly grid: number;
  /** A page that would stay open at its foot by more than this because of what floats is filled with the text behind it. */
  readonly gap?: number;
  /** Stands between the text and the first note. */
  readonly noteRule: Item<Content>;
};

/** An item in its place: y in pt from the top of the column. */
export type Placed<Content> = { readonly content: Content; readonly y: number; readonly height: number };

export type Page<Content> = {
  readonly placed: readonly Placed<Content>[];
  /** Notes at the foot, set from the bottom up. */
  readonly notes: readonly Placed<Content>[];
  /** Height that the text takes. */
  readonly filled: number;
};

/** A page break that broke a rule: "torn": items that belong together stand apart; "overfull": an item is higher than the page. */
export type Fault<Content> = { readonly kind: "torn" | "overfull"; readonly content: Content; readonly page: number };

const epsilon = 1e-6;

/** How far a column is filled. */
type Fill = { readonly y: number; readonly after: number };
const empty: Fill = { y: 0, after: 0 };

const topOf = <Content>(item: Item<Content>, { y, after }: Fill, grid: number): number => {
  const wanted = y === 0 ? 0 : y + Math.max(after, item.before);
  return item.onGrid && wanted > 0 ? Math.ceil((wanted - epsilon) / grid) * grid : wanted;
};

const add = <Content>(item: Item<Content>, fill: Fill, grid: number): Fill => ({
  y: topOf(item, fill, grid) + item.height,
  after: item.after,
});

/** Stacks items from the top of a column. */
export const place = <Content>(items: readonly Item<Content>[], grid: number): readonly Placed<Content>[] => {
  let fill = empty;
  return items.map((item) => {
    const y = topOf(item, fill, grid);
    fill = add(item, fill, grid);
    return { content: item.content, y, height: item.height };
  });
};

/** Height of a stack of placed items. */
const heightOf = (placed: readonly Placed<unknown>[]): number => {
  const last = placed.at(-1);
  return last ? last.y + last.height : 0;
};

const freely = <Content>(items: readonly Item<Content>[]): readonly Item<Content>[] =>
  items.map((item) => ({ ...item, onGrid: false }));

/** Notes with the rule above them; their lines stand by their own leading. */
const footOf = <Content>(notes: readonly Item<Content>[], column: Column<Content>): readonly Placed<Content>[] =>
  notes.length === 0 ? [] : place(freely([column.noteRule, ...notes]), column.grid);

/** What stands on a page that begins with item `from`: the repeated items, then the items themselves. */
const upTo = <Content>(items: readonly Item<Content>[], from: number, end: number): readonly Item<Content>[] => [
  ...(from > 0 ? (items[from] as Item<Content>).repeat : []),
  ...items.slice(from, end),
];

/** The first item that does not fit on a page that begins with item `from`. */
const reach = <Content>(items: readonly Item<Content>[], from: number, column: Column<Content>): number => {
  let fill = upTo(items, from, from).reduce((filled, item) => add(item, filled, column.grid), empty);
  const notes: Item<Content>[] = [];
  let foot = 0;
  for (let index = from; index < items.length; index++) {
    const item = items[index] as Item<Content>;
    if (item.notes.length > 0) {
      notes.push(...item.notes);
      foot = heightOf(footOf(notes, column));
    }
    fill = add(item, fill, column.grid);
    if (fill.y + foot > column.height + epsilon) return index;
  }
  return items.length;
};

/** The last place at or before `index` where a page may end, or `from` where there is none. */
const lastBreak = <Content>(items: readonly Item<Content>[], from: number, index: number): number => {
  let end = index;
  while (end > from && items[end - 1]?.withNext) end--;
  return end;
};

const notesOf = <Content>(items: readonly Item<Content>[]): readonly Item<Content>[] =>
  items.flatMap((item) => item.notes);

/** What a page with items [from, end) leaves open at its foot. */
const openFoot = <Content>(
  items: readonly Item<Content>[],
  from: number,
  end: number,
  column: Column<Content>,
): number => {
  const { y } = upTo(items, from, end).reduce((filled, item) => add(item, filled, column.grid), empty);
  return column.height - y - heightOf(footOf(notesOf(items.slice(from, end)), column));
};

/**
 * Lets text pass an item that floats and does not fit on the page that begins with item `from`: the item is moved in
 * the list to where the page ends. Returns that place.
 */
const letPass = <Content>(items: Item<Content>[], from: number, end: number, column: Column<Content>): number => {
  const floating = items[end];
  if (column.gap === undefined || floating?.moves !== "floats" || end === from) return end;
  if (items[end - 1]?.withNext) return end;
  if (openFoot(items, from, end, column) <= column.gap) return end;
  items.splice(end, 1);
  let flowing = end;
  while (items[flowing]?.moves === "flows") flowing++;
  const reached = Math.min(reach(items, from, column), flowing);
  const passed = Math.max(end, reached === items.length ? reached : lastBreak(items, from, reached));
  items.splice(passed, 0, floating);
  return passed;
};

/**
 * Divides a column of items into pages in one pass. A page ends at the last place where nothing is torn; where there is
 * none, the fault is told and the page ends where it is full.
 */
export const fillPages = <Content>(
  all: readonly Item<Content>[],
  column: Column<Content>,
  fault: (fault: Fault<Content>) => void,
): readonly Page<Content>[] => {
  const items = [...all];
  const pages: Page<Content>[] = [];
  for (let from = 0; from < items.length; ) {
    const reached = reach(items, from, column);
    let end = reached === items.length ? reached : lastBreak(items, from, reached);
    if (end === from) {
      const full = reached === from;
      end = full ? from + 1 : reached;
      fault({
        kind: full ? "overfull" : "torn",
        content: (items[end - 1] as Item<Content>).content,
        page: pages.length,
      });
    }
    end = letPass(items, from, end, column);
    const placed = place(upTo(items, from, end), column.grid);
    const notes = footOf(notesOf(items.slice(from, end)), column);
    const lift = column.height - heightOf(notes);
    pages.push({
      placed,
      notes: notes.map((note) => ({ ...note, y: note.y + lift })),
      filled: heightOf(placed),
    });
    from = end;
  }
  return pages;
};
