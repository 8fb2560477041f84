import { type Column, epsilon, heightOf, type Item, lastBreak, type Note, type Placed, place } from "./column.ts";

/** The notes of a page: the lines that go on from the page before, and the notes that its items call. */
export type Foot<Content> = { readonly carried: Note<Content>; readonly called: readonly Note<Content>[] };

/** Notes stand by their own leading. */
const freely = <Content>(items: readonly Item<Content>[]): readonly Item<Content>[] =>
  items.map((item) => ({ ...item, onGrid: false }));

const linesOf = <Content>({ carried, called }: Foot<Content>): Note<Content> => [...carried, ...called.flat()];

/** Lines with the rule above them. */
const stacked = <Content>(
  lines: Note<Content>,
  goesOn: boolean,
  { noteRule, continuedRule = noteRule, grid }: Column<Content>,
): readonly Placed<Content>[] =>
  lines.length === 0 ? [] : place(freely([goesOn ? continuedRule : noteRule, ...lines]), grid);

/** Height in pt of a foot that holds its notes whole. */
export const footHeight = <Content>(foot: Foot<Content>, column: Column<Content>): number =>
  heightOf(stacked(linesOf(foot), foot.carried.length > 0, column));

/** The same with no more of the last note than must stand on its page. */
export const leastHeight = <Content>({ carried, called }: Foot<Content>, column: Column<Content>): number => {
  const last = called.at(-1) ?? [];
  const begun = last.slice(0, last.findIndex((line) => !line.withNext) + 1);
  return footHeight({ carried, called: [...called.slice(0, -1), begun] }, column);
};

export type SetFoot<Content> = {
  /** From the top of the foot. */
  readonly placed: readonly Placed<Content>[];
  /** What goes on on the next page. */
  readonly later: Note<Content>;
};

/** As much of the notes as `room` pt hold, two lines of each at least on both sides; with `some`, one line in any case. */
export const setFoot = <Content>(
  foot: Foot<Content>,
  room: number,
  column: Column<Content>,
  some = false,
): SetFoot<Content> => {
  const lines = linesOf(foot);
  const all = stacked(lines, foot.carried.length > 0, column);
  // The rule is the first of what is placed.
  const fitting = all.slice(1).filter(({ y, height }) => y + height <= room + epsilon).length;
  const end = fitting === lines.length ? fitting : lastBreak(lines, 0, fitting);
  const count = end === 0 && some ? Math.max(1, fitting) : end;
  return { placed: count === 0 ? [] : all.slice(0, count + 1), later: lines.slice(count) };
};
