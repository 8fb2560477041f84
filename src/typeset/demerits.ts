/** Demerits after Knuth and Plass, "Breaking Paragraphs into Lines" (1981): what makes one way to break a paragraph worse. */
export const demerits = {
  line: 10,
  /** Neighbouring lines of visibly different density. */
  contrast: 3000,
  secondHyphen: 5000,
  /** Three in a row are a ladder: only to avoid a line that is too long. */
  thirdHyphen: 1e10,
  hyphenBeforeLast: 5000,
  /** Titles, heads, cells: lines that need not be filled divide a word only where it would be too long. */
  raggedHyphen: 1e11,
  /** Somewhat more than a line at the limit of what passes for filled: Han characters give less, so that their ratios are higher. */
  shortLast: { western: 1e7, square: 3e8 },
  /** Of a line end that a river runs through; what comes of it is looked at. */
  discouraged: 1e9,
  overfull: 1e13,
};

/** From this ratio on a line is bad whatever it is: the share of its width that is left decides between two of them. */
const steep = 10;
const perShare = 10;
/** Ragged lines: what a tenth of the width left empty counts like. */
const raggedUnit = 0.1;

/** How far a line is from its natural width: 100 at a ratio of 1. `empty`: the share of its width that is left. */
export const badnessOf = (ratio: number, empty: number, justify: boolean): number => {
  if (!justify) return 100 * (empty / raggedUnit) ** 2;
  const far = Math.abs(ratio);
  return 100 * (far < steep ? far ** 3 : steep ** 3 * (1 + perShare * empty));
};

/** Classes of density: tight, decent, loose, very loose. */
export const fitnessOf = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);
