/** What a column of a table needs in pt: without tearing a word, and to hold every cell on one line. */
export type ColumnNeed = { readonly least: number; readonly most: number };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Widths in pt of the columns of a table that fills `width`: what each needs where there is room, the rest shared by
 * need; where there is not, each gets its least and a share of the rest by what it lacks; where even that is too
 * much, all shrink alike.
 */
export const columnWidths = (needs: readonly ColumnNeed[], width: number): readonly number[] => {
  const least = sum(needs.map((need) => need.least));
  const most = sum(needs.map((need) => need.most));
  if (most <= 0) return needs.map(() => width / needs.length);
  if (most <= width) return needs.map((need) => need.most + ((width - most) * need.most) / most);
  if (least >= width) return needs.map((need) => (need.least * width) / least);
  const lack = sum(needs.map((need) => need.most - need.least));
  return needs.map((need) => need.least + ((width - least) * (need.most - need.least)) / lack);
};
