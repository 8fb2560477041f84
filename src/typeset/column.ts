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
  /** The notes that it calls, each as its lines: they begin at the foot of the same page. */
  readonly notes: readonly Note<Content>[];
  /** What is set again above this item where it begins a page: the head of a table. */
  readonly repeat: readonly Item<Content>[];
  /** "floats": may begin the next page while text goes on; "flows": running text, which may pass what floats. */
  readonly moves?: "floats" | "flows";
};

/** The lines of a note. */
export type Note<Content> = readonly Item<Content>[];

/** The column that a page offers. */
export type Column<Content> = {
  readonly height: number;
  /** Distance of baselines. */
  readonly grid: number;
  /**
   * A page that would stay open at its foot by more than this is filled: with the text behind what floats, or with a line
   * whose note goes on on the next page.
   */
  readonly gap?: number;
  /** Stands between the text and the first note; above what goes on from the page before. */
  readonly noteRule: Item<Content>;
  readonly continuedRule?: Item<Content>;
};

/** An item in its place: y in pt from the top of the column. */
export type Placed<Content> = { readonly content: Content; readonly y: number; readonly height: number };

export const epsilon = 1e-6;

/** How far a column is filled. */
export type Fill = { readonly y: number; readonly after: number };
export const empty: Fill = { y: 0, after: 0 };

const topOf = <Content>(item: Item<Content>, { y, after }: Fill, grid: number): number => {
  const wanted = y === 0 ? 0 : y + Math.max(after, item.before);
  return item.onGrid && wanted > 0 ? Math.ceil((wanted - epsilon) / grid) * grid : wanted;
};

export const add = <Content>(item: Item<Content>, fill: Fill, grid: number): Fill => ({
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
export const heightOf = (placed: readonly Placed<unknown>[]): number => {
  const last = placed.at(-1);
  return last ? last.y + last.height : 0;
};

/** The last place at or before `index` where a page may end, or `from` where there is none. */
export const lastBreak = <Content>(items: readonly Item<Content>[], from: number, index: number): number => {
  let end = index;
  while (end > from && items[end - 1]?.withNext) end--;
  return end;
};
